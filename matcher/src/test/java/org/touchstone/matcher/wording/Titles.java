package org.touchstone.matcher.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.touchstone.hit.Evidence;
import org.touchstone.listing.Listing;

/** What is read of titles that name a fictional mark, and perhaps another. */
final class Titles {
    static final String MARK = "NUVIMO";
    private static final String OTHER = "KESTREL";

    private Titles() {}

    static List<Evidence.Circumstance> read(String title) {
        return read(Listing.builder("1").title(title).build());
    }

    static List<Evidence.Circumstance> read(Listing listing) {
        List<Evidence> signs = signs(listing, MARK);
        return new OfferWording(listing, List.of(signs, signs(listing, OTHER))).of(signs);
    }

    static List<String> kinds(String title) {
        return read(title).stream().map(Evidence::kind).toList();
    }

    /** The circumstance of a kind; null when there is none. */
    static Evidence.Circumstance one(String kind, String title) {
        return read(title).stream()
                .filter(one -> one.kind().equals(kind))
                .findFirst()
                .orElse(null);
    }

    private static List<Evidence> signs(Listing listing, String mark) {
        List<Evidence> signs = new ArrayList<>();
        for (Map.Entry<String, String> text : listing.texts().entrySet()) {
            int start = text.getValue().indexOf(mark);
            if (start >= 0) {
                signs.add(new Evidence.Word(
                        "word", text.getKey(), start, start + mark.length(), mark, mark, 1, List.of("exact"), 20, ""));
            }
        }
        return signs;
    }
}
