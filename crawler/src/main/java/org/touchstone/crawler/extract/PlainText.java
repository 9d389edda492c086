package org.touchstone.crawler.extract;

import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;

/** Texts of a page as text only: no tags, no scripts, no control characters, of bounded length. */
final class PlainText {
    private static final Pattern TAG = Pattern.compile("<[a-zA-Z/!]");
    private static final Pattern BLANKS = Pattern.compile("[\\p{Cc}\\s\\u00a0\\u3000]+");

    private PlainText() {}

    /** Cleans a text that may hold HTML, escaped once or twice. */
    static String of(String raw, int maxLength) {
        String cut = raw.length() > maxLength * 4 ? raw.substring(0, maxLength * 4) : raw;
        String text = cut.indexOf('&') >= 0 ? Parser.unescapeEntities(cut, false) : cut;
        if (TAG.matcher(text).find()) {
            text = Jsoup.parseBodyFragment(text).text();
        }
        text = BLANKS.matcher(text).replaceAll(" ").strip();
        if (text.length() <= maxLength) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(maxLength - 1)) ? maxLength - 1 : maxLength;
        return text.substring(0, end);
    }
}
