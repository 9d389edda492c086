package org.touchstone.matcher.wording;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.touchstone.indexer.sign.SignText;
import org.touchstone.indexer.sign.SignText.Gap;

/** A text, and the words of the lexicon in it that no other words cancel. Immutable and thread-safe. */
final class Reading {
    /** Letters within which words still belong to others that are near. */
    static final int NEAR = 20;

    private static final int LONGEST_QUOTE = 60;
    private static final String STOPS = "|;；。!！?？\n\r";

    private final String field;
    private final SignText text;
    private final Map<Sense, List<Found>> found = new EnumMap<>(Sense.class);

    private Reading(String field, SignText text) {
        this.field = field;
        this.text = text;
    }

    /** @param field the listing's field, as {@link org.touchstone.listing.Listing#texts} names it */
    static Reading of(String field, String raw) {
        Lexicon lexicon = Lexicon.DATED;
        Reading reading = new Reading(field, SignText.of(raw));
        List<Found> all = new ArrayList<>();
        @Nullable Cancels[] cancels = new Cancels[lexicon.entries().size()];
        lexicon.tree().find(reading.text, (phrase, start) -> {
            Entry entry = phrase.entry();
            Found one = new Found(entry, start, start + phrase.length());
            if (!phrase.cancels()) {
                all.add(one);
                return;
            }
            Cancels mine = cancels[entry.number()];
            if (mine == null) {
                mine = new Cancels();
                cancels[entry.number()] = mine;
            }
            mine.add(one, lexicon.covers(phrase));
        });
        for (Found one : all) {
            Cancels mine = cancels[one.entry().number()];
            if (mine == null || !mine.reach(one)) {
                reading.found
                        .computeIfAbsent(one.entry().sense(), sense -> new ArrayList<>())
                        .add(one);
            }
        }
        return reading;
    }

    String field() {
        return field;
    }

    SignText text() {
        return text;
    }

    /** What was found of a sense, in the order of first letters. */
    List<Found> of(Sense sense) {
        return found.getOrDefault(sense, List.of());
    }

    boolean has(Sense sense) {
        return found.containsKey(sense);
    }

    /** Whether words of a sense are just the letters from start to before end. */
    boolean is(Sense sense, int start, int end) {
        List<Found> all = of(sense);
        for (int i = firstFrom(all, start); i < all.size() && all.get(i).start() == start; i++) {
            if (all.get(i).end() == end) {
                return true;
            }
        }
        return false;
    }

    /** Words of a sense that end just before a letter, in the same sentence; null when there are none. */
    @Nullable
    Found endingAt(Sense sense, int letter) {
        List<Found> all = of(sense);
        for (int i = firstFrom(all, letter) - 1; i >= 0 && all.get(i).start() >= letter - NEAR; i--) {
            if (all.get(i).end() == letter) {
                return stops(letter) ? null : all.get(i);
            }
        }
        return null;
    }

    /** Words of a sense that start at a letter, in the same sentence as what stands before; null when there are none. */
    @Nullable
    Found startingAt(Sense sense, int letter) {
        List<Found> all = of(sense);
        int i = firstFrom(all, letter);
        return i < all.size() && all.get(i).start() == letter && !stops(letter) ? all.get(i) : null;
    }

    /** Whether the letters of a place, as a word, stand at another letter as well. */
    boolean sameLetters(Offer.Place place, int at) {
        int end = at + place.length();
        if (place.length() == 0 || !text.edge(at) || !text.edge(end) || at == place.start()) {
            return false;
        }
        for (int k = 0; k < place.length(); k++) {
            if (text.base(at + k) != text.base(place.start() + k)) {
                return false;
            }
        }
        return true;
    }

    /** The first of some findings, in order, that starts at a letter or behind it; their number when none does. */
    static int firstFrom(List<Found> all, int start) {
        int low = 0;
        int high = all.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (all.get(middle).start() < start) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The letter that stands at a place of the raw text or next behind it. */
    int letter(int place) {
        int low = 0;
        int high = text.length();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (text.start(middle) < place) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** What stands in the raw text between the letter before this one and this one. */
    String between(int letter) {
        int from = letter == 0 ? 0 : text.end(letter - 1);
        int to = letter == text.length() ? text.raw().length() : text.start(letter);
        return from < to ? text.raw().substring(from, Math.min(to, from + 16)) : "";
    }

    /** Whether a sentence or a part of a title ends before a letter. */
    boolean stops(int letter) {
        if (text.gap(letter) == Gap.BREAK) {
            return true;
        }
        if (text.gap(letter).compareTo(Gap.HIDDEN) <= 0) {
            return false;
        }
        String gap = between(letter);
        return gap.chars().anyMatch(c -> STOPS.indexOf(c) >= 0) || gap.startsWith(". ") || gap.equals(" - ");
    }

    /** The raw text of some letters, cut where it is long. */
    String quote(int start, int end) {
        int from = text.start(start);
        int to = Math.min(text.end(end - 1), from + 2 * LONGEST_QUOTE);
        String quote = text.raw().substring(from, to).replaceAll("\\s", " ");
        return quote.length() <= LONGEST_QUOTE ? quote : quote.substring(0, LONGEST_QUOTE - 1) + "…";
    }

    String quote(Found one) {
        return quote(one.start(), one.end());
    }

    /** The places of what cancels one entry. */
    private static final class Cancels {
        private final List<Found> covering = new ArrayList<>(1);
        private final List<Found> nearby = new ArrayList<>(1);

        void add(Found one, boolean covers) {
            (covers ? covering : nearby).add(one);
        }

        boolean reach(Found one) {
            for (int i = firstFrom(covering, one.start() + 1) - 1; i >= 0; i--) {
                if (covering.get(i).contains(one)) {
                    return true;
                }
                if (one.start() - covering.get(i).start() > NEAR) {
                    break;
                }
            }
            int next = firstFrom(nearby, one.start() - NEAR);
            return next < nearby.size() && nearby.get(next).start() <= one.end() + NEAR;
        }
    }
}
