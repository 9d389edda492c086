package org.touchstone.mark;

import java.util.List;

/**
 * What is registered: a verbal element, an image, or both; blank texts are left out. Some registers tell of figurative marks without giving the image; such
 * a mark has neither and can only be found by its number, holder or Vienna codes.
 *
 * @param feature what the mark consists of
 * @param text the verbal element as registered; empty when the mark is an image alone
 * @param language of the verbal element, ISO 639-1 in lower case; empty when the register does not say
 * @param transliterations the verbal element in other scripts, by sound ({@code 耐克} for {@code NIKE})
 * @param translations the verbal element in other languages, by meaning
 * @param aliases other names under which buyers know the mark: nicknames, abbreviations
 * @param images paths of the mark's images relative to the file that named them, several views of one mark
 * @param viennaCodes codes of the Vienna classification of figurative elements, such as {@code 3.1.1}
 */
public record Mark(
        MarkFeature feature,
        String text,
        String language,
        List<String> transliterations,
        List<String> translations,
        List<String> aliases,
        List<String> images,
        List<String> viennaCodes) {

    public Mark {
        text = text.strip();
        language = language.strip();
        transliterations = Texts.kept(transliterations);
        translations = Texts.kept(translations);
        aliases = Texts.kept(aliases);
        images = Texts.kept(images);
        viennaCodes = Texts.kept(viennaCodes);
        if (feature == MarkFeature.WORD && text.isEmpty() && images.isEmpty()) {
            throw new IllegalArgumentException("a word mark needs a text");
        }
    }

    /** A word mark with nothing but its verbal element. */
    public static Mark word(String text) {
        return new Mark(MarkFeature.WORD, text, "", List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /** A figurative mark that is one picture. */
    public static Mark picture(String image) {
        return new Mark(MarkFeature.FIGURATIVE, "", "", List.of(), List.of(), List.of(), List.of(image), List.of());
    }

    /** The same mark with other aliases. */
    public Mark withAliases(List<String> changed) {
        return new Mark(feature, text, language, transliterations, translations, changed, images, viennaCodes);
    }

    /** The same mark with other images. */
    public Mark withImages(List<String> changed) {
        return new Mark(feature, text, language, transliterations, translations, aliases, changed, viennaCodes);
    }
}
