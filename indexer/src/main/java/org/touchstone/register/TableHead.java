package org.touchstone.register;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.touchstone.record.FieldException;
import org.touchstone.table.Grid;

/** The headings of a table, and how its rows are read under them. Thread-safe. */
interface TableHead {
    /** Lines among which the headings are looked for; titles may stand above them. */
    int LOOKED_AT = 40;

    /** The line that they stand on. */
    Grid.Line line();

    /** Whether a row goes on with the record that the row above began. */
    boolean goesOn(Grid.Line first, Grid.Line next);

    /**
     * Reads a record.
     *
     * @param rows one or more
     * @param pictures paths of pictures that are embedded in the rows
     */
    RegisterChange read(List<Grid.Line> rows, List<String> pictures, Notes notes) throws FieldException;

    /** The best headings among lines; null when none are known. */
    static @Nullable TableHead of(Collection<Grid.Line> lines) {
        for (Grid.Line line : lines) {
            if (OwnHead.isEnough(Set.copyOf(line.cells()))) {
                return new OwnHead(line);
            }
        }
        CnipaHead best = null;
        for (Grid.Line line : lines) {
            CnipaHead head = CnipaHead.of(line);
            if (head.isEnough() && (best == null || head.size() > best.size())) {
                best = head;
            }
        }
        return best;
    }

    /** Whether a text begins with the header of the marks format in CSV. */
    static boolean isOwn(String text) {
        String first = text.lines().findFirst().orElse("");
        List<String> cells = Arrays.stream(first.split("[,;\\t]"))
                .map(cell -> cell.strip().replaceAll("^\"|\"$", ""))
                .toList();
        Set<String> names = Set.copyOf(cells);
        return OwnHead.isEnough(names)
                || OwnHead.isSome(names)
                        && !CnipaHead.of(new Grid.Line(1, cells, java.util.Map.of(), List.of()))
                                .isEnough();
    }
}
