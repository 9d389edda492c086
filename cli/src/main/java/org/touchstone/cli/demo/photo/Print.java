package org.touchstone.cli.demo.photo;

/** How a logo is put on an object. */
public enum Print {
    /** In its own colours. */
    COLOUR,
    /** In white. */
    WHITE,
    /** In black. */
    BLACK,
    /** In gold. */
    GOLD,
    /** On a white label. */
    LABEL,
    /** Not at all. */
    NONE
}
