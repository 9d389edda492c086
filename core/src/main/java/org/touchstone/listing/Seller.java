package org.touchstone.listing;

/**
 * Who offers. Each part is empty when the page did not say.
 *
 * @param id the marketplace's own key for the seller
 * @param name the name shown to buyers
 * @param location the place shown to buyers
 */
public record Seller(String id, String name, String location) {}
