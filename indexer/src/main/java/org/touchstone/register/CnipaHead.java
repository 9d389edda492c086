package org.touchstone.register;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.touchstone.mark.Registration;
import org.touchstone.record.FieldException;
import org.touchstone.table.Grid;

/** The headings of an export of China's register. How each is mapped stands in {@code docs/registers/cnipa.md}. */
final class CnipaHead implements TableHead {
    /** Columns of which one tells a sign. */
    private static final List<CnipaColumn> SIGNS =
            List.of(CnipaColumn.TEXT, CnipaColumn.IMAGES, CnipaColumn.VIENNA, CnipaColumn.FORM);

    private static final List<CnipaColumn> NUMBERS =
            List.of(CnipaColumn.NUMBER, CnipaColumn.REGISTRATION_NUMBER, CnipaColumn.APPLICATION_NUMBER);

    /** What stands around a number ({@code 第1234567号}), or in place of one. */
    private static final Pattern AROUND = Pattern.compile("^第|号$|\\s|^[-—/]+$");

    private final Grid.Line line;
    private final Map<CnipaColumn, List<Integer>> columns = new EnumMap<>(CnipaColumn.class);
    private final List<Integer> rest = new ArrayList<>();

    private CnipaHead(Grid.Line line) {
        this.line = line;
        for (int i = 0; i < line.cells().size(); i++) {
            CnipaColumn column = CnipaColumn.of(line.cells().get(i));
            if (column != null) {
                columns.computeIfAbsent(column, any -> new ArrayList<>(1)).add(i);
            } else if (!line.cells().get(i).isEmpty()) {
                rest.add(i);
            }
        }
    }

    static CnipaHead of(Grid.Line line) {
        return new CnipaHead(line);
    }

    @Override
    public Grid.Line line() {
        return line;
    }

    /** Whether a record can come of it: an office, a number and a sign. */
    boolean isEnough() {
        return isTelling() && (isChinese() || columns.containsKey(CnipaColumn.OFFICE));
    }

    /** Whether only the office is missing. */
    boolean lacksOffice() {
        return isTelling() && !isEnough();
    }

    private boolean isTelling() {
        return NUMBERS.stream().anyMatch(columns::containsKey) && SIGNS.stream().anyMatch(columns::containsKey);
    }

    /** How many columns are known. */
    int size() {
        return line.cells().size() - rest.size();
    }

    /** Whether the headings are those of China's register, so that its office goes without saying. */
    private boolean isChinese() {
        return columns.containsKey(CnipaColumn.GROUPS)
                || columns.containsKey(CnipaColumn.TERM)
                || line.cells().stream().anyMatch(cell -> cell.codePoints().anyMatch(Character::isIdeographic));
    }

    /** The heading of a column, as it is written. */
    String heading(CnipaColumn column) {
        List<Integer> places = columns.getOrDefault(column, List.of());
        return places.isEmpty() ? "" : line.cells().get(places.get(0));
    }

    /** The first text of a column that is not empty. */
    String text(Grid.Line row, CnipaColumn column) {
        for (int place : columns.getOrDefault(column, List.of())) {
            if (place < row.cells().size() && !row.cells().get(place).isEmpty()) {
                return row.cells().get(place);
            }
        }
        return "";
    }

    /** The different texts that the rows of a record have in a column, in their order. */
    List<String> texts(List<Grid.Line> rows, CnipaColumn column) {
        if (!columns.containsKey(column)) {
            return List.of();
        }
        Set<String> texts = new LinkedHashSet<>();
        for (Grid.Line row : rows) {
            String text = text(row, column);
            if (!text.isEmpty()) {
                texts.add(text);
            }
        }
        return List.copyOf(texts);
    }

    /** The number by which the register keeps a row; in China the application's is the registration's. */
    String number(Grid.Line row) {
        for (CnipaColumn column : NUMBERS) {
            String text = text(row, column);
            String number = text.isEmpty() ? "" : AROUND.matcher(text).replaceAll("");
            if (!number.isEmpty()) {
                return number;
            }
        }
        return "";
    }

    /** A registration over several classes has a row for each, with the same number and mark. */
    @Override
    public boolean goesOn(Grid.Line first, Grid.Line next) {
        return !number(first).isEmpty()
                && number(first).equals(number(next))
                && text(first, CnipaColumn.OFFICE).equals(text(next, CnipaColumn.OFFICE))
                && text(first, CnipaColumn.TEXT).equals(text(next, CnipaColumn.TEXT))
                && !text(first, CnipaColumn.CLASSES).equals(text(next, CnipaColumn.CLASSES));
    }

    @Override
    public RegisterChange read(List<Grid.Line> rows, List<String> pictures, Notes notes) throws FieldException {
        Grid.Line first = rows.get(0);
        for (Grid.Line row : rows) {
            if (row.cells().size() > line.cells().size()
                    && row.cells().stream().skip(line.cells().size()).anyMatch(cell -> !cell.isEmpty())) {
                throw new FieldException(
                        "",
                        "expected at most " + line.cells().size() + " cells as there are headings, found "
                                + row.cells().size() + "; a text with a separator in it needs quotes");
            }
        }
        Registration.Builder registration =
                new CnipaRow(this, rows, notes).registration(office(first), number(first), pictures);
        for (int place : rest) {
            Set<String> texts = new LinkedHashSet<>();
            for (Grid.Line row : rows) {
                if (place < row.cells().size() && !row.cells().get(place).isEmpty()) {
                    texts.add(row.cells().get(place));
                }
            }
            if (!texts.isEmpty()) {
                registration.other(line.cells().get(place), TextNode.valueOf(String.join("|", texts)));
            }
        }
        return new RegisterChange.Put(registration.build());
    }

    private String office(Grid.Line row) throws FieldException {
        String said = text(row, CnipaColumn.OFFICE);
        String office = OfficeNames.code(said);
        if (!office.isEmpty()) {
            return office;
        }
        if (said.isEmpty() && isChinese()) {
            return "CN";
        }
        throw new FieldException(
                "office",
                said.isEmpty()
                        ? "expected a column 'Office' with the office's two letters (CN for China), found none"
                        : "expected an office such as CN or 中国, found '" + Notes.shortened(said) + "'");
    }
}
