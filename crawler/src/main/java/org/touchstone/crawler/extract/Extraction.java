package org.touchstone.crawler.extract;

import java.util.List;

/**
 * What a page offers.
 *
 * @param syntax that the products were found in: {@code profile}, {@code json-ld}, {@code microdata}, {@code rdfa},
 *     {@code opengraph}, {@code state}, {@code text}, or {@code none}; single fields may come from another one, as
 *     their origins say
 * @param offers in the page's order; on a product's own page, that product first
 */
public record Extraction(String syntax, List<Offered> offers) {}
