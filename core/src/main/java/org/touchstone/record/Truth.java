package org.touchstone.record;

/**
 * What is known to be true of a listing, for evaluation: the mark's sign is in it.
 *
 * @param listing id of the listing
 * @param mark id of the registration
 * @param label whether the use is lawful
 * @param kind how the sign is disguised, empty when not known
 */
public record Truth(String listing, String mark, Label label, String kind) {
    /** The verdict on a use. */
    public enum Label {
        INFRINGING,
        LAWFUL,
        UNKNOWN
    }
}
