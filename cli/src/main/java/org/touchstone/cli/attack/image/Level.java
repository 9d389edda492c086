package org.touchstone.cli.attack.image;

/**
 * One strength of an operator.
 *
 * @param strength in the operator's unit
 * @param label the strength as people read it, the same in every language, such as {@code 30°}
 */
public record Level(double strength, String label) {}
