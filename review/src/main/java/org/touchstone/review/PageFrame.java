package org.touchstone.review;

import java.util.Locale;
import org.touchstone.page.Language;
import org.touchstone.page.Markup;
import org.touchstone.page.Page;
import org.touchstone.page.Phrases;

/** What all review pages have around them. */
final class PageFrame {
    private final Page page;
    private final Markup to;
    private final String formToken;
    private final String reviewer;

    PageFrame(Page page, String formToken, String reviewer) {
        this.page = page;
        this.to = page.markup();
        this.formToken = formToken;
        this.reviewer = reviewer;
    }

    String reviewer() {
        return reviewer;
    }

    /**
     * @param address of this page with its query, for the way back
     */
    void begin(String title, String address) {
        head(page, title);
        to.open("body");
        to.element("a", page.phrases().get("review.skip"), "class", "skip", "href", "#main");
        to.open("header", "class", "bar");
        to.open("a", "class", "house", "href", "/").text("Touchstone ").element("span", "试金石", "lang", "zh-CN");
        to.text(" · ");
        page.phrase("span", "", "review.title");
        to.close();
        to.open("form", "class", "who", "method", "post", "action", "/reviewer");
        hidden("form", formToken);
        hidden("back", address);
        to.open("label");
        page.phrase("span", "", "review.reviewer");
        to.empty("input", "name", "reviewer", "value", reviewer, "maxlength", "100", "autocomplete", "name")
                .close();
        to.element("button", page.phrases().get("review.rename"), "type", "submit", "class", "small");
        to.close();
        languages(address);
        to.close().open("main", "id", "main");
    }

    private void languages(String address) {
        to.open("nav", "class", "languages", "aria-label", page.phrases().get("control.language"));
        for (Language language : Language.values()) {
            boolean current = language == page.phrases().language();
            to.element(
                    "a",
                    Phrases.in(language).get("language.name"),
                    "href",
                    address + (address.contains("?") ? "&" : "?") + "lang=" + language.tag(),
                    "lang",
                    language.tag(),
                    "aria-current",
                    current ? "true" : "false");
        }
        to.close();
    }

    String end() {
        to.close().close().close();
        return to.line().toString();
    }

    void hidden(String name, String value) {
        to.empty("input", "type", "hidden", "name", name, "value", value);
    }

    /** What a form must carry to be taken: that it is ours, and where its answer leads. */
    void carry(CaseFilter filter) {
        hidden("form", formToken);
        hidden("state", filter.state().name().toLowerCase(Locale.ROOT));
        hidden("outlook", filter.outlook());
        hidden("verdict-is", filter.verdict());
        hidden("q", filter.query());
    }

    /** A page that says one thing. */
    static String message(Page page, String key, String... arguments) {
        Markup to = page.markup();
        head(page, page.phrases().get("review.refused"));
        to.open("body").open("main", "id", "main");
        page.phrase("h1", "", "review.refused");
        page.phrase("p", "note", key, arguments);
        to.open("p")
                .element("a", page.phrases().get("review.back"), "href", "/")
                .close();
        to.close().close().close();
        return to.line().toString();
    }

    private static void head(Page page, String title) {
        Markup to = page.markup();
        to.doctype().open("html", "lang", page.phrases().language().tag());
        to.open("head").empty("meta", "charset", "utf-8");
        to.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        to.empty("meta", "name", "color-scheme", "content", "light dark");
        to.empty("link", "rel", "icon", "href", "data:,");
        to.empty("link", "rel", "stylesheet", "href", "/review.css");
        to.open("script", "src", "/review.js", "defer", "").close();
        to.element("title", title + " · Touchstone 试金石");
        to.close().line();
    }
}
