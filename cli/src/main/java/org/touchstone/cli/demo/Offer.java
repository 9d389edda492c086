package org.touchstone.cli.demo;

import java.awt.Color;
import java.util.Locale;
import java.util.Map;
import org.touchstone.cli.demo.photo.Backdrop;
import org.touchstone.cli.demo.photo.PhotoSpec;
import org.touchstone.cli.demo.photo.Print;
import org.touchstone.cli.demo.photo.Ware;
import org.touchstone.record.FieldException;
import org.touchstone.record.Fields;

/**
 * One offer of the shop.
 *
 * @param key of the offer in the shop
 * @param language of the page: {@code zh} or {@code en}
 * @param syntax in which the page states its product: {@code json-ld}, {@code microdata} or {@code opengraph}
 * @param attributes further properties, by name
 * @param logo file name of the logo on the photo, without its ending; empty for none
 * @param photo what the photo shows
 */
record Offer(
        String key,
        String language,
        String syntax,
        String title,
        String description,
        String brand,
        String category,
        String price,
        String currency,
        String condition,
        String seller,
        String location,
        Map<String, String> attributes,
        String logo,
        PhotoSpec photo) {

    static Offer read(Fields fields) throws FieldException {
        String key = fields.required("key");
        return new Offer(
                key,
                fields.required("language"),
                fields.required("syntax"),
                fields.required("title"),
                fields.text("description"),
                fields.text("brand"),
                fields.text("category"),
                fields.required("price"),
                fields.required("currency"),
                fields.required("condition"),
                fields.text("seller"),
                fields.text("location"),
                fields.textMap("attributes"),
                fields.text("logo"),
                new PhotoSpec(
                        fields.choice("ware", Ware.class, Ware.BAG),
                        Color.decode(fields.required("colour")),
                        fields.choice("backdrop", Backdrop.class, Backdrop.STUDIO),
                        fields.choice("print", Print.class, Print.NONE),
                        fields.number("tilt", 0),
                        key.hashCode()));
    }

    boolean isChinese() {
        return language.equals("zh");
    }

    /** Path of the offer's page in the shop. */
    String path() {
        return "/p/" + key;
    }

    /** Path of the offer's photo in the shop. */
    String photoPath() {
        return "/photos/" + key + ".jpg";
    }

    /** The price as buyers see it. */
    String priceTag() {
        String sign = switch (currency) {
            case "CNY" -> "¥";
            case "EUR" -> "€";
            case "GBP" -> "£";
            case "USD" -> "$";
            default -> currency.toUpperCase(Locale.ROOT) + " ";
        };
        return sign + price;
    }
}
