package org.touchstone.crawler.extract;

import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * The pictures of a product of which nothing is marked up: those in the smallest part of the page that holds its heading, its
 * price and a picture.
 */
final class ShownPictures {
    /** Pixels; what a page shows smaller is an icon. */
    private static final int LEAST = 80;
    /** So many elements around heading and price are looked at. */
    private static final int AROUND = 4;

    private static final Pattern NO_PICTURE = Pattern.compile(
            "(?<![a-z])(?:icons?|logo|avatar|qr-?code|badges?|flags?|payments?|rating|stars?|spinner|loading|loader|captcha|pixel|banner|share|emoji)(?![a-z])");
    private static final Pattern IMAGE_FILE = Pattern.compile("(?i)[^?#]*\\.(?:jpe?g|png|webp|gif|bmp)(?:[?#!].*)?");

    private ShownPictures() {}

    /** The elements that show the product, in the page's order. */
    static List<Element> of(Element heading, Element price) {
        Element part = price;
        while (part != null && part != heading && !heading.parents().contains(part)) {
            part = part.parent();
        }
        for (int up = 0; up <= AROUND && part != null; up++, part = part.parent()) {
            List<Element> pictures =
                    part.select("img").stream().filter(ShownPictures::isPicture).toList();
            if (!pictures.isEmpty() || part.normalName().equals("body")) {
                return pictures;
            }
        }
        return List.of();
    }

    private static boolean isPicture(Element image) {
        String source = Pictures.source(image);
        if (source.isBlank() || source.startsWith("data:") || source.matches("(?i)[^?#]*\\.svg([?#].*)?")) {
            return false;
        }
        if (isSmall(image.attr("width")) || isSmall(image.attr("height"))) {
            return false;
        }
        if (NO_PICTURE.matcher(Shown.names(image)).find()) {
            return false;
        }
        for (Element above : image.parents()) {
            // What leads to another page is another product, as a rule; a gallery leads to its large images.
            String target = above.normalName().equals("a") ? above.attr("href").strip() : "";
            boolean leadsAway = !target.isEmpty()
                    && !target.startsWith("#")
                    && !target.startsWith("javascript:")
                    && !IMAGE_FILE.matcher(target).matches();
            if (leadsAway || Shown.isPassedOver(above) || above.normalName().equals("header")) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSmall(String written) {
        return written.matches("\\d{1,4}(?:px)?") && Integer.parseInt(written.replace("px", "")) < LEAST;
    }
}
