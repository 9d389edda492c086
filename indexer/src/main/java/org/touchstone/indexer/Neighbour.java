package org.touchstone.indexer;

/**
 * A view whose vector lies near.
 *
 * @param view number of the {@link StoredView}
 * @param cosine of the angle between the vectors, -1 to 1
 */
public record Neighbour(int view, double cosine) {}
