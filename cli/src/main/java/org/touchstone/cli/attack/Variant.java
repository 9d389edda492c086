package org.touchstone.cli.attack;

/**
 * A mark in one disguise, in the title of an offer.
 *
 * @param title with the disguised sign in it
 * @param start first UTF-16 unit of the sign in the title
 */
record Variant(Target target, Operator operator, String sign, String title, int start) {
    int end() {
        return start + sign.length();
    }
}
