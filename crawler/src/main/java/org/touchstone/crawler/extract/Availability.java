package org.touchstone.crawler.extract;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Whether something can be bought, in schema.org's words. */
final class Availability {
    private static final int MAX_LENGTH = 60;
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("instock", "InStock"),
            Map.entry("available", "InStock"),
            Map.entry("isavailable", "InStock"),
            Map.entry("true", "InStock"),
            Map.entry("yes", "InStock"),
            Map.entry("y", "InStock"),
            Map.entry("onsale", "InStock"),
            Map.entry("instoreonly", "InStoreOnly"),
            Map.entry("onlineonly", "OnlineOnly"),
            Map.entry("limitedavailability", "LimitedAvailability"),
            Map.entry("preorder", "PreOrder"),
            Map.entry("presale", "PreSale"),
            Map.entry("backorder", "BackOrder"),
            Map.entry("soldout", "SoldOut"),
            Map.entry("outofstock", "OutOfStock"),
            Map.entry("oos", "OutOfStock"),
            Map.entry("unavailable", "OutOfStock"),
            Map.entry("notavailable", "OutOfStock"),
            Map.entry("nostock", "OutOfStock"),
            Map.entry("false", "OutOfStock"),
            Map.entry("no", "OutOfStock"),
            Map.entry("discontinued", "Discontinued"),
            Map.entry("notsold", "InStock"));
    /** Parts of what shops write in Chinese and English; what speaks against a sale stands first. */
    private static final List<Map.Entry<String, String>> PARTS = List.of(
            Map.entry("outofstock", "OutOfStock"),
            Map.entry("soldout", "SoldOut"),
            Map.entry("notavailable", "OutOfStock"),
            Map.entry("unavailable", "OutOfStock"),
            Map.entry("无货", "OutOfStock"),
            Map.entry("無貨", "OutOfStock"),
            Map.entry("缺货", "OutOfStock"),
            Map.entry("缺貨", "OutOfStock"),
            Map.entry("补货", "OutOfStock"),
            Map.entry("補貨", "OutOfStock"),
            Map.entry("库存不足", "OutOfStock"),
            Map.entry("售罄", "SoldOut"),
            Map.entry("售完", "SoldOut"),
            Map.entry("卖完", "SoldOut"),
            Map.entry("下架", "Discontinued"),
            Map.entry("停售", "Discontinued"),
            Map.entry("预售", "PreSale"),
            Map.entry("預售", "PreSale"),
            Map.entry("预订", "PreOrder"),
            Map.entry("預購", "PreOrder"),
            Map.entry("backorder", "BackOrder"),
            Map.entry("preorder", "PreOrder"),
            Map.entry("instock", "InStock"),
            Map.entry("有货", "InStock"),
            Map.entry("有貨", "InStock"),
            Map.entry("现货", "InStock"),
            Map.entry("現貨", "InStock"),
            Map.entry("有库存", "InStock"),
            Map.entry("在售", "InStock"));

    private Availability() {}

    /** The word of schema.org for what a page says; what it says, cut short, where there is none. */
    static String word(String said) {
        String known = known(said);
        String plain = PlainText.of(Schema.word(said), MAX_LENGTH);
        return known.isEmpty() ? plain : known;
    }

    /** The word of schema.org, empty where the text has none. */
    static String known(String said) {
        String word = Schema.word(said.length() > 200 ? said.substring(0, 200) : said);
        String plain = Normalizer.normalize(word, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s_\\-.!]", "");
        String exact = WORDS.getOrDefault(plain, "");
        return exact.isEmpty()
                ? PARTS.stream()
                        .filter(part -> plain.contains(part.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse("")
                : exact;
    }
}
