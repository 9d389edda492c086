package org.touchstone.indexer;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.touchstone.indexer.sign.Han;
import org.touchstone.indexer.sign.SignText;
import org.touchstone.mark.Registration;

/** The terms under which people find registrations by their numbers, holders and codes, and signs by parts of them. */
final class RegisterTerms {
    /** Letters in a row that are one term. */
    static final int GRAM = 3;

    /** Numbers of fewer digits would find too much without their zeros. */
    private static final int LEAST_DIGITS = 3;

    /** Category, division and section. */
    private static final int VIENNA_LEVELS = 3;

    private RegisterTerms() {}

    /** A number as people may write it: letters and digits alone, and the digits alone without zeros before them. */
    static Set<String> number(String number) {
        Set<String> terms = new LinkedHashSet<>();
        String plain = plain(number);
        if (!plain.isEmpty()) {
            terms.add(plain);
            String digits = plain.replaceAll("\\D", "").replaceFirst("^0+", "");
            if (digits.length() >= LEAST_DIGITS) {
                terms.add(digits);
            }
        }
        return terms;
    }

    static Set<String> numbers(Registration registration) {
        Set<String> terms = new LinkedHashSet<>();
        terms.addAll(number(registration.number()));
        terms.addAll(number(registration.applicationNumber()));
        terms.addAll(number(registration.registrationNumber()));
        terms.add(plain(registration.st13()));
        terms.add(plain(registration.id()));
        terms.remove("");
        return terms;
    }

    private static String plain(String number) {
        StringBuilder plain = new StringBuilder(number.length());
        Normalizer.normalize(number, Normalizer.Form.NFKC)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(point -> plain.appendCodePoint(Character.toUpperCase(point)));
        return plain.toString();
    }

    /** The words of a holder's name, folded; a Chinese name also by twos of its characters. */
    static List<String> words(String name) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        int before = 0;
        for (int point : folded(name).codePoints().toArray()) {
            boolean han = Han.is(point);
            if (!word.isEmpty() && (han || !Character.isLetterOrDigit(point))) {
                words.add(word.toString());
                word.setLength(0);
            }
            if (han) {
                words.add(Character.toString(point));
                if (before != 0) {
                    words.add(Character.toString(before) + Character.toString(point));
                }
            } else if (Character.isLetterOrDigit(point)) {
                word.appendCodePoint(point);
            }
            before = han ? point : 0;
        }
        if (!word.isEmpty()) {
            words.add(word.toString());
        }
        return words;
    }

    /** An owner as a whole, by the key that joins their names across registers; no word begins so. */
    static String owner(String key) {
        return '=' + key;
    }

    private static String folded(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .map(point -> Han.is(point) ? Han.simplified(point) : point)
                .forEach(folded::appendCodePoint);
        return folded.toString();
    }

    /** A Vienna code such as {@code 01.15.03} with its category and division: {@code 1}, {@code 1.15}, {@code 1.15.3}. */
    static List<String> vienna(String code) {
        List<String> terms = new ArrayList<>();
        StringBuilder term = new StringBuilder();
        String[] parts = code.strip().split("[.\\s]+", VIENNA_LEVELS + 1);
        for (String part : parts.length <= VIENNA_LEVELS ? parts : Arrays.copyOf(parts, VIENNA_LEVELS)) {
            String number = part.replaceFirst("^0+(?=.)", "");
            if (number.isEmpty()) {
                break;
            }
            term.append(term.isEmpty() ? "" : ".").append(number.toUpperCase(Locale.ROOT));
            terms.add(term.toString());
        }
        return terms;
    }

    /**
     * A sign's letters by threes, Chinese characters by twos, and one by one. Of a sign that is shorter there is only what it
     * has.
     */
    static Set<String> grams(SignText text) {
        return grams(text, 0, text.length());
    }

    /** The same of the letters from start to before end. */
    static Set<String> grams(SignText text, int start, int end) {
        Set<String> grams = new LinkedHashSet<>();
        for (int i = start; i < end; i++) {
            boolean han = text.kind(i) == SignText.Kind.HAN;
            if (han) {
                grams.add(text.base(i, i + 1));
                if (i + 1 < end) {
                    grams.add(text.base(i, i + 2));
                }
            } else if (i + GRAM <= end) {
                grams.add(text.base(i, i + GRAM));
            } else if (end - start < GRAM) {
                grams.add(text.base(i, end));
            }
        }
        return grams;
    }
}
