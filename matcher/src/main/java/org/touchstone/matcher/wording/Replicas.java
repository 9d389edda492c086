package org.touchstone.matcher.wording;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.touchstone.hit.Evidence;
import org.touchstone.indexer.sign.SignText.Kind;

/** The trade's words for replicas in an offer, and those that the seller denies. Thread-safe. */
final class Replicas {
    /** Letters between "not" and what is denied: Chinese ones, or of one short English word. */
    private static final int NEGATED = 2;

    private static final int NEGATED_LATIN = 7;

    private static final int QUOTED = 4;

    /** Words that are kept; a keyword-stuffed page has hundreds. */
    private static final int MOST_SAID = 64;

    private final Offer offer;
    private final List<Said> said = new ArrayList<>();
    private final List<Said> denied = new ArrayList<>();

    private record Said(Reading reading, Found found, String negation) {
        Grade grade() {
            return found.entry().grade();
        }

        int number() {
            return found.entry().number();
        }

        String quote() {
            return "'" + reading.quote(found) + "'";
        }
    }

    Replicas(Offer offer) {
        this.offer = offer;
        Set<Integer> known = new HashSet<>();
        for (Reading reading : offer.readings()) {
            List<Found> all = reading.of(Sense.REPLICA);
            for (int i = 0; i < all.size(); i++) {
                if (!withinLonger(all, i)) {
                    take(reading, all.get(i), known);
                }
            }
        }
        said.sort(Comparator.comparing(Said::grade));
    }

    /** Keeps what could count differently for different marks; repetitions of open words say nothing new. */
    private void take(Reading reading, Found found, Set<Integer> known) {
        boolean ambiguous = found.entry().grade() == Grade.AMBIGUOUS && said.size() < MOST_SAID;
        if (!ambiguous && known.contains(found.entry().number())) {
            return;
        }
        String negation = negation(reading, found);
        if (!negation.isEmpty()) {
            if (denied.isEmpty()) {
                denied.add(new Said(reading, found, negation));
            }
        } else if (known.add(found.entry().number()) || ambiguous) {
            said.add(new Said(reading, found, ""));
        }
    }

    private static boolean withinLonger(List<Found> all, int i) {
        Found one = all.get(i);
        for (int k = i - 1; k >= 0 && all.get(k).start() >= one.start() - Reading.NEAR; k--) {
            if (all.get(k).contains(one) && all.get(k).length() > one.length()) {
                return true;
            }
        }
        for (int k = i + 1; k < all.size() && all.get(k).start() == one.start(); k++) {
            if (all.get(k).length() > one.length()) {
                return true;
            }
        }
        return false;
    }

    private static String negation(Reading reading, Found found) {
        boolean latin = reading.text().kind(found.start()) == Kind.WORD;
        List<Found> all = reading.of(Sense.NEGATION);
        Found nearest = null;
        for (int i = Reading.firstFrom(all, found.start()) - 1; i >= 0; i--) {
            Found one = all.get(i);
            if (one.start() < found.start() - Reading.NEAR) {
                break;
            }
            int apart = found.start() - one.end();
            boolean near = apart >= 0 && apart <= (latin ? NEGATED_LATIN : NEGATED);
            if (near && (nearest == null || one.contains(nearest)) && !stopsWithin(reading, one.end(), found.start())) {
                nearest = one;
            }
        }
        return nearest == null ? "" : reading.quote(nearest);
    }

    private static boolean stopsWithin(Reading reading, int start, int end) {
        for (int i = start; i <= end; i++) {
            if (reading.stops(i) || reading.between(i).chars().anyMatch(c -> c == ',' || c == '，')) {
                return true;
            }
        }
        return false;
    }

    /** What counts for a mark, by its signs. */
    Optional<Evidence.Circumstance> of(List<Evidence> signs) {
        List<String> notes = new ArrayList<>();
        Set<Integer> counted = new HashSet<>();
        double weight = 0;
        double further = 0;
        Grade best = Grade.AMBIGUOUS;
        for (Said one : said) {
            String support = one.grade() == Grade.AMBIGUOUS
                    ? support(one, signs)
                    : one.grade().word();
            if (support.isEmpty() || !counted.add(one.number())) {
                continue;
            }
            if (counted.size() == 1) {
                best = one.grade();
                weight = Weights.replica(best);
            } else {
                further = Math.min(further + Weights.FURTHER_REPLICA, Weights.FURTHER_REPLICAS);
            }
            if (notes.size() < QUOTED) {
                notes.add(one.quote() + " (" + support + ")");
            }
        }
        if (counted.isEmpty()) {
            return Optional.empty();
        }
        String label =
                best == Grade.AMBIGUOUS ? "words that replica sellers use" : "the seller's own word for a replica";
        return Optional.of(new Evidence.Circumstance(
                OfferWording.REPLICA, weight + further, label + ": " + String.join(", ", notes)));
    }

    /** What supports an ambiguous word, empty when nothing does. */
    private String support(Said one, List<Evidence> signs) {
        for (Said other : said) {
            if (other.number() != one.number() && apart(one, other)) {
                return "ambiguous, beside " + other.quote();
            }
        }
        boolean fits =
                offer.sells(one.found.entry().goods()) && offer.near(one.reading, one.found, signs, Reading.NEAR);
        String goods = one.found.entry().goods().stream()
                .map(sense -> sense.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" or "));
        return fits ? "ambiguous, near the sign, of " + (goods.isEmpty() ? "any goods" : goods) : "";
    }

    private static boolean apart(Said one, Said other) {
        return one.reading != other.reading
                || one.found.end() <= other.found.start()
                || other.found.end() <= one.found.start();
    }

    /** That the seller says it is no replica. */
    Optional<Evidence.Circumstance> denial() {
        return denied.stream()
                .findFirst()
                .map(one -> new Evidence.Circumstance(
                        OfferWording.DENIAL,
                        Weights.REPLICA_DENIED,
                        "said to be no replica: " + one.quote() + " ("
                                + one.grade().word() + ") cancelled by '" + one.negation + "'"));
    }
}
