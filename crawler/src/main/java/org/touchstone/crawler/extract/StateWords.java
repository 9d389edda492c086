package org.touchstone.crawler.extract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The names that programs of shops give to a product's properties; case, hyphens and underscores do not count. */
final class StateWords {
    /** What marks an object as a product of which only the page knows the name. */
    static final List<String> NAMELESS = List.of("contentids", "ecommprodid", "dynxitemid", "dynxprodid");

    static final List<String> CURRENCY = List.of(
            "pricecurrency",
            "currency",
            "currencycode",
            "currencyiso",
            "currencyid",
            "currencysymbol",
            "contentcurrency");

    /** Schema.org's names with the names that stand for them, the more telling first. */
    private static final Map<String, List<String>> NAMES = new LinkedHashMap<>();

    static {
        NAMES.put(
                "name",
                List.of(
                        "productname",
                        "producttitle",
                        "itemname",
                        "itemtitle",
                        "goodsname",
                        "goodstitle",
                        "skuname",
                        "wname",
                        "auctiontitle",
                        "adname",
                        "contentname",
                        "longname",
                        "fulltitle",
                        "title",
                        "name",
                        "displayname",
                        "rawtitle",
                        "subject",
                        "label"));
        NAMES.put(
                "price",
                List.of(
                        "saleprice",
                        "specialprice",
                        "promotionprice",
                        "promoprice",
                        "discountedprice",
                        "finalprice",
                        "currentprice",
                        "nowprice",
                        "activityprice",
                        "offerprice",
                        "sellingprice",
                        "sellprice",
                        "pricewithtax",
                        "price",
                        "viewprice",
                        "goodsprice",
                        "productprice",
                        "unitprice",
                        "jdprice",
                        "pcprice",
                        "pricevalue",
                        "priceamount",
                        "reserveprice",
                        "minprice",
                        "pricemin",
                        "lowprice",
                        "lowestprice",
                        "pricerange",
                        "ecommtotalvalue",
                        "dynxtotalvalue",
                        "totalvalue",
                        "contentprice"));
        NAMES.put(
                "brand",
                List.of(
                        "brandname",
                        "productbrand",
                        "brand",
                        "brandtitle",
                        "manufacturername",
                        "manufacturer",
                        "vendor"));
        NAMES.put("sku", List.of("sku", "productsku", "skuid", "itemsku", "skucode", "productcode", "articlenumber"));
        NAMES.put(
                "productID",
                List.of(
                        "itemid",
                        "productid",
                        "goodsid",
                        "itemnumid",
                        "numiid",
                        "auctionid",
                        "nid",
                        "wareid",
                        "spuid",
                        "adid",
                        "offerid",
                        "listingid",
                        "articleid",
                        "contentids",
                        "ecommprodid",
                        "dynxitemid",
                        "dynxprodid",
                        "id"));
        NAMES.put(
                "gtin",
                List.of(
                        "gtin13", "gtin14", "gtin", "gtin12", "gtin8", "ean", "ean13", "eancode", "upc", "barcode",
                        "isbn", "isbn13"));
        NAMES.put("mpn", List.of("mpn", "manufacturerpartnumber", "partnumber", "modelnumber", "manufacturersku"));
        NAMES.put("model", List.of("model", "modelname"));
        NAMES.put("color", List.of("color", "colour", "colorname"));
        NAMES.put(
                "availability",
                List.of(
                        "availability",
                        "stockstatus",
                        "availabilitystatus",
                        "isinstock",
                        "instock",
                        "isavailable",
                        "instockflag",
                        "available",
                        "issoldout",
                        "soldout",
                        "stocklevel",
                        "inventory",
                        "stock",
                        "stockquantity"));
        NAMES.put("itemCondition", List.of("itemcondition", "condition"));
        NAMES.put(
                "seller",
                List.of(
                        "shopname",
                        "sellername",
                        "sellernick",
                        "sellernickname",
                        "storename",
                        "mallname",
                        "merchantname",
                        "nick",
                        "seller",
                        "shop",
                        "store",
                        "merchant",
                        "soldby"));
        NAMES.put(
                "category", List.of("categoryname", "productcategory", "category", "contentcategory", "categorypath"));
        NAMES.put("description", List.of("shortdescription", "description", "productdescription", "desc"));
        NAMES.put(
                "image",
                List.of(
                        "images",
                        "imageurls",
                        "imagelist",
                        "pictures",
                        "pics",
                        "gallery",
                        "albumpics",
                        "picurl",
                        "imageurl",
                        "mainimage",
                        "mainpic",
                        "featuredimage",
                        "image",
                        "imgurl",
                        "picture",
                        "pic",
                        "img",
                        "goodsimg",
                        "thumbnail",
                        "thumb"));
        NAMES.put(
                "url",
                List.of("producturl", "itemurl", "detailurl", "goodsurl", "canonicalurl", "url", "link", "href"));
    }

    private StateWords() {}

    /** A name as it is compared. */
    static String plain(String name) {
        String cut = name.length() > 40 ? name.substring(0, 40) : name;
        StringBuilder plain = new StringBuilder(cut.length());
        for (int i = 0; i < cut.length(); i++) {
            char c = cut.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                plain.append(c);
            }
        }
        return plain.toString().toLowerCase(Locale.ROOT);
    }

    /** An object's own names by how they are compared; of several that are compared alike, the first. */
    static Map<String, String> index(ObjectNode object) {
        Map<String, String> index = new HashMap<>();
        for (Map.Entry<String, JsonNode> entry : object.properties()) {
            index.putIfAbsent(plain(entry.getKey()), entry.getKey());
        }
        return index;
    }

    /** The names that stand for one of schema.org's. */
    static List<String> meaning(String property) {
        return NAMES.getOrDefault(property, List.of());
    }

    static Iterable<String> properties() {
        return NAMES.keySet();
    }
}
