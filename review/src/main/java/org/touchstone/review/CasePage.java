package org.touchstone.review;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.touchstone.listing.Listing;
import org.touchstone.mark.Registration;
import org.touchstone.page.Exhibit;
import org.touchstone.page.HitCard;
import org.touchstone.page.Markup;
import org.touchstone.page.Numerals;
import org.touchstone.page.Page;
import org.touchstone.page.Photo;
import org.touchstone.page.PhotoStudio;

/** One case with its evidence, the decision to make, and those made. */
final class CasePage {
    private final Page page;
    private final Markup to;
    private final CaseStore store;
    private final MarkSource marks;
    private final PageFrame frame;
    private final double prior;

    CasePage(Page page, CaseStore store, MarkSource marks, PageFrame frame, double prior) {
        this.page = page;
        this.to = page.markup();
        this.store = store;
        this.marks = marks;
        this.frame = frame;
        this.prior = prior;
    }

    /**
     * @param after id of the case that was decided just now; empty for none
     * @param conflict whether a decision was refused because somebody else made one
     */
    String write(Case found, CaseFilter filter, String after, boolean conflict) throws IOException {
        String query = Routes.query(filter, "");
        frame.begin(found.hit().listing(), "/cases/" + found.id() + query);
        to.open("nav", "class", "steps");
        to.element("a", page.phrases().get("review.back"), "href", "/" + query);
        step("review.previous", "prev", store.beside(found.id(), filter, false), query);
        step("review.next", "next", store.beside(found.id(), filter, true), query);
        to.close();
        if (conflict) {
            conflict(found);
        } else if (!after.isEmpty()) {
            recorded(Long.parseLong(after), filter);
        }
        new HitCard(page, prior).write(exhibit(found));
        decide(found, filter);
        trail(found, filter);
        page.phrase("p", "keys", "review.keys");
        return frame.end();
    }

    private void step(String key, String rel, OptionalLong id, String query) {
        if (id.isPresent()) {
            to.element("a", page.phrases().get(key), "rel", rel, "href", "/cases/" + id.getAsLong() + query);
        } else {
            to.element("span", page.phrases().get(key), "class", "off");
        }
    }

    private void conflict(Case found) {
        Decision last = found.trail().getLast();
        to.open("section", "class", "alert", "role", "alert");
        page.phrase("h2", "", "review.conflict");
        String verdict = page.phrases()
                .get("verdict."
                        + (last.verdict() == null ? "undone" : last.verdict().key()));
        page.phrase("p", "", "review.conflict.text", verdict, last.reviewer());
        to.close();
    }

    /** What was just recorded for another case, with the way to take it back. */
    private void recorded(long id, CaseFilter filter) throws IOException {
        Optional<Case> before = store.find(id);
        if (before.isEmpty() || before.get().verdict() == null) {
            return;
        }
        Verdict verdict = before.get().verdict();
        to.open("div", "class", "recorded", "role", "status");
        page.phrase("span", "", "review.saved", page.phrases().get("verdict." + verdict.key()));
        to.text(" · ");
        Listing listing = before.get().listing();
        page.crawled(
                "bdi",
                listing == null || listing.title().isBlank()
                        ? before.get().hit().listing()
                        : listing.title(),
                60);
        undo(before.get(), filter);
        to.close();
    }

    private Exhibit exhibit(Case found) {
        Listing listing = found.listing();
        Path folder = found.folder();
        List<Photo> photos =
                listing == null || folder == null ? List.of() : PhotoStudio.photos(found.hit(), listing, folder);
        @Nullable
        Registration registration = marks.registration(found.hit().mark()).orElse(null);
        @Nullable
        Photo mark = registration == null ? null : PhotoStudio.mark(registration.id(), marks.picture(registration));
        return new Exhibit(found.hit(), listing, registration, photos, mark);
    }

    private void decide(Case found, CaseFilter filter) {
        to.open("form", "class", "decide", "method", "post", "action", "/cases/" + found.id() + "/decision");
        frame.carry(filter);
        frame.hidden("seen", Long.toString(found.seen()));
        page.phrase("h2", "", "review.decide");
        to.open("div", "class", "verdicts");
        int key = 1;
        for (Verdict verdict : Verdict.values()) {
            boolean current = verdict == found.verdict();
            to.open(
                    "button",
                    "type",
                    "submit",
                    "name",
                    "verdict",
                    "value",
                    verdict.key(),
                    "data-key",
                    Integer.toString(key),
                    "aria-pressed",
                    current ? "true" : "false");
            to.element("kbd", Integer.toString(key)).text(" ");
            page.phrase("span", "", "verdict." + verdict.key());
            to.close();
            key++;
        }
        to.close().open("label", "class", "reason");
        page.phrase("span", "", "review.reason");
        to.open("textarea", "name", "reason", "rows", "2", "maxlength", "4000", "id", "reason")
                .close();
        to.close().close();
    }

    private void trail(Case found, CaseFilter filter) {
        to.open("section", "class", "trail");
        page.phrase("h2", "", "review.trail");
        if (found.trail().isEmpty()) {
            page.phrase("p", "fault", "review.trail.none");
        } else {
            to.open("ol");
            for (Decision decision : found.trail()) {
                line(decision);
            }
            to.close();
        }
        if (found.verdict() != null) {
            undo(found, filter);
        }
        to.close();
    }

    private void line(Decision decision) {
        to.open("li").element("span", "#" + decision.id(), "class", "number").text(" ");
        if (decision.verdict() == null) {
            page.phrase("b", "", "verdict.undone");
            to.text(" ");
            page.phrase("span", "fault", "review.undoes", "#" + decision.undoes());
        } else {
            page.phrase("b", "", "verdict." + decision.verdict().key());
        }
        to.text(" · ");
        page.crawled("bdi", decision.reviewer(), 100);
        to.text(" · ")
                .element(
                        "time",
                        Numerals.instant(decision.at()),
                        "datetime",
                        decision.at().toString());
        if (!decision.current()) {
            to.text(" · ");
            page.phrase("span", "fault", "review.superseded");
        }
        if (!decision.reason().isEmpty()) {
            to.open("p", "class", "said", "dir", "auto").text(decision.reason()).close();
        }
        to.close();
    }

    private void undo(Case found, CaseFilter filter) {
        to.open("form", "class", "undo", "method", "post", "action", "/cases/" + found.id() + "/undo");
        frame.carry(filter);
        frame.hidden("seen", Long.toString(found.seen()));
        to.element("button", page.phrases().get("review.undo"), "type", "submit", "class", "small");
        to.close();
    }
}
