package org.touchstone.cli.demo.photo;

/** Objects that can be drawn. */
public enum Ware {
    BAG,
    SHOE,
    CASE,
    TIN,
    BOTTLE,
    JAR,
    MUG,
    SHIRT,
    NOTEBOOK;

    /** Whether it stands on the backdrop; others lie on it and are seen from above. */
    boolean stands() {
        return this != CASE && this != SHIRT && this != NOTEBOOK;
    }
}
