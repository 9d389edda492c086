package org.touchstone.matcher.wording;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.touchstone.hit.Evidence;
import org.touchstone.listing.Listing;

/** A listing's texts as read, with the places of all signs in them. Immutable and thread-safe once made. */
final class Offer {
    private static final String TITLE = "title";

    private final Map<String, Reading> readings = new TreeMap<>();
    private final List<Reading> inOrder = new ArrayList<>();
    private final Map<String, BitSet> signs = new TreeMap<>();
    private final Reading category;

    /** @param signs the signs of all marks that were seen in the listing */
    Offer(Listing listing, Collection<? extends Collection<Evidence>> signs) {
        listing.texts().forEach((field, raw) -> {
            Reading reading = Reading.of(field, raw);
            readings.put(field, reading);
            inOrder.add(reading);
        });
        category = Reading.of("category", listing.category());
        for (Collection<Evidence> ofMark : signs) {
            for (Evidence sign : ofMark) {
                if (sign instanceof Evidence.Word word && readings.get(word.field()) instanceof Reading reading) {
                    Place place = place(reading, word);
                    this.signs
                            .computeIfAbsent(word.field(), field -> new BitSet())
                            .set(place.start(), place.end());
                }
            }
        }
    }

    /** The texts, the more important first. */
    List<Reading> readings() {
        return inOrder;
    }

    /** The text that a field was read as; null when the listing has no such text. */
    @Nullable
    Reading reading(String field) {
        return readings.get(field);
    }

    /** The letters that a sign covers in its text. */
    static Place place(Reading reading, Evidence.Word sign) {
        int start = reading.letter(sign.start());
        return new Place(start, Math.max(start, reading.letter(sign.end())));
    }

    /** Whether a letter of a text belongs to a sign of any mark. */
    boolean isSign(Reading reading, int letter) {
        BitSet letters = signs.get(reading.field());
        return letters != null && letters.get(letter);
    }

    /** Whether the title or the category names goods of one of some senses; true when there are none. */
    boolean sells(List<Sense> goods) {
        Reading title = readings.get(TITLE);
        return goods.isEmpty() || goods.stream().anyMatch(one -> category.has(one) || title != null && title.has(one));
    }

    /** Whether a part or an accessory is named in the title, the category or beside the sign's text. */
    boolean sellsAccessory(Reading reading) {
        Reading title = readings.get(TITLE);
        return reading.has(Sense.ACCESSORY)
                || category.has(Sense.ACCESSORY)
                || title != null && title.has(Sense.ACCESSORY);
    }

    /** Letters of a text from start to before end. */
    record Place(int start, int end) {
        int length() {
            return end - start;
        }
    }

    /** Whether one of a mark's signs stands in the same text within so many letters; a picture is near the title. */
    boolean near(Reading reading, Found found, List<Evidence> ofMark, int letters) {
        for (Evidence sign : ofMark) {
            boolean pictured =
                    sign instanceof Evidence.Picture || sign instanceof Evidence.Word read && read.spot() != null;
            if (pictured && reading.field().equals(TITLE)) {
                return true;
            }
            if (sign instanceof Evidence.Word word && word.field().equals(reading.field())) {
                Place place = place(reading, word);
                int apart = Math.max(place.start() - found.end(), found.start() - place.end());
                if (apart <= letters) {
                    return true;
                }
            }
        }
        return false;
    }
}
