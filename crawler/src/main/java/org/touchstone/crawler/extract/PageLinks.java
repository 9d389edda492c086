package org.touchstone.crawler.extract;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.touchstone.crawler.fetch.WebAddress;

/** The pages that a page links to, and which of them are further pages of the list that it is. */
final class PageLinks {
    static final int MOST_PAGES = 200;
    private static final int MOST_LINKS = 5_000;
    /** Where an address counts items instead of pages, so many of them are a page. */
    private static final int ITEMS = 100;

    private static final int MAX_LENGTH = 2_000;
    private static final Pattern PAGE = Pattern.compile(
            "(?<=[?&])(?:page|p|pg|pn|cp|paged|page_?no|page_?num(?:ber)?|page_?index|current_?page|pagen_\\d|seite|pagina)=(?<n>\\d{1,5})(?:&|$)"
                    + "|(?<=[?&])(?<items>start|offset|s|from|skip)=(?<i>\\d{1,6})(?:&|$)"
                    + "|/(?:page|pg|seite|pagina)[-_/]?(?<m>\\d{1,5})(?=/|\\.html?|[?]|$)"
                    + "|[-_]p(?:age)?[-_]?(?<k>\\d{1,5})(?=/|\\.html?|[?]|$)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NEXT = Pattern.compile(
            "下一页|下一頁|下页|下頁|后一页|後一頁|后页|後頁|次へ|次のページ|다음|next|next page|older|older posts|more products|(?:load|show|view|see) more|加载更多|載入更多|查看更多|更多商品"
                    + "|weiter|nächste(?: seite)?|suivante?|page suivante|siguiente|avanti|successiva|próxima|volgende|następna|další|ďalšia|далее|следующая|[›»>→⟩]{1,2}",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern NUMBER = Pattern.compile("\\d{1,5}");
    /** Where scripts find what comes next when somebody scrolls on. */
    private static final List<String> MORE = List.of(
            "data-next-page-url",
            "data-next-url",
            "data-next-href",
            "data-load-more-url",
            "data-more-url",
            "data-next-page",
            "data-next");

    private final Document page;
    private final URI address;
    private final URI base;
    private final Map<URI, Boolean> links = new LinkedHashMap<>();

    private PageLinks(Document page, URI address) {
        this.page = page;
        this.address = address;
        base = WebAddress.resolve(address, page.baseUri()).orElse(address);
    }

    /**
     * Links that crawlers may follow, further pages of the list first and otherwise in the page's order.
     *
     * @param next where a profile says that further pages are linked
     */
    static List<Link> of(Document page, URI address, Optional<SiteProfile.Spot> next) {
        if (page.select("meta[name=robots],meta[name=touchstonebot]").stream()
                .anyMatch(meta -> meta.attr("content").toLowerCase(Locale.ROOT).matches(".*\\b(nofollow|none)\\b.*"))) {
            return List.of();
        }
        PageLinks links = new PageLinks(page, address);
        next.ifPresent(links::profile);
        links.elements();
        List<Link> further = new ArrayList<>();
        List<Link> others = new ArrayList<>();
        links.links.forEach((to, isFurther) -> (isFurther ? further : others).add(new Link(to, isFurther)));
        further.addAll(others);
        return List.copyOf(further);
    }

    private void profile(SiteProfile.Spot next) {
        String attribute = next.attribute().isEmpty() ? "href" : next.attribute();
        page.select(next.css()).stream()
                .limit(MOST_LINKS)
                .forEach(link -> add(link.attr(attribute), to -> number(to) <= MOST_PAGES));
    }

    private void elements() {
        int seen = 0;
        for (Element link : page.select("a[href],area[href],link[rel=next][href]")) {
            if (++seen > MOST_LINKS * 4) {
                break;
            }
            String rel = link.attr("rel").toLowerCase(Locale.ROOT);
            if (!rel.contains("nofollow")) {
                add(link.attr("href"), to -> isNumbered(to) || isNext(link, rel) && isOneMore(to));
            }
        }
        for (String attribute : MORE) {
            for (Element element : page.select("[" + attribute + "]").stream()
                    .limit(MOST_LINKS)
                    .toList()) {
                String to = element.attr(attribute).strip();
                if (to.startsWith("/") || to.startsWith("?") || to.startsWith("http")) {
                    add(to, this::isNumbered);
                }
            }
        }
    }

    private void add(String written, Predicate<URI> isFurther) {
        if (links.size() < MOST_LINKS && written.length() <= MAX_LENGTH) {
            WebAddress.resolve(base, written)
                    .filter(to -> !links.getOrDefault(to, false))
                    .ifPresent(to -> links.put(to, isFurther.test(to)));
        }
    }

    /** Whether an address is this page's but for the number of the page. */
    private boolean isNumbered(URI to) {
        int number = number(to);
        return number >= 2 && number <= MOST_PAGES && same(to) && without(to).equals(without(address));
    }

    private static boolean isNext(Element link, String rel) {
        String text = Shown.shortText(link);
        String said = link.hasAttr("aria-label") ? link.attr("aria-label") : link.attr("title");
        return rel.matches("(?:.*\\s)?next(?:\\s.*)?")
                || NEXT.matcher(text).matches()
                || NEXT.matcher(said.strip()).matches()
                || link.hasClass("next");
    }

    /** Whether the last number of an address is one more than here, or the first of its kind. */
    private boolean isOneMore(URI to) {
        String there = rest(to);
        String here = rest(address);
        int last = last(there);
        boolean alike = NUMBER.matcher(there)
                .replaceAll("#")
                .equals(NUMBER.matcher(here).replaceAll("#"));
        return same(to) && last <= MOST_PAGES && (alike ? last == last(here) + 1 : last == 2);
    }

    private boolean same(URI to) {
        return to.getHost() != null && to.getHost().equals(address.getHost());
    }

    /** The page that an address is of; 1 where it does not say. */
    private static int number(URI to) {
        Matcher matcher = PAGE.matcher(rest(to));
        if (!matcher.find()) {
            return 1;
        }
        if (matcher.group("items") != null) {
            return Integer.parseInt(matcher.group("i")) / ITEMS + 2;
        }
        String number = matcher.group("n") != null
                ? matcher.group("n")
                : matcher.group("m") != null ? matcher.group("m") : matcher.group("k");
        return Integer.parseInt(number);
    }

    private static String without(URI to) {
        return PAGE.matcher(rest(to)).replaceAll("").replaceFirst("[?&]+$", "").replaceFirst("/+$", "");
    }

    private static int last(String text) {
        Matcher number = NUMBER.matcher(text);
        int last = 0;
        while (number.find()) {
            last = Integer.parseInt(number.group());
        }
        return last;
    }

    private static String rest(URI to) {
        return (to.getRawPath() == null ? "" : to.getRawPath())
                + (to.getRawQuery() == null ? "" : "?" + to.getRawQuery());
    }
}
