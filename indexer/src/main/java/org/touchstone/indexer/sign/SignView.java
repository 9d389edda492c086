package org.touchstone.indexer.sign;

/** The ways of looking at a sign under which it can be found, each a field of the index. */
public enum SignView {
    /** As registered. */
    EXACT("exact"),
    /** Case, width, style and accents folded, separators left out. */
    FOLDED("folded"),
    /** Each letter as the one it can be taken for; signs without Chinese characters. */
    SKELETON("skeleton"),
    /** Chinese characters simplified, letters as in the skeleton; signs with Chinese characters. */
    SIMPLIFIED("simplified"),
    /** The syllables of Chinese characters, by all common readings, joined. */
    PINYIN("pinyin"),
    /** The consonants that are heard in Latin letters; Chinese syllables as tolerant ears hear them. */
    SOUND("sound"),
    /** The skeleton or simplified form with one letter left out: what it shares with forms one edit away. */
    NEAR("near");

    private final String field;

    SignView(String field) {
        this.field = field;
    }

    /** Name of the field. */
    public String field() {
        return field;
    }
}
