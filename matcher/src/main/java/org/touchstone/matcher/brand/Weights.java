package org.touchstone.matcher.brand;

/**
 * What a finding weighs, in decibans: ten times the decimal logarithm of how much likelier it is where a sign is used
 * unlawfully than where it is used lawfully. Judgements of the field's practice, stated in this one place until
 * reviewers' decisions calibrate them.
 */
final class Weights {
    /** A shop of the holder's own; outweighs the clearest signs, for there it is no wonder that the mark is seen. */
    static final double OFFICIAL = -30;

    static final double AUTHORISED = -25;

    /** A permission for some territory, of an offer that does not tell where it is made. */
    static final double PERHAPS_AUTHORISED = -15;

    /** The other lawful owner sells. */
    static final double OTHER_OWNER = -25;

    /** The sign is the other owner's mark, letter by letter, and not the brand's. */
    static final double OTHER_OWNERS_MARK = -20;

    /** Both have the very sign, and the seller is known to neither. */
    static final double MARK_OF_BOTH = -8;

    /** Nobody sells genuine goods under a mark that is held only to keep others off. */
    static final double DEFENSIVE = 4;

    static final double FROM_ELSEWHERE = 8;

    /** Who sells other goods says so as well, so it proves little. */
    static final double FROM_WITHIN = -4;

    static final double CHEAP = 3;
    static final double VERY_CHEAP = 5;

    /** A claim that nobody may make on that day. */
    static final double CLAIM_WITHOUT_ENTRY = 6;

    /** A claim that others may make; honest resellers repeat it. */
    static final double CLAIM_OF_ANOTHER = 4;

    private Weights() {}
}
