package org.touchstone.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.touchstone.cli.report.HtmlReport;
import org.touchstone.mark.Registration;
import org.touchstone.page.Assets;
import org.touchstone.page.MarkFacts;
import org.touchstone.page.Markup;
import org.touchstone.page.Numerals;
import org.touchstone.page.Page;
import org.touchstone.page.Photo;
import org.touchstone.page.PhotoStudio;
import org.touchstone.page.Phrases;
import org.touchstone.record.AtomicFile;

/** Found marks as one HTML file with their pictures, in the look of the scan's report; it has no script and needs nothing else. */
final class MarkPage {
    /** Of longer texts the rest is left out. */
    private static final int LONGEST = 400;

    private static final String STYLE = "\n.reasons { margin: -.4rem 0 1rem; padding-left: 1.2rem; }\n";

    private final Console console;
    private final MarkMatchers matchers;
    private final LocalDate day;
    private final MarkWords words;
    private final Page page;
    private final Markup to;

    MarkPage(Console console, MarkMatchers matchers, LocalDate day) {
        this.console = console;
        this.matchers = matchers;
        this.day = day;
        this.words = new MarkWords(console.messages());
        this.page = new Page(Phrases.in(
                console.language() == Language.ZH
                        ? org.touchstone.page.Language.CHINESE
                        : org.touchstone.page.Language.ENGLISH));
        this.to = page.markup();
    }

    /**
     * A mark on the page.
     *
     * @param level a word that stands beside its rank; empty for none
     * @param reasons why it is there
     * @param withSimilarity whether its similarity says anything
     */
    record Row(FoundMark found, String level, List<String> reasons, boolean withSimilarity) {
        Row {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * Writes the file.
     *
     * @param title key of its title
     * @param text that was looked for; empty when none was
     * @param image that was looked for; null when none was
     * @param notes said before the marks
     */
    void write(Path file, String title, String text, @Nullable Path image, List<String> notes, List<Row> rows)
            throws IOException {
        head(console.text(title));
        to.open("body");
        to.open("header", "class", "masthead");
        to.open("p", "class", "house")
                .text("Touchstone ")
                .element("span", "试金石", "lang", "zh-CN")
                .close();
        to.element("h1", console.text(title)).close();
        to.open("main", "id", "report");
        scope(text, image);
        notes.forEach(note -> to.element("p", note, "class", "note"));
        for (int i = 0; i < rows.size(); i++) {
            write(i + 1, rows.get(i));
        }
        if (rows.isEmpty()) {
            to.element("p", console.text("search.none"), "class", "note");
        }
        to.close();
        to.open("footer")
                .element("p", console.text("page.footer", Numerals.instant(Instant.now())))
                .close();
        to.close().close().line();
        AtomicFile.write(file, to.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void head(String title) {
        String style = Assets.cardStyle() + Assets.read(HtmlReport.class, "report.css") + STYLE;
        to.doctype();
        to.open("html", "lang", page.phrases().language().tag());
        to.line().open("head").empty("meta", "charset", "utf-8");
        to.empty(
                "meta",
                "http-equiv",
                "Content-Security-Policy",
                "content",
                "default-src 'none'; img-src data:; style-src '" + digest(style)
                        + "'; base-uri 'none'; form-action 'none'");
        to.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        to.empty("meta", "name", "color-scheme", "content", "light dark");
        to.empty("link", "rel", "icon", "href", "data:,");
        to.element("title", "Touchstone 试金石 · " + title);
        to.line().open("style").trusted(style).close().close().line();
    }

    private static String digest(String content) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(sum);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private void scope(String text, @Nullable Path image) {
        to.open("section", "class", "scope").open("dl");
        fact("page.text", text);
        fact("page.image", image == null ? "" : String.valueOf(image.getFileName()));
        fact("page.day", day.toString());
        fact("page.registers", new SearchedRegisters(matchers.index()).offices());
        fact("page.built", Numerals.instant(matchers.index().info().built()));
        to.close().close();
        if (image != null) {
            figure(PhotoStudio.official(image), console.text("page.image"));
        }
    }

    private void fact(String key, String value) {
        if (!value.isBlank()) {
            to.open("div").element("dt", console.text(key));
            page.crawled("dd", value, LONGEST);
            to.close();
        }
    }

    private void write(int rank, Row row) {
        FoundMark found = row.found();
        Registration mark = found.registration();
        to.line().open("article", "class", "hit", "id", "m" + rank);
        to.open("div", "class", "standing").element("span", String.valueOf(rank), "class", "rank");
        if (!row.level().isEmpty()) {
            to.element("span", row.level(), "class", "outlook");
        }
        words.cautions(found).forEach(one -> to.element("span", one, "class", "outlook infringement"));
        if (row.withSimilarity()) {
            to.open("span", "class", "score")
                    .text(console.text("page.similarity") + " ")
                    .element("b", Numerals.likeness(found.similarity()))
                    .close();
        }
        to.close();
        page.crawled("h3", found.name().isBlank() ? mark.id() : found.name(), LONGEST);
        if (!row.reasons().isEmpty()) {
            to.open("ul", "class", "reasons");
            for (String reason : row.reasons()) {
                page.crawled("li", reason, LONGEST);
            }
            to.close();
        }
        to.open("div", "class", "matter");
        picture(found);
        new MarkFacts(page).write(mark);
        to.close().close();
    }

    private void picture(FoundMark found) {
        Registration mark = found.registration();
        byte[] bytes = matchers.thumbnail(
                mark, found.picture() == null ? "" : found.picture().view());
        Photo photo = bytes.length == 0 ? null : PhotoStudio.mark(mark.id(), bytes);
        if (photo != null) {
            figure(photo, mark.id());
        }
    }

    private void figure(Photo photo, String alternative) {
        if (photo.isShown()) {
            to.open("div", "class", "pictures").open("figure", "class", "mark-picture");
            to.open("div", "class", "frame").empty("img", "src", photo.data(), "alt", alternative);
            to.close().close().close();
        }
    }
}
