package org.touchstone.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A table in Markdown, its first column to the left and the others to the right. Not thread-safe. */
final class Table {
    private final List<String> lines = new ArrayList<>();

    Table(String... heads) {
        row((Object[]) heads);
        lines.add("|---" + "|---:".repeat(heads.length - 1) + "|");
    }

    /** Adds a row; a number is shown with as many digits as it deserves. */
    Table row(Object... cells) {
        StringBuilder line = new StringBuilder("|");
        for (Object cell : cells) {
            line.append(' ')
                    .append(cell instanceof Number number ? shown(number) : cell)
                    .append(" |");
        }
        lines.add(line.toString());
        return this;
    }

    /** How many times as fast something is, as text. */
    static String times(double ratio) {
        return String.format(Locale.ROOT, ratio < 10 ? "%.1f×" : "%,.0f×", ratio);
    }

    private static String shown(Number number) {
        double value = number.doubleValue();
        if (number instanceof Long || number instanceof Integer || value >= 100) {
            return String.format(Locale.ROOT, "%,d", Math.round(value));
        }
        return String.format(Locale.ROOT, value >= 10 ? "%.1f" : "%.3g", value);
    }

    @Override
    public String toString() {
        return String.join("\n", lines) + "\n";
    }
}
