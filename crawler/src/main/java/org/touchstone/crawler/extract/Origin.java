package org.touchstone.crawler.extract;

/**
 * Where a field was read.
 *
 * @param syntax such as {@code json-ld}, {@code microdata}, {@code rdfa}, {@code opengraph}, {@code state}, {@code text}
 *     or {@code profile}
 * @param line of the page at which the element or the script's object starts, the first being 1; 0 when it is not known
 * @param path a JSON Pointer within that object for what stands in scripts ({@code /offers/price}), a CSS selector for
 *     what stands in elements ({@code #buy > span.price})
 */
public record Origin(String syntax, int line, String path) {
    @Override
    public String toString() {
        return syntax + (line > 0 ? " line " + line : "") + (path.isEmpty() ? "" : " " + path);
    }
}
