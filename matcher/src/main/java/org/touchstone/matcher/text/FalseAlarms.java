package org.touchstone.matcher.text;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.touchstone.indexer.SignOrigin;
import org.touchstone.indexer.WordSign;
import org.touchstone.indexer.sign.SignText;

/**
 * Estimates how often {@link TextMatcher} would report a sign in ordinary titles by chance: the letters stand there, or
 * others that it takes for them, though nobody means the mark. Thread-safe; made in about a second, holds some 40 MB,
 * and takes about a tenth of a millisecond for a sign.
 *
 * <p>The estimate is a sum of chances. A title of the sign's own script has {@link OrdinaryLatin#WORDS} words or {@link
 * OrdinaryHan#CHARACTERS} characters; each of them is, independently of the others, a given word w with the probability
 * 2<sup>-s(w)</sup>, where s is the surprise in bits that the matcher's own language models give, set right for offers; and
 * the sum is over all words w that the matcher takes for the sign, each by its {@link Reason}:
 *
 * <ul>
 *   <li>the sign itself, as a word, a number or a short code;
 *   <li>words in no list that begin or end with it: as many of them as there are such words in the list;
 *   <li>words one letter away that {@link WordDistortion} accepts, which leaves out those of a dictionary;
 *   <li>words that people write and that sound alike, a sample of all words in no list;
 *   <li>Chinese characters that sound or look like those of the sign, one changed, or both of two that sound alike, if
 *       {@link HanDistortion} accepts them; and words in letters that spell it.
 * </ul>
 *
 * <p>It is an order of magnitude. A word of goods may be ten times as common in the titles of one shop as here, for
 * nothing is known of what is sold. Names that many people bear count as alarms, although some who write them mean the
 * mark. Left out are disguises with symbols or digits, signs taken apart, echoes of a name in the brand's place, words in
 * several pieces, signs in two scripts as a whole, and that one mark's hit may hide another's.
 */
public final class FalseAlarms {
    private static final int DISTINCTIVE = 5;
    private static final int SURE = 8;

    /** Why ordinary titles hit a sign. */
    public enum Reason {
        /** It is an ordinary word or name, or ordinary words. */
        WORD,
        /** It is so short that letters or characters fall so by chance. */
        SHORT,
        /** It is a number. */
        NUMBER,
        /** Other words begin or end with it. */
        PART,
        /** Other words are one letter away. */
        NEAR,
        /** Other words sound like it. */
        SOUND,
        /** Other Chinese words look like it. */
        SHAPE;

        /** The name used in files: lower case. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final LatinAlarms latin = new LatinAlarms(new OrdinaryLatin());
    private final HanAlarms han = new HanAlarms(new OrdinaryHan());

    /**
     * Hits to expect by chance in 1,000 ordinary titles, by reason; a title may be counted under several. Reasons that add
     * nothing are absent.
     */
    public Map<Reason, Double> per1000(WordSign sign) {
        Map<Reason, Double> expected = new EnumMap<>(Reason.class);
        add(SignText.of(sign.form()), sign, expected);
        return expected;
    }

    /** The same for the signs of one mark; signs with the same letters count once. */
    public Map<Reason, Double> per1000(Collection<WordSign> signs) {
        Map<Reason, Double> expected = new EnumMap<>(Reason.class);
        Set<String> known = new HashSet<>();
        for (WordSign sign : signs) {
            SignText text = SignText.of(sign.form());
            if (known.add(text.base(0, text.length()))) {
                add(text, sign, expected);
            }
        }
        return expected;
    }

    /**
     * Of 1,000 titles, those with a hit or more, if they fall as chance has it.
     *
     * @param expected hits by reason
     */
    public static double titles(Map<Reason, Double> expected) {
        double hits = 0;
        for (double part : expected.values()) {
            hits += part;
        }
        return 1000 * -Math.expm1(-hits / 1000);
    }

    private void add(SignText text, WordSign sign, Map<Reason, Double> expected) {
        int n = text.length();
        if (n == 0 || n > 64) {
            return;
        }
        boolean element = sign.origin() == SignOrigin.ELEMENT;
        String word = text.folded(0, n);
        if (element && (word.length() < DISTINCTIVE || !English.isDistinctive(word))) {
            return; // found in the brand's place alone
        }
        Map<Reason, Double> chances = text.hasHan(0, n) ? han.of(text, sign) : latin.of(text, sign);
        chances.forEach((reason, chance) -> {
            boolean sure = !element || reason == Reason.WORD || reason == Reason.PART || n >= SURE;
            if (sure) {
                expected.merge(reason, 1000 * chance, Double::sum);
            }
        });
    }
}
