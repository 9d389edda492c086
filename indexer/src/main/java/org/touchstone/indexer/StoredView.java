package org.touchstone.indexer;

/**
 * A view of a mark's image, as the index has it.
 *
 * @param number of the view in this index, from 0
 * @param registration id of the registration
 * @param image path of the image, as the register names it
 * @param view the view itself, but for its words
 */
public record StoredView(int number, String registration, String image, ImageView view) {}
