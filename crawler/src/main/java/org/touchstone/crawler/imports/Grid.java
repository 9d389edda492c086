package org.touchstone.crawler.imports;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lines of cells, as a CSV file or a sheet has them, before anybody knows which line holds the headings. Not thread-safe. */
interface Grid extends Closeable {
    /** Columns that are read; marketplaces' exports have some dozens. */
    int MAX_COLUMNS = 1000;

    /**
     * A line.
     *
     * @param number from 1
     * @param cells texts as shown, stripped
     * @param links addresses that cells lead to, by column
     * @param pictures what {@link ExportReader#picture} takes, in the order of their columns
     */
    record Line(long number, List<String> cells, Map<Integer, String> links, List<String> pictures) {
        boolean isBlank() {
            return pictures.isEmpty() && cells.stream().allMatch(String::isEmpty);
        }
    }

    /** The sheet's name; empty for a file that has no sheets. */
    String sheet();

    /** Whether a line may have more cells than there are headings. */
    boolean isWider();

    /**
     * The next line that is not blank; null after the last.
     *
     * @throws ExportException when what follows cannot be read
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
