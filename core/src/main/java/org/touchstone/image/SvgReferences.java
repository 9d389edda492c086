package org.touchstone.image;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what an SVG's attributes, styles and document type refer to; all that leaves the file is rejected by name. */
final class SvgReferences {
    private static final Pattern CSS_URL =
            Pattern.compile("(?i)url\\(\\s*(?:\"([^\"]*)\"|'([^']*)'|([^)\"'\\s]*))|@import\\s*[\"']([^\"']*)");
    private static final Pattern CSS_ESCAPE = Pattern.compile("\\\\(?:([0-9a-fA-F]{1,6})\\s?|([^\\r\\n]))");
    private static final Pattern CSS_COMMENT = Pattern.compile("(?s)/\\*.*?\\*/");
    private static final Pattern DOCTYPE = Pattern.compile(
            "(?s)<!DOCTYPE\\s+\\S+\\s+(?:SYSTEM|PUBLIC\\s*(?:\"[^\"]*\"|'[^']*'))\\s*(?:\"([^\"]*)\"|'([^']*)')");
    private static final Pattern ENTITY = Pattern.compile(
            "(?s)<!ENTITY\\s+(?:%\\s+)?\\S+\\s+(?:SYSTEM|PUBLIC\\s*(?:\"[^\"]*\"|'[^']*'))\\s*(?:\"([^\"]*)\"|'([^']*)')");
    /** The document types that drawing programs write. They are passed over, never fetched. */
    private static final Pattern W3C = Pattern.compile("https?://www\\.w3\\.org/(?:[\\w./-]*)\\.dtd");

    private SvgReferences() {}

    /**
     * Checks a document's type with its internal subset. The text itself is searched: the parser's event gives the
     * declaration garbled where an external parameter entity is used.
     */
    static void checkDocumentType(String text) throws ImageRejectedException {
        int start = text.indexOf("<!DOCTYPE");
        if (start < 0) {
            return;
        }
        Matcher type = DOCTYPE.matcher(text).region(start, text.length());
        if (type.lookingAt() && !W3C.matcher(quoted(type)).matches()) {
            throw external(quoted(type), "its document type");
        }
        Matcher entity = ENTITY.matcher(text);
        if (entity.find(start)) {
            throw external(quoted(entity), "an entity");
        }
    }

    /** Checks an address in {@code href} or {@code src}. An address within the file or of embedded data passes. */
    static void checkAddress(String address, String where) throws ImageRejectedException {
        String stripped = address.strip();
        if (!stripped.isEmpty() && !stripped.startsWith("#") && !isData(stripped)) {
            throw external(stripped, where);
        }
    }

    /** Checks a style sheet, or an attribute that may hold {@code url(…)}. */
    static void checkStyle(String css, String where) throws ImageRejectedException {
        if (!css.contains("(") && !css.contains("@") && !css.contains("\\")) {
            return;
        }
        // Comments may hide an address from this search as well as shield one from a browser: both readings are held.
        String plain = unescape(css);
        for (String reading : new String[] {plain, CSS_COMMENT.matcher(plain).replaceAll("")}) {
            Matcher url = CSS_URL.matcher(reading);
            while (url.find()) {
                checkAddress(quoted(url), where);
            }
        }
    }

    static boolean isData(String address) {
        return address.regionMatches(true, 0, "data:", 0, 5);
    }

    private static String unescape(String css) {
        return css.indexOf('\\') < 0
                ? css
                : CSS_ESCAPE
                        .matcher(css)
                        .replaceAll(escape -> Matcher.quoteReplacement(character(escape.group(1), escape.group(2))));
    }

    private static String character(String hex, String literal) {
        if (hex == null) {
            return literal;
        }
        int codePoint = Integer.parseInt(hex, 16);
        return Character.isValidCodePoint(codePoint) ? Character.toString(codePoint) : "\ufffd";
    }

    private static String quoted(Matcher match) {
        for (int group = 1; group <= match.groupCount(); group++) {
            String text = match.group(group);
            if (text != null) {
                return text;
            }
        }
        return "";
    }

    private static ImageRejectedException external(String address, String where) {
        String shown = address.length() > 120 ? address.substring(0, 120) + "…" : address;
        return new ImageRejectedException(String.format(
                Locale.ROOT,
                "expected an SVG without external references, found '%s' in %s",
                shown.replaceAll("\\p{Cntrl}", " "),
                where));
    }
}
