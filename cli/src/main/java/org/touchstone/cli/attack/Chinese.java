package org.touchstone.cli.attack;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.touchstone.indexer.sign.Han;

/**
 * What a disguise needs to know of Chinese characters. A seller's substitutes are characters that buyers know: those of
 * the first level of GB 2312, 3,755 in number. Thread-safe.
 */
final class Chinese {
    private static final Charset GB2312 = Charset.forName("GB2312");
    private static final Normalizer2 NFC = Normalizer2.getNFCInstance();
    private static final Normalizer2 NFKC = Normalizer2.getNFKCInstance();

    /** Macron, acute, caron, grave; the neutral tone has none. */
    private static final String TONES = "\u0304\u0301\u030c\u0300";

    /** Look-alikes beyond the nearest few fool nobody. */
    private static final int NEAREST = 3;

    private static final Map<String, List<String>> BY_READING = byReading();
    private static final Map<Integer, String> FORMS = forms();

    private Chinese() {}

    /** Made on first use; the table of ICU is large. */
    private static final class Traditional {
        static final Transliterator TABLE = Transliterator.getInstance("Simplified-Traditional");
    }

    /** The common characters by their commonest reading. */
    private static Map<String, List<String>> byReading() {
        byte[] bytes = new byte[2 * (0xd7 - 0xb0 + 1) * (0xfe - 0xa1 + 1)];
        int at = 0;
        for (int lead = 0xb0; lead <= 0xd7; lead++) {
            for (int trail = 0xa1; trail <= 0xfe; trail++) {
                bytes[at++] = (byte) lead;
                bytes[at++] = (byte) trail;
            }
        }
        Map<String, List<String>> byReading = new HashMap<>();
        new String(bytes, GB2312).codePoints().filter(Han::is).forEach(common -> {
            String reading = reading(common);
            if (reading != null) {
                byReading.computeIfAbsent(reading, key -> new ArrayList<>()).add(Character.toString(common));
            }
        });
        return byReading;
    }

    /** Radicals and compatibility characters that only look, and by NFKC are, like a character. */
    private static Map<Integer, String> forms() {
        Map<Integer, String> forms = new HashMap<>();
        for (int point = 0x2e80; point <= 0xfaff; point = point == 0x2fd5 ? 0xf900 : point + 1) {
            String whole = NFKC.normalize(Character.toString(point));
            if (Character.isDefined(point) && whole.codePointAt(0) != point && Han.is(whole.codePointAt(0))) {
                forms.putIfAbsent(whole.codePointAt(0), Character.toString(point));
            }
        }
        return forms;
    }

    /** The text in Traditional characters, word by word where ICU knows the word. */
    static String traditional(String text) {
        return Traditional.TABLE.transliterate(text);
    }

    /** The same character from another block of Unicode; null when there is none. */
    static @Nullable String form(int character) {
        return FORMS.get(character);
    }

    /** The commonest reading with its tone digit, such as {@code lv4}; null when none is known. */
    static @Nullable String reading(int character) {
        List<String> readings = Han.tonedSyllables(character);
        return readings.isEmpty() ? null : readings.getFirst();
    }

    /** The commonest reading without its tone; null when none is known. */
    static @Nullable String syllable(int character) {
        String reading = reading(character);
        return reading == null ? null : reading.substring(0, reading.length() - 1);
    }

    /** The commonest reading with its tone mark where spelling rules put it: {@code lǜ}; null when none is known. */
    static @Nullable String marked(int character) {
        String reading = reading(character);
        if (reading == null) {
            return null;
        }
        String syllable = reading.substring(0, reading.length() - 1);
        int tone = reading.charAt(reading.length() - 1) - '1';
        int vowel = -1;
        for (int i = 0; i < syllable.length() && vowel < 0; i++) {
            vowel = "ae".indexOf(syllable.charAt(i)) >= 0 || syllable.startsWith("ou", i) ? i : -1;
        }
        for (int i = syllable.length() - 1; i >= 0 && vowel < 0; i--) {
            vowel = "iouv".indexOf(syllable.charAt(i)) >= 0 ? i : -1;
        }
        String accent = tone < 0 || tone >= TONES.length() || vowel < 0 ? "" : TONES.substring(tone, tone + 1);
        String accented =
                vowel < 0 ? syllable : syllable.substring(0, vowel + 1) + accent + syllable.substring(vowel + 1);
        return NFC.normalize(accented.replace("v", "u\u0308"));
    }

    /** Common characters whose commonest reading is the same, tone and all. */
    static List<String> sameTone(int character) {
        String reading = reading(character);
        return reading == null ? List.of() : homophones(character, reading);
    }

    /** Common characters whose commonest reading is the same but for the tone. */
    static List<String> otherTone(int character) {
        String own = reading(character);
        String syllable = syllable(character);
        return IntStream.rangeClosed(1, 5)
                .mapToObj(tone -> syllable + tone)
                .filter(reading -> own != null && !reading.equals(own))
                .flatMap(reading -> homophones(character, reading).stream())
                .toList();
    }

    private static List<String> homophones(int character, String reading) {
        return BY_READING.getOrDefault(reading, List.of()).stream()
                .filter(common -> Han.simplified(common.codePointAt(0)) != Han.simplified(character))
                .toList();
    }

    /** The characters of GB 2312 that look most like this one, the nearest first. */
    static List<String> lookAlikes(int character) {
        return Arrays.stream(Han.lookAlikes(character))
                .mapToObj(Character::toString)
                .filter(alike -> new String(alike.getBytes(GB2312), GB2312).equals(alike))
                .limit(NEAREST)
                .toList();
    }

    /** The parts of a character, written one after the other; null when none are known. */
    static @Nullable String parts(int character) {
        List<String> ways = Han.split(character);
        return ways.isEmpty() ? null : ways.get(0);
    }
}
