package org.touchstone.listing;

import java.util.Locale;

/** Where an offer was made. */
public enum ListingKind {
    /** A product page of a shop. */
    PRODUCT,
    /** A moment of a live stream. */
    LIVE;

    /** The name used in files: lower case. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
