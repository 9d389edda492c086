package org.touchstone.cli.report;

import java.util.ArrayList;
import java.util.List;

/** Reads CSV strictly by RFC 4180, independently of the readers of the program. */
final class CsvCells {
    private CsvCells() {}

    static List<List<String>> of(String csv) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < csv.length(); i++) {
            char c = csv.charAt(i);
            if (quoted) {
                if (c == '"' && i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
                    cell.append('"');
                    i++;
                } else if (c == '"') {
                    quoted = false;
                } else {
                    cell.append(c);
                }
            } else if (c == '"') {
                if (!cell.isEmpty()) {
                    throw new IllegalArgumentException("a quote within an unquoted cell at " + i);
                }
                quoted = true;
            } else if (c == ',' || c == '\r') {
                row.add(cell.toString());
                cell.setLength(0);
                if (c == '\r') {
                    if (csv.charAt(++i) != '\n') {
                        throw new IllegalArgumentException("a lone carriage return at " + i);
                    }
                    rows.add(row);
                    row = new ArrayList<>();
                }
            } else {
                cell.append(c);
            }
        }
        if (quoted || !row.isEmpty() || !cell.isEmpty()) {
            throw new IllegalArgumentException("the last row has no end");
        }
        return rows;
    }
}
