package org.touchstone.crawler.imports;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.touchstone.record.Rejection;
import org.touchstone.table.Grid;
import org.touchstone.table.TableException;

/** The rows of a table under its headings, which may stand some lines below a title. */
final class HeadedRows implements Rows {
    /** Lines among which the headings are looked for. */
    private static final int LOOKED_AT = 40;

    private final Grid grid;
    private final String source;
    private final Consumer<Rejection> rejections;
    private final Deque<Grid.Line> ahead = new ArrayDeque<>();
    private @Nullable TableException end;
    private List<String> names = List.of();
    private List<String> written = List.of();

    private HeadedRows(Grid grid, String source, Consumer<Rejection> rejections) {
        this.grid = grid;
        this.source = source;
        this.rejections = rejections;
    }

    /**
     * Finds the headings.
     *
     * @throws ExportException when there are none that are known, with a mapping to complete
     */
    static HeadedRows open(Grid grid, Mapping mapping, String source, Consumer<Rejection> rejections)
            throws IOException {
        HeadedRows rows = new HeadedRows(grid, source, rejections);
        try {
            Grid.Line line;
            while (rows.ahead.size() < LOOKED_AT && (line = grid.next()) != null) {
                if (line.number() >= mapping.header()) {
                    rows.ahead.add(line);
                }
            }
        } catch (TableException e) {
            if (rows.ahead.isEmpty()) {
                throw e;
            }
            rows.end = e; // told after the lines before it
        }
        if (rows.ahead.isEmpty()) {
            throw new ExportException("expected a line of headings, found no line with anything on it");
        }
        Grid.Line head = mapping.header() > 0 ? rows.ahead.getFirst() : rows.best(mapping);
        while (rows.ahead.getFirst() != head) {
            rows.ahead.removeFirst();
        }
        rows.ahead.removeFirst();
        rows.written = head.cells();
        rows.names = names(head.cells());
        Layout layout = Layout.of(rows.names, mapping);
        layout.check(
                mapping, rows.ahead.stream().anyMatch(one -> !one.pictures().isEmpty()), head.number());
        return rows;
    }

    /** The first of the lines in which the most fields are named; where none is, the one with the most cells. */
    private Grid.Line best(Mapping mapping) {
        Grid.Line best = ahead.getFirst();
        long most = -1;
        for (Grid.Line line : ahead) {
            long known = Layout.of(names(line.cells()), mapping).named();
            long filled = line.cells().stream().filter(cell -> !cell.isEmpty()).count();
            long weight = known * Grid.MAX_COLUMNS * 2 + (known == 0 ? filled : 0);
            if (weight > most) {
                most = weight;
                best = line;
            }
        }
        return best;
    }

    /** Headings, with a column's letters where it has none. */
    private static List<String> names(List<String> cells) {
        List<String> names = new ArrayList<>(cells.size());
        for (String cell : cells) {
            names.add(cell.isEmpty() ? Grid.letters(names.size()) : cell.replaceAll("\\s+", " "));
        }
        return List.copyOf(names);
    }

    /** How many parts of a listing the headings name. */
    int fields() {
        return Layout.of(names, Mapping.NONE).uses().size();
    }

    @Override
    public String sheet() {
        return grid.sheet();
    }

    @Override
    public @Nullable Row next() throws IOException {
        while (true) {
            if (ahead.isEmpty() && end != null) {
                throw end;
            }
            Grid.Line line = ahead.isEmpty() ? grid.next() : ahead.removeFirst();
            if (line == null) {
                return null;
            }
            if (line.cells().equals(written)) {
                continue; // exports that were put together repeat their headings
            }
            List<String> cells = new ArrayList<>(line.cells());
            while (cells.size() > names.size() && cells.getLast().isEmpty()) {
                cells.removeLast();
            }
            if (cells.size() > names.size() && !grid.isWider()) {
                rejections.accept(new Rejection(
                        source,
                        line.number(),
                        "",
                        "expected at most " + names.size() + " cells as there are headings, found " + cells.size()
                                + "; a text with a separator in it needs quotes",
                        String.join(",", cells)));
                continue;
            }
            while (cells.size() < names.size()) {
                cells.add("");
            }
            return new Row(line.number(), names(cells.size()), cells, line.links(), line.pictures());
        }
    }

    private List<String> names(int width) {
        if (width == names.size()) {
            return names;
        }
        List<String> wider = new ArrayList<>(names);
        Set<String> taken = new HashSet<>(names);
        while (wider.size() < width) {
            String letters = Grid.letters(wider.size());
            wider.add(taken.contains(letters) ? letters + "'" : letters);
        }
        return wider;
    }

    @Override
    public void close() throws IOException {
        grid.close();
    }
}
