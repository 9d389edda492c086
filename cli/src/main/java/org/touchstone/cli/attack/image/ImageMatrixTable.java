package org.touchstone.cli.attack.image;

import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;
import org.touchstone.cli.Console;
import org.touchstone.cli.DisplayWidth;
import org.touchstone.cli.attack.Tally;
import org.touchstone.cli.attack.Visible;

/** The matrix for people; as in {@link org.touchstone.cli.attack.MatrixTable}, the worst stands where the terminal stops. */
public final class ImageMatrixTable {
    private static final int NAME = 14;
    private static final int ATTACKED = 8;
    private static final int SHARE = 7;
    private static final int LEVEL = 18;
    private static final int MOST_LEVELS = 3;
    private static final int LEAST_ROOM = 20;
    private static final int WEAKEST = 5;

    private final Console console;
    private final PrintStream out;
    private final int columns;

    /**
     * @param columns width to which lines are cut; 0 not to cut
     */
    public ImageMatrixTable(Console console, int columns) {
        this.console = console;
        this.out = console.out();
        this.columns = columns;
    }

    /** Prints the operators with their levels, the totals, the weakest operators and the worst marks. */
    public void print(ImageMatrix matrix, int worst) {
        line(DisplayWidth.fit(console.text("attack.column.operator"), NAME)
                + DisplayWidth.right(console.text("attack.column.attacked"), ATTACKED)
                + DisplayWidth.right(console.text("attack.column.found"), SHARE)
                + DisplayWidth.right(console.text("attack.column.top"), SHARE)
                + "  " + console.text("attack.image.byLevel"));
        rows(matrix, false);
        if (matrix.weak().attacked() > 0) {
            out.println();
            out.println(console.text("attack.weak"));
            rows(matrix, true);
        }
        out.println();
        total("attack.total.strong", matrix.strong());
        if (matrix.weak().attacked() > 0) {
            total("attack.total.weak", matrix.weak());
        }
        List<ImageMatrix.Cell> weakest = matrix.weakest(WEAKEST);
        if (!weakest.isEmpty()) {
            out.println(console.text(
                    "attack.image.weakest",
                    weakest.stream().map(this::cell).collect(Collectors.joining(console.text("attack.image.comma")))));
        }
        List<ImageMatrix.AtRisk> marks = matrix.worst(worst);
        if (!marks.isEmpty()) {
            out.println();
            out.println(console.text("attack.worst"));
            marks.forEach(this::mark);
        }
    }

    private void rows(ImageMatrix matrix, boolean weak) {
        for (ImageOperator operator : matrix.operators()) {
            if (operator.weak() == weak) {
                row(operator, matrix);
            }
        }
    }

    private void row(ImageOperator operator, ImageMatrix matrix) {
        Tally all = matrix.of(operator);
        StringBuilder line = new StringBuilder(DisplayWidth.fit(operator.key(), NAME))
                .append(DisplayWidth.right(String.format(console.language().locale(), "%,d", all.attacked()), ATTACKED))
                .append(DisplayWidth.right(all.recallPercent(), SHARE))
                .append(DisplayWidth.right(all.topPercent(), SHARE))
                .append("  ");
        matrix.levels(operator)
                .forEach((level, tally) -> line.append(DisplayWidth.fit(
                        DisplayWidth.fit(level.label(), 6) + tally.recallPercent() + "/" + tally.topPercent(), LEVEL)));
        line.append(" ".repeat((MOST_LEVELS - matrix.levels(operator).size()) * LEVEL));
        int room = columns == 0 ? Integer.MAX_VALUE : columns - DisplayWidth.of(line.toString());
        if (room >= LEAST_ROOM) {
            line.append(DisplayWidth.cut(console.text("attack.image." + operator.key()), room));
        }
        line(line.toString().stripTrailing());
    }

    private void total(String key, Tally tally) {
        out.println(console.text(
                key, tally.attacked(), tally.found(), tally.recallPercent(), tally.top(), tally.topPercent()));
    }

    private String cell(ImageMatrix.Cell cell) {
        return cell.operator().key() + " " + cell.level().label() + " ("
                + cell.tally().recallPercent() + ")";
    }

    private void mark(ImageMatrix.AtRisk mark) {
        line(DisplayWidth.right(mark.tally().recallPercent(), 6)
                + DisplayWidth.right(mark.tally().found() + "/" + mark.tally().attacked(), 10)
                + "  " + DisplayWidth.fit(Visible.of(mark.text()), 24)
                + "  " + Visible.of(mark.id())
                + "  " + Visible.of(mark.image()));
    }

    private void line(String line) {
        out.println(columns == 0 ? line : DisplayWidth.cut(line, columns));
    }
}
