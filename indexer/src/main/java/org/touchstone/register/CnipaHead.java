package org.touchstone.register;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.touchstone.mark.Registration;
import org.touchstone.record.FieldException;
import org.touchstone.table.Grid;

/**
 * The headings of an export of China's register. How each is mapped stands in {@code docs/registers/cnipa.md}.
 *
 * @param columns what each cell of the line means; null where nobody knows
 */
record CnipaHead(Grid.Line line, List<@Nullable CnipaColumn> columns) implements TableHead {
    /** Columns of which one tells a sign. */
    private static final List<CnipaColumn> SIGNS =
            List.of(CnipaColumn.TEXT, CnipaColumn.IMAGES, CnipaColumn.VIENNA, CnipaColumn.FORM);

    static CnipaHead of(Grid.Line line) {
        List<@Nullable CnipaColumn> columns = new ArrayList<>();
        for (String cell : line.cells()) {
            columns.add(CnipaColumn.of(cell));
        }
        return new CnipaHead(line, Collections.unmodifiableList(columns));
    }

    /** Whether a record can come of it: a number and a sign. */
    boolean isEnough() {
        return (columns.contains(CnipaColumn.NUMBER)
                        || columns.contains(CnipaColumn.REGISTRATION_NUMBER)
                        || columns.contains(CnipaColumn.APPLICATION_NUMBER))
                && SIGNS.stream().anyMatch(columns::contains);
    }

    /** How many columns are known. */
    long size() {
        return columns.stream().filter(Objects::nonNull).count();
    }

    /** Whether the headings are those of China's register, so that its office goes without saying. */
    private boolean isChinese() {
        return columns.contains(CnipaColumn.GROUPS)
                || columns.contains(CnipaColumn.TERM)
                || line.cells().stream().anyMatch(cell -> cell.codePoints().anyMatch(Character::isIdeographic));
    }

    /** The first text of a column that is not empty. */
    String text(Grid.Line row, CnipaColumn column) {
        for (int i = 0; i < Math.min(columns.size(), row.cells().size()); i++) {
            if (columns.get(i) == column && !row.cells().get(i).isEmpty()) {
                return row.cells().get(i);
            }
        }
        return "";
    }

    /** The different texts that the rows of a record have in a column, in their order. */
    List<String> texts(List<Grid.Line> rows, CnipaColumn column) {
        return rows.stream()
                .map(row -> text(row, column))
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
    }

    /** The number by which the register keeps a row; in China the application's is the registration's. */
    String number(Grid.Line row) {
        for (CnipaColumn column :
                List.of(CnipaColumn.NUMBER, CnipaColumn.REGISTRATION_NUMBER, CnipaColumn.APPLICATION_NUMBER)) {
            String number = text(row, column).replaceAll("^第|号$|\\s", "");
            if (!number.isEmpty() && !number.matches("[-—/]+")) {
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
            if (row.cells().size() > columns.size()
                    && row.cells().stream().skip(columns.size()).anyMatch(cell -> !cell.isEmpty())) {
                throw new FieldException(
                        "",
                        "expected at most " + columns.size() + " cells as there are headings, found "
                                + row.cells().size() + "; a text with a separator in it needs quotes");
            }
        }
        Registration.Builder registration =
                new CnipaRow(this, rows, notes).registration(office(first), number(first), pictures);
        for (int i = 0; i < columns.size(); i++) {
            String name = line.cells().get(i);
            int column = i;
            List<String> texts = rows.stream()
                    .filter(row -> column < row.cells().size())
                    .map(row -> row.cells().get(column))
                    .filter(text -> !text.isEmpty())
                    .distinct()
                    .toList();
            if (columns.get(i) == null && !name.isEmpty() && !texts.isEmpty()) {
                registration.other(name, TextNode.valueOf(String.join("|", texts)));
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
