package org.touchstone.register;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.touchstone.record.FieldException;
import org.touchstone.record.Fields;
import org.touchstone.record.Formats;
import org.touchstone.record.Json;
import org.touchstone.table.Grid;

/** The columns of the marks format, where a table that is no plain CSV has them. */
record OwnHead(Grid.Line line) implements TableHead {
    /** Columns by which a header of the format is told that lacks one that is needed. */
    private static final Set<String> TELLING = Set.of("id", "niceClasses", "viennaCodes", "images", "filed", "text");

    /** Whether the columns that every file must have are among these. */
    static boolean isEnough(Set<String> columns) {
        return (columns.contains("id") || columns.contains("number"))
                && Formats.REGISTRATION.needs().stream()
                        .allMatch(alternatives -> alternatives.stream().anyMatch(columns::contains));
    }

    static boolean isSome(Set<String> columns) {
        return columns.stream().anyMatch(TELLING::contains);
    }

    @Override
    public boolean goesOn(Grid.Line first, Grid.Line next) {
        return false;
    }

    @Override
    public RegisterChange read(List<Grid.Line> rows, List<String> pictures, Notes notes) throws FieldException {
        List<String> cells = rows.get(0).cells();
        List<String> columns = line.cells();
        ObjectNode object = Json.object();
        for (int i = 0; i < Math.min(cells.size(), columns.size()); i++) {
            String cell = cells.get(i);
            String name = columns.get(i);
            if (cell.isEmpty() || name.isEmpty()) {
                continue;
            }
            if (Formats.REGISTRATION.lists().contains(name)) {
                ArrayNode array = object.putArray(name);
                for (String part : cell.split("\\|", -1)) {
                    array.add(part);
                }
            } else {
                object.put(name, cell);
            }
        }
        if (!pictures.isEmpty()) {
            ArrayNode array = object.putArray("images");
            pictures.forEach(array::add);
        }
        return new RegisterChange.Put(Formats.REGISTRATION.read(new Fields(object)));
    }
}
