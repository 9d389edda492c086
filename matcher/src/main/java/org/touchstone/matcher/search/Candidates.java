package org.touchstone.matcher.search;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import org.touchstone.indexer.SignCursor;
import org.touchstone.indexer.SignDictionary;
import org.touchstone.indexer.sign.Echo;
import org.touchstone.indexer.sign.Han;
import org.touchstone.indexer.sign.KeyHash;
import org.touchstone.indexer.sign.SignKeys;
import org.touchstone.indexer.sign.SignText;
import org.touchstone.indexer.sign.SignText.Kind;
import org.touchstone.indexer.sign.SignView;

/**
 * Looks up the signs that may be like the targets of a query. Every look-up has its limit, so that the work is bounded
 * whatever the query is and however common its letters are.
 */
final class Candidates {
    /** Signs with one whole key: the same sign, which many may have. */
    private static final int MOST_SAME = 1_000;

    /** Signs with one key of what is left of a sign, or of its sound; one that has more says little. */
    private static final int MOST_LIKE = 300;

    private static final int MOST_CONTAINING = 600;
    private static final int MOST_OF_PIECE = 200;

    /** Signs with one of the windows of a long query. */
    private static final int MOST_WITHIN = 30;

    private static final int MOST = 5_000;
    private static final int MOST_WINDOWS = 10_000;

    /** From how many letters on two may be wrong; and up to how many all pairs of changes are tried. */
    static final int TWO_WRONG = 6;

    private static final int LONGEST_TRIED = 14;

    /** Pieces of a sign of which one is whole when two letters are wrong. */
    private static final int PIECES = 3;

    private static final int LONGEST_EXCHANGED = 6;
    private static final int LONGEST_EXCHANGED_TWICE = 3;

    /** So many letters of a word may be a mark that something was put to. */
    static final int LEAST_BESIDE = 4;

    private static final String LETTERS = "abcdefghjklmnopqrstuvwxyz"; // i is l in the skeleton

    private final SignDictionary signs;
    private final SignCursor cursor;
    private final Set<Way> ways;
    private long[] found = new long[256];
    private int count;
    private int target;

    Candidates(SignDictionary signs, SignCursor cursor, Set<Way> ways) {
        this.signs = signs;
        this.cursor = cursor;
        this.ways = ways;
    }

    /** Looks up what may be like a target. */
    void add(Target wanted, int ordinal) {
        target = ordinal;
        SignText text = wanted.text();
        int n = text.length();
        if (n > SignKeys.LONGEST) {
            cursor.find(SignView.EXACT, text.raw().strip(), MOST_SAME, this::take);
            within(text);
            return;
        }
        boolean han = text.hasHan(0, n);
        String base = text.base(0, n);
        SignView plain = han ? SignView.SIMPLIFIED : SignView.SKELETON;
        find(plain, base, MOST_SAME);
        if (wanted.role() == Target.Role.LOOKS || wanted.role() == Target.Role.PARTS) {
            return;
        }
        if (ways.contains(Way.SOUNDS)) {
            sounds(wanted, han);
        }
        if (ways.contains(Way.LOOKS) && han) {
            exchanged(text);
        }
        if (ways.contains(Way.NEAR)) {
            near(text, base, plain, han);
        }
        if (ways.contains(Way.CONTAINS) && wanted.role() == Target.Role.WHOLE) {
            cursor.containing(text, 0, n, MOST_CONTAINING, this::take);
            within(text);
        }
    }

    private void sounds(Target wanted, boolean han) {
        SignText text = wanted.text();
        for (PinyinReading reading : wanted.readings()) {
            find(SignView.PINYIN, reading.letters(), MOST_LIKE);
            find(SignView.SOUND, reading.heard(), MOST_LIKE);
            if (han) {
                find(SignView.SKELETON, reading.letters(), MOST_LIKE);
                String echo = Echo.ofSyllables(reading.syllables());
                if (!echo.isEmpty()) {
                    find(SignView.SOUND, echo, MOST_LIKE);
                }
            }
        }
        if (!han) {
            heard(text).forEach(echo -> find(SignView.SOUND, echo, MOST_LIKE));
        }
    }

    /** What may be heard of a name; a c before e, i or y as in English and as a k. */
    static Set<String> heard(SignText text) {
        String name = text.folded(0, text.length());
        Set<String> heard = new LinkedHashSet<>(Echo.ofName(name));
        if (name.indexOf('c') >= 0) {
            heard.addAll(Echo.ofName(name.replace('c', 'k')));
        }
        return heard;
    }

    /** Exchanges one Chinese character, of short signs two, for those that look like it. */
    private void exchanged(SignText text) {
        int n = text.length();
        if (n > LONGEST_EXCHANGED) {
            return;
        }
        int[] points = text.bases();
        for (int i = 0; i < n; i++) {
            if (text.kind(i) != Kind.HAN) {
                continue;
            }
            for (int alike : Han.lookAlikes(text.base(i))) {
                points[i] = alike;
                find(SignView.SIMPLIFIED, points);
                for (int j = i + 1; j < n && n <= LONGEST_EXCHANGED_TWICE; j++) {
                    int own = points[j];
                    for (int other : Han.lookAlikes(own)) {
                        points[j] = other;
                        find(SignView.SIMPLIFIED, points);
                    }
                    points[j] = own;
                }
            }
            points[i] = text.base(i);
        }
    }

    private void near(SignText text, String base, SignView plain, boolean han) {
        int n = text.length();
        int least = han ? SignKeys.NEAR_HAN : SignKeys.NEAR_WORD;
        if (n >= least - 1) {
            find(SignView.NEAR, base, MOST_LIKE);
        }
        if (han && n == 2) {
            find(plain, text.base(1, 2) + text.base(0, 1), MOST_LIKE);
        }
        if (n < least) {
            return;
        }
        int[] points = text.bases();
        for (int i = 0; i < n; i++) {
            String left = text.base(0, i) + text.base(i + 1, n);
            find(SignView.NEAR, left, MOST_LIKE);
            find(plain, left, MOST_LIKE);
        }
        if (n < (han ? TWO_WRONG - 1 : TWO_WRONG)) {
            return;
        }
        if (!han && n <= LONGEST_TRIED) {
            lessTwo(points);
            changed(points);
        } else {
            int piece = n / PIECES;
            for (int i = 0; i < PIECES; i++) {
                int end = i == PIECES - 1 ? n : (i + 1) * piece;
                cursor.containing(text, i * piece, end, MOST_OF_PIECE, this::take);
            }
        }
    }

    /** Leaves two letters out. */
    private void lessTwo(int[] points) {
        int[] left = new int[points.length - 2];
        for (int i = 0; i < points.length; i++) {
            for (int j = i + 1; j < points.length; j++) {
                int k = 0;
                for (int at = 0; at < points.length; at++) {
                    if (at != i && at != j) {
                        left[k++] = points[at];
                    }
                }
                find(SignView.NEAR, left);
                find(SignView.SKELETON, left);
            }
        }
    }

    /** Changes or adds one letter, and leaves out another: what is left of signs with two letters wrong. */
    private void changed(int[] points) {
        long[] beginnings = KeyHash.beginnings(points);
        int n = points.length;
        for (int i = 0; i <= n; i++) {
            for (int c = 0; c < LETTERS.length(); c++) {
                int letter = LETTERS.charAt(c);
                long before = KeyHash.append(KeyHash.window(beginnings, 0, i), letter);
                added(points, beginnings, i, i, before, letter);
                if (i < n && points[i] != letter) {
                    added(points, beginnings, i, i + 1, before, letter);
                }
            }
        }
    }

    /** The letters before one place, a letter, and those from another place on, with one of these left out. */
    private void added(int[] points, long[] beginnings, int to, int from, long before, int letter) {
        int n = points.length;
        if (to == from && mayHave(KeyHash.join(before, KeyHash.window(beginnings, from, n), n - from))) {
            take(points, to, from, n, letter);
        }
        for (int out = from; out < n; out++) {
            long head = KeyHash.join(before, KeyHash.window(beginnings, from, out), out - from);
            if (mayHave(KeyHash.join(head, KeyHash.window(beginnings, out + 1, n), n - out - 1))) {
                take(points, to, from, out, letter);
            }
        }
        for (int out = 0; out < to; out++) {
            long head = KeyHash.join(
                    KeyHash.window(beginnings, 0, out), KeyHash.window(beginnings, out + 1, to), to - out - 1);
            long all = KeyHash.join(KeyHash.append(head, letter), KeyHash.window(beginnings, from, n), n - from);
            if (mayHave(all)) {
                take(points, to, from, out, letter);
            }
        }
    }

    private boolean mayHave(long hash) {
        return signs.mayHave(SignView.NEAR, hash);
    }

    private void take(int[] points, int to, int from, int out, int letter) {
        int[] key = new int[points.length + 1];
        int k = 0;
        for (int i = 0; i <= points.length; i++) {
            if (i == to) {
                key[k++] = letter;
            }
            if (i < points.length && i != out && (i < to || i >= from)) {
                key[k++] = points[i];
            }
        }
        cursor.find(SignView.NEAR, key, k, MOST_LIKE, this::take);
    }

    /** Looks up the pieces of a query that may be a whole sign. */
    private void within(SignText text) {
        int n = text.length();
        int[] points = text.bases();
        int windows = 0;
        for (int start = 0; start < n; start++) {
            boolean begins = text.edge(start);
            long hash = 0;
            boolean han = false;
            for (int end = start + 1; end <= Math.min(n, start + SignKeys.LONGEST); end++) {
                hash = KeyHash.append(hash, points[end - 1]);
                han |= text.kind(end - 1) == Kind.HAN;
                int edges = (begins ? 1 : 0) + (text.edge(end) ? 1 : 0);
                int length = end - start;
                if (length < 2 || length == n || edges < (length < LEAST_BESIDE ? 2 : 1)) {
                    continue;
                }
                if (++windows > MOST_WINDOWS) {
                    return;
                }
                SignView view = han ? SignView.SIMPLIFIED : SignView.SKELETON;
                if (signs.mayHave(view, hash)) {
                    cursor.find(view, Arrays.copyOfRange(points, start, end), end - start, MOST_WITHIN, this::take);
                }
            }
        }
    }

    private void find(SignView view, int[] points) {
        long hash = 0;
        for (int point : points) {
            hash = KeyHash.append(hash, point);
        }
        if (signs.mayHave(view, hash)) {
            cursor.find(view, points, points.length, MOST_LIKE, this::take);
        }
    }

    private void find(SignView view, String key, int most) {
        if (key.length() <= KeyHash.LONGEST && signs.mayHave(view, KeyHash.of(key))) {
            cursor.find(view, key, most, this::take);
        }
    }

    private void take(int sign) {
        if (count < MOST) {
            if (count == found.length) {
                found = Arrays.copyOf(found, 2 * count);
            }
            found[count++] = (long) sign << 8 | target;
        }
    }

    /** Takes a sign and the target that it may be like. */
    interface Taker {
        void take(int sign, int target);
    }

    /** Gives every candidate once, in the order of the index. */
    void forEach(Taker taker) {
        Arrays.sort(found, 0, count);
        for (int i = 0; i < count; i++) {
            if (i == 0 || found[i] != found[i - 1]) {
                taker.take((int) (found[i] >> 8), (int) found[i] & 0xff);
            }
        }
    }
}
