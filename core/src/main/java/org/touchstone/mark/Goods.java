package org.touchstone.mark;

/**
 * Goods or services that a mark is registered for, as worded in the register.
 *
 * @param niceClass their class of the Nice classification, 1 to 45; 0 when not known
 * @param language of the wording, ISO 639-1 in lower case ({@code zh}); empty when the register does not say
 * @param text the wording
 */
public record Goods(int niceClass, String language, String text) {
    /** Goods of which no more is known than the wording. */
    public static Goods of(String text) {
        return new Goods(0, "", text);
    }
}
