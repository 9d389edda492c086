package org.touchstone.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.touchstone.record.CsvCells;
import org.touchstone.record.Rejection;

/** A CSV file in any charset, separated by comma, semicolon or tab. */
final class CsvGrid implements Grid {
    private static final int PREVIEW = 64 << 10;
    private static final String SEPARATORS = ",;\t";
    /** The line by which Excel is told the separator. */
    private static final Pattern SEP = Pattern.compile("(?i)\\ufeff?sep=([,;\\t])\\r?\\n");

    private final CsvCells cells;
    private final String source;
    private final boolean damaged;
    private final Charset charset;
    private final Consumer<Rejection> rejections;
    private final int skipped;

    /**
     * @param text what is known of the file's text
     * @param source the file's name in rejections
     */
    CsvGrid(Content content, FileText text, String source, Consumer<Rejection> rejections) throws IOException {
        this.source = source;
        this.charset = text.charset();
        this.damaged = text.damaged();
        this.rejections = rejections;
        InputStream in = content.open();
        try {
            PushbackReader reader =
                    new PushbackReader(new BufferedReader(new InputStreamReader(in, charset), 1 << 16), PREVIEW);
            String preview = preview(reader);
            var sep = SEP.matcher(preview);
            char separator;
            if (sep.lookingAt()) {
                separator = sep.group(1).charAt(0);
                preview = preview.substring(sep.end());
                skipped = 1;
            } else {
                separator = separator(preview);
                preview = preview.startsWith("\ufeff") ? preview.substring(1) : preview;
                skipped = 0;
            }
            reader.unread(preview.toCharArray());
            cells = new CsvCells(reader, separator);
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    private static String preview(Reader reader) throws IOException {
        char[] buffer = new char[PREVIEW];
        int length = 0;
        int n;
        while (length < PREVIEW && (n = reader.read(buffer, length, PREVIEW - length)) > 0) {
            length += n;
        }
        return new String(buffer, 0, length);
    }

    /** The separator that a middling line has most of, outside quotes; titles above the headings have none. */
    static char separator(String preview) {
        List<int[]> counts = new ArrayList<>();
        int[] line = new int[SEPARATORS.length()];
        boolean quoted = false;
        boolean any = false;
        for (int i = 0; i < preview.length(); i++) {
            char c = preview.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == '\n' && !quoted) {
                if (any) {
                    counts.add(line);
                }
                line = new int[SEPARATORS.length()];
                any = false;
            } else if (!quoted) {
                int which = SEPARATORS.indexOf(c);
                if (which >= 0) {
                    line[which]++;
                }
                any |= c != '\r' && c != ' ';
            }
        }
        if (any) {
            counts.add(line);
        }
        char best = ',';
        double most = 0;
        for (int which = 0; which < SEPARATORS.length(); which++) {
            int column = which;
            int[] sorted = counts.stream().mapToInt(one -> one[column]).sorted().toArray();
            // The middle counts; where it has none, any at all does.
            double weight = sorted.length == 0
                    ? 0
                    : sorted[sorted.length / 2] + Arrays.stream(sorted).sum() * 1e-9;
            if (weight > most) {
                most = weight;
                best = SEPARATORS.charAt(which);
            }
        }
        return best;
    }

    @Override
    public String sheet() {
        return "";
    }

    @Override
    public boolean isWider() {
        return false;
    }

    @Override
    public @Nullable Line next() throws IOException {
        while (true) {
            CsvCells.Row row;
            try {
                row = cells.next();
            } catch (IOException e) {
                throw new TableException(String.valueOf(e.getMessage()));
            }
            if (row == null) {
                return null;
            }
            long number = row.line() + skipped;
            if (row.cells().size() > MAX_COLUMNS) {
                throw new TableException("expected at most " + MAX_COLUMNS + " columns, found "
                        + row.cells().size() + " in line " + number + "; the rest of the file was not read");
            }
            if (damaged && row.cells().stream().anyMatch(cell -> cell.indexOf('\ufffd') >= 0)) {
                String text = String.join(",", row.cells());
                rejections.accept(new Rejection(
                        source,
                        number,
                        "",
                        "expected text in " + charset + ", found other bytes; save the file as UTF-8",
                        text));
                continue;
            }
            Line line = line(number, row.cells());
            if (!line.isBlank()) {
                return line;
            }
        }
    }

    private static Line line(long number, List<String> raw) {
        List<String> texts = new ArrayList<>(raw.size());
        Map<Integer, String> links = Map.of();
        for (String cell : raw) {
            String text = cell.strip();
            if (text.startsWith("=")) {
                Formula formula = Formula.of(text.substring(1));
                if (!formula.link().isEmpty()) {
                    links = links.isEmpty() ? new HashMap<>() : links;
                    links.put(texts.size(), formula.link());
                }
                text = formula.shown().isEmpty() ? text : formula.shown();
            } else if (text.startsWith("'") && text.length() > 1 && Character.isDigit(text.charAt(1))) {
                text = text.substring(1); // how Excel is told that digits are text
            }
            texts.add(text);
        }
        return new Line(number, texts, links, List.of());
    }

    @Override
    public void close() throws IOException {
        cells.close();
    }
}
