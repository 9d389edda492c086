package org.touchstone.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the cells of an XLSX file share: their texts, and which of their styles show a number as a day or time. */
final class XlsxTexts {
    /** A sheet has 1,048,576 rows. */
    private static final int MAX_STRINGS = 8 << 20;

    private static final long MAX_CHARACTERS = 256L << 20;
    private static final int MAX_STYLES = 70_000;
    /** Characters that Excel allows. */
    private static final int MAX_FORMAT = 255;

    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private final List<String> strings = new ArrayList<>();
    private final List<Boolean> days = new ArrayList<>();

    XlsxTexts(XlsxBook book) throws IOException {
        if (!book.strings().isEmpty() && book.has(book.strings())) {
            readStrings(book);
        }
        if (!book.styles().isEmpty() && book.has(book.styles())) {
            readStyles(book);
        }
    }

    private void readStrings(XlsxBook book) throws IOException {
        long characters = 0;
        try (XlsxXml xml = book.xml(book.strings())) {
            while (xml.nextElement()) {
                if (xml.is("si")) {
                    String text = unescaped(xml.text("rPh"));
                    characters += text.length();
                    strings.add(text);
                    if (strings.size() > MAX_STRINGS || characters > MAX_CHARACTERS) {
                        throw new TableException("expected at most " + MAX_STRINGS + " texts of together "
                                + MAX_CHARACTERS + " characters, found more; save the file as CSV");
                    }
                }
            }
        }
    }

    private void readStyles(XlsxBook book) throws IOException {
        Set<String> own = new HashSet<>();
        Set<String> plain = new HashSet<>();
        boolean cells = false;
        try (XlsxXml xml = book.xml(book.styles())) {
            while (xml.nextElement() && days.size() < MAX_STYLES) {
                if (xml.is("numFmt") && own.size() + plain.size() < MAX_STYLES) {
                    (isDay(xml.attribute("formatCode")) ? own : plain).add(xml.attribute("numFmtId"));
                } else if (xml.is("cellXfs")) {
                    cells = true;
                } else if (xml.is("cellStyles")) {
                    cells = false;
                } else if (cells && xml.is("xf")) {
                    String format = xml.attribute("numFmtId");
                    days.add(own.contains(format) || isBuiltIn(format) && !plain.contains(format));
                }
            }
        }
    }

    /** The formats of days and times that need no code (ECMA-376 part 1, 18.8.30), those of Chinese versions among them. */
    private static boolean isBuiltIn(String format) {
        if (!format.matches("\\d{1,3}")) {
            return false;
        }
        int id = Integer.parseInt(format);
        return id >= 14 && id <= 22 || id >= 27 && id <= 36 || id >= 45 && id <= 47 || id >= 50 && id <= 58;
    }

    /** Whether a format's code has places for years, days, hours or seconds outside quotes and brackets. */
    static boolean isDay(String code) {
        if (code.length() > MAX_FORMAT) {
            return false;
        }
        String bare = code.replaceAll("\"[^\"]*+\"|\\[[^\\]]*+]|\\\\.|_.|\\*.", "");
        int semicolon = bare.indexOf(';');
        String first = semicolon < 0 ? bare : bare.substring(0, semicolon);
        return !first.contains("General") && first.matches("(?s).*[yYdDhHsS年月日时].*");
    }

    /** A shared text; empty when there is none of that number. */
    String string(int index) {
        return index >= 0 && index < strings.size() ? strings.get(index) : "";
    }

    boolean isDay(int style) {
        return style >= 0 && style < days.size() && days.get(style);
    }

    /** Excel writes control characters as {@code _x000D_}. */
    static String unescaped(String text) {
        if (text.indexOf("_x") < 0) {
            return text;
        }
        Matcher escape = ESCAPE.matcher(text);
        return escape.replaceAll(
                match -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(match.group(1), 16))));
    }
}
