package org.touchstone.crawler.extract;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Where an image stands at its full size. */
final class Pictures {
    /** Attributes in which scripts keep the large image until somebody scrolls or zooms, the largest first. */
    private static final List<String> LARGE = List.of(
            "data-zoom-image",
            "data-large_image",
            "data-large-image",
            "data-full",
            "data-original",
            "data-lazy-src",
            "data-ks-lazyload",
            "data-lazy-img",
            "data-src");

    private static final int MAX_LENGTH = 4_096;
    /** Shops on Alibaba's servers append the size: {@code a.jpg_250x250.jpg}, {@code a.jpg_Q90.jpg_.webp}. */
    private static final Pattern ALICDN =
            Pattern.compile("^(.{1,2000}?\\.(?:jpe?g|png|gif|webp))_[^/?]{0,60}$", Pattern.CASE_INSENSITIVE);
    /** Those of JD and of Shopify put it into the path or before the ending. */
    private static final Pattern JD =
            Pattern.compile("^(.{0,300}\\.360buyimg\\.com/)n[1-9](/)(?:s\\d{2,4}x\\d{2,4}_)?");

    private static final Pattern SHOPIFY = Pattern.compile(
            "^(.{0,300}(?:cdn\\.shopify\\.com|/cdn/shop)/.{1,1000})_(?:\\d{1,4}x\\d{0,4}|x\\d{1,4}|pico|icon|thumb|small|compact|medium|large|grande)(\\.(?:jpe?g|png|gif|webp))");

    private Pictures() {}

    /** The largest source that an element names; empty when it names none. */
    static String source(Element element) {
        for (String name : LARGE) {
            String value = element.attr(name).strip();
            if (!value.isEmpty() && !value.startsWith("data:") && !value.startsWith("{") && !value.startsWith("[")) {
                return value;
            }
        }
        String widest = widest(element.attr("srcset").isEmpty() ? element.attr("data-srcset") : element.attr("srcset"));
        String source = element.attr("src");
        return widest.isEmpty() ? source : widest;
    }

    /** The candidate of a {@code srcset} with the largest width or density. */
    static String widest(String srcset) {
        String best = "";
        double most = -1;
        if (srcset.length() > MAX_LENGTH * 4) {
            return best;
        }
        for (String candidate : srcset.strip().split(",\\s+|,(?=https?:|//)")) {
            String[] parts = candidate.strip().split("\\s+");
            double size = parts.length < 2 ? 1 : size(parts[1]);
            if (!parts[0].isEmpty() && !parts[0].startsWith("data:") && size > most) {
                best = parts[0];
                most = size;
            }
        }
        return best;
    }

    private static double size(String descriptor) {
        return descriptor.toLowerCase(Locale.ROOT).matches("\\d{1,6}(?:\\.\\d{1,4})?[wx]")
                ? Double.parseDouble(descriptor.substring(0, descriptor.length() - 1))
                : 0;
    }

    /** The address without the part in which a shop's image server is asked for a smaller one. */
    static String fullSize(String address) {
        if (address.length() > MAX_LENGTH) {
            return address;
        }
        Matcher alicdn = ALICDN.matcher(address);
        if ((address.contains("alicdn.com/") || address.contains("taobaocdn.com/")) && alicdn.find()) {
            return alicdn.group(1);
        }
        String jd = JD.matcher(address).replaceFirst("$1n0$2");
        return SHOPIFY.matcher(jd).replaceFirst("$1$2");
    }
}
