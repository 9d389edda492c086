package org.touchstone.matcher.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.touchstone.indexer.SignCursor;
import org.touchstone.indexer.SignDictionary;
import org.touchstone.indexer.SignOrigin;
import org.touchstone.indexer.WordSign;
import org.touchstone.indexer.sign.Echo;
import org.touchstone.indexer.sign.Han;
import org.touchstone.indexer.sign.KeyHash;
import org.touchstone.indexer.sign.SignText;
import org.touchstone.indexer.sign.SignText.Gap;
import org.touchstone.indexer.sign.SignText.Kind;
import org.touchstone.indexer.sign.SignView;

/**
 * The one word at the head of a Chinese offer that is parted from what follows: the place where the brand stands. There
 * even the beginning of a name, a common word out of it, or characters that echo its sound point to the mark, if to few
 * marks.
 */
record Opening(int start, int end) {
    private static final Opening NONE = new Opening(0, 0);

    /** The beginning of a name must be this long, and make up two fifths of it. */
    private static final int LEAST_BEGINNING = 4;

    private static final int MOST_BEGINNINGS = 3;
    private static final int MOST_ECHOES = 2_000;
    private static final int BEST_ECHOES = 5;
    private static final int LONGEST_ECHO = 5;
    private static final int LONG_ELEMENT = 5;

    /** What a name that people write is likelier to be echoed than one that nobody knows, in likeness. */
    private static final double KNOWN = 0.15;

    /** Bits of surprise below which characters are words of the language rather than sounds. */
    private static final double LEAST_SURPRISE = 8;

    static Opening of(SignText text) {
        int n = text.length();
        if (n < 4) {
            return NONE;
        }
        int end = 1;
        while (end < n && text.kind(end) == text.kind(0) && text.gap(end).compareTo(Gap.HIDDEN) <= 0) {
            end++;
        }
        boolean parted =
                end < n && (text.gap(end) == Gap.BLANK || text.kind(0) == Kind.WORD && text.kind(end) == Kind.HAN);
        int han = 0;
        for (int i = end; i < n; i++) {
            han += text.kind(i) == Kind.HAN ? 1 : 0;
        }
        return parted && end >= 2 && 2 * han > n - end ? new Opening(0, end) : NONE;
    }

    boolean is(int from, int to) {
        return end > 0 && from == start && to == end;
    }

    /** Readings of the opening as the beginning of a sign, or as an echo of one. */
    List<Reading> read(SignText text, SignDictionary signs, Chinese chinese) {
        if (end == 0) {
            return List.of();
        }
        SignCursor cursor = signs.cursor();
        if (text.kind(start) == Kind.WORD) {
            return beginnings(text, signs, cursor);
        }
        boolean sounds = text.kind(start) == Kind.HAN
                && end - start <= LONGEST_ECHO
                && !Chinese.isWord(text.base(start, end))
                && chinese.surprise(start, end) >= LEAST_SURPRISE;
        return sounds ? echoes(text, signs, cursor) : List.of();
    }

    private List<Reading> beginnings(SignText text, SignDictionary signs, SignCursor cursor) {
        List<Reading> readings = new ArrayList<>();
        String base = text.base(start, end);
        boolean known = signs.mayHave(SignView.SKELETON, KeyHash.of(base));
        if (base.length() < LEAST_BEGINNING || known || Words.isOrdinary(text, start, end)) {
            return readings;
        }
        cursor.begin(SignView.SKELETON, base, MOST_BEGINNINGS, number -> {
            WordSign sign = cursor.sign(number);
            double share = (double) base.length() / SignText.of(sign.form()).length();
            if (share >= 0.4) {
                readings.add(new Reading(start, end, sign, false, share, Set.of(How.PART), Weights.OPENING));
            }
        });
        return readings;
    }

    private List<Reading> echoes(SignText text, SignDictionary signs, SignCursor cursor) {
        List<String> syllables = new ArrayList<>();
        for (int i = start; i < end; i++) {
            List<String> readings = Han.syllables(text.base(i), 1);
            if (readings.isEmpty()) {
                return List.of();
            }
            syllables.add(readings.get(0));
        }
        String key = Echo.ofSyllables(syllables);
        if (key.isEmpty() || !signs.mayHave(SignView.SOUND, KeyHash.of(key))) {
            return List.of();
        }
        List<Reading> readings = new ArrayList<>();
        cursor.find(SignView.SOUND, key, MOST_ECHOES, number -> {
            Reading reading = echo(syllables, cursor.sign(number));
            if (reading != null) {
                readings.add(reading);
            }
        });
        readings.sort(Comparator.comparingDouble(
                        (Reading reading) -> reading.similarity() + (English.knows(name(reading.sign())) ? KNOWN : 0))
                .reversed());
        return List.copyOf(readings.subList(0, Math.min(BEST_ECHOES, readings.size())));
    }

    private @Nullable Reading echo(List<String> syllables, WordSign sign) {
        if (sign.origin() == SignOrigin.ELEMENT && sign.form().length() < LONG_ELEMENT) {
            return null;
        }
        String name = name(sign);
        double likeness = EchoLikeness.of(syllables, name);
        return likeness < (English.knows(name) ? EchoLikeness.LEAST : EchoLikeness.SURE)
                ? null
                : new Reading(start, end, sign, false, likeness, EnumSet.of(How.ROMANISED, How.SOUND), Weights.OPENING);
    }

    private static String name(WordSign sign) {
        SignText form = SignText.of(sign.form());
        return form.folded(0, form.length());
    }
}
