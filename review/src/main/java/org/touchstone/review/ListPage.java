package org.touchstone.review;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.touchstone.hit.Outlook;
import org.touchstone.page.Markup;
import org.touchstone.page.Numerals;
import org.touchstone.page.Page;

/** The ranked list of cases. */
final class ListPage {
    private static final int LINES = 50;

    private final Page page;
    private final Markup to;
    private final CaseStore store;
    private final PageFrame frame;

    ListPage(Page page, CaseStore store, PageFrame frame) {
        this.page = page;
        this.to = page.markup();
        this.store = store;
        this.frame = frame;
    }

    String write(CaseFilter filter, long asked) throws IOException {
        long all = store.count(CaseFilter.EVERYTHING);
        long decided = store.count(new CaseFilter(CaseFilter.State.DECIDED, "", "", ""));
        long matching = store.count(filter);
        long pages = Math.max(1, (matching + LINES - 1) / LINES);
        long number = Math.clamp(asked, 1, pages);
        frame.begin(page.phrases().get("review.queue"), "/" + Routes.query(filter, ""));
        to.open("div", "class", "heading");
        page.phrase("h1", "", "review.queue");
        page.phrase("p", "progress", "review.progress", Numerals.count(decided), Numerals.count(all));
        to.close();
        filters(filter);
        List<CaseLine> lines = store.list(filter, (number - 1) * LINES, LINES);
        if (lines.isEmpty()) {
            page.phrase("p", "note", all == 0 ? "review.empty" : decided == all ? "review.done" : "filter.nothing");
        } else {
            table(filter, lines);
            pager(filter, number, pages);
        }
        page.phrase("p", "keys", "review.keys");
        return frame.end();
    }

    private void filters(CaseFilter filter) {
        to.open("form", "class", "filters", "method", "get", "action", "/", "role", "search");
        to.open("label");
        page.phrase("span", "", "filter.search");
        to.empty("input", "type", "search", "name", "q", "value", filter.query(), "id", "q")
                .close();
        select(
                "state",
                "review.verdict",
                filter.state().name().toLowerCase(Locale.ROOT),
                List.of(
                        new String[] {"undecided", "review.undecided"},
                        new String[] {"decided", "review.decided"},
                        new String[] {"all", "review.all"}));
        List<String[]> outlooks = new java.util.ArrayList<>();
        outlooks.add(new String[] {"", "filter.all"});
        for (Outlook outlook : Outlook.values()) {
            outlooks.add(new String[] {outlook.key(), "outlook." + outlook.key()});
        }
        select("outlook", "filter.outlook", filter.outlook(), outlooks);
        to.element("button", page.phrases().get("review.filter"), "type", "submit")
                .close();
    }

    private void select(String name, String label, String chosen, List<String[]> choices) {
        to.open("label");
        page.phrase("span", "", label);
        to.open("select", "name", name);
        for (String[] choice : choices) {
            String phrase = page.phrases().get(choice[1]);
            if (choice[0].equals(chosen)) {
                to.element("option", phrase, "value", choice[0], "selected", "");
            } else {
                to.element("option", phrase, "value", choice[0]);
            }
        }
        to.close().close();
    }

    private void table(CaseFilter filter, List<CaseLine> lines) {
        to.open("table", "class", "queue").open("thead").open("tr");
        for (String key :
                new String[] {"review.score", "filter.outlook", "review.listing", "review.mark", "review.verdict"}) {
            to.element("th", page.phrases().get(key), "scope", "col");
        }
        to.close().close().open("tbody");
        for (CaseLine line : lines) {
            to.open("tr")
                    .element("td", Numerals.percent(line.score()), "class", "number")
                    .open("td");
            page.phrase("span", "outlook " + line.outlook(), "outlook." + line.outlook());
            to.close().open("td", "class", "title", "dir", "auto");
            to.open("a", "class", "case", "href", "/cases/" + line.id() + Routes.query(filter, ""));
            page.crawled("bdi", line.title(), 160);
            to.close().close().open("td", "class", "mark");
            page.crawled("bdi", line.brand().isEmpty() ? line.mark() : line.brand() + " · " + line.mark(), 80);
            to.close().open("td");
            if (line.verdict() != null) {
                page.phrase("span", "verdict", "verdict." + line.verdict().key());
            }
            to.close().close().line();
        }
        to.close().close();
    }

    private void pager(CaseFilter filter, long number, long pages) {
        if (pages == 1) {
            return;
        }
        String query = "/" + Routes.query(filter, "") + "&page=";
        to.open("nav", "class", "pager");
        if (number > 1) {
            to.element("a", page.phrases().get("review.previous"), "rel", "prev", "href", query + (number - 1));
        }
        page.phrase("span", "", "review.page", Numerals.count(number), Numerals.count(pages));
        if (number < pages) {
            to.element("a", page.phrases().get("review.next"), "rel", "next", "href", query + (number + 1));
        }
        to.close();
    }
}
