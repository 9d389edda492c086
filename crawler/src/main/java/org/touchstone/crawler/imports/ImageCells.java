package org.touchstone.crawler.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Images that a cell names: paths and addresses, one or several. */
final class ImageCells {
    private static final Pattern ADDRESS = Pattern.compile("(?i)(?:https?:)?//.+");
    /** Bars and new lines separate anything; commas, semicolons and spaces only before an address or after a picture's ending. */
    private static final Pattern BETWEEN = Pattern.compile("(?:(?<!\\s)[^\\S\\n\\r]++)?+[|\\n\\r；]\\s*+"
            + "|(?:(?<!\\s)\\s++[,;，、]?+|[,;，、])\\s*+(?=(?i:https?:)?//)"
            + "|(?<=\\.(?i:png|jpg|jpeg|gif|webp|bmp|svg))\\s*+[,;，、]\\s*+"
            + "|(?<=\\.(?i:png|jpg|jpeg|gif|webp|bmp|svg))\\s++");

    private ImageCells() {}

    /** The parts of a cell; with an empty separator, as it looks. */
    static List<String> split(String cell, String separator) {
        String bare = cell.startsWith("[") && cell.endsWith("]")
                ? cell.substring(1, cell.length() - 1).replace("\"", "")
                : cell;
        List<String> parts = new ArrayList<>();
        for (String part : separator.isEmpty() ? BETWEEN.split(bare) : bare.split(Pattern.quote(separator))) {
            if (!part.isBlank()) {
                parts.add(part.strip());
            }
        }
        return parts;
    }

    static boolean isAddress(String part) {
        return ADDRESS.matcher(part).matches();
    }

    /** An address with its scheme. */
    static String address(String part) {
        return part.startsWith("//") ? "https:" + part : part;
    }

    /** Whether a file's name ends as those of pictures do. */
    static boolean isPicture(String name) {
        return name.toLowerCase(Locale.ROOT).matches("(?s).*\\.(?:png|jpg|jpeg|gif|webp|bmp)");
    }
}
