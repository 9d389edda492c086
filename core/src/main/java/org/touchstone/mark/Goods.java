package org.touchstone.mark;

/**
 * Goods or services that a mark is registered for, as worded in the register.
 *
 * @param niceClass their class of the Nice classification, 1 to 45; 0 when not known
 * @param language of the wording, ISO 639-1 in lower case ({@code zh}); empty when the register does not say
 * @param text the wording
 */
public record Goods(int niceClass, String language, String text) {
    /** Undetermined, ISO 639-2. */
    private static final String NO_LANGUAGE = "und";

    public Goods {
        language = language.strip();
        language = language.equals(NO_LANGUAGE) ? "" : language;
        text = text.strip();
        if (niceClass < 0 || niceClass > Registration.LAST_CLASS) {
            throw new IllegalArgumentException("expected a Nice class from 1 to 45, or 0, found " + niceClass);
        }
    }

    /** Goods of which no more is known than the wording. */
    public static Goods of(String text) {
        return new Goods(0, "", text);
    }
}
