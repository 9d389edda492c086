package org.touchstone.matcher;

import org.touchstone.hit.Evidence;

/**
 * A sign of a registration, seen in a listing.
 *
 * @param mark id of the registration
 * @param evidence what was seen where
 */
public record Sighting(String mark, Evidence evidence) {}
