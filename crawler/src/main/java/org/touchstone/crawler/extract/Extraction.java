package org.touchstone.crawler.extract;

import java.util.List;

/**
 * What a page offers.
 *
 * @param syntax that the products were read from: {@code json-ld}, {@code microdata}, {@code opengraph}, or {@code none}
 * @param offers in the page's order
 */
public record Extraction(String syntax, List<Offered> offers) {}
