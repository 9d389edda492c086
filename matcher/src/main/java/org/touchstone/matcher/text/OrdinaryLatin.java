package org.touchstone.matcher.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.touchstone.indexer.sign.Echo;
import org.touchstone.indexer.sign.SignText;

/**
 * How likely words in Latin letters stand in an ordinary offer, and which words begin, end or sound like a sign. It holds
 * the words that dictionaries lack, some 15 MB. Immutable and thread-safe.
 *
 * <p>The chance of a word is the one that {@link English} gives it, for which its rank in general English stands, with
 * three differences that offers make: words of grammar are rarer there, words of goods and trade commoner, and one word
 * in nine is a number or has digits.
 */
final class OrdinaryLatin {
    /** Latin words in a title. */
    static final double WORDS = 10;

    /** Bits for that a word of an offer is in no list, as {@link English} has it. */
    static final double UNLISTED = 3.5;

    /** No word of general English is commoner in offers, in bits: below, ranks are those of grammar. */
    private static final double COMMONEST = 13;

    /** Bits of a word that offers are full of, on the average of {@link #OFFERS}. */
    private static final double OFFER = 10;

    /** Bits by which codes of two letters are commoner in offers: units, countries, sizes. */
    private static final double CODE = 2;

    /** Bits that a word of a phrase is likelier behind the word that it belongs to. */
    private static final double PHRASE = 4;

    /** Bits for a word's being a number of so many digits: units and sizes are short, prices and years have up to four. */
    private static final double[] NUMBERS = {0, 4, 5, 6, 6, 7, 7.5, 10};

    private static final double DIGIT = 3.32;

    /** Bits by which a number is likelier for each nought at its end. */
    private static final double ROUND = 2;

    /** What English offers say whatever they offer: colours, sizes, materials, quantities, people, common goods, trade. */
    private static final String OFFERS = """
            black white red blue green yellow pink purple orange brown grey gray silver gold beige navy dark light clear
            small medium large big mini size extra long short slim thin wide high low full half double single dual triple
            set pack pair piece pieces kit box case bag cover bundle lot inch feet foot gram pound watt volt
            leather cotton steel stainless wood wooden metal plastic glass silicone rubber paper ceramic aluminum
            men women mens womens man woman kids boys girls baby adult unisex ladies pet dog cat
            new used original free sale hot best top quality premium professional portable adjustable digital electric
            electronic automatic manual wireless cordless waterproof travel home office outdoor kitchen garden car sport
            sports gift party wedding summer winter vintage classic modern edition series model version style fashion
            shoes shoe boots shirt jacket pants dress hat cap socks gloves watch ring necklace phone camera tablet laptop
            computer printer keyboard mouse cable charger battery adapter power light lamp speaker headphones headset
            monitor screen display drive disk disc memory card flash hard player recorder video audio sound radio
            television system software game games toy toys book tool tools chair table desk bed pillow blanket towel
            cleaner filter fan heater air water oil hair skin face body hand eye nail tea coffee food bottle cup mug
            knife holder stand mount rack storage organizer replacement accessories parts color colour ink cartridge
            zoom lens speed port switch pro plus max super ultra all for with and in of the
            mm cm kg ml oz lb lbs ft gb mb tb mah hz ghz mp dpi rpm pc pcs xl xxl hd tv cd dvd usb led lcd us uk eu
            """;

    private static final Set<String> OFFER_WORDS =
            Set.copyOf(new HashSet<>(List.of(OFFERS.strip().split("\\s+"))));

    /** Words that dictionaries lack but people write, in base letters and in order; and the same read backwards. */
    private final String[] forth;

    private final String[] back;

    /** The same words by how they sound. */
    private final Map<String, List<String>> heard = new HashMap<>();

    OrdinaryLatin() {
        List<String> words = new ArrayList<>(60_000);
        List<String> backwards = new ArrayList<>(60_000);
        WordList.read("english.txt.gz", line -> {
            if (line.charAt(0) == '~') {
                String word = line.substring(1, line.length() - 1);
                String base = base(word);
                words.add(base);
                backwards.add(new StringBuilder(base).reverse().toString());
                String key = Echo.ofWord(word);
                if (!key.isEmpty()) {
                    heard.computeIfAbsent(key, none -> new ArrayList<>(2)).add(word);
                }
            }
        });
        forth = words.toArray(String[]::new);
        back = backwards.toArray(String[]::new);
        Arrays.sort(forth);
        Arrays.sort(back);
    }

    private static String base(String word) {
        SignText text = SignText.of(word);
        return text.base(0, text.length());
    }

    /** Bits of surprise at one word of an offer, in folded letters and digits. */
    static double surprise(String word) {
        if (isNumber(word)) {
            return number(word);
        }
        if (OFFER_WORDS.contains(word)) {
            return OFFER;
        }
        return Math.max(COMMONEST, English.surprise(word) - (word.length() == 2 ? CODE : 0));
    }

    private static double number(String digits) {
        int noughts = 0;
        while (noughts < digits.length() - 1 && digits.charAt(digits.length() - 1 - noughts) == '0') {
            noughts++;
        }
        double ofLength = NUMBERS[Math.min(digits.length(), NUMBERS.length - 1)];
        return ofLength + (digits.length() - noughts) * DIGIT + noughts * (DIGIT - ROUND);
    }

    /** Bits of surprise at words that follow each other. */
    static double surprise(List<String> words) {
        double bits = 0;
        int inPhrase = 0;
        for (String word : words) {
            bits += surprise(word);
            inPhrase += isNumber(word) ? 0 : 1;
        }
        return bits - PHRASE * Math.max(0, inPhrase - 1);
    }

    static boolean isNumber(String word) {
        return word.chars().allMatch(Character::isDigit);
    }

    /** How many words people write that dictionaries lack. */
    int count() {
        return forth.length;
    }

    /** Words that dictionaries lack and that sound like this one, itself among them where it is such a word. */
    List<String> heard(String word) {
        String key = Echo.ofWord(word);
        return key.isEmpty() ? List.of() : heard.getOrDefault(key, List.of());
    }

    /** Gives what longer of these words have behind base letters at their beginning, and before them at their end. */
    void beside(String base, Consumer<String> rest) {
        beginning(forth, base, rest);
        beginning(
                back,
                new StringBuilder(base).reverse().toString(),
                other -> rest.accept(new StringBuilder(other).reverse().toString()));
    }

    private static void beginning(String[] words, String base, Consumer<String> rest) {
        int at = Arrays.binarySearch(words, base);
        for (int i = at < 0 ? -at - 1 : at; i < words.length && words[i].startsWith(base); i++) {
            if (words[i].length() > base.length()) {
                rest.accept(words[i].substring(base.length()));
            }
        }
    }
}
