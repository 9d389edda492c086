package org.touchstone.crawler.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;
import org.touchstone.listing.Price;

/**
 * What a page shows to people, for pages and fields of which nothing is marked up: the price beside the main heading,
 * texts after labels such as 品牌 or SKU, and whether there is a button to buy. Believed least of all.
 */
final class Shown {
    private static final int MAX_TEXTS = 20_000;
    private static final int MAX_PRICE = 60;
    private static final int MAX_VALUE = 100;
    private static final int MAX_NODES = 300;
    private static final int MAX_PAGE_NODES = 300_000;
    /** So many elements around a text say what it is. */
    private static final int NEAR = 4;

    private static final Pattern PRICE = words(
            "price|prices|pricing|precio|preis|prix|prezzo|preco|cena|cijena|pris|prijs|hinta|kaina|jiage|amount|pricenew|saleprice|currentprice|productprice|pricebox");
    private static final Pattern FORMER = words(
            "old|was|before|regular|list|rrp|uvp|original|crossed|strike|striked|through|msrp|former|previous|saving|savings|save|installment|instalment|monthly|shipping|delivery|unit|per|oldprice|listprice|priceold|market|del");
    private static final Pattern ELSEWHERE = words(
            "related|recommend|recommended|recommendation|recommendations|similar|upsell|upsells|crosssell|cross-sell|carousel|slider|recent|recently|viewed|minicart|mini-cart|cart-drawer|menu|footer|nav|navbar|suggest|suggestions|also|bundle|compare|wishlist|breadcrumb|breadcrumbs|review|reviews|autocomplete");
    private static final Map<String, Pattern> LABELS = Map.of(
            "attributes.sku",
            label(
                    "sku|product code|item code|product id|item (?:no|number|id)|art(?:icle|ikel)?[. -]{0,2}(?:no|nr|number|nummer)|bestell[- ]?(?:nr|nummer)|r[eé]f(?:erence|érence|erencia)?|šifra|kod produktu|артикул|код товара|код|kód|kod|code|商品编号|商品編號|商品编码|货号|貨號|宝贝编号"),
            "brand",
            label(
                    "brand|brand name|marke|marque|marca|značka|znamka|manufacturer|hersteller|proizvajalec|proizvođač|výrobca|výrobce|бренд|производитель|品牌|品牌名称|品牌名稱|厂商"),
            "attributes.gtin",
            label("ean|ean[- ]code|gtin|barcode|upc|isbn|条形码|条码|國際條碼"),
            "attributes.mpn",
            label("mpn|manufacturer part number|part number|herstellernummer"),
            "attributes.model",
            label("型号|型號|model"),
            "attributes.availability",
            label(
                    "availability|stock|stock status|verfügbarkeit|disponibilité|disponibilidad|dostupnost|dostupnosť|razpoložljivost|наличие|库存|庫存|供货情况|状态"),
            "seller.name",
            label("seller|sold by|卖家|賣家|店铺|店鋪|店铺名称|掌柜"));

    private final Document page;
    private final PageHead head;
    private final List<TextNode> texts = new ArrayList<>();
    private final Reading reading = new Reading();
    private final @Nullable Element heading;
    private @Nullable Element priceAt;

    private Shown(Document page, PageHead head) {
        this.page = page;
        this.head = head;
        heading = head.heading(page);
    }

    /** What the page shows of the product that it is about; without a title where nothing says that there is one. */
    static Reading of(Document page, PageHead head) {
        Shown shown = new Shown(page, head);
        Element heading = shown.heading;
        shown.collect();
        shown.labels();
        shown.price();
        ShownAvailability availability = ShownAvailability.of(page, shown.texts, heading, shown.priceAt);
        availability.said().ifPresent(said -> shown.put("attributes.availability", said.word(), said.at()));
        boolean said = page.select("meta[property=og:type]").attr("content").equals("product");
        if (heading != null && shown.reading.has("price") && (availability.sold() || said)) {
            shown.put("title", PlainText.of(Trees.text(heading), MAX_PRICE * 10), heading);
            Element image = page.selectFirst("meta[property=og:image][content]");
            if (image != null) {
                shown.reading.image(new Stated(image.attr("content"), origin(image)));
            } else if (shown.priceAt != null) {
                ShownPictures.of(heading, shown.priceAt)
                        .forEach(one -> shown.reading.image(new Stated(Pictures.source(one), origin(one))));
            }
        }
        return shown.reading;
    }

    private void collect() {
        int[] nodes = {0};
        page.filter((node, depth) -> {
            if (node instanceof Element element && (isPassedOver(element) || isHidden(element))) {
                return NodeFilter.FilterResult.SKIP_ENTIRELY;
            }
            if (node instanceof TextNode text && !text.isBlank()) {
                texts.add(text);
            }
            return texts.size() < MAX_TEXTS && ++nodes[0] < MAX_PAGE_NODES
                    ? NodeFilter.FilterResult.CONTINUE
                    : NodeFilter.FilterResult.STOP;
        });
    }

    /** Whether scripts may show it later; never what holds the main heading, which some pages hide until they are ready. */
    private boolean isHidden(Element element) {
        return ShownAvailability.isHidden(element)
                && (heading == null || !heading.parents().contains(element));
    }

    static boolean isPassedOver(Element element) {
        return switch (element.normalName()) {
            case "script", "style", "noscript", "template", "nav", "footer", "select", "textarea", "svg", "head" ->
                true;
            default ->
                element.parent() != null
                        && !element.normalName().equals("body")
                        && ELSEWHERE.matcher(names(element)).find()
                        && !PRICE.matcher(names(element)).find();
        };
    }

    private void labels() {
        for (int i = 0; i < texts.size(); i++) {
            String text = PlainText.of(texts.get(i).text(), MAX_VALUE * 2);
            if (text.length() > MAX_VALUE) {
                continue;
            }
            for (Map.Entry<String, Pattern> label : LABELS.entrySet()) {
                Matcher found = label.getValue().matcher(text);
                if (!reading.has(label.getKey()) && found.matches()) {
                    label(label.getKey(), found, i);
                }
            }
        }
    }

    private void label(String field, Matcher found, int i) {
        String beside = found.group(2) != null ? found.group(2).strip() : found.group(3) != null ? found.group(3) : "";
        boolean next = beside.isEmpty() && i + 1 < texts.size();
        TextNode place = texts.get(next ? i + 1 : i);
        String value = next ? PlainText.of(place.text(), MAX_VALUE).replaceFirst("^[:：]\\s*", "") : beside;
        if (next && value.isEmpty() && i + 2 < texts.size()) {
            place = texts.get(i + 2);
            value = PlainText.of(place.text(), MAX_VALUE);
        }
        boolean code =
                field.equals("attributes.sku") || field.equals("attributes.gtin") || field.equals("attributes.mpn");
        boolean likely = code
                ? value.length() <= 40 && value.chars().anyMatch(Character::isDigit)
                : value.length() <= 60 && (found.group(1) != null || isLabelElement(texts.get(i)));
        String known = field.equals("attributes.availability") ? Availability.known(value) : value;
        if (likely && !known.isEmpty() && place.parent() instanceof Element element) {
            put(field, field.equals("attributes.gtin") ? known.replaceAll("[\\s-]", "") : known, element);
        }
    }

    /** A word alone is a label only where the page lays it out as one. */
    private static boolean isLabelElement(TextNode text) {
        Node parent = text.parent();
        return parent instanceof Element element
                && (element.normalName().equals("dt")
                        || element.normalName().equals("th")
                        || element.closest("td,dt,th") != null);
    }

    private void price() {
        boolean after = heading == null;
        Element before = null;
        Element former = null;
        for (TextNode text : texts) {
            after |= heading != null && isWithin(text, heading);
            if (!(text.parent() instanceof Element element)
                    || text.getWholeText().length() > MAX_PRICE * 4
                    || text.getWholeText().chars().noneMatch(Character::isDigit)) {
                continue;
            }
            Element holder = priced(element);
            if (holder != null && after) {
                put(former != null && !isBeside(former, holder) ? former : holder);
                return;
            } else if (holder != null) {
                before = holder;
            } else if (former == null && after && isCalledFormer(element)) {
                former = element;
            }
        }
        Element last = former == null && page.select("h1").size() == 1 ? before : former;
        if (last != null) {
            put(last);
        }
    }

    private static boolean isBeside(Element price, Element other) {
        Element above = price;
        for (int up = 0; up < NEAR && above.parent() != null; up++) {
            above = above.parent();
        }
        return other.parents().contains(above);
    }

    private static boolean isWithin(TextNode text, Element heading) {
        Node above = text.parent();
        for (int up = 0; up < 5 && above != null; up++, above = above.parent()) {
            if (above == heading) {
                return true;
            }
        }
        return false;
    }

    private void put(Element holder) {
        read(holder).ifPresent(price -> {
            priceAt = holder;
            put("price", price.amount().toPlainString(), holder);
            put("currency", price.currency(), holder);
        });
    }

    private Optional<Price> read(Element holder) {
        String text = shortText(holder);
        return text.length() > MAX_PRICE
                ? Optional.empty()
                : PriceText.parse(text, "", head.currency())
                        .filter(price ->
                                price.amount().signum() > 0 && !price.currency().isEmpty());
    }

    /**
     * The smallest element around a text that reads as a price, if it or one close around it is called a price; null where
     * that is not so or it is a former price.
     */
    private @Nullable Element priced(Element start) {
        boolean called = false;
        Element element = start;
        for (int up = 0; up < NEAR && element != null; up++, element = element.parent()) {
            String names = names(element);
            boolean struck = switch (element.normalName()) {
                case "del", "s", "strike" -> true;
                default -> FORMER.matcher(names).find();
            };
            if (struck) {
                return null;
            }
            called |= PRICE.matcher(names).find();
        }
        element = called ? start : null;
        for (int up = 0; up < NEAR && element != null; up++, element = element.parent()) {
            if (read(element).isPresent()) {
                return element;
            }
        }
        return null;
    }

    /** A price that is called an old one though none stands beside it: a template's class, not a former price. */
    private boolean isCalledFormer(Element element) {
        return PRICE.matcher(names(element)).find()
                && element.closest("del,s,strike") == null
                && read(element).isPresent();
    }

    /** The text of an element; only its beginning when it is longer than any price. */
    static String shortText(Element element) {
        StringBuilder text = new StringBuilder();
        int[] nodes = {0};
        element.filter((node, depth) -> {
            if (node instanceof TextNode part) {
                text.append(part.getWholeText(), 0, Math.min(part.getWholeText().length(), MAX_PRICE * 4));
            }
            return text.length() > MAX_PRICE * 4 || ++nodes[0] > MAX_NODES
                    ? NodeFilter.FilterResult.STOP
                    : NodeFilter.FilterResult.CONTINUE;
        });
        return PlainText.of(text.toString(), MAX_PRICE + 1);
    }

    private void put(String field, String value, Element element) {
        if (!reading.has(field)) {
            reading.put(field, new Stated(value, origin(element)));
        }
    }

    private static Origin origin(Element element) {
        return new Origin("text", Math.max(0, element.sourceRange().start().lineNumber()), Places.path(element));
    }

    static String names(Element element) {
        String names = element.className() + " " + element.id();
        String cut = names.length() > 200 ? names.substring(0, 200) : names;
        return cut.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    /** Words as parts of the names of classes: {@code product-price}, {@code productPrice}, {@code price_box}. */
    private static Pattern words(String words) {
        return Pattern.compile("(?<![a-z])(?:" + words + ")(?![a-z])");
    }

    private static Pattern label(String words) {
        return Pattern.compile(
                "(?:" + words + ")(?:\\s?[.#]{0,2}\\s?([:：])\\s?(.{0,90})|\\s(?=[^ ]{0,20}\\d)([^ ]{1,30})|)",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
