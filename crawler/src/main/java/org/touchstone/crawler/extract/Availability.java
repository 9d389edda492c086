package org.touchstone.crawler.extract;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
    private static final List<Map.Entry<String, String>> PARTS = parts(
            "SoldOut",
            "soldout 售罄 售完 卖完 賣完 卖光 賣光 抢光 搶光 抢完 完售 ausverkauft vergriffen épuisé agotado esaurito esgotado uitverkocht vyprodáno"
                    + " vypredané wyprzedane razprodano rasprodano распродано slutsåld udsolgt utsolgt loppuunmyyty tükendi 売り切れ 품절 hếthàng",
            "Discontinued",
            "discontinued nolongeravailable 下架 下柜 下櫃 停售 停产 停產 絕版 绝版 宝贝不存在 商品不存在 已失效",
            "OutOfStock",
            "outofstock notavailable notinstock notcurrentlyavailable unavailable 无货 無貨 缺货 缺貨 补货 補貨 断货 斷貨 库存不足 庫存不足 无现货 無現貨 暂无现货"
                    + " 无库存 無庫存 暂无库存 暫無庫存 没有库存 沒有庫存 暂不销售 不支持购买 暂不支持购买 nichtverfügbar nichtlieferbar nichtauflager rupturedestock indisponible"
                    + " sinexistencias sinstock fueradestock nondisponibile indisponível nietopvoorraad nenískladem niejeskladom niejenasklade niejemožnéprodukt nedostupn niedostępn brakwmagazynie"
                    + " ninazalogi nijedostupno нетвналичии отсутствует 在庫なし 在庫切れ",
            "PreSale",
            "预售 預售 presale",
            "BackOrder",
            "backorder",
            "PreOrder",
            "preorder 预订 預訂 預購 预购 vorbestell précommande předobjedn предзаказ",
            "InStock",
            "instock 有货 有貨 现货 現貨 有库存 有庫存 库存充足 庫存充足 在售 仅剩 僅剩 auflager sofortlieferbar enstock naskladě skladem naskladom naskladištu nazalogi"
                    + " opvoorraad wmagazynie вналичии ilager påvarasto 在庫あり 재고있음 cònhàng");
    /** A count of what is left. */
    private static final Pattern LEFT = Pattern.compile(
            "(?:only|just|last|nur noch|noch|plus que|仅剩|僅剩|只剩|剩余|剩餘|库存|庫存|stock)?[:：\\s]{0,3}(\\d{1,7})\\s{0,2}"
                    + "(?:items?|pieces?|pcs|units?|stück|件|个|個|台|双|套|只|瓶|盒)?\\s{0,2}(?:left|remaining|available|in stock|auf lager|verfügbar|可售|有货)?(?: in stock)?",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern BLANKS = Pattern.compile("[\\s_\\-.!]");

    private Availability() {}

    private static List<Map.Entry<String, String>> parts(String... wordsAndParts) {
        List<Map.Entry<String, String>> parts = new ArrayList<>();
        for (int i = 0; i < wordsAndParts.length; i += 2) {
            for (String part : wordsAndParts[i + 1].split(" ")) {
                parts.add(Map.entry(part, wordsAndParts[i]));
            }
        }
        return List.copyOf(parts);
    }

    /** The word of schema.org for what a page says; what it says, cut short, where there is none. */
    static String word(String said) {
        String known = known(said);
        String plain = PlainText.of(Schema.word(said), MAX_LENGTH);
        return known.isEmpty() ? plain : known;
    }

    /** The word of schema.org, empty where the text has none. */
    static String known(String said) {
        String word = Schema.word(said.length() > 200 ? said.substring(0, 200) : said);
        String plain = plain(word);
        String exact = WORDS.getOrDefault(plain, "");
        return exact.isEmpty()
                ? PARTS.stream()
                        .filter(part -> plain.contains(part.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElseGet(() -> left(word))
                : exact;
    }

    private static String plain(String said) {
        return Normalizer.normalize(said, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .transform(text -> BLANKS.matcher(text).replaceAll(""));
    }

    private static String left(String said) {
        Matcher left = LEFT.matcher(said.strip());
        boolean counted =
                left.matches() && left.group().length() > left.group(1).length();
        return !counted ? "" : left.group(1).matches("0+") ? "OutOfStock" : "InStock";
    }

    /** Whether a text says so by itself, rather than as an answer to a label or as part of a longer thought. */
    static boolean isSentence(String said) {
        return !WORDS.containsKey(plain(said))
                || PARTS.stream().anyMatch(part -> plain(said).equals(part.getKey()));
    }
}
