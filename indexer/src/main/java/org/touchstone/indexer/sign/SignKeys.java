package org.touchstone.indexer.sign;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.codec.language.DoubleMetaphone;

/** The keys under which a sign is found, in every view. */
public final class SignKeys {
    /** Changes whenever a sign would be given other keys. */
    public static final String VERSION = "2";

    /** The longest sign that gets keys, in letters. */
    public static final int LONGEST = 64;

    /** From how many letters on a sign may be found with one of them wrong. */
    public static final int NEAR_WORD = 4;

    /** From how many Chinese characters on. */
    public static final int NEAR_HAN = 3;

    private static final int NEAR_LONGEST = 32;
    private static final int MOST_PINYIN = 16;

    private SignKeys() {}

    /** Keys of a sign by view; a view in which it has none is absent. */
    public static Map<SignView, Set<String>> of(String form) {
        Map<SignView, Set<String>> keys = new EnumMap<>(SignView.class);
        keys.put(SignView.EXACT, Set.of(cut(form.strip())));
        SignText text = SignText.of(form);
        int n = text.length();
        if (n == 0 || n > LONGEST) {
            return keys;
        }
        boolean han = text.hasHan(0, n);
        String base = text.base(0, n);
        put(keys, SignView.FOLDED, Set.of(text.folded(0, n)));
        put(keys, han ? SignView.SIMPLIFIED : SignView.SKELETON, Set.of(base));
        put(keys, SignView.PINYIN, pinyin(text));
        put(keys, SignView.SOUND, sound(text, han));
        put(keys, SignView.GRAM, grams(text));
        put(keys, SignView.NEAR, near(text));
        return keys;
    }

    /**
     * The parts of a sign that is written in two scripts, side by side ({@code SHANYIN 山隐}): people use either alone.
     * Empty where there is but one script, or a part is too short to stand alone.
     */
    public static List<String> parts(String form) {
        SignText text = SignText.of(form);
        int n = text.length();
        int border = 1;
        while (border < n && text.kind(border) == text.kind(0)) {
            border++;
        }
        if (border >= n || n > LONGEST) {
            return List.of();
        }
        for (int i = border; i < n; i++) {
            if (text.kind(i) != text.kind(border)) {
                return List.of();
            }
        }
        boolean both = longEnough(text, 0, border) && longEnough(text, border, n);
        return both ? List.of(text.quote(0, border), text.quote(border, n)) : List.of();
    }

    private static boolean longEnough(SignText text, int start, int end) {
        return end - start >= (text.kind(start) == SignText.Kind.HAN ? 2 : NEAR_WORD);
    }

    private static void put(Map<SignView, Set<String>> keys, SignView view, Set<String> values) {
        if (!values.isEmpty()) {
            keys.put(view, values);
        }
    }

    private static String cut(String form) {
        return form.length() <= 200 ? form : form.substring(0, 200);
    }

    private static Set<String> pinyin(SignText text) {
        int han = 0;
        for (int i = 0; i < text.length(); i++) {
            han += text.kind(i) == SignText.Kind.HAN ? 1 : 0;
        }
        if (han < 2) {
            return Set.of();
        }
        return Han.spellings(text, 0, text.length()).stream()
                .limit(MOST_PINYIN)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<String> sound(SignText text, boolean han) {
        String folded = text.folded(0, text.length());
        if (han || folded.length() < NEAR_WORD || !folded.chars().allMatch(c -> c >= 'a' && c <= 'z')) {
            return Set.of();
        }
        DoubleMetaphone metaphone = new DoubleMetaphone();
        metaphone.setMaxCodeLen(8);
        Set<String> keys = new LinkedHashSet<>();
        keys.add(metaphone.doubleMetaphone(folded, false));
        keys.add(metaphone.doubleMetaphone(folded, true));
        keys.remove("");
        return keys;
    }

    private static Set<String> grams(SignText text) {
        Set<String> grams = new LinkedHashSet<>();
        int size = text.hasHan(0, text.length()) ? 2 : 3;
        for (int i = 0; i + size <= text.length(); i++) {
            grams.add(text.base(i, i + size));
        }
        return grams;
    }

    private static Set<String> near(SignText text) {
        int n = text.length();
        int least = text.hasHan(0, n) ? NEAR_HAN : NEAR_WORD;
        if (n < least || n > NEAR_LONGEST) {
            return Set.of();
        }
        Set<String> keys = new LinkedHashSet<>();
        for (int i = 0; i < n; i++) {
            keys.add(text.base(0, i) + text.base(i + 1, n));
        }
        return keys;
    }
}
