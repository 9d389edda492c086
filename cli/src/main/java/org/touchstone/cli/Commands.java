package org.touchstone.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The subcommands. A command is a class {@code XxxCommand} of this package; adding one means adding its name here, and
 * its texts to {@code messages.properties}. Only the class of the command that runs is loaded, so that start-up stays
 * quick; a command class must not load what is heavy before its {@code call}.
 */
final class Commands {
    /** In the order in which help lists them. */
    static final List<String> NAMES = List.of(
            "scan",
            "index",
            "brands",
            "search",
            "clearance",
            "goods",
            "crawl",
            "watch",
            "eval",
            "attack",
            "explain",
            "review",
            "models",
            "doctor",
            "demo",
            "completion");

    private Commands() {}

    /** The commands that the arguments name, or all of them where help, completion or a misspelt name asks for all. */
    static List<Class<?>> named(String... arguments) {
        List<String> named = Arrays.stream(arguments).filter(NAMES::contains).toList();
        boolean all = named.isEmpty() || named.contains("completion");
        List<Class<?>> types = new ArrayList<>();
        for (String name : all ? NAMES : named.stream().distinct().toList()) {
            types.add(type(name));
        }
        return types;
    }

    private static Class<?> type(String name) {
        String type = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) + "Command";
        try {
            return Class.forName(Commands.class.getPackageName() + "." + type, false, Commands.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("the command " + name + " is listed, but there is no class " + type, e);
        }
    }
}
