package org.touchstone.crawler.extract;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How a site's pages are to be read, as data: which pages there are, and where each field stands on them. What a profile
 * does not say is read as on any other site.
 *
 * @param name of the profile
 * @param hosts that it is for; {@code *.shop.example} stands for every host below, and the host itself
 * @param pages the first that fits an address holds for it
 * @param samples pages whose fields are known, by which drift shows
 */
public record SiteProfile(String name, List<String> hosts, List<Page> pages, List<Sample> samples) {
    /** Fields that a page can give; {@code attributes.} and any name besides. */
    public static final List<String> FIELDS = List.of(
            "title",
            "description",
            "brand",
            "category",
            "price",
            "currency",
            "condition",
            "url",
            "images",
            "seller.id",
            "seller.name",
            "seller.location");

    /** What a page is for. */
    public enum Kind {
        /** One product. */
        PRODUCT,
        /** Several products, each an item of its own. */
        LIST,
        /** Nothing to read; its links are followed all the same. */
        OTHER;

        /** The name in a profile. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Pages of one kind.
     *
     * @param kind what they are for
     * @param url a pattern for path and query in which {@code *} stands for any characters
     * @param items on a list, where each product stands
     * @param fields where each field stands, the first place that has it holds; on a list, within the item
     * @param next links to further pages of a list
     */
    public record Page(
            Kind kind, String url, Optional<Spot> items, Map<String, List<Spot>> fields, Optional<Spot> next) {}

    /**
     * A place on a page: an element, an object of a script, or a value that is the same on all pages.
     *
     * @param css a selector; empty for the item itself when an attribute is given
     * @param attribute of the element, empty for its text
     * @param json a JSON Pointer into the data of a script, empty for an element
     * @param value the same on all pages, empty where one of the others is given
     */
    public record Spot(String css, String attribute, String json, String value) {}

    /**
     * A page whose fields are known.
     *
     * @param file of the page, relative to the profile
     * @param url that it was fetched from
     * @param listings how many there are, negative when that is not said
     * @param fields of the first listing
     */
    public record Sample(String file, URI url, int listings, Map<String, String> fields) {}

    /** The pages that an address belongs to. */
    public Optional<Page> page(URI address) {
        String host = address.getHost() == null ? "" : address.getHost();
        String path = (address.getRawPath() == null ? "" : address.getRawPath())
                + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery());
        return hosts.stream().anyMatch(pattern -> isOf(host, pattern))
                ? pages.stream().filter(page -> fits(path, page.url())).findFirst()
                : Optional.empty();
    }

    private static boolean isOf(String host, String pattern) {
        return pattern.startsWith("*.")
                ? host.equals(pattern.substring(2)) || host.endsWith(pattern.substring(1))
                : host.equals(pattern);
    }

    /** Whether a text fits a pattern of characters and stars; in time of their lengths' product at worst. */
    static boolean fits(String text, String pattern) {
        int t = 0;
        int p = 0;
        int star = -1;
        int mark = 0;
        while (t < text.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                mark = t;
            } else if (p < pattern.length() && pattern.charAt(p) == text.charAt(t)) {
                p++;
                t++;
            } else if (star >= 0) {
                p = star + 1;
                t = ++mark;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }
}
