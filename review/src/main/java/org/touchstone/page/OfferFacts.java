package org.touchstone.page;

import org.touchstone.listing.CaptureRef;
import org.touchstone.listing.Listing;
import org.touchstone.listing.ListingKind;
import org.touchstone.listing.LiveMoment;
import org.touchstone.listing.Price;
import org.touchstone.listing.Seller;

/** Who offers what, where, when and for how much. */
final class OfferFacts {
    private static final int VALUE = 160;

    private final Page page;

    OfferFacts(Page page) {
        this.page = page;
    }

    void write(Exhibit exhibit) {
        Listing listing = exhibit.listing();
        Markup to = page.markup().open("section", "class", "facts offer");
        page.phrase("h4", "", "offer.heading");
        to.open("dl");
        if (listing != null) {
            facts(listing);
        }
        fact("offer.id", exhibit.hit().listing());
        to.close();
        if (listing == null) {
            page.phrase("p", "fault", "offer.unknown");
        }
        to.close();
    }

    private void facts(Listing listing) {
        Seller seller = listing.seller();
        if (seller != null) {
            fact("offer.seller", joined(seller.name(), seller.id().equals(seller.name()) ? "" : seller.id()));
            fact("offer.location", seller.location());
        }
        Price price = listing.price();
        if (price != null) {
            fact("offer.price", (Numerals.amount(price.amount()) + " " + price.currency()).strip());
        }
        fact("offer.condition", listing.condition());
        fact("offer.marketplace", listing.marketplace());
        if (listing.kind() == ListingKind.LIVE) {
            begin("offer.kind");
            page.phrase("dd", "", "kind-of-listing.live");
            page.markup().close();
        }
        LiveMoment live = listing.live();
        if (live != null) {
            fact("offer.room", joined(live.room(), live.host()));
            if (live.at() != null) {
                fact("offer.shown", Numerals.instant(live.at()));
            }
        }
        if (listing.capturedAt() != null) {
            fact("offer.captured", Numerals.instant(listing.capturedAt()));
        }
        if (!listing.url().isBlank()) {
            begin("offer.address");
            page.markup().open("dd");
            page.address(listing.url());
            page.markup().close().close();
        }
        CaptureRef capture = listing.capture();
        if (capture != null) {
            fact("offer.capture", capture.warc() + " @ " + capture.offset());
            fact("offer.sha256", capture.sha256());
        }
    }

    private static String joined(String first, String second) {
        return first.isEmpty() || second.isEmpty() ? first + second : first + " (" + second + ")";
    }

    private void fact(String key, String value) {
        if (!value.isBlank()) {
            begin(key);
            page.crawled("dd", value, VALUE);
            page.markup().close();
        }
    }

    private void begin(String key) {
        page.markup().open("div");
        page.phrase("dt", "", key);
    }
}
