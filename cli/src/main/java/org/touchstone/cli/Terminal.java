package org.touchstone.cli;

import java.util.Map;

/**
 * What stands behind stdout and stderr.
 *
 * @param out whether stdout is a terminal
 * @param err whether stderr is a terminal
 * @param columns width in columns, 80 where it is not known
 * @param animated whether a line may be drawn over
 */
record Terminal(boolean out, boolean err, int columns, boolean animated) {
    static final Terminal NONE = new Terminal(false, false, 80, false);

    /**
     * The terminal as the launcher saw it: {@code TOUCHSTONE_TTY} holds {@code 1} when stdout is a terminal and {@code 2}
     * when stderr is one; {@code COLUMNS} the width.
     */
    static Terminal of(Map<String, String> environment) {
        String streams = environment.getOrDefault("TOUCHSTONE_TTY", "");
        boolean err = streams.contains("2");
        boolean dumb = "dumb".equals(environment.get("TERM"));
        return new Terminal(streams.contains("1"), err, columns(environment.getOrDefault("COLUMNS", "")), err && !dumb);
    }

    private static int columns(String text) {
        try {
            return Math.clamp(Integer.parseInt(text.strip()), 40, 400);
        } catch (NumberFormatException e) {
            return NONE.columns;
        }
    }

    /** Whether colour is wanted, by the rules of NO_COLOR and CLICOLOR. */
    static boolean colour(boolean terminal, Map<String, String> environment) {
        if (!environment.getOrDefault("NO_COLOR", "").isEmpty()) {
            return false;
        }
        if (!environment.getOrDefault("CLICOLOR_FORCE", "0").equals("0")) {
            return true;
        }
        return terminal && !"0".equals(environment.get("CLICOLOR")) && !"dumb".equals(environment.get("TERM"));
    }
}
