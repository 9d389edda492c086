package org.touchstone.matcher.goods;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A similar group as it is written: {@code 0901}, or with the part of it that is meant, {@code 0901(一)}.
 *
 * @param number four digits, the first two of them the class
 * @param part Chinese numeral of the part, empty for the whole group
 */
record SimilarGroup(String number, String part) implements Comparable<SimilarGroup> {
    private static final Pattern FORM = Pattern.compile("([0-9]{2})(?!00)[0-9]{2}(?:\\s?[(（]([一二三四五六七八九十]{1,3})[)）])?");

    private static final int CLASS_DIGITS = 2;
    private static final int DIGITS = 4;

    /** Reads a group; empty when the text is none. */
    static Optional<SimilarGroup> of(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches() || !NiceClasses.isClass(Integer.parseInt(form.group(1)))) {
            return Optional.empty();
        }
        String part = form.group(2);
        return Optional.of(new SimilarGroup(form.group().substring(0, DIGITS), part == null ? "" : part));
    }

    int nice() {
        return Integer.parseInt(number.substring(0, CLASS_DIGITS));
    }

    /** Whether both may hold the same goods: the number is the same, and no two parts of it are set against each other. */
    boolean meets(SimilarGroup other) {
        return number.equals(other.number) && (part.isEmpty() || other.part.isEmpty() || part.equals(other.part));
    }

    @Override
    public int compareTo(SimilarGroup other) {
        int byNumber = number.compareTo(other.number);
        return byNumber != 0 ? byNumber : part.compareTo(other.part);
    }

    @Override
    public String toString() {
        return part.isEmpty() ? number : number + "(" + part + ")";
    }
}
