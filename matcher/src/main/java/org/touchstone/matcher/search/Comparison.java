package org.touchstone.matcher.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.touchstone.indexer.SignOrigin;
import org.touchstone.indexer.WordSign;
import org.touchstone.indexer.sign.Echo;
import org.touchstone.indexer.sign.Han;
import org.touchstone.indexer.sign.SignKeys;
import org.touchstone.indexer.sign.SignText;
import org.touchstone.indexer.sign.SignText.Kind;
import org.touchstone.matcher.search.Likeness.Ground;
import org.touchstone.matcher.search.Target.Role;
import org.touchstone.matcher.text.EchoLikeness;
import org.touchstone.matcher.text.SoundAlignment;

/**
 * Says in which respects signs are like a target, letter by letter. The figures put the respects in the order in which a
 * person would; they are no probabilities.
 */
final class Comparison {
    private static final double SCRIPT = 0.98;
    private static final double LETTER_SHAPES = 0.95;
    private static final double PARTS = 0.92;
    private static final double PINYIN = 0.88;
    private static final double LIKE_PINYIN = 0.78;
    private static final double RENDERING = 0.75;
    private static final double ROMANISED = 0.85;

    /** A character of the same syllable and tone, of the same syllable, of a syllable that is nearly the same. */
    private static final double SAME_READING = 0.92;

    private static final double SAME_SYLLABLE = 0.87;
    private static final double LIKE_SYLLABLE = 0.76;

    private static final double NAMES = 0.97;
    private static final double LEAST_HEARD = 0.65;
    private static final double LEAST_LIKE = 0.8;

    /** Two Chinese characters in the other order. */
    private static final double TURNED = 0.7;

    /** A word of another sign, and a part of a word; what it makes up of the whole is added. */
    private static final double WORD = 0.5;

    private static final double WITHIN_WORD = 0.3;
    private static final double SHARE = 0.4;

    /** A word of a mark is less than the mark. */
    private static final double ELEMENT = 0.75;

    /** Fewer letters within a word are chance. */
    private static final int LEAST_PART = 3;

    private static final int TWO_HAN_WRONG = 5;

    private final Target target;
    private final Set<Way> ways;
    private final SignText query;
    private final int n;
    private final boolean han;
    private final Set<String> echoes;

    Comparison(Target target, Set<Way> ways) {
        this.target = target;
        this.ways = ways;
        query = target.text();
        n = query.length();
        han = query.hasHan(0, n);
        echoes = han || n > SignKeys.LONGEST ? Set.of() : Candidates.heard(query);
    }

    /** All likenesses that a sign has to the target in the ways that are asked for. */
    List<Likeness> with(WordSign sign) {
        SignText mark = SignText.of(sign.form());
        int m = mark.length();
        if (m == 0) {
            return List.of();
        }
        boolean element = sign.origin() == SignOrigin.ELEMENT;
        List<Likeness> found = new ArrayList<>(2);
        if (n == m && sameBases(mark)) {
            same(found, mark, element);
        } else if (target.role() != Role.LOOKS && target.role() != Role.PARTS) {
            if (m <= SignKeys.LONGEST && n <= SignKeys.LONGEST) {
                unlike(found, mark);
            }
            if (target.role() == Role.WHOLE && !element) {
                contained(found, mark);
            }
        }
        List<Likeness> wanted = new ArrayList<>(found.size());
        for (Likeness one : found) {
            if (ways.contains(one.way())) {
                double factor = target.factor() * (element && one.way() != Way.CONTAINS ? ELEMENT : 1);
                wanted.add(factor == 1 ? one : one.times(factor));
            }
        }
        return wanted;
    }

    private boolean sameBases(SignText mark) {
        for (int i = 0; i < n; i++) {
            if (query.base(i) != mark.base(i)) {
                return false;
            }
        }
        return true;
    }

    /** The same in base letters: the sign itself, or one that looks the same. */
    private void same(List<Likeness> found, SignText mark, boolean element) {
        switch (target.role()) {
            case LOOKS -> add(found, Ground.LETTER_SHAPES, LETTER_SHAPES, mark);
            case PARTS -> add(found, Ground.CHARACTER_PARTS, PARTS, mark);
            case ROMANISED -> add(found, Ground.NAMES, ROMANISED, mark);
            case WHOLE -> {
                boolean folded = true;
                boolean script = true;
                for (int i = 0; i < n; i++) {
                    boolean same = query.folded(i) == mark.folded(i);
                    folded &= same;
                    script &= same || query.kind(i) == Kind.HAN;
                }
                Ground ground = folded ? Ground.SAME : script ? Ground.SCRIPT : Ground.LETTER_SHAPES;
                double similarity = folded ? 1 : script ? SCRIPT : LETTER_SHAPES;
                if (element) {
                    add(found, Ground.WORD_OF_MARK, similarity * ELEMENT, mark);
                } else {
                    add(found, ground, similarity, mark);
                }
            }
            case PART -> add(found, element ? Ground.WORD_OF_MARK : Ground.WORD_OF_QUERY, element ? ELEMENT : 1, mark);
        }
    }

    private void unlike(List<Likeness> found, SignText mark) {
        int m = mark.length();
        boolean hanMark = mark.hasHan(0, m);
        if (han && hanMark && n == m) {
            shapes(found, mark);
            syllables(found, mark);
        }
        if (han && hanMark && n != m) {
            readings(found, mark);
        } else if (han != hanMark) {
            pinyin(found, mark);
        } else if (!han) {
            names(found, mark);
        }
        edits(found, mark, han || hanMark);
    }

    private void shapes(List<Likeness> found, SignText mark) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double likeness = Han.likeness(query.base(i), mark.base(i));
            if (likeness == 0) {
                return;
            }
            sum += likeness;
        }
        add(found, Ground.CHARACTER_SHAPES, sum / n, mark);
    }

    private void syllables(List<Likeness> found, SignText mark) {
        double sum = 0;
        boolean like = false;
        for (int i = 0; i < n; i++) {
            int a = query.base(i);
            int b = mark.base(i);
            double likeness = a == b
                    ? 1
                    : Han.sameReading(a, b)
                            ? SAME_READING
                            : Han.sameSyllable(a, b) ? SAME_SYLLABLE : Han.likeSyllable(a, b) ? LIKE_SYLLABLE : 0;
            if (likeness == 0) {
                return;
            }
            like |= likeness == LIKE_SYLLABLE;
            sum += likeness;
        }
        Ground ground = like ? Ground.LIKE_SYLLABLES : Ground.SYLLABLES;
        found.add(new Likeness(ground, sum / n, spoken(target.readings(), query), spoken(mark)));
    }

    private static String spoken(SignText text) {
        return spoken(PinyinReading.of(text), text);
    }

    private static String spoken(List<PinyinReading> readings, SignText text) {
        return readings.isEmpty()
                ? text.quote(0, text.length())
                : readings.get(0).shown();
    }

    /** Both sides with Chinese characters, of which some are spelt on one of them. */
    private void readings(List<Likeness> found, SignText mark) {
        List<PinyinReading> theirs = ways.contains(Way.SOUNDS) ? PinyinReading.of(mark) : List.of();
        for (Ground ground : List.of(Ground.PINYIN, Ground.LIKE_PINYIN)) {
            boolean plain = ground == Ground.PINYIN;
            for (PinyinReading own : target.readings()) {
                for (PinyinReading other : theirs) {
                    if (plain
                            ? own.letters().equals(other.letters())
                            : own.heard().equals(other.heard())) {
                        found.add(new Likeness(ground, plain ? PINYIN : LIKE_PINYIN, own.shown(), other.shown()));
                        return;
                    }
                }
            }
        }
    }

    /** One side in Chinese characters, the other without. */
    private void pinyin(List<Likeness> found, SignText mark) {
        if (!ways.contains(Way.SOUNDS)) {
            return;
        }
        List<PinyinReading> theirs = PinyinReading.of(mark);
        List<PinyinReading> chinese = han ? target.readings() : theirs;
        SignText name = han ? mark : query;
        String letters = name.base(0, name.length());
        for (PinyinReading reading : chinese) {
            if (reading.letters().equals(letters)) {
                found.add(sounding(Ground.PINYIN, PINYIN, reading, mark));
                return;
            }
        }
        for (PinyinReading reading : han ? theirs : target.readings()) {
            for (PinyinReading other : chinese) {
                if (reading.heard().equals(other.heard())) {
                    found.add(sounding(Ground.LIKE_PINYIN, LIKE_PINYIN, other, mark));
                    return;
                }
            }
        }
        double best = 0;
        PinyinReading as = null;
        for (PinyinReading reading : chinese) {
            double likeness = EchoLikeness.of(reading.syllables(), name.folded(0, name.length()));
            if (likeness > best) {
                best = likeness;
                as = reading;
            }
        }
        if (as != null && best >= EchoLikeness.LEAST) {
            found.add(sounding(Ground.RENDERING, RENDERING * best, as, mark));
        }
    }

    private Likeness sounding(Ground ground, double similarity, PinyinReading reading, SignText mark) {
        return new Likeness(
                ground,
                similarity,
                han ? reading.shown() : target.shown(),
                han ? mark.quote(0, mark.length()) : reading.shown());
    }

    private void names(List<Likeness> found, SignText mark) {
        if (!ways.contains(Way.SOUNDS) || echoes.isEmpty()) {
            return;
        }
        int m = mark.length();
        double likeness = 1 - SoundAlignment.bits(query, 0, n, mark) / (SoundAlignment.ANY * Math.max(n, m));
        if (likeness < LEAST_HEARD) {
            return;
        }
        String name = mark.folded(0, m);
        boolean heard = echoes.contains(Echo.ofWord(name));
        if (heard || likeness >= LEAST_LIKE && !Collections.disjoint(echoes, Echo.ofName(name))) {
            add(found, Ground.NAMES, NAMES * likeness, mark);
        }
    }

    private void edits(List<Likeness> found, SignText mark, boolean anyHan) {
        int m = mark.length();
        int longer = Math.max(n, m);
        int allowed = anyHan
                ? longer >= TWO_HAN_WRONG ? 2 : longer >= SignKeys.NEAR_HAN ? 1 : 0
                : longer >= Candidates.TWO_WRONG ? 2 : longer >= SignKeys.NEAR_WORD ? 1 : 0;
        if (!ways.contains(Way.NEAR) || Math.abs(n - m) > allowed) {
            return;
        }
        if (allowed == 0) {
            if (anyHan && n == 2 && m == 2 && query.base(0) == mark.base(1) && query.base(1) == mark.base(0)) {
                add(found, Ground.EDITS, TURNED, mark);
            }
            return;
        }
        int edits = Edits.between(query, mark, allowed);
        if (edits <= allowed) {
            add(found, Ground.EDITS, 1 - (double) edits / longer, mark);
        }
    }

    private void contained(List<Likeness> found, SignText mark) {
        int m = mark.length();
        if (n < m) {
            boolean word = at(mark, query, Borders.BOTH) >= 0;
            if (word || n >= LEAST_PART && at(mark, query, Borders.NONE) >= 0) {
                Ground ground = word ? Ground.WORD_OF_MARK : Ground.PART_OF_MARK;
                add(found, ground, (word ? WORD : WITHIN_WORD) + SHARE * n / m, mark);
            }
        } else if (m > 1 && m < n) {
            if (at(query, mark, Borders.BOTH) >= 0) {
                add(found, Ground.WORD_OF_QUERY, WORD + SHARE * m / n, mark);
            } else if (m >= Candidates.LEAST_BESIDE && at(query, mark, Borders.ONE) >= 0) {
                add(found, Ground.PART_OF_QUERY, WITHIN_WORD + SHARE * m / n, mark);
            }
        }
    }

    /** At how many ends a piece must end a word. */
    private enum Borders {
        NONE,
        ONE,
        BOTH
    }

    /** Where one text stands in a longer one, -1 where it does not. */
    private static int at(SignText longer, SignText shorter, Borders borders) {
        int length = shorter.length();
        for (int start = 0; start + length <= longer.length(); start++) {
            int edges = (longer.edge(start) ? 1 : 0) + (longer.edge(start + length) ? 1 : 0);
            if (edges < borders.ordinal()) {
                continue;
            }
            int i = 0;
            while (i < length && longer.base(start + i) == shorter.base(i)) {
                i++;
            }
            if (i == length) {
                return start;
            }
        }
        return -1;
    }

    private void add(List<Likeness> found, Ground ground, double similarity, SignText mark) {
        found.add(new Likeness(ground, similarity, target.shown(), mark.quote(0, mark.length())));
    }
}
