package org.touchstone.matcher.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.touchstone.indexer.sign.Han;
import org.touchstone.indexer.sign.SignKeys;
import org.touchstone.indexer.sign.SignText;
import org.touchstone.indexer.sign.SignText.Kind;

/** What is compared with the marks: a query as it stands, a part of it, or another reading of it. */
final class Target {
    /** How a text came of the query. */
    enum Role {
        WHOLE,
        /** One of its scripts, or a word that makes up much of it. */
        PART,
        /** Digits and rows of letters read as the letters that they look like. */
        LOOKS,
        /** Chinese characters put together of their parts, or taken apart. */
        PARTS,
        /** Another script in Latin letters. */
        ROMANISED
    }

    /** Of a longer query the rest is not compared. */
    static final int LONGEST = 200;

    private static final int MOST = 24;

    /** What a part that makes up nearly nothing would be like at most. */
    private static final double LEAST_SHARE = 0.4;

    private final SignText text;
    private final Role role;
    private final double factor;
    private final List<PinyinReading> readings;
    private final String shown;

    private Target(SignText text, Role role, double factor, String shown) {
        this.text = text;
        this.shown = shown;
        this.role = role;
        this.factor = factor;
        this.readings = PinyinReading.of(text);
    }

    SignText text() {
        return text;
    }

    Role role() {
        return role;
    }

    /** What likeness to the target says of likeness to the whole query. */
    double factor() {
        return factor;
    }

    /** What the user wrote for it. */
    String shown() {
        return shown;
    }

    List<PinyinReading> readings() {
        return readings;
    }

    /** All targets of a query, the whole first; none when it has no letters. */
    static List<Target> of(String query) {
        String raw = query.length() <= LONGEST ? query : whole(query);
        SignText whole = SignText.of(raw);
        if (whole.length() == 0) {
            return List.of();
        }
        Map<String, Target> targets = new LinkedHashMap<>();
        targets.put(whole.base(0, whole.length()), new Target(whole, Role.WHOLE, 1, whole.quote(0, whole.length())));
        if (whole.length() <= SignKeys.LONGEST) {
            SignKeys.parts(raw).forEach(part -> add(targets, whole, SignText.of(part), Role.PART, whole.length()));
            SignKeys.elements(raw).forEach(part -> add(targets, whole, SignText.of(part), Role.PART, whole.length()));
            if (SignText.mayBeLeet(raw)) {
                add(targets, whole, SignText.ofLeet(raw), Role.LOOKS, 0);
            }
            SignText.ofJoined(raw).forEach(text -> add(targets, whole, text, Role.LOOKS, 0));
            divided(whole).forEach(text -> add(targets, whole, SignText.of(text), Role.LOOKS, 0));
            SignText.ofRomanised(raw).ifPresent(text -> add(targets, whole, text, Role.ROMANISED, 0));
            byParts(whole).forEach(text -> add(targets, whole, SignText.of(text), Role.PARTS, 0));
        }
        return List.copyOf(targets.values());
    }

    private static String whole(String query) {
        return query.substring(0, Character.isHighSurrogate(query.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
    }

    /** @param of how many letters of the query, 0 when the text stands for all of them */
    private static void add(Map<String, Target> targets, SignText whole, SignText text, Role role, int of) {
        int n = text.length();
        if (n > 0 && n <= SignKeys.LONGEST && targets.size() < MOST) {
            double factor = of == 0 ? 1 : LEAST_SHARE + (1 - LEAST_SHARE) * n / of;
            String shown = of == 0 ? whole.quote(0, whole.length()) : text.quote(0, n);
            targets.putIfAbsent(text.base(0, n), new Target(text, role, factor, shown));
        }
    }

    /** The query with a letter written as the row of letters that looks like it, in each place, and everywhere. */
    private static Set<String> divided(SignText text) {
        Set<String> divided = new LinkedHashSet<>();
        String base = text.base(0, text.length());
        for (String[] pair : new String[][] {{"m", "rn"}, {"w", "vv"}, {"d", "cl"}}) {
            for (int at = base.indexOf(pair[0]); at >= 0; at = base.indexOf(pair[0], at + 1)) {
                divided.add(base.substring(0, at) + pair[1] + base.substring(at + 1));
            }
            divided.add(base.replace(pair[0], pair[1]));
        }
        divided.remove(base);
        return divided;
    }

    /** The query with one character taken apart, or two or three put together. */
    private static List<String> byParts(SignText text) {
        List<String> others = new ArrayList<>();
        int n = text.length();
        for (int i = 0; i < n && others.size() < MOST; i++) {
            if (text.kind(i) != Kind.HAN) {
                continue;
            }
            String before = text.base(0, i);
            for (String parts : Han.split(text.base(i))) {
                others.add(before + parts + text.base(i + 1, n));
            }
            for (int end = i + 2; end <= Math.min(i + 3, n) && text.kind(end - 1) == Kind.HAN; end++) {
                for (int joined : end == i + 2
                        ? Han.joined(text.folded(i), text.folded(i + 1))
                        : Han.joined(text.folded(i), text.folded(i + 1), text.folded(i + 2))) {
                    others.add(before + Character.toString(joined) + text.base(end, n));
                }
            }
        }
        return others;
    }
}
