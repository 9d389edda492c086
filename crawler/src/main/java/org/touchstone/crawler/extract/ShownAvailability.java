package org.touchstone.crawler.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * Whether what a page shows can be bought, by what stands around its heading and price, and by its buttons.
 *
 * @param said what the page says, in schema.org's words; empty when it says nothing
 * @param sold whether there is something to press for who wants to buy, or to be told when that is possible again
 */
record ShownAvailability(Optional<Said> said, boolean sold) {
    private static final int MAX_TEXT = 80;
    private static final int MAX_CONTROLS = 3_000;
    private static final int MAX_DEPTH = 60;
    /** More buttons than this are those of a list. */
    private static final int MAX_BUTTONS = 4;
    /** So many of a kind are a list. */
    private static final int LIKE = 3;

    private static final Pattern BUY = Pattern.compile(
            "add[-_ ]?to[-_ ]?(?:cart|basket|bag)|buy[-_ ]?(?:now|button|btn|it)|btn[-_](?:cart|buy)|cart[-_]?(?:btn|button|add)|(?:to|in)[-_]?cart|addcart|purchase[-_]?(?:btn|button)|button[-_]?cart",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BUY_TEXT = Pattern.compile(
            "加入购物车|加入購物車|放入購物車|加购物车|加入购物袋|立即购买|立即購買|立刻购买|马上抢|立即抢购|馬上購買|直接購買|领券购买|去购买|我想要|カートに入れる|今すぐ買う|장바구니|구매하기"
                    + "|add to (?:cart|basket|bag)|buy (?:it )?now|in den (?:warenkorb|einkaufswagen)|ajouter au panier|añadir al carrito|agregar al carrito|aggiungi al carrello|in winkelwagen"
                    + "|do koszyka|do košíku|do košíka|v košarico|u košaricu|в корзину|adicionar ao carrinho|sepete ekle|(?<!\\p{L})(?:kupi|купить|kaufen|comprar|acheter|acquista|buy|köp|kjøp)(?!\\p{L})",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern NOTIFY = Pattern.compile(
            "到货通知|到貨通知|缺货登记|缺貨登記|貨到通知|补货通知|補貨通知|开售提醒|notify[- _]?me|(?:e-?mail|tell|alert|text) me when|back[- _]in[- _]stock|(?:join|to) (?:the )?wait(?:ing )?list|benachrichtig|prévenez-moi|avísame|avvisami",
            Pattern.CASE_INSENSITIVE);
    /** What is said of another day, another case, or of everything. */
    private static final Pattern PERHAPS = Pattern.compile(
            "\\b(?:if|when|once|until|unless|items|products|orders|falls|sobald|wenn|never|only show|show|filter|hide|excluding?)\\b|如果|如遇|如有|若|时通知|之前|只看|仅看|仅显示|筛选",
            Pattern.CASE_INSENSITIVE);
    /** How pages call the place where they say it. */
    private static final Pattern PLACE = Pattern.compile(
            "(?<![a-z])(?:in|out-?of)?-?(?:stock|availability|available|avail|inventory|instock|outofstock|soldout|sold-out|kucun|lager|sklad|disponib|dostup)");

    private static final Pattern CHOICE = Pattern.compile(
            "(?<![a-z])(?:swatch|swatches|variant|variants|option|options|sku-?(?:item|list|prop|line)|size|sizes|colou?rs?|filter|filters|facet|store-?list|stores|branches)(?![a-z])");
    private static final Pattern HIDING = Pattern.compile(
            "(?:^|;)\\s{0,9}(?:display\\s{0,9}:\\s{0,9}none|visibility\\s{0,9}:\\s{0,9}hidden)",
            Pattern.CASE_INSENSITIVE);
    private static final Set<String> HIDDEN = Set.of(
            "hidden",
            "hide",
            "is-hidden",
            "d-none",
            "dn",
            "display-none",
            "uk-hidden",
            "ng-hide",
            "js-hidden",
            "u-hidden");
    private static final Set<String> NOT = Set.of("OutOfStock", "SoldOut", "Discontinued");

    /** A word of schema.org, and where the page says it. */
    record Said(String word, Element at) {}

    /**
     * Reads a page.
     *
     * @param texts that can be seen and belong to the page's own product, in its order
     * @param heading of the product, and price, null where there is none
     */
    static ShownAvailability of(
            Document page, List<TextNode> texts, @Nullable Element heading, @Nullable Element price) {
        Element around = around(heading, price);
        List<Said> everywhere = buttons(page, heading);
        List<Said> near = everywhere.stream()
                .filter(button -> around != null && isOf(button.at(), around, heading))
                .toList();
        List<Said> buttons = near.isEmpty() ? everywhere : near;
        boolean several = buttons.size() > MAX_BUTTONS;
        Optional<Said> button = several
                ? Optional.empty()
                : buttons.stream()
                        .filter(said -> said.word().equals("InStock"))
                        .findFirst()
                        .or(() -> buttons.stream().findFirst());
        List<Said> stated = stated(texts, heading, around);
        Optional<Said> first = stated.stream().findFirst();
        boolean agreed = stated.stream()
                        .map(said -> NOT.contains(said.word()))
                        .distinct()
                        .count()
                == 1;
        boolean pressable = button.isPresent() && !NOT.contains(button.get().word());
        // Beside a button that can be pressed, a message that stands nowhere in particular is one that scripts show in
        // need.
        boolean believed = agreed
                && (!pressable || first.filter(said -> isPlace(said.at())).isPresent());
        return new ShownAvailability(believed ? first : button, !several && !buttons.isEmpty());
    }

    private static List<Said> stated(List<TextNode> texts, @Nullable Element heading, @Nullable Element around) {
        List<Said> stated = new ArrayList<>();
        for (TextNode text : texts) {
            String whole = text.getWholeText();
            if (around == null || whole.length() > MAX_TEXT * 3 || !(text.parent() instanceof Element element)) {
                continue;
            }
            String plain = PlainText.of(whole, MAX_TEXT + 1);
            String word = plain.length() > MAX_TEXT ? "" : Availability.known(plain);
            boolean read = !word.isEmpty()
                    && !PERHAPS.matcher(plain).find()
                    && !NOTIFY.matcher(plain).find()
                    && (isPlace(element) || Availability.isSentence(plain));
            if (read && isOf(element, around, heading)) {
                stated.add(new Said(word, element));
            }
        }
        return stated;
    }

    /** The smallest element around both; the price's wider surroundings where there is no heading. */
    private static @Nullable Element around(@Nullable Element heading, @Nullable Element price) {
        if (heading == null || price == null) {
            Element one = heading == null ? price : heading;
            for (int up = 0; up < 3 && one != null && one.parent() != null; up++) {
                one = one.parent();
            }
            return one;
        }
        Set<Element> above = Set.copyOf(price.parents());
        Element both = heading.parent();
        for (int up = 0; up < MAX_DEPTH && both != null && !above.contains(both); up++) {
            both = both.parent();
        }
        // A column of its own often holds the price, and the next one what is said of it.
        return both == null || both.parent() == null || both.normalName().equals("body") ? both : both.parent();
    }

    /** Whether an element stands within another, and not in a choice or in a list of other products. */
    private static boolean isOf(Element element, Element around, @Nullable Element heading) {
        Element step = element;
        for (int up = 0; up < MAX_DEPTH && step != null; up++, step = step.parent()) {
            if (step == around) {
                return true;
            }
            if (step == heading || CHOICE.matcher(Shown.names(step)).find() || isCard(step, heading)) {
                return false;
            }
        }
        return false;
    }

    /** One of several alike that lead elsewhere. */
    private static boolean isCard(Element element, @Nullable Element heading) {
        Element parent = element.parent();
        if (parent == null
                || element.className().isBlank()
                || parent.childrenSize() < LIKE
                || parent.childrenSize() > 500) {
            return false;
        }
        long alike = parent.children().stream()
                .filter(other -> other.normalName().equals(element.normalName())
                        && other.className().equals(element.className()))
                .limit(LIKE)
                .count();
        return alike == LIKE
                && element.selectFirst("a[href]") != null
                && (heading == null || !heading.parents().contains(element));
    }

    private static boolean isPlace(Element element) {
        Element step = element;
        for (int up = 0; up < 3 && step != null; up++, step = step.parent()) {
            if (PLACE.matcher(Shown.names(step)).find()) {
                return true;
            }
        }
        return false;
    }

    private static List<Said> buttons(Document page, @Nullable Element heading) {
        List<Said> buttons = new ArrayList<>();
        page
                .select(
                        "button,a,input[type=submit],input[type=button],[role=button],div[class*=buy],div[class*=btn],div[class*=cart],span[class*=buy],span[class*=btn],span[class*=cart]")
                .stream()
                .limit(MAX_CONTROLS)
                .forEach(control -> button(control)
                        .filter(said -> isShown(control, heading))
                        .ifPresent(buttons::add));
        return buttons;
    }

    private static Optional<Said> button(Element control) {
        boolean made = switch (control.normalName()) {
            case "div", "span" -> true;
            default -> false;
        };
        String text = control.normalName().equals("input") ? control.attr("value") : Shown.shortText(control);
        String plain = PlainText.of(text, 40);
        boolean full = plain.length() >= 40;
        boolean says = !full && BUY_TEXT.matcher(plain).find();
        if (made) {
            // Around a button there are more elements that are called like one.
            return says && control.childrenSize() < 2 && control.selectFirst("button,a,input") == null
                    ? Optional.of(new Said(isOff(control) ? "OutOfStock" : "InStock", control))
                    : Optional.empty();
        }
        String word = full ? "" : Availability.known(plain);
        if (!full && NOTIFY.matcher(plain).find()) {
            return Optional.of(new Said("OutOfStock", control));
        }
        String named = control.id() + " " + control.className() + " " + control.attr("name") + " "
                + control.attr("value") + " " + control.attr("onclick");
        boolean bought = says
                || BUY.matcher(named.length() > 500 ? named.substring(0, 500) : named)
                        .find();
        boolean pressed =
                control.normalName().equals("button") || control.normalName().equals("input") || bought;
        if (!word.isEmpty()
                && pressed
                && !word.equals("InStock")
                && !PERHAPS.matcher(plain).find()) {
            return Optional.of(new Said(word, control));
        }
        return bought ? Optional.of(new Said(isOff(control) ? "OutOfStock" : "InStock", control)) : Optional.empty();
    }

    private static boolean isOff(Element control) {
        return control.hasAttr("disabled")
                || control.attr("aria-disabled").equals("true")
                || control.classNames().stream()
                        .anyMatch(name -> name.matches("(?:is-|btn-|button-)?(?:disabled?|sold-?out|unavailable)"));
    }

    private static boolean isShown(Element control, @Nullable Element heading) {
        Element step = control;
        for (int up = 0;
                up < MAX_DEPTH && step != null && !step.normalName().equals("body");
                up++, step = step.parent()) {
            boolean elsewhere = heading == null || !heading.parents().contains(step);
            if (elsewhere && (isHidden(step) || up > 0 && Shown.isPassedOver(step))) {
                return false;
            }
        }
        return true;
    }

    /** Whether an element is not to be seen before a script shows it. */
    static boolean isHidden(Element element) {
        return element.hasAttr("hidden")
                || element.hasAttr("style")
                        && HIDING.matcher(element.attr("style")).find()
                || element.normalName().equals("dialog") && !element.hasAttr("open")
                || element.hasAttr("class") && element.classNames().stream().anyMatch(HIDDEN::contains);
    }
}
