package org.touchstone.cli.attack;

import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.touchstone.cli.Console;
import org.touchstone.cli.DisplayWidth;

/**
 * The matrix for people. The worst operators come last, and below them the totals and the marks at risk: what calls for
 * something to be done stands where the terminal stops.
 */
public final class MatrixTable {
    private static final int NAME = 24;
    private static final int ATTACKED = 9;
    private static final int FOUND = 7;
    private static final int TOP = 6;

    /** A description that would be cut to less is left out. */
    private static final int LEAST_ROOM = 20;

    private final Console console;
    private final PrintStream out;
    private final int columns;

    /**
     * @param columns width to which lines are cut; 0 not to cut
     */
    public MatrixTable(Console console, int columns) {
        this.console = console;
        this.out = console.out();
        this.columns = columns;
    }

    /** Prints the operators, the totals and the worst marks. */
    public void print(Matrix matrix, int worst) {
        List<Script> scripts = matrix.scripts();
        head(scripts);
        rows(matrix, scripts, false);
        if (matrix.weak().attacked() > 0) {
            out.println();
            out.println(console.text("attack.weak"));
            rows(matrix, scripts, true);
        }
        out.println();
        total("attack.total.strong", matrix.strong());
        total("attack.total.weak", matrix.weak());
        List<Matrix.AtRisk> marks = matrix.worst(worst);
        if (!marks.isEmpty()) {
            out.println();
            out.println(console.text("attack.worst"));
            marks.forEach(this::mark);
        }
    }

    private void head(List<Script> scripts) {
        StringBuilder first = new StringBuilder(" ".repeat(NAME));
        StringBuilder second = new StringBuilder(DisplayWidth.fit(console.text("attack.column.operator"), NAME));
        for (Script script : scripts) {
            first.append(DisplayWidth.right(console.text("attack.script." + script.key()), ATTACKED + FOUND + TOP));
            second.append(DisplayWidth.right(console.text("attack.column.attacked"), ATTACKED))
                    .append(DisplayWidth.right(console.text("attack.column.found"), FOUND))
                    .append(DisplayWidth.right(console.text("attack.column.top"), TOP));
        }
        out.println(first);
        out.println(second);
    }

    private void rows(Matrix matrix, List<Script> scripts, boolean weak) {
        matrix.operators().keySet().stream()
                .filter(operator -> operator.weak() == weak)
                .sorted(Comparator.comparingDouble(
                                (Operator operator) -> -matrix.of(operator).recall())
                        .thenComparingDouble(operator -> -matrix.of(operator).topShare())
                        .thenComparing(Operator::key))
                .forEach(operator -> row(operator, matrix.operators().getOrDefault(operator, Map.of()), scripts));
    }

    private void row(Operator operator, Map<Script, Tally> tallies, List<Script> scripts) {
        StringBuilder line = new StringBuilder(DisplayWidth.fit(operator.key(), NAME));
        for (Script script : scripts) {
            Tally tally = tallies.get(script);
            if (tally == null) {
                line.append(DisplayWidth.right("-", ATTACKED)).append(" ".repeat(FOUND + TOP));
            } else {
                line.append(DisplayWidth.right(
                                String.format(console.language().locale(), "%,d", tally.attacked()), ATTACKED))
                        .append(DisplayWidth.right(tally.recallPercent(), FOUND))
                        .append(DisplayWidth.right(tally.topPercent(), TOP));
            }
        }
        int room = columns == 0 ? Integer.MAX_VALUE : columns - line.length() - 2;
        if (room >= LEAST_ROOM) {
            line.append("  ").append(DisplayWidth.cut(console.text("attack.operator." + operator.key()), room));
        }
        out.println(line);
    }

    private void total(String key, Tally tally) {
        out.println(console.text(
                key, tally.attacked(), tally.found(), tally.recallPercent(), tally.top(), tally.topPercent()));
    }

    private void mark(Matrix.AtRisk mark) {
        String line = DisplayWidth.right(mark.tally().recallPercent(), 6)
                + DisplayWidth.right(mark.tally().found() + "/" + mark.tally().attacked(), 10)
                + "  " + DisplayWidth.fit(Visible.of(mark.text()), 24)
                + "  " + Visible.of(mark.id());
        out.println(columns == 0 ? line : DisplayWidth.cut(line, columns));
    }
}
