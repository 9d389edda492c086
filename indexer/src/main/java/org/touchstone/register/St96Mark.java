package org.touchstone.register;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.touchstone.mark.Mark;
import org.touchstone.mark.MarkFeature;

/** What is registered, in WIPO ST.96. */
final class St96Mark {
    private St96Mark() {}

    static Mark of(Element trademark, String office, Notes notes) {
        Element child = trademark.child("MarkRepresentation");
        Element shown = child == null ? trademark : child;
        List<Element> verbal = shown.allBelow("MarkVerbalElementText");
        verbal.removeIf(one -> one.text().isEmpty());
        String language = verbal.isEmpty() ? "" : St96.language(verbal.get(0));
        StringBuilder text = new StringBuilder();
        Set<String> aliases = new LinkedHashSet<>();
        for (Element part : verbal) {
            if (St96.language(part).equals(language)) {
                text.append(text.isEmpty() ? "" : " ").append(part.text());
            } else {
                aliases.add(part.text());
            }
        }
        // The significant element is what is searched for, not the whole mark; only Canada writes no other.
        for (String significant : St96.texts(shown, "MarkSignificantVerbalElementText")) {
            if (text.isEmpty() && office.equals("CA")) {
                text.append(significant);
            } else if (!significant.equalsIgnoreCase(text.toString())) {
                aliases.add(significant);
            }
        }
        Set<String> transliterations = new LinkedHashSet<>();
        Set<String> translations = new LinkedHashSet<>();
        boolean isAmerican = office.equals(Tdxf.OFFICE);
        for (String said : St96.texts(shown, "MarkTransliteration", "MarkTransliterationText")) {
            Set<String> quoted = isAmerican ? UsStatements.transliterations(said) : Set.of();
            transliterations.addAll(quoted.isEmpty() ? Set.of(said) : quoted);
        }
        for (String said : St96.texts(shown, "MarkTranslation", "MarkTranslationText")) {
            Set<String> quoted = isAmerican ? UsStatements.translations(said) : Set.of();
            translations.addAll(quoted.isEmpty() ? Set.of(said) : quoted);
        }
        return new Mark(
                feature(shown, isAmerican, text.toString()),
                text.toString(),
                language,
                List.copyOf(transliterations),
                List.copyOf(translations),
                List.copyOf(aliases),
                MarkImages.of(shown.allBelow("MarkImage"), notes),
                codes(shown));
    }

    private static MarkFeature feature(Element shown, boolean isAmerican, String text) {
        String drawing = shown.textBelow("MarkFeatureCode");
        if (isAmerican && drawing.matches("\\d+")) {
            return Tdxf.drawn(drawing, text);
        }
        String category = shown.textBelow("MarkFeatureCategory").toLowerCase(Locale.ROOT);
        boolean hasImage =
                !shown.textBelow("FileName", "ImageFileName", "MarkImageURI").isEmpty();
        return switch (category.replaceAll("[^a-z0-9]", "")) {
            case "word", "standardcharacters" -> MarkFeature.WORD;
            case "figurative", "design", "picture" -> MarkFeature.FIGURATIVE;
            case "combined", "stylizedcharacters", "stylisedcharacters", "wordandfigurative" -> MarkFeature.COMBINED;
            case "3d", "threedimensional", "shape" -> MarkFeature.SHAPE;
            case "colour", "color", "colourmark" -> MarkFeature.COLOUR;
            case "sound" -> MarkFeature.SOUND;
            case "position", "positional" -> MarkFeature.POSITION;
            case "pattern" -> MarkFeature.PATTERN;
            case "motion", "multimedia" -> MarkFeature.MOTION;
            case "hologram" -> MarkFeature.HOLOGRAM;
            case "" -> text.isEmpty() ? MarkFeature.FIGURATIVE : hasImage ? MarkFeature.COMBINED : MarkFeature.WORD;
            default -> MarkFeature.OTHER;
        };
    }

    /** Codes of figurative elements, those of the USPTO's own system too, which follows that of Vienna. */
    private static List<String> codes(Element shown) {
        Set<String> codes = new LinkedHashSet<>();
        for (Element code :
                shown.allBelow("NationalDesignCode", "ViennaCode", "ViennaClassificationCode", "CategoryCode")) {
            if (code.text().matches("\\d{6}")) {
                codes.add(code.text().substring(0, 2) + "." + code.text().substring(2, 4) + "."
                        + code.text().substring(4));
            } else if (!code.text().isEmpty()) {
                codes.add(code.text());
            }
        }
        for (Element one : shown.allBelow("ViennaClassification", "FigurativeElementClassification")) {
            String category = one.text("ViennaCategory");
            if (!category.isEmpty()) {
                List<String> parts =
                        new ArrayList<>(List.of(category, one.text("ViennaDivision"), one.text("ViennaSection")));
                parts.removeIf(String::isEmpty);
                codes.add(String.join(".", parts));
            }
        }
        return List.copyOf(codes);
    }
}
