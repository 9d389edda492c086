package org.touchstone.matcher.wording;

/**
 * What a finding weighs, in decibans: ten times the decimal logarithm of how much likelier it is where a sign is used
 * unlawfully than where it is used lawfully. Judgements of the field's practice, stated in this one place until
 * reviewers' decisions calibrate them.
 */
final class Weights {
    /** The trade's own word for a replica makes an unlawful use ten times as likely. */
    private static final double OPEN_REPLICA = 10;

    private static final double STRONG_REPLICA = 6;

    /** A word of several meanings, when something supports this one. */
    private static final double SUPPORTED_REPLICA = 3;

    /** What each further such word adds, and what all of them add at most. */
    static final double FURTHER_REPLICA = 1;

    static final double FURTHER_REPLICAS = 3;

    /** Said to fit the brand's goods: about thirty times as likely where the use is lawful. */
    static final double MADE_TO_FIT = -15;

    /** Said less clearly: by "for" with no accessory named, or of a sign that stands elsewhere as well. */
    static final double PERHAPS_MADE_TO_FIT = -12;

    /** Said to fit in a word that as often tells what kind of goods the brand's own are. */
    static final double LIKELY_NOT_THE_BRANDS_OWN = -6;

    /** Second-hand goods: the right is exhausted by the first sale, if they are genuine. */
    static final double SECOND_HAND = -10;

    static final double COMPARED = 3;

    /** Likened in a word of several meanings. */
    static final double LIKENED = 2;

    /** Lowers confusion a little; counterfeit sellers deny as well, to escape filters. */
    static final double DENIED = -2;

    /** Said to be of no brand, and yet showing a sign of one. */
    static final double UNBRANDED = -1;

    /** Said not to be a replica: no honest seller has to say so, and no counterfeit seller minds. */
    static final double REPLICA_DENIED = 0;

    /** Leads away from the marketplace and its record of the sale, with an address to write to. */
    static final double CONTACT_WITH_ADDRESS = 4;

    static final double CONTACT = 3;

    /** Leads away in words of several meanings, of which one supports the other. */
    static final double PERHAPS_CONTACT = 2;

    private Weights() {}

    static double replica(Grade grade) {
        return switch (grade) {
            case OPEN -> OPEN_REPLICA;
            case STRONG -> STRONG_REPLICA;
            case AMBIGUOUS -> SUPPORTED_REPLICA;
        };
    }
}
