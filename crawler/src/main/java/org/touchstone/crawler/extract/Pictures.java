package org.touchstone.crawler.extract;

import java.util.List;
import java.util.Locale;
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
            "data-zoom",
            "data-zoom-src",
            "data-zoom-img",
            "data-old-hires",
            "data-hires",
            "data-image-large",
            "data-large",
            "data-big",
            "data-original",
            "data-lazy-src",
            "data-ks-lazyload",
            "data-lazy-img",
            "data-lazyload",
            "data-lazy",
            "data-echo",
            "data-src");

    private static final int MAX_LENGTH = 4_096;
    private static final String ENDING = "(\\.(?:jpe?g|png|gif|webp|avif))";

    /** A part of an address by which a server is asked for a smaller image, and what stands there for the whole one. */
    private record Rule(Pattern pattern, String whole) {
        private Rule(String pattern, String whole) {
            this(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE), whole);
        }
    }

    /** In the forms that the servers of shops and of those who host images for them have in 2026. */
    private static final List<Rule> RULES = List.of(
            // Alibaba: a.jpg_250x250q90.jpg_.webp, a.jpg_.webp, a.220x220.jpg, a.search.jpg
            new Rule("(\\.(?:alicdn|taobaocdn|tbcdn)\\.com/[^?#]{1,2000}?" + ENDING + ")_[^/?#]{0,80}", "$1"),
            new Rule("(\\.alicdn\\.com/[^?#]{1,2000}?)\\.(?:\\d{2,4}x\\d{2,4}|search|summ)" + ENDING, "$1$2"),
            // Others who do as they do.
            new Rule(ENDING + "_(?:\\d{2,4}x\\d{2,4}|q\\d{2})[^/?#]{0,40}$", "$1"),
            // JD: /n5/s54x54_jfs/t1/a.jpg.dpg, a.jpg!q70.jpg.webp
            new Rule("(\\.360buyimg\\.com/)n[1-9]{1,2}(/)(?:s\\d{2,4}x\\d{2,4}_)?", "$1n0$2"),
            new Rule(
                    "(\\.360buyimg\\.com/[^?#]{1,2000}?" + ENDING
                            + ")(?:[.!](?:dpg|avif|webp|q\\d{2}(?:\\.jpg)?)){1,3}",
                    "$1"),
            // Shopify: a_300x300.png, a_small.png, a_300x300_crop_center@2x.jpg
            new Rule(
                    "((?:cdn\\.shopify\\.com|/cdn/shop)/[^?#]{1,1000}?)_(?:\\d{1,4}x\\d{0,4}|x\\d{1,4}|pico|icon|thumb|small|compact|medium|large|grande)(?:_crop_[a-z]{1,9})?(?:@\\dx)?"
                            + ENDING,
                    "$1$2"),
            // Amazon: a._SL75_.jpg, a._AC_SX300_SY300_QL70_FMwebp_.jpg
            new Rule("(amazon\\.com/images/[^?#]{1,300}?)\\._[A-Z0-9_,+-]{1,80}_" + ENDING, "$1$2"),
            // eBay, Etsy, BigCommerce
            new Rule("(?<all>\\.ebayimg\\.com/[^?#]{1,300}/s-l)\\d{2,3}(?=\\.)", "${all}1600"),
            new Rule("(\\.etsystatic\\.com/[^?#]{1,300}/il_)\\d{2,4}x(?:\\d{2,4}|N)(?=\\.)", "$1fullxfull"),
            new Rule("(\\.bigcommerce\\.com/[^?#]{1,300}/images/stencil/)\\d{2,4}(?:x\\d{2,4}|w)(?=/)", "$1original"),
            // WordPress, OpenCart, Magento
            new Rule("(/wp-content/uploads/[^?#]{1,500}?)-\\d{2,4}x\\d{2,4}" + ENDING, "$1$2"),
            new Rule("/image/cache/([^?#]{1,500}?)-\\d{2,4}x\\d{2,4}[a-z]{0,3}" + ENDING, "/image/$1$2"),
            new Rule(
                    "(/media/catalog/product/)cache/(?:\\d{1,3}/)?(?:(?:small_)?image/|thumbnail/)?(?:\\d{1,4}x\\d{0,4}/)?[0-9a-f]{32}/",
                    "$1"),
            // Cloudinary, Wix
            new Rule("(/image/upload/)(?:[a-z]{1,3}_[^/?#]{1,60}/){1,3}(?=v\\d{1,12}/)", "$1"),
            new Rule("(\\.wixstatic\\.com/media/[^/?#]{1,200})/v1/[^?#]{1,300}", "$1"),
            // Aliyun, Qiniu, Tencent, Upyun: a.jpg?x-oss-process=image/resize,w_200, a.jpg?imageView2/2/w/200,
            // a.jpg!thumb
            new Rule("[?&]x-(?:oss|bce|image)-process=[^&#]{0,300}", ""),
            new Rule("[?|&](?:imageView2|imageMogr2|imageslim|watermark)(?:/[^?#|&]{0,200})?(?:[|][^#]{0,300})?", ""),
            new Rule(ENDING + "!(?:\\d{2,4}x?\\d{0,4}|[a-z]{0,12}(?:thumb|small|middle|mini|list)[\\w.]{0,12})$", "$1"),
            // Sizes as parameters of their own.
            new Rule(
                    "(?<=[?&])(?:w|h|width|height|wid|hei|imwidth|sw|sh|maxwidth|maxheight|dpr)=\\d{1,4}(?:\\.\\d)?(?:&|$)",
                    ""));

    private static final Pattern IMAGE = Pattern.compile(ENDING + "(?:[?!_#.]|$)", Pattern.CASE_INSENSITIVE);

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

    /**
     * The address without the part in which a shop's image server is asked for a smaller one. Not every server keeps the
     * whole one there; the address given is then still the one to ask.
     */
    static String fullSize(String address) {
        boolean image = address.length() <= MAX_LENGTH && IMAGE.matcher(address).find();
        if (!image && !address.contains("wixstatic.com/")) {
            return address;
        }
        String whole = address;
        for (Rule rule : RULES) {
            whole = rule.pattern().matcher(whole).replaceAll(rule.whole());
        }
        return whole.replaceFirst("[?&]$", "");
    }
}
