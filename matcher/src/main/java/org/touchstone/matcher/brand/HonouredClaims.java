package org.touchstone.matcher.brand;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.touchstone.hit.Evidence;
import org.touchstone.listing.Listing;
import org.touchstone.mark.BrandPolicy.TimeHonoured;

/** Claims that goods are of a time-honoured brand. */
final class HonouredClaims {
    private static final int LONGEST_TEXT = 5_000;
    private static final Pattern CLAIM = Pattern.compile("(?<![非无])(?:中华)?老字号|(?:china )?time[- ]?honou?red brand");

    private HonouredClaims() {}

    /**
     * What a claim says; empty when there is none, or it may be made.
     *
     * @param known whether the seller is one of the brand's own; empty when nobody is known to be
     */
    static Optional<Evidence.Circumstance> evidence(
            Listing listing, LocalDate day, List<TimeHonoured> entries, Optional<Boolean> known) {
        String claim = entries.isEmpty() ? "" : claim(listing);
        if (claim.isEmpty()) {
            return Optional.empty();
        }
        List<TimeHonoured> meant = meant(claim, entries);
        Optional<TimeHonoured> holds =
                meant.stream().filter(one -> one.period().holdsOn(day)).findFirst();
        if (holds.isEmpty()) {
            TimeHonoured last = meant.getLast();
            return Optional.of(evidence(
                    Weights.CLAIM_WITHOUT_ENTRY,
                    "claim without an entry: '" + claim + "', but " + last.name() + " was not in " + last.list()
                            + " on " + day + " (" + period(last) + ")"));
        }
        return known.filter(own -> !own)
                .map(other -> evidence(
                        Weights.CLAIM_OF_ANOTHER,
                        "claim that is another's to make: '" + claim + "' is "
                                + holds.get().name() + "'s, and the seller is not known to be theirs"));
    }

    /** A claim of the national list is held against its entries, where there are such. */
    private static List<TimeHonoured> meant(String claim, List<TimeHonoured> entries) {
        if (!isNational(claim)) {
            return entries;
        }
        List<TimeHonoured> national = entries.stream()
                .filter(one -> isNational(Names.folded(one.list())))
                .toList();
        return national.isEmpty() ? entries : national;
    }

    private static boolean isNational(String folded) {
        return folded.contains("中华") || folded.startsWith("china");
    }

    private static String period(TimeHonoured entry) {
        return "listed from " + entry.period().from()
                + (entry.period().to() == null ? "" : " to " + entry.period().to());
    }

    private static Evidence.Circumstance evidence(double weight, String note) {
        return new Evidence.Circumstance(BrandCircumstances.CLAIM, weight, note);
    }

    private static String claim(Listing listing) {
        for (Map.Entry<String, String> text : listing.texts().entrySet()) {
            String value = text.getValue();
            Matcher claim = CLAIM.matcher(
                    Names.folded(value.length() > LONGEST_TEXT ? value.substring(0, LONGEST_TEXT) : value));
            if (claim.find()) {
                return claim.group();
            }
        }
        return "";
    }
}
