package org.touchstone.crawler.extract;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A marketplace whose offers are known by a key in their addresses, so that an offer is one listing whatever host, page and
 * parameters it is seen under. The forms of the addresses are what the marketplaces' own links have in 2026.
 *
 * @param name as listings name it
 * @param host that its pages stand on, without or with a label before it
 * @param key matches an address's path and query; its first group that matched is the offer's key
 */
public record Marketplace(String name, String host, Pattern key) {
    private static final List<Marketplace> ALL = List.of(
            of("taobao", "taobao.com", "/item\\.htm[^#]*[?&]id=(\\d+)|/i(\\d+)\\.htm"),
            of("tmall", "tmall.com", "/item\\.htm[^#]*[?&]id=(\\d+)"),
            of("tmall", "tmall.hk", "/item\\.htm[^#]*[?&]id=(\\d+)"),
            of("jd", "jd.com", "^/(?:product/)?(\\d{4,})\\.html"),
            of("1688", "1688.com", "/offer/(\\d+)\\.html"),
            of("pinduoduo", "yangkeduo.com", "/goods\\d?\\.html[^#]*[?&]goods_id=(\\d+)"),
            of("pinduoduo", "pinduoduo.com", "/goods\\d?\\.html[^#]*[?&]goods_id=(\\d+)"),
            of("douyin", "jinritemai.com", "[?&]id=(\\d{6,})"),
            of("xianyu", "goofish.com", "/item[^#]*[?&]id=(\\d+)"),
            of("suning", "suning.com", "^/\\d+/(\\d+)\\.html"),
            of("vip", "vip.com", "/detail-\\d+-(\\d+)\\.html"),
            of("dangdang", "dangdang.com", "^/(\\d+)\\.html"),
            of("aliexpress", "aliexpress.com", "/item/(?:[^/]*/)?(\\d+)\\.html"),
            of("alibaba", "alibaba.com", "/product-detail/[^/]*_(\\d+)\\.html"),
            of("dhgate", "dhgate.com", "/product/[^/]*/(\\d+)\\.html"),
            of("shopee", "shopee\\.[a-z.]{2,6}", "-i\\.(\\d+\\.\\d+)|/product/(\\d+/\\d+)"),
            of("lazada", "lazada\\.[a-z.]{2,6}", "-i(\\d+)(?:-s\\d+)?\\.html"),
            of("amazon", "amazon\\.[a-z.]{2,6}", "/(?:dp|gp/product|gp/aw/d)/([A-Z0-9]{10})(?:[/?]|$)"),
            of("ebay", "ebay\\.[a-z.]{2,6}", "/itm/(?:[^/?]+/)?(\\d{9,})"),
            of("etsy", "etsy.com", "/listing/(\\d+)"),
            of("mercari", "mercari.com", "/item/(m?\\d+)"),
            of("rakuten", "item.rakuten.co.jp", "^/([a-z0-9_-]+/[^/?]+)"));

    private static Marketplace of(String name, String host, String key) {
        String pattern = host.contains("\\.") ? host : Pattern.quote(host);
        return new Marketplace(name, "(?:[a-z0-9-]+\\.)*" + pattern, Pattern.compile(key));
    }

    /**
     * An offer of a marketplace.
     *
     * @param marketplace its name
     * @param key of the offer there
     */
    public record Offer(String marketplace, String key) {}

    /** The offer that an address is of; empty when it is of none that is known. */
    public static Optional<Offer> offer(URI address) {
        String host = address.getHost();
        String query = address.getRawQuery();
        String rest = address.getRawPath() + (query == null ? "" : "?" + query);
        for (Marketplace one : ALL) {
            if (host != null && host.matches(one.host)) {
                Matcher matcher = one.key.matcher(rest);
                if (matcher.find()) {
                    for (int group = 1; group <= matcher.groupCount(); group++) {
                        if (matcher.group(group) != null) {
                            return Optional.of(
                                    new Offer(one.name, matcher.group(group).replace('/', '.')));
                        }
                    }
                }
            }
        }
        return Optional.empty();
    }
}
