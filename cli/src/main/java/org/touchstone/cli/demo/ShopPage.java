package org.touchstone.cli.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.touchstone.record.Json;

/** The shop's pages as HTML, with products stated the three ways that shops state them. */
final class ShopPage {
    /** Stands where the server puts the name of the charset that it sends. */
    static final String CHARSET = "{charset}";

    private static final String NAME = "试金小集 Touchstone Market";
    private static final String STYLE = """
            body{font:16px/1.5 system-ui,"Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif;margin:0;
              background:#f6f4ef;color:#23211d}
            header{background:#23211d;color:#f6f4ef;padding:18px 28px}header a{color:inherit;text-decoration:none}
            header small{opacity:.7;margin-left:1em}
            main{max-width:1100px;margin:28px auto;padding:0 20px}
            .grid{display:grid;grid-template-columns:repeat(auto-fill,minmax(200px,1fr));gap:20px}
            .card{background:#fff;border-radius:10px;overflow:hidden;text-decoration:none;color:inherit;
              box-shadow:0 1px 3px #0002}
            .card img,.offer img{width:100%;display:block}.card p{margin:10px 14px}.price{color:#b3202c;font-weight:600}
            .offer{display:grid;grid-template-columns:minmax(280px,1fr) 1fr;gap:32px;background:#fff;border-radius:10px;
              padding:24px}.offer h1{font-size:1.35rem;margin-top:0}.seller{color:#6a655c}
            dl{display:grid;grid-template-columns:auto 1fr;gap:4px 16px}dt{color:#6a655c}dd{margin:0}
            footer{max-width:1100px;margin:40px auto;padding:0 20px;color:#6a655c;font-size:.85rem}
            """;

    private ShopPage() {}

    /** The front page: all offers, as links only. */
    static String front(List<Offer> offers) {
        ObjectNode list = Json.object().put("@context", "https://schema.org").put("@type", "ItemList");
        ArrayNode items = list.putArray("itemListElement");
        StringBuilder cards = new StringBuilder("<div class=\"grid\">\n");
        for (Offer offer : offers) {
            items.addObject()
                    .put("@type", "ListItem")
                    .put("position", items.size())
                    .put("url", offer.path())
                    .put("name", offer.title());
            cards.append(fill("""
                    <a class="card" href="%s"><img src="%s" alt="" loading="lazy"><p>%s</p><p class="price">%s</p></a>
                    """, offer.path(), offer.photoPath(), escape(offer.title()), escape(offer.priceTag())));
        }
        cards.append("</div>\n<p><a href=\"/cart\">购物车 Cart</a></p>");
        return page("zh", NAME, script(list), cards.toString());
    }

    static String offer(Offer offer) {
        return switch (offer.syntax()) {
            case "microdata" -> page(offer.language(), offer.title(), "", microdata(offer));
            case "opengraph" -> page(offer.language(), offer.title(), openGraph(offer), plain(offer));
            default -> page(offer.language(), offer.title(), script(jsonLd(offer)), plain(offer));
        };
    }

    private static ObjectNode jsonLd(Offer offer) {
        ObjectNode product = Json.object()
                .put("@context", "https://schema.org")
                .put("@type", "Product")
                .put("name", offer.title())
                .put("sku", offer.key())
                .put("description", offer.description())
                .put("category", offer.category())
                .put("image", offer.photoPath());
        if (!offer.brand().isEmpty()) {
            product.putObject("brand").put("@type", "Brand").put("name", offer.brand());
        }
        ArrayNode properties = product.putArray("additionalProperty");
        offer.attributes()
                .forEach((name, value) -> properties
                        .addObject()
                        .put("@type", "PropertyValue")
                        .put("name", name)
                        .put("value", value));
        ObjectNode offered = product.putObject("offers")
                .put("@type", "Offer")
                .put("price", offer.price())
                .put("priceCurrency", offer.currency())
                .put("itemCondition", condition(offer))
                .put("availability", "https://schema.org/InStock");
        ObjectNode seller =
                offered.putObject("seller").put("@type", "Organization").put("name", offer.seller());
        seller.putObject("address").put("@type", "PostalAddress").put("addressLocality", offer.location());
        return product;
    }

    private static String openGraph(Offer offer) {
        return meta("og:type", "product")
                + meta("og:title", offer.title())
                + meta("og:description", offer.description())
                + meta("og:image", offer.photoPath())
                + meta("product:retailer_item_id", offer.key())
                + meta("product:brand", offer.brand())
                + meta("product:category", offer.category())
                + meta("product:price:amount", offer.price())
                + meta("product:price:currency", offer.currency())
                + meta("product:condition", offer.condition())
                + meta("product:availability", "in stock")
                + meta("product:retailer_title", offer.seller());
    }

    private static String microdata(Offer offer) {
        String brand =
                offer.brand().isEmpty() ? "" : fill("""
                        <dt>%s</dt><dd itemprop="brand" itemscope itemtype="https://schema.org/Brand">
                        <span itemprop="name">%s</span></dd>
                        """, offer.isChinese() ? "品牌" : "Brand", escape(offer.brand()));
        return fill(
                """
                <div class="offer" itemscope itemtype="https://schema.org/Product"><img itemprop="image" src="%s" alt="">
                <div><h1 itemprop="name">%s</h1><meta itemprop="sku" content="%s"><meta itemprop="category" content="%s">
                <div itemprop="offers" itemscope itemtype="https://schema.org/Offer"><p class="price">%s</p>
                <meta itemprop="price" content="%s"><meta itemprop="priceCurrency" content="%s">
                <link itemprop="itemCondition" href="%s"><link itemprop="availability" href="https://schema.org/InStock">
                <p class="seller" itemprop="seller" itemscope itemtype="https://schema.org/Organization"><span itemprop="name">%s</span>
                <span itemprop="address">%s</span></p></div>
                <p itemprop="description">%s</p><dl>%s%s</dl></div></div>
                """,
                offer.photoPath(),
                escape(offer.title()),
                offer.key(),
                escape(offer.category()),
                escape(offer.priceTag()),
                offer.price(),
                offer.currency(),
                condition(offer),
                escape(offer.seller()),
                escape(offer.location()),
                escape(offer.description()),
                brand,
                rows(offer.attributes()));
    }

    private static String plain(Offer offer) {
        return fill(
                """
                <div class="offer"><img src="%s" alt=""><div><h1>%s</h1><p class="price">%s</p>
                <p class="seller">%s · %s</p><p>%s</p><dl>%s</dl></div></div>
                """,
                offer.photoPath(),
                escape(offer.title()),
                escape(offer.priceTag()),
                escape(offer.seller()),
                escape(offer.location()),
                escape(offer.description()),
                rows(offer.attributes()));
    }

    private static String rows(Map<String, String> attributes) {
        StringBuilder rows = new StringBuilder();
        attributes.forEach((name, value) -> rows.append("<dt>" + escape(name) + "</dt><dd>" + escape(value) + "</dd>"));
        return rows.toString();
    }

    private static String page(String language, String title, String head, String body) {
        return fill("""
                <!doctype html>
                <html lang="%s"><head><meta charset="%s"><meta name="viewport" content="width=device-width">
                <title>%s</title>
                %s<style>%s</style></head>
                <body><header><a href="/">%s</a><small>虚构的店铺，仅供演示 · a fictional shop, for demonstration only</small></header>
                <main>%s</main>
                <footer>品牌、标志、商品与照片均为本项目虚构。 Brands, logos, offers and photos are fictional.</footer></body></html>
                """, language, CHARSET, escape(title), head, STYLE, NAME, body);
    }

    private static String meta(String property, String content) {
        return content.isEmpty() ? "" : "<meta property=\"" + property + "\" content=\"" + escape(content) + "\">\n";
    }

    private static String script(ObjectNode json) {
        return "<script type=\"application/ld+json\">" + Json.line(json).replace("<", "\\u003c") + "</script>\n";
    }

    private static String condition(Offer offer) {
        return "https://schema.org/" + (offer.condition().equals("used") ? "UsedCondition" : "NewCondition");
    }

    private static String fill(String template, Object... values) {
        return String.format(Locale.ROOT, template, values);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
