package org.touchstone.register;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How an XML file begins.
 *
 * @param charset that it declares; UTF-8 when it declares none or one that nobody knows
 * @param root name of the outermost element, with its prefix
 * @param tag the outermost element's start tag, as far as it was seen
 * @param following what stands behind that tag, at most 16,384 characters, decoded as ISO 8859-1
 */
record XmlHead(Charset charset, String root, String tag, String following) {
    private static final int FOLLOWING = 1 << 14;

    private static final Pattern ENCODING =
            Pattern.compile("^\\s{0,20}<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']([\\w.:-]{1,40})[\"']");
    private static final Pattern NAME = Pattern.compile("<([\\p{L}_][\\w.:\\p{L}-]{0,200})[\\s/>]");

    /** Reads the head of a file, whose first bytes were decoded as ISO 8859-1; null when it is no XML. */
    static @Nullable XmlHead of(String start) {
        Matcher encoding = ENCODING.matcher(start);
        Charset charset = encoding.find() ? charset(encoding.group(1)) : StandardCharsets.UTF_8;
        int root = root(start);
        Matcher name = NAME.matcher(start);
        if (root < 0 || !name.find(root) || name.start() != root) {
            return null;
        }
        int end = start.indexOf('>', root);
        int behind = end < 0 ? start.length() : end + 1;
        return new XmlHead(
                charset,
                name.group(1),
                start.substring(root, behind),
                start.substring(behind, Math.min(start.length(), behind + FOLLOWING)));
    }

    /** Where the first start tag stands, -1 for nowhere: behind blanks, instructions, comments and a document type. */
    private static int root(String start) {
        int at = 0;
        while (true) {
            while (at < start.length() && Character.isWhitespace(start.charAt(at))) {
                at++;
            }
            if (!start.startsWith("<", at)) {
                return -1;
            }
            int end;
            if (start.startsWith("<?", at)) {
                end = start.indexOf("?>", at) + 2;
            } else if (start.startsWith("<!--", at)) {
                end = start.indexOf("-->", at) + 3;
            } else if (start.startsWith("<!", at)) {
                end = doctype(start, at);
            } else {
                return at;
            }
            if (end <= at) {
                return -1;
            }
            at = end;
        }
    }

    /** End of a document type declaration; -1 when it is not seen. */
    private static int doctype(String start, int from) {
        int brackets = 0;
        for (int i = from + 2; i < start.length(); i++) {
            char unit = start.charAt(i);
            int end = i;
            if (unit == '"' || unit == '\'') {
                end = start.indexOf(unit, i + 1);
            } else if (start.startsWith("<!--", i)) {
                end = start.indexOf("-->", i + 4);
            } else if (start.startsWith("<?", i)) {
                end = start.indexOf("?>", i);
            } else if (unit == '[') {
                brackets++;
            } else if (unit == ']') {
                brackets--;
            } else if (unit == '>' && brackets <= 0) {
                return i + 1;
            }
            if (end < 0) {
                return -1;
            }
            i = end;
        }
        return -1;
    }

    /** In UTF-16 and UTF-32 no file comes here: it was made UTF-8, or says wrongly that it is. */
    private static Charset charset(String name) {
        try {
            return name.toUpperCase(Locale.ROOT).matches("UTF-?(?:16|32).*|UCS-.*")
                    ? StandardCharsets.UTF_8
                    : Charset.forName(name);
        } catch (IllegalArgumentException e) {
            return StandardCharsets.UTF_8;
        }
    }

    /** Name of the outermost element without its prefix. */
    String localRoot() {
        return root.substring(root.indexOf(':') + 1);
    }
}
