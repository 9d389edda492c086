package org.touchstone.cli.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.touchstone.page.Assets;
import org.touchstone.page.Language;
import org.touchstone.page.Markup;
import org.touchstone.page.Numerals;
import org.touchstone.page.Page;
import org.touchstone.page.Phrases;
import org.touchstone.record.Json;

/** What stands before and after the hits. */
final class ReportFrame {
    private static final List<String> SORTS = List.of("rank", "time", "price-up", "price-down", "seller", "mark");
    private static final List<String> FACETS = List.of("outlook", "evidence", "brand", "mark", "market");

    private final Page page;
    private final Markup to;
    private final @Nullable Language asked;

    ReportFrame(Page page, @Nullable Language asked) {
        this.page = page;
        this.to = page.markup();
        this.asked = asked;
    }

    void begin(ReportSummary summary, int mostHits, int mostPictured) {
        head();
        to.open("body");
        masthead();
        to.open("main", "id", "report");
        scope(summary);
        if (summary.hits() > mostHits) {
            page.phrase("p", "note", "report.cut", Numerals.count(mostHits), Numerals.count(summary.hits()));
        }
        if (Math.min(summary.hits(), mostHits) > mostPictured) {
            page.phrase("p", "note", "report.pictures-cut", Numerals.count(mostPictured));
        }
        how();
        page.phrase("h2", "", "report.findings");
        controls();
        to.open("div", "id", "hits");
    }

    void end(ReportSummary summary, long shown) {
        to.close();
        if (shown == 0) {
            page.phrase("p", "note", "report.none");
        }
        to.open("p", "id", "nothing", "class", "note", "hidden", "");
        page.phrase("span", "", "filter.nothing");
        to.close().close();
        to.open("footer");
        page.phrase("p", "", "report.footer", Numerals.instant(finished(summary)));
        to.close();
        help();
        to.line().open("script", "type", "application/json", "id", "phrases");
        to.data(dictionary());
        to.close();
        to.line().open("script").trusted(script()).close();
        to.close().close().line();
    }

    private void head() {
        to.doctype();
        to.open("html", "lang", page.phrases().language().tag(), "data-asked", asked == null ? "" : asked.tag());
        to.line().open("head").empty("meta", "charset", "utf-8");
        to.empty(
                "meta",
                "http-equiv",
                "Content-Security-Policy",
                "content",
                "default-src 'none'; img-src data:; style-src '" + digest(style()) + "'; script-src '"
                        + digest(script()) + "'; base-uri 'none'; form-action 'none'");
        to.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        to.empty("meta", "name", "referrer", "content", "no-referrer");
        to.empty("meta", "name", "color-scheme", "content", "light dark");
        to.empty("link", "rel", "icon", "href", "data:,");
        to.element("title", "Touchstone 试金石 · " + page.phrases().get("report.title"));
        to.line().open("style").trusted(style()).close().close().line();
    }

    private void masthead() {
        to.open("header", "class", "masthead");
        to.open("p", "class", "house")
                .text("Touchstone ")
                .element("span", "试金石", "lang", "zh-CN")
                .close();
        page.phrase("h1", "", "report.title");
        page.phrase("p", "subtitle", "report.subtitle");
        to.open("p", "class", "languages", "hidden", "");
        for (Language language : Language.values()) {
            to.element(
                    "button",
                    Phrases.in(language).get("language.name"),
                    "type",
                    "button",
                    "lang",
                    language.tag(),
                    "data-language",
                    language.tag());
        }
        to.close().close();
    }

    private void scope(ReportSummary summary) {
        to.open("section", "class", "scope", "aria-labelledby", "scope");
        page.phraseWithId("h2", "scope", "report.scope");
        to.open("dl");
        fact("report.scope.listings", Numerals.count(summary.listings()));
        fact("report.scope.marks", Numerals.count(summary.marks()));
        fact("report.scope.hits", Numerals.count(summary.hits()));
        fact("report.scope.rejected", Numerals.count(summary.rejected()));
        fact("report.scope.started", Numerals.instant(summary.started()));
        to.open("div");
        page.phrase("dt", "", "report.scope.seconds");
        page.phrase("dd", "", "report.seconds", seconds(summary));
        to.close();
        fact("report.scope.files", String.join("\n", summary.files()), "wide");
        fact("report.scope.command", summary.commandLine(), "wide code-line");
        fact("report.scope.versions", versions(summary), "wide");
        to.close().close();
    }

    static String seconds(ReportSummary summary) {
        return String.format(java.util.Locale.ROOT, "%.1f", summary.seconds());
    }

    private static Instant finished(ReportSummary summary) {
        return summary.started().plusMillis(Math.round(1000 * summary.seconds()));
    }

    static String versions(ReportSummary summary) {
        return "touchstone " + summary.versions().touchstone() + " · index "
                + summary.versions().index() + " · model " + summary.versions().model() + " · calibration "
                + summary.versions().calibration();
    }

    private void fact(String key, String value) {
        fact(key, value, "");
    }

    private void fact(String key, String value, String cssClass) {
        to.open("div", "class", cssClass);
        page.phrase("dt", "", key);
        page.crawled("dd", value, 4000);
        to.close();
    }

    private void how() {
        to.open("details", "class", "how", "open", "");
        page.phrase("summary", "", "report.how");
        for (int i = 1; i <= 4; i++) {
            page.phrase("p", "", "report.how." + i);
        }
        to.close();
    }

    private void controls() {
        to.open("form", "class", "controls", "id", "controls", "hidden", "", "role", "search");
        to.open("label", "class", "search");
        page.phrase("span", "", "filter.search");
        to.empty("input", "type", "search", "id", "q", "data-tp", "filter.search.hint", "autocomplete", "off");
        to.close();
        for (String facet : FACETS) {
            select(facet, "filter." + facet, List.of());
        }
        to.open("label");
        page.phrase("span", "", "filter.score");
        to.empty("input", "type", "range", "id", "f-score", "min", "0", "max", "100", "step", "5", "value", "0");
        to.element("output", "0 %", "for", "f-score", "id", "score-shown").close();
        select("sort", "filter.sort", SORTS);
        to.open("p", "class", "status");
        to.element("output", "", "id", "shown", "aria-live", "polite");
        page.button("clear", "filter.clear");
        page.button("help", "control.help");
        to.close().close();
    }

    private void select(String name, String key, List<String> sorts) {
        to.open("label", "data-facet", name);
        page.phrase("span", "", key);
        to.open("select", "id", "f-" + name);
        if (sorts.isEmpty()) {
            to.open("option", "value", "", "data-t", "filter.all")
                    .text(page.phrases().get("filter.all"))
                    .close();
        }
        for (String sort : sorts) {
            String phrase = "sort." + sort;
            to.element("option", page.phrases().get(phrase), "value", sort, "data-t", phrase);
        }
        to.close().close();
    }

    private void help() {
        to.open("dialog", "id", "keys", "aria-labelledby", "keys-heading");
        page.phraseWithId("h2", "keys-heading", "help.heading");
        to.open("dl");
        String[] keys = {
            "j",
            "help.next",
            "k",
            "help.previous",
            "/",
            "help.search",
            "o",
            "help.open",
            "l",
            "help.language",
            "Esc",
            "help.clear",
            "?",
            "help.help"
        };
        for (int i = 0; i < keys.length; i += 2) {
            to.open("div").open("dt").element("kbd", keys[i]).close();
            page.phrase("dd", "", keys[i + 1]);
            to.close();
        }
        to.close();
        page.button("close", "control.close");
        to.close();
    }

    private static String dictionary() {
        ObjectNode languages = Json.object();
        for (Language language : Language.values()) {
            ObjectNode phrases = languages.putObject(language.tag());
            Phrases.in(language).all().forEach((key, phrase) -> {
                if (!key.startsWith("review.")) {
                    phrases.put(key, phrase);
                }
            });
        }
        return Json.line(languages);
    }

    private static String style() {
        return Assets.cardStyle() + Assets.read(ReportFrame.class, "report.css");
    }

    private static String script() {
        return Assets.read(ReportFrame.class, "report.js");
    }

    private static String digest(String content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
