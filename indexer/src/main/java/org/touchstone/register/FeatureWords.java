package org.touchstone.register;

import org.touchstone.mark.MarkFeature;

/** What the words of WIPO ST.66, of the DPMA and of the USPTO for what a mark consists of mean. */
final class FeatureWords {
    private FeatureWords() {}

    /**
     * @param word as the office writes it; empty or {@code Undefined} when it does not say
     * @param text the mark's verbal element
     * @param pictured whether the record tells of a picture
     * @param notes told of a word that nobody knows, and of a word mark without words
     */
    static MarkFeature of(String word, String text, boolean pictured, Notes notes) {
        MarkFeature said = word.isEmpty() ? implied(text, pictured) : read(word, text, pictured, notes);
        if (text.isEmpty() && said == MarkFeature.WORD) {
            notes.add("MarkVerbalElementText", "expected the words of a word mark, found none; left empty", word);
        }
        return fitting(said, text);
    }

    /** A mark of words has words; a picture with words is called combined, whatever the office calls it. */
    static MarkFeature fitting(MarkFeature said, String text) {
        return switch (said) {
            case WORD, COMBINED -> text.isEmpty() ? MarkFeature.FIGURATIVE : said;
            case FIGURATIVE -> text.isEmpty() ? said : MarkFeature.COMBINED;
            default -> said;
        };
    }

    private static MarkFeature implied(String text, boolean pictured) {
        return pictured || text.isEmpty() ? MarkFeature.FIGURATIVE : MarkFeature.WORD;
    }

    private static MarkFeature read(String word, String text, boolean pictured, Notes notes) {
        return switch (StatusWords.key(word)) {
            case "word", "wortmarke" -> MarkFeature.WORD;
            case "figurative", "bildmarke" -> MarkFeature.FIGURATIVE;
            case "combined", "stylized characters", "stylised characters", "wort bildmarke", "wortbildmarke" ->
                MarkFeature.COMBINED;
            case "3 d", "3d", "three dimensional", "shape", "dreidimensionale marke", "formmarke" -> MarkFeature.SHAPE;
            case "colour", "color", "farbmarke" -> MarkFeature.COLOUR;
            case "sound", "hoermarke", "klangmarke" -> MarkFeature.SOUND;
            case "position", "positionsmarke" -> MarkFeature.POSITION;
            case "pattern", "mustermarke" -> MarkFeature.PATTERN;
            case "motion", "bewegungsmarke" -> MarkFeature.MOTION;
            case "hologram", "hologramm", "hologramm marke" -> MarkFeature.HOLOGRAM;
            case "olfactory",
                    "multimedia",
                    "multimediamarke",
                    "tracer",
                    "kennfaden",
                    "kennfadenmarke",
                    "touch",
                    "taste",
                    "other",
                    "sonstige marke",
                    "sonstige markenform",
                    "tastmarke" -> MarkFeature.OTHER;
            case "undefined", "unbekannte markenform" -> implied(text, pictured);
            default -> {
                notes.add("MarkFeature", "expected what the mark consists of, found a word that is not known", word);
                yield MarkFeature.OTHER;
            }
        };
    }

    /**
     * The drawing code of the USPTO, or its words, of which there are several wordings.
     *
     * @param code the first digit; empty when not known
     */
    static MarkFeature drawing(String code, String words, String text) {
        MarkFeature said = switch (code.isEmpty() ? digit(StatusWords.key(words)) : code.charAt(0)) {
            case '2' -> MarkFeature.FIGURATIVE;
            case '3', '5' -> MarkFeature.COMBINED;
            case '6' -> MarkFeature.OTHER;
            default -> MarkFeature.WORD;
        };
        return said == MarkFeature.FIGURATIVE ? said : fitting(said, text);
    }

    private static char digit(String words) {
        if (words.contains("no drawing")) {
            return '6';
        }
        if (words.contains("without any")) {
            return '2';
        }
        return words.contains("stylized") || words.contains("includes") ? '3' : '4';
    }
}
