package org.touchstone.register;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The statements in which the USPTO says what a mark means and how it sounds. Their wording is that of its manual of examining
 * procedure (TMEP 808 and 809), with what counts in quotation marks: {@code The English translation of "X" in the mark is "Y".}, {@code
 * The non-Latin characters in the mark transliterate to "X" and this means "Y" in English.}
 */
final class UsStatements {
    private static final Pattern TRANSLATED = Pattern.compile("(?i)\\btranslat");
    private static final Pattern IS = Pattern.compile("(?i)\\b(?:is|are|means?|as)\\b");
    private static final Pattern MEANS = Pattern.compile("(?i)\\bmeans?\\b");
    private static final Pattern TRANSLITERATED = Pattern.compile("(?i)\\btransliterat\\w{0,10} (?:to|into|as|is)\\b");

    private static final int LONGEST = 200;

    private UsStatements() {}

    /** What a statement of translation says that a mark means; empty when it says it in other words. */
    static Set<String> translations(String statement) {
        return quoted(statement, TRANSLATED, IS);
    }

    /** What a statement of transliteration says that a mark means. */
    static Set<String> meanings(String statement) {
        return quoted(statement, MEANS, MEANS);
    }

    /** How a statement of transliteration says that a mark reads. */
    static Set<String> transliterations(String statement) {
        return quoted(statement, TRANSLITERATED, TRANSLITERATED);
    }

    /** What stands in quotation marks right behind words with one pattern in them, once another was seen outside of quotation marks. */
    private static Set<String> quoted(String statement, Pattern first, Pattern before) {
        Set<String> found = new LinkedHashSet<>();
        String[] pieces = statement.split("\"");
        boolean seen = false;
        for (int i = 0; i + 1 < pieces.length; i += 2) {
            seen = seen || first.matcher(pieces[i]).find();
            String quoted = pieces[i + 1].replaceAll("[,.;]$", "").strip();
            if (seen
                    && !quoted.isEmpty()
                    && quoted.length() <= LONGEST
                    && before.matcher(pieces[i]).find()) {
                found.add(quoted);
            }
        }
        return found;
    }
}
