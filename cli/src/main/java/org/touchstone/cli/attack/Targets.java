package org.touchstone.cli.attack;

import com.ibm.icu.text.Normalizer2;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.touchstone.mark.Registration;
import org.touchstone.mark.Standing;

/** The word marks in force that are attacked, and the texts that others own. Filled first, then read; not thread-safe. */
public final class Targets {
    private static final Normalizer2 FOLD = Normalizer2.getNFKCCasefoldInstance();

    private final Set<String> registered = new HashSet<>();
    private final Map<String, Target> byKey = new TreeMap<>();

    /** Takes a registration in; one that has ended, or has no text that can be disguised, is no target. */
    public void add(Registration registration) {
        String text = wellFormed(registration.mark().text());
        if (text.isBlank() || registration.standing() == Standing.DEAD) {
            return;
        }
        String key = key(text);
        registered.add(key);
        Script script = Script.of(text);
        if (script != null) {
            byKey.computeIfAbsent(key, same -> new Target(same, text, script, new LinkedHashSet<>()))
                    .registrations()
                    .add(registration.id());
        }
    }

    /** How many different texts can be attacked. */
    public int count() {
        return byKey.size();
    }

    /** At most so many marks of a script, drawn by the seed, whatever order the file had them in. */
    List<Target> sample(Script script, int most, long seed) {
        List<Target> all = new ArrayList<>(byKey.values().stream()
                .filter(target -> target.script() == script)
                .toList());
        Collections.shuffle(all, new Random(seed));
        return all.subList(0, Math.min(most, all.size()));
    }

    /** Whether a variant of a mark is, but for case, width and blanks, the text of another one. */
    boolean isAnother(String variant, Target target) {
        String key = key(variant);
        return !key.equals(target.key()) && registered.contains(key);
    }

    private static String key(String text) {
        StringBuilder key = new StringBuilder();
        FOLD.normalize(text)
                .codePoints()
                .filter(point -> !Character.isWhitespace(point))
                .forEach(key::appendCodePoint);
        return key.toString();
    }

    private static String wellFormed(String text) {
        return Word.of(text, Script.LATIN).text();
    }
}
