package org.touchstone.matcher.brand;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.touchstone.listing.Listing;

/** Which country a marketplace sells in, by its key or the ending of its address. */
final class Markets {
    private static final Pattern CHINESE = Pattern.compile(
            "(?:^|[./:])(?:taobao|tmall|jd|pinduoduo|yangkeduo|1688|douyin|jinritemai|kuaishou|xiaohongshu|goofish|xianyu|weidian|vip|suning)"
                    + "(?:\\.com|\\.cn)?$");

    /** Endings of two letters that are sold for any purpose. */
    private static final Set<String> OPEN =
            Set.of("io", "co", "tv", "me", "ai", "cc", "ly", "to", "ws", "fm", "im", "in", "sh");

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private Markets() {}

    /** ISO code, or nothing when the marketplace does not tell. */
    static Set<String> countries(Listing listing) {
        Set<String> byKey = countries(listing.marketplace());
        return byKey.isEmpty() ? countries(host(listing.url())) : byKey;
    }

    private static Set<String> countries(String name) {
        String folded = name.toLowerCase(Locale.ROOT);
        if (CHINESE.matcher(folded).find()) {
            return Set.of(Places.CHINA);
        }
        String ending = folded.substring(folded.lastIndexOf('.') + 1);
        if (ending.equals("uk")) {
            return Set.of("GB");
        }
        String code = ending.toUpperCase(Locale.ROOT);
        return folded.contains(".") && COUNTRIES.contains(code) && !OPEN.contains(ending) ? Set.of(code) : Set.of();
    }

    private static String host(String url) {
        try {
            String host = url.isEmpty() ? null : URI.create(url).getHost();
            return host == null ? "" : host;
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
