package org.touchstone.register;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The statements in which the USPTO says what a mark means and how it sounds; the wording is that of its manual of examining
 * procedure (TMEP 808.01, 809.03), what counts stands in quotation marks.
 */
final class UsStatements {
    /** {@code The English translation of "X" in the mark is "Y".} */
    private static final Pattern TRANSLATION =
            Pattern.compile("(?i)translat\\w* .*?\\b(?:is|means|as)\\b[^\"]*\"([^\"]{1,200})\"");

    private static final Pattern MEANING = Pattern.compile("(?i)\\bmeans?\\b[^\"]*\"([^\"]{1,200})\"");

    /** {@code The non-Latin characters in the mark transliterate to "X" and this means "Y" in English.} */
    private static final Pattern TRANSLITERATION =
            Pattern.compile("(?i)transliterat\\w* (?:to|into|as|is)\\b[^\"]*\"([^\"]{1,200})\"");

    private UsStatements() {}

    static Set<String> translations(String statement) {
        return quoted(TRANSLATION, statement);
    }

    static Set<String> meanings(String statement) {
        return quoted(MEANING, statement);
    }

    static Set<String> transliterations(String statement) {
        return quoted(TRANSLITERATION, statement);
    }

    private static Set<String> quoted(Pattern pattern, String statement) {
        Matcher found = pattern.matcher(statement);
        return found.find()
                ? Set.of(found.group(1).replaceAll("[,.;]+$", "").strip())
                : Set.of();
    }
}
