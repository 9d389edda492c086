package org.touchstone.page;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.touchstone.hit.Hit;
import org.touchstone.listing.Listing;

/** A hit as a page shows it: the offer, the sign in it, the registered mark, and how the score comes about. */
public final class HitCard {
    private static final int TITLE = 600;
    private static final int EXCERPT = 420;
    private static final int AROUND = 70;
    private static final int FIELD = 200;
    private static final int ATTRIBUTES = 6;

    private final Page page;
    private final double prior;

    /**
     * @param prior decibans before any evidence
     */
    public HitCard(Page page, double prior) {
        this.page = page;
        this.prior = prior;
    }

    /** Writes one hit as an article with the id {@code hit-RANK}. */
    public void write(Exhibit exhibit) {
        Hit hit = exhibit.hit();
        String id = "hit-" + hit.rank();
        page.markup().line().open("article", attributes(exhibit, id));
        standing(hit, id);
        title(exhibit, "title-" + hit.rank());
        page.markup().open("div", "class", "matter");
        new PictureRow(page).write(exhibit);
        page.markup().open("div", "class", "sides");
        new OfferFacts(page).write(exhibit);
        new MarkFacts(page).write(hit, exhibit.registration());
        page.markup().close();
        Listing listing = exhibit.listing();
        if (listing != null) {
            texts(listing, hit);
        }
        page.markup().close();
        new EvidenceSum(page).write(hit, prior);
        page.markup().close();
    }

    private static String[] attributes(Exhibit exhibit, String id) {
        Hit hit = exhibit.hit();
        Listing listing = exhibit.listing();
        Set<String> kinds = new LinkedHashSet<>();
        hit.evidence().forEach(one -> kinds.add(one.kind().replace(' ', '-')));
        List<String> attributes = new ArrayList<>(List.of(
                "class",
                "hit",
                "id",
                id,
                "tabindex",
                "-1",
                "aria-labelledby",
                "title-" + hit.rank(),
                "data-rank",
                Long.toString(hit.rank()),
                "data-score",
                String.format(Locale.ROOT, "%.6f", hit.score()),
                "data-outlook",
                hit.outlook().key(),
                "data-brand",
                hit.brand(),
                "data-mark",
                hit.mark(),
                "data-kinds",
                String.join(" ", kinds)));
        if (listing != null) {
            add(attributes, "data-market", listing.marketplace());
            add(attributes, "data-seller", seller(listing));
            add(
                    attributes,
                    "data-time",
                    listing.capturedAt() == null ? "" : listing.capturedAt().toString());
            add(
                    attributes,
                    "data-price",
                    listing.price() == null
                            ? ""
                            : Numerals.amount(listing.price().amount()));
        }
        return attributes.toArray(String[]::new);
    }

    private static String seller(Listing listing) {
        if (listing.seller() == null) {
            return "";
        }
        return listing.seller().name().isEmpty()
                ? listing.seller().id()
                : listing.seller().name();
    }

    private static void add(List<String> attributes, String name, String value) {
        if (!value.isEmpty()) {
            attributes.add(name);
            attributes.add(value);
        }
    }

    private void standing(Hit hit, String id) {
        Markup to = page.markup().open("header", "class", "standing");
        to.open("p", "class", "rank").open("a", "href", "#" + id);
        page.phrase("span", "", "hit.number", Numerals.count(hit.rank()));
        to.close().close();
        page.phrase(
                "p",
                "outlook " + hit.outlook().key(),
                "outlook." + hit.outlook().key());
        to.open("p", "class", "score");
        page.phrase("span", "", "hit.score");
        to.text(" ").element("b", Numerals.percent(hit.score()));
        to.open("svg", "class", "gauge", "viewBox", "0 0 100 6", "aria-hidden", "true", "preserveAspectRatio", "none");
        to.element("rect", "", "class", "track", "width", "100", "height", "6");
        to.element(
                "rect",
                "",
                "class",
                "fill",
                "width",
                String.format(Locale.ROOT, "%.1f", 100 * hit.score()),
                "height",
                "6");
        to.close().close().close();
    }

    private void title(Exhibit exhibit, String id) {
        Listing listing = exhibit.listing();
        page.markup().open("h3", "id", id, "dir", "auto");
        if (listing == null) {
            page.markup().text(exhibit.hit().listing());
        } else if (listing.title().isBlank()) {
            page.phrase("span", "", "hit.untitled");
        } else {
            page.signs(SignedText.of("title", listing.title(), exhibit.hit().evidence())
                    .segments(TITLE, 2 * AROUND));
        }
        page.markup().close();
    }

    /** The brand, the description and the attributes, as far as signs stand in them. */
    private void texts(Listing listing, Hit hit) {
        List<String> fields = new ArrayList<>();
        for (Map.Entry<String, String> field : listing.texts().entrySet()) {
            boolean sign = SignedText.of(field.getKey(), field.getValue(), hit.evidence())
                    .hasSign();
            boolean always =
                    field.getKey().equals("description") || field.getKey().equals("brand");
            if (!field.getKey().equals("title") && (sign || always)) {
                fields.add(field.getKey());
            }
        }
        if (fields.isEmpty()) {
            return;
        }
        page.markup().open("dl", "class", "texts");
        for (String field : fields.subList(0, Math.min(ATTRIBUTES, fields.size()))) {
            String text = listing.texts().getOrDefault(field, "");
            SignedText signed = SignedText.of(field, text, hit.evidence());
            page.markup().open("div");
            FieldName.write(page, "dt", field);
            page.markup().open("dd", "dir", "auto");
            page.signs(signed.segments(signed.hasSign() ? EXCERPT : FIELD, AROUND));
            page.markup().close().close();
        }
        page.markup().close();
    }
}
