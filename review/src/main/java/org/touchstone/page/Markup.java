package org.touchstone.page;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Builds HTML from elements, attributes and texts, so that a text can never become markup: this is the only class that
 * writes a tag or escapes a character. Characters that cannot be seen or that turn the reading order (controls, zero
 * width, direction overrides, unpaired surrogates) are shown by their codes. Not thread-safe.
 *
 * <pre>{@code
 * new Markup().open("p", "class", "title").text("<b>").close().toString()   // <p class="title">&lt;b&gt;</p>
 * }</pre>
 */
public final class Markup {
    private static final Pattern NAME = Pattern.compile("[a-z][a-zA-Z0-9-]*");

    private final StringBuilder out = new StringBuilder();
    private final Deque<String> opened = new ArrayDeque<>();

    /**
     * Opens an element.
     *
     * @param attributes names and values in turn; an empty value makes {@code name=""}
     * @throws IllegalArgumentException for a name that is none, an attribute that runs or styles, or an address that is
     *     neither http, https, data:image/ nor within the page or its server
     */
    public Markup open(String element, String... attributes) {
        tag(element, attributes);
        opened.push(element);
        return this;
    }

    /** Writes an element that has no content and no end, such as {@code img}. */
    public Markup empty(String element, String... attributes) {
        tag(element, attributes);
        return this;
    }

    /** Closes the element opened last. */
    public Markup close() {
        out.append("</").append(opened.pop()).append('>');
        return this;
    }

    /** Writes a text. */
    public Markup text(String text) {
        escape(text, out, true);
        return this;
    }

    /** Writes an element that holds one text. */
    public Markup element(String element, String text, String... attributes) {
        return open(element, attributes).text(text).close();
    }

    /** Begins a document. */
    public Markup doctype() {
        out.append("<!doctype html>\n");
        return this;
    }

    /**
     * Writes one of the program's own styles or scripts as it is.
     *
     * @throws IllegalArgumentException when it would end its element
     */
    public Markup trusted(String styleOrScript) {
        if (styleOrScript.toLowerCase(Locale.ROOT).contains("</") || styleOrScript.contains("<!--")) {
            throw new IllegalArgumentException("a style or script that holds markup");
        }
        out.append(styleOrScript);
        return this;
    }

    /** Writes JSON into a script element of that type, where nothing in it can end the element. */
    public Markup data(String json) {
        out.append(json.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"));
        return this;
    }

    /** Begins a new line in the file; for people who read the source. */
    public Markup line() {
        out.append('\n');
        return this;
    }

    /** Takes what was written so far and starts anew with the same open elements. */
    public String drain() {
        String written = out.toString();
        out.setLength(0);
        return written;
    }

    /** What was written. */
    @Override
    public String toString() {
        return out.toString();
    }

    /** A text as the value of an attribute, or as the content of {@code title}. */
    public static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        escape(text, escaped, false);
        return escaped.toString();
    }

    private void tag(String element, String[] attributes) {
        out.append('<').append(checked(element));
        for (int i = 0; i < attributes.length; i += 2) {
            String name = checked(attributes[i]);
            String value = attributes[i + 1];
            if (name.startsWith("on") || name.equals("style")) {
                throw new IllegalArgumentException("an attribute that runs or styles: " + name);
            }
            if ((name.equals("href") || name.equals("src") || name.equals("action")) && !harmless(value)) {
                throw new IllegalArgumentException("an address of another scheme: " + value);
            }
            out.append(' ').append(name).append("=\"");
            escape(value, out, false);
            out.append('"');
        }
        out.append('>');
    }

    private static String checked(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a name of an element or attribute: " + name);
        }
        return name;
    }

    private static boolean harmless(String address) {
        String lower = address.toLowerCase(Locale.ROOT);
        return lower.startsWith("https://")
                || lower.startsWith("http://")
                || lower.startsWith("data:image/png;base64,")
                || lower.startsWith("data:image/jpeg;base64,")
                || lower.equals("data:,")
                || lower.startsWith("#")
                || lower.startsWith("?")
                || (lower.startsWith("/") && !lower.startsWith("//") && !lower.startsWith("/\\"));
    }

    private static void escape(String text, StringBuilder out, boolean asElement) {
        int before = -1;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                case '\n', '\t' -> out.append((char) c);
                case '\r' -> out.append(' ');
                default -> {
                    if (Invisible.is(c, before)) {
                        String code = String.format(Locale.ROOT, "U+%04X", c);
                        out.append(asElement ? "<span class=\"code\">" + code + "</span>" : "[" + code + "]");
                    } else {
                        out.appendCodePoint(c);
                    }
                }
            }
            before = c;
            i += Character.charCount(c);
        }
    }
}
