package org.touchstone.matcher.wording;

import java.util.Locale;

/** What words mean in an offer. */
enum Sense {
    /** The trade's words for replicas and the stories told about their origin. */
    REPLICA,
    /** Sold by comparison with what the mark stands for. */
    COMPARISON,
    /** Likened to the brand that is named behind these words. */
    COMPARISON_BEFORE,
    /** Likened to the brand that is named before these words. */
    COMPARISON_AFTER,
    /** Sold second-hand. */
    SECOND_HAND,
    /** Made to fit the goods that are named behind these words. */
    FITS_BEFORE,
    /** Made to fit the goods that are named before these words. */
    FITS_AFTER,
    /** Said not to be of the brand named behind these words. */
    DENIAL_BEFORE,
    /** Said not to be of the brand named before these words. */
    DENIAL_AFTER,
    /** Said to be of no brand. */
    DENIAL,
    /** An invitation to deal outside the marketplace. */
    CONTACT,

    /** Turns the words of a replica behind it into their denial. */
    NEGATION,
    /** A part or an accessory, which is what is made to fit. */
    ACCESSORY,
    /** Goods to wear. */
    WEAR,
    /** Cosmetics and perfume. */
    BEAUTY,
    /** Devices. */
    DEVICE,
    /** For whom or for what goods are, when not for another's goods; and words that begin something else. */
    PERSON,
    /** Words that may stand between "for" and a brand. */
    FILLER,
    /** Words that name a model or a line between a brand and "compatible". */
    MODEL;

    static Sense of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
