package org.touchstone.cli.attack;

import com.ibm.icu.text.Normalizer2;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Latin letters that stay the same letters but are written with other characters. */
final class LatinStyles {
    private static final Normalizer2 NFC = Normalizer2.getNFCInstance();
    private static final String SMALL_CAPITALS = "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘǫʀꜱᴛᴜᴠᴡxʏᴢ";
    private static final String TURNED = "ɐqɔpǝɟƃɥᴉɾʞlɯuodbɹsʇnʌʍxʎz";

    /** Grave, acute, circumflex, tilde, diaeresis, ring, caron, cedilla. */
    private static final String ACCENTS = "\u0300\u0301\u0302\u0303\u0308\u030a\u030c\u0327";

    static final List<Operator> ALL = List.of(
            latin("case-change", (word, random) -> word.some(random, LatinStyles::otherCase)),
            latin("full-width", (word, random) -> word.each(letter -> style(letter, 0xff21, 0xff41))),
            latin("circled", (word, random) -> word.each(letter -> style(letter, 0x24b6, 0x24d0))),
            latin("squared", (word, random) -> word.each(letter -> style(letter, 0x1f130, 0x1f130))),
            latin("negative-squared", (word, random) -> word.each(letter -> style(letter, 0x1f170, 0x1f170))),
            latin("regional-indicators", (word, random) -> word.each(letter -> style(letter, 0x1f1e6, 0x1f1e6))),
            latin("math-bold", (word, random) -> word.each(letter -> style(letter, 0x1d400, 0x1d41a))),
            latin("math-italic", (word, random) -> word.each(LatinStyles::italic)),
            latin("math-script", (word, random) -> word.each(letter -> style(letter, 0x1d4d0, 0x1d4ea))),
            latin("math-fraktur", (word, random) -> word.each(letter -> style(letter, 0x1d56c, 0x1d586))),
            latin("math-sans-bold", (word, random) -> word.each(letter -> style(letter, 0x1d5d4, 0x1d5ee))),
            latin("math-monospace", (word, random) -> word.each(letter -> style(letter, 0x1d670, 0x1d68a))),
            latin("small-capitals", (word, random) -> word.each(letter -> lower(letter, SMALL_CAPITALS))),
            latin("accented", (word, random) -> word.some(random, letter -> accented(letter, random))),
            latin("soft-hyphen", (word, random) -> word.between("\u00ad")),
            latin("confusable-one", (word, random) -> word.one(random, letter -> Confusables.any(letter, random))),
            latin("confusable-all", (word, random) -> word.each(letter -> Confusables.any(letter, random))),
            latin("cyrillic", (word, random) -> word.each(letter -> Confusables.cyrillic(letter, random))),
            latin("greek", (word, random) -> word.each(letter -> Confusables.greek(letter, random))),
            Operator.weak("upside-down", Script.LATIN, (word, random) -> {
                String turned = word.each(letter -> lower(letter, TURNED));
                return Word.of(turned, Script.LATIN).reversed();
            }));

    private LatinStyles() {}

    private static Operator latin(String key, Disguise disguise) {
        return Operator.of(key, Script.LATIN, disguise);
    }

    /** The letter in a style whose capitals and small letters begin at these code points; null when it is not a to z. */
    private static @Nullable String style(int letter, int capitals, int small) {
        if (letter >= 'A' && letter <= 'Z') {
            return Character.toString(capitals + letter - 'A');
        }
        return letter >= 'a' && letter <= 'z' ? Character.toString(small + letter - 'a') : null;
    }

    /** Italic h is Planck's constant and stands elsewhere. */
    private static @Nullable String italic(int letter) {
        return letter == 'h' ? "\u210e" : style(letter, 0x1d434, 0x1d44e);
    }

    private static @Nullable String lower(int letter, String alphabet) {
        int small = letter >= 'A' && letter <= 'Z' ? letter + 32 : letter;
        return small >= 'a' && small <= 'z' ? Character.toString(alphabet.charAt(small - 'a')) : null;
    }

    private static @Nullable String otherCase(int letter) {
        String text = Character.toString(letter);
        String upper = text.toUpperCase(Locale.ROOT);
        String changed = upper.equals(text) ? text.toLowerCase(Locale.ROOT) : upper;
        return changed.equals(text) || changed.length() != text.length() ? null : changed;
    }

    private static @Nullable String accented(int letter, RandomGenerator random) {
        char accent = ACCENTS.charAt(random.nextInt(ACCENTS.length()));
        return letter < 128 ? NFC.normalize(Character.toString(letter) + accent) : null;
    }
}
