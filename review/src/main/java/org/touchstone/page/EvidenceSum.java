package org.touchstone.page;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.touchstone.hit.Box;
import org.touchstone.hit.Evidence;
import org.touchstone.hit.Hit;

/** All evidence with its weights, and the sum that makes the score. */
final class EvidenceSum {
    private static final int NOTE = 240;

    private static final Pattern OF_A_QUOTE = Pattern.compile("(?<=' \\()(open|strong|ambiguous|category|title)"
            + "(?:, (beside the sign|near the sign|beside each other|with an address))?(?=[),])");

    private final Page page;

    EvidenceSum(Page page) {
        this.page = page;
    }

    void write(Hit hit, double prior) {
        Markup to = page.markup().open("section", "class", "weighing");
        page.phrase("h4", "", "evidence.heading");
        to.open("ul", "class", "chips");
        for (Evidence one : hit.evidence()) {
            chip(one);
        }
        to.close();
        sum(hit, Weighing.of(hit, prior));
        to.close();
    }

    private void chip(Evidence one) {
        double weight = Math.round(one.weight() * 10) / 10.0;
        String side = weight > 0 ? "for" : weight < 0 ? "against" : "nil";
        Markup to = page.markup().open("li", "class", "chip " + side);
        to.element("b", Numerals.weight(one.weight()) + "\u00A0dB", "class", "weight")
                .text(" ");
        to.open("span", "class", "kind");
        page.word("span", "evidence.", one.kind());
        to.close().text(" ");
        to.open("span", "class", "what");
        switch (one) {
            case Evidence.Word word -> word(word);
            case Evidence.Picture picture -> picture(picture);
            case Evidence.Circumstance circumstance -> {}
        }
        if (!(one instanceof Evidence.Circumstance) && !one.note().isBlank()) {
            to.text(" ·");
        }
        note(one.note());
        to.close().close();
    }

    private void word(Evidence.Word word) {
        page.crawled("q", word.quote(), 80);
        if (!word.against().isEmpty()) {
            page.markup().text(" ≈ ");
            page.crawled("bdi", word.against(), 80);
        }
        page.markup().text(" · ");
        FieldName.write(page, "span", word.field());
        if (word.spot() != null) {
            page.markup().text(" ");
            place(word.spot().image(), word.spot().box());
        }
        ways(word.how(), word.similarity());
    }

    private void picture(Evidence.Picture picture) {
        place(picture.image(), picture.box());
        page.markup().text(" ≈ ");
        page.crawled("bdi", picture.view(), 60);
        ways(picture.how(), picture.similarity());
    }

    private void place(String image, Box box) {
        page.crawled("bdi", image, 60);
        page.markup().text(String.format(Locale.ROOT, " (%d, %d, %d×%d)", box.x(), box.y(), box.width(), box.height()));
    }

    private void ways(List<String> how, double similarity) {
        for (String way : how) {
            page.markup().text(" · ");
            page.word("span", "how.", way);
        }
        page.markup().text(" · " + Numerals.likeness(similarity));
    }

    /** A note such as {@code made to fit: 'for'}: its first words are put in the reader's language where they are known. */
    private void note(String note) {
        if (note.isBlank()) {
            return;
        }
        page.markup().text(" ");
        int colon = note.indexOf(": ");
        String label = colon < 0 ? note : note.substring(0, colon);
        String key = "note." + label.toLowerCase(Locale.ROOT).replace(' ', '-');
        if (label.length() <= 40 && page.phrases().has(key)) {
            page.phrase("span", "", key);
            quotes(colon < 0 ? "" : note.substring(colon));
        } else {
            page.crawled("bdi", note, NOTE);
        }
    }

    /** What a note quotes; what it says of a quote in brackets behind is put in the reader's language. */
    private void quotes(String rest) {
        Matcher said = OF_A_QUOTE.matcher(rest);
        int done = 0;
        while (said.find()) {
            page.crawled("bdi", rest.substring(done, said.start()), NOTE);
            page.word("span", "grade.", said.group(1));
            if (said.group(2) != null) {
                page.word("span", "place.", said.group(2).replace(' ', '-'));
            }
            done = said.end();
        }
        if (done < rest.length()) {
            page.crawled("bdi", rest.substring(done), NOTE);
        }
    }

    private void sum(Hit hit, Weighing weighing) {
        Markup to = page.markup().open("p", "class", "sum");
        page.phrase("span", "", "sum.prior");
        to.text(" " + Numerals.weight(weighing.prior()));
        for (Evidence one : hit.evidence()) {
            to.text(" ");
            term(one.weight());
        }
        if (weighing.correction() != 0) {
            to.text(" ");
            term(weighing.correction());
            to.text(" ");
            page.phrase("span", "", "sum.calibration");
        }
        to.text(" = ");
        to.element("b", Numerals.weight(weighing.total()) + "\u00A0dB");
        to.text(" → ");
        to.element("b", Numerals.percent(weighing.score()));
        to.close();
    }

    private void term(double weight) {
        double rounded = Math.round(weight * 10) / 10.0;
        String digits = String.format(Locale.ROOT, "%.1f", Math.abs(rounded));
        page.markup().element("span", (rounded < 0 ? "\u2212\u00A0" : "+\u00A0") + digits, "class", "term");
    }
}
