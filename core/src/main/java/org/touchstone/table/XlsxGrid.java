package org.touchstone.table;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import org.jspecify.annotations.Nullable;
import org.touchstone.record.Rejection;

/** One sheet of an XLSX file: what its cells show, or were computed to when the file was saved. */
final class XlsxGrid implements Grid {
    /** Rows of a sheet, as Excel has them. */
    private static final int MAX_ROWS = 1 << 20;

    private static final Pattern NUMBER = Pattern.compile("[-+0-9.eE]+");
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_466); // 10000-01-01

    private final XlsxXml xml;
    private final String name;
    private final XlsxTexts texts;
    private final XlsxPictures pictures;
    private final boolean from1904;
    private final String source;
    private final Consumer<Rejection> rejections;
    private long number;
    private boolean ended;

    XlsxGrid(
            XlsxBook book,
            XlsxBook.Sheet sheet,
            XlsxTexts texts,
            XlsxPictures pictures,
            String source,
            Consumer<Rejection> rejections)
            throws IOException {
        this.name = sheet.name();
        this.texts = texts;
        this.pictures = pictures;
        this.from1904 = book.isFrom1904();
        this.source = source;
        this.rejections = rejections;
        xml = book.xml(sheet.part());
    }

    @Override
    public String sheet() {
        return name;
    }

    @Override
    public boolean isWider() {
        return true;
    }

    @Override
    public @Nullable Line next() throws IOException {
        while (!ended) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_DOCUMENT
                    || event == XMLStreamConstants.END_ELEMENT && xml.is("sheetData")) {
                ended = true;
            } else if (event == XMLStreamConstants.START_ELEMENT && xml.is("row")) {
                String written = xml.attribute("r");
                int stated = whole(written);
                number = stated >= 0 ? stated : number + 1;
                if (number > MAX_ROWS) {
                    throw new TableException("expected at most " + MAX_ROWS + " rows, found row " + number);
                }
                Line line = row();
                if (!line.isBlank()) {
                    return line;
                }
            }
        }
        return null;
    }

    private Line row() throws IOException {
        List<String> cells = new ArrayList<>();
        Map<Integer, String> links = new HashMap<>();
        List<String> shown = new ArrayList<>(pictures.ofRow(number));
        int column = 0;
        int event;
        while ((event = xml.next()) != XMLStreamConstants.END_DOCUMENT) {
            if (event == XMLStreamConstants.END_ELEMENT && xml.is("row")) {
                break;
            }
            if (event != XMLStreamConstants.START_ELEMENT || !xml.is("c")) {
                continue;
            }
            column = column(xml.attribute("r"), column);
            String text = cell(column, links, shown).strip();
            String link = pictures.link(column, number);
            if (!link.isEmpty()) {
                links.putIfAbsent(column, link);
            }
            if (!text.isEmpty()) {
                if (column >= MAX_COLUMNS) {
                    throw new TableException("expected at most " + MAX_COLUMNS + " columns, found a cell at "
                            + Grid.letters(column) + number + "; the rest of the sheet was not read");
                }
                while (cells.size() <= column) {
                    cells.add("");
                }
                cells.set(column, text);
            }
            column++;
        }
        return new Line(number, cells, links, shown);
    }

    /** The column that a reference such as {@code AB12} names; the one that follows where it names none. */
    private static int column(String reference, int following) {
        int column = 0;
        for (int i = 0; i < Math.min(reference.length(), 4); i++) {
            char c = Character.toUpperCase(reference.charAt(i));
            if (c < 'A' || c > 'Z') {
                break;
            }
            column = column * 26 + c - 'A' + 1;
        }
        return column == 0 ? following : column - 1;
    }

    private String cell(int column, Map<Integer, String> links, List<String> shown) throws IOException {
        String type = xml.attribute("t");
        String style = xml.attribute("s");
        String value = "";
        String written = "";
        boolean formula = false;
        int event;
        while ((event = xml.next()) != XMLStreamConstants.END_DOCUMENT) {
            if (event == XMLStreamConstants.END_ELEMENT && xml.is("c")) {
                break;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (xml.is("v") || xml.is("is")) {
                    value = xml.text("rPh");
                } else if (xml.is("f")) {
                    formula = true;
                    written = xml.text("");
                }
            }
        }
        Formula understood =
                formula ? Formula.of(written) : Formula.of(value.startsWith("=") ? value.substring(1) : "");
        if (!understood.picture().isEmpty()) {
            shown.addAll(pictures.ofCell(understood.picture()));
            return "";
        }
        if (!understood.link().isEmpty()) {
            links.put(column, understood.link());
        }
        if (type.equals("e")) {
            reject(column, "expected a value, found the error " + value);
            return "";
        }
        if (value.isEmpty() && formula) {
            if (understood.shown().isEmpty() && !type.equals("str")) {
                reject(
                        column,
                        "expected a value, found a formula that was never computed; open the file in a "
                                + "spreadsheet program and save it");
            }
            return understood.shown();
        }
        return switch (type) {
            case "s" -> texts.string(whole(value));
            case "inlineStr", "str" -> XlsxTexts.unescaped(value);
            case "b" -> value.equals("1") ? "true" : "false";
            case "d" -> value;
            default -> number(value, texts.isDay(whole(style)));
        };
    }

    /** A number of at most nine digits; -1 for anything else. */
    private static int whole(String text) {
        if (text.isEmpty() || text.length() > 9) {
            return -1;
        }
        int number = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    private void reject(int column, String reason) {
        rejections.accept(new Rejection(source, number, Grid.letters(column), reason, ""));
    }

    /** A number as its 15 digits that hold, without exponent; a day or time as one. */
    private String number(String value, boolean day) {
        if (value.isEmpty() || value.length() > 40 || !NUMBER.matcher(value).matches()) {
            return value;
        }
        BigDecimal exact;
        try {
            exact = new BigDecimal(value);
        } catch (NumberFormatException e) {
            return value;
        }
        if (Math.abs((long) exact.scale()) > 40) {
            return value;
        }
        if (day && exact.signum() >= 0 && exact.compareTo(LAST_DAY) < 0) {
            return time(exact);
        }
        if (DIGITS.matcher(value).matches()) {
            return value;
        }
        BigDecimal held = exact.round(new MathContext(15)).stripTrailingZeros();
        // Beyond 15 digits Excel has lost some: the exponent is left to show it.
        return held.precision() - held.scale() > 15 && held.scale() < 0 ? held.toString() : held.toPlainString();
    }

    private String time(BigDecimal days) {
        long seconds = days.multiply(BigDecimal.valueOf(86_400))
                .setScale(0, java.math.RoundingMode.HALF_UP)
                .longValue();
        if (seconds < 86_400 && days.signum() > 0) {
            return LocalTime.ofSecondOfDay(seconds).toString();
        }
        // Excel counts a 29 February 1900 that never was.
        LocalDate first = from1904
                ? LocalDate.of(1904, 1, 1)
                : seconds < 60 * 86_400L ? LocalDate.of(1899, 12, 31) : LocalDate.of(1899, 12, 30);
        LocalDateTime time = first.atStartOfDay().plusSeconds(seconds);
        return seconds % 86_400 == 0 ? time.toLocalDate().toString() : TIME.format(time);
    }

    @Override
    public void close() throws IOException {
        xml.close();
    }
}
