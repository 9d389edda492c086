package org.touchstone.page;

/**
 * A stretch of a text as it is shown.
 *
 * @param kind what it is
 * @param text its characters; empty for a gap
 */
public record Segment(Kind kind, String text) {
    /** What a stretch is. */
    public enum Kind {
        PLAIN,
        SIGN,
        /** Something was left out here. */
        GAP
    }
}
