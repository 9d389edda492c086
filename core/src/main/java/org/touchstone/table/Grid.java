package org.touchstone.table;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.touchstone.record.Rejection;

/** Lines of cells, as a CSV file or a sheet has them, before anybody knows which line holds the headings. Not thread-safe. */
public interface Grid extends Closeable {
    /** Columns that are read; marketplaces' exports have some dozens. */
    int MAX_COLUMNS = 1000;

    /**
     * A line.
     *
     * @param number from 1
     * @param cells texts as shown, stripped
     * @param links addresses that cells lead to, by column
     * @param pictures what {@link XlsxBook#bytes} takes, in the order of their columns
     */
    record Line(long number, List<String> cells, Map<Integer, String> links, List<String> pictures) {
        boolean isBlank() {
            return pictures.isEmpty() && cells.stream().allMatch(String::isEmpty);
        }
    }

    /**
     * Opens a CSV file, separated by comma, semicolon or tab.
     *
     * @param text what is known of the file's text
     * @param source the file's name in rejections
     */
    static Grid ofCsv(Content content, FileText text, String source, Consumer<Rejection> rejections)
            throws IOException {
        return new CsvGrid(content, text, source, rejections);
    }

    /** The sheet's name; empty for a file that has no sheets. */
    String sheet();

    /** Whether a line may have more cells than there are headings. */
    boolean isWider();

    /**
     * The next line that is not blank; null after the last.
     *
     * @throws TableException when what follows cannot be read
     */
    @Nullable
    Line next() throws IOException;

    /** A column's letters, as spreadsheets count: A to Z, AA. */
    static String letters(int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
            letters.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return letters.toString();
    }
}
