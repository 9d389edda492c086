package org.touchstone.crawler.extract;

import java.net.URI;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What a page says of itself.
 *
 * @param names that its product may have: main headings and titles, the likelier first
 * @param letters of these names, as they are compared
 * @param currency of the country that its address or language names, empty when they name none
 */
record PageHead(List<String> names, List<String> letters, String currency) {
    private static final int MAX_NAMES = 8;
    private static final int MAX_LENGTH = 500;
    private static final int MAX_HEADINGS = 50;
    private static final int SHORTEST = 4;
    /** Endings that stand for countries but are used for their looks. */
    private static final Set<String> NO_COUNTRY =
            Set.of("io", "co", "tv", "me", "ai", "cc", "ly", "gg", "to", "fm", "im");

    static PageHead of(Document page, URI address) {
        List<String> names = new ArrayList<>();
        page.select("h1").stream().limit(3).map(Trees::text).forEach(names::add);
        page.select("meta[property=og:title],meta[name=og:title],meta[name=twitter:title]").stream()
                .limit(3)
                .map(meta -> meta.attr("content"))
                .forEach(names::add);
        names.add(page.title());
        List<String> clean = names.stream()
                .map(name -> PlainText.of(name, MAX_LENGTH))
                .filter(name -> !name.isEmpty())
                .distinct()
                .limit(MAX_NAMES)
                .toList();
        return new PageHead(clean, clean.stream().map(PageHead::letters).toList(), currency(page, address));
    }

    /** Whether a product's title is, or is part of, what the page is called; or the other way round. */
    boolean isCalled(String title) {
        String own = letters(title);
        if (own.length() < SHORTEST) {
            return names.stream()
                    .anyMatch(name -> !own.isEmpty() && letters(name).equals(own));
        }
        return letters.stream()
                .anyMatch(name -> name.contains(own) || name.length() >= SHORTEST * 2 && own.contains(name));
    }

    /** The main heading: of several, the first that the page's title has too; null where there is none. */
    @Nullable
    Element heading(Document page) {
        String title = letters(page.title());
        Element first = null;
        for (Element heading : page.select("h1").stream().limit(MAX_HEADINGS).toList()) {
            String text = letters(Trees.text(heading));
            if (text.length() >= SHORTEST && (title.contains(text) || text.contains(title) && !title.isEmpty())) {
                return heading;
            }
            boolean elsewhere = heading.closest("nav,footer,[class*=nav],[id*=nav]") != null;
            first = first == null && !text.isEmpty() && !elsewhere ? heading : first;
        }
        return first;
    }

    private static String letters(String text) {
        String cut = text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text;
        StringBuilder letters = new StringBuilder();
        Normalizer.normalize(cut, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(letters::appendCodePoint);
        return letters.toString();
    }

    private static String currency(Document page, URI address) {
        String host = address.getHost() == null ? "" : address.getHost();
        String ending = host.substring(host.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        String country = NO_COUNTRY.contains(ending) ? "" : ending.equals("uk") ? "GB" : ending;
        String own = ending.equals("eu") ? "EUR" : ofCountry(country);
        if (!own.isEmpty()) {
            return own;
        }
        Element html = page.selectFirst("html[lang]");
        String language =
                html == null ? "" : html.attr("lang").replace('_', '-').toLowerCase(Locale.ROOT);
        // American English is what software says when nobody told it otherwise.
        return switch (language) {
            case "en-us", "" -> "";
            case "zh", "zh-hans", "zh-hans-cn" -> "CNY";
            case "zh-hant" -> "TWD";
            case "ja" -> "JPY";
            default ->
                ofCountry(
                        language.substring(language.lastIndexOf('-') + 1).length() == 2 && language.contains("-")
                                ? language.substring(language.lastIndexOf('-') + 1)
                                : "");
        };
    }

    private static String ofCountry(String country) {
        if (country.length() != 2) {
            return "";
        }
        try {
            Currency currency = Currency.getInstance(Locale.of("", country.toUpperCase(Locale.ROOT)));
            return currency == null ? "" : currency.getCurrencyCode();
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
