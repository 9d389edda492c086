package org.touchstone.benchmarks.register;

import java.util.List;
import java.util.Locale;

/** The texts of a record: goods and services, description, disclaimer, pseudo marks, transliteration, translation. */
final class Statements {
    private static final int MOST_GOODS = 6000;
    private static final int MEDIAN_GOODS = 130;

    private static final List<String> GOODS = List.of(
            "travel bags",
            "shirts",
            "hats",
            "drinking glasses",
            "hand tools",
            "lamps",
            "candles",
            "mobile phone cases",
            "scented oils",
            "soaps",
            "dietary supplements",
            "roasted coffee beans",
            "tea",
            "chocolate",
            "sauces",
            "toys",
            "board games",
            "printed matter",
            "notebooks",
            "rugs",
            "pillows",
            "bicycle parts",
            "batteries",
            "electric cables",
            "loudspeakers",
            "downloadable software for managing calendars",
            "garden furniture",
            "cooking pots",
            "knives",
            "pet food",
            "beer",
            "wine",
            "paints",
            "adhesives for industrial purposes",
            "medical gloves",
            "jewelry",
            "watches",
            "gloves",
            "shoes",
            "blankets",
            "curtains",
            "fishing rods");

    private static final List<String> SERVICES = List.of(
            "retail store services featuring household goods",
            "business consulting",
            "advertising services",
            "insurance brokerage",
            "real estate management",
            "construction of houses",
            "repair of bicycles",
            "telecommunication services",
            "delivery of parcels",
            "printing of fabrics",
            "arranging of concerts",
            "online courses in the field of cooking",
            "software as a service featuring software for bookkeeping",
            "design of packaging",
            "restaurant services",
            "hotel reservations",
            "dental care",
            "landscape gardening",
            "legal research",
            "dating services",
            "providing a website featuring recipes",
            "engineering");

    private static final List<String> KINDS = List.of(
            "made of metal",
            "made of wood",
            "for children",
            "for household use",
            "for industrial use",
            "for vehicles",
            "sold as a set",
            "not made of leather",
            "in the field of sports",
            "for personal use",
            "for use in gardens");

    private static final List<String> FIGURES = List.of(
            "a circle",
            "a stylized bird",
            "two crossed lines",
            "a mountain above three waves",
            "a shield",
            "a leaf",
            "a five-pointed star",
            "the letter inside a square",
            "a running figure",
            "a crown");

    private static final List<String> COLORS =
            List.of("red", "blue", "green", "black", "white", "gold", "orange", "gray");

    private final CaseFile file;
    private final Draw draw;
    private final Xml xml;

    private Statements(CaseFile file, Xml xml) {
        this.file = file;
        this.draw = file.draw(Draw.Part.STATEMENTS);
        this.xml = xml;
    }

    static void write(CaseFile file, Classes classes, Xml xml) {
        xml.open("case-file-statements");
        new Statements(file, xml).write(classes);
        xml.close("case-file-statements");
    }

    private void write(Classes classes) {
        InventedMark mark = file.mark();
        boolean drawn = mark.withFigure() || !mark.han().isEmpty() || !file.isTyped();
        String[] words = mark.text().split(" ");
        if (draw.chance(0.01)) {
            put(
                    "B00" + draw.between(10, 99) + "0",
                    "In the statement, line 1, \"" + Names.name(draw) + "\" should be deleted.");
        }
        if (drawn) {
            colors();
        }
        if (words.length > 1 && draw.chance(0.6)) {
            put(draw.chance(0.7) ? "D10000" : "D00000", '"' + words[words.length - 1] + '"');
        }
        if (drawn) {
            put("DM0000", description(mark));
        }
        for (int number : classes.numbers()) {
            put(String.format(Locale.ROOT, "GS%03d1", number), goods(Classes.isService(number)));
        }
        if (draw.chance(0.015)) {
            put(
                    "N00000",
                    "The name \"" + Names.person(draw)
                            + "\" identifies a living individual whose consent is of record.");
        }
        pseudo(mark);
        if (!mark.han().isEmpty()) {
            put(
                    "TLIT00",
                    "The non-Latin characters in the mark transliterate to \"" + mark.sound() + "\" and this means \""
                            + mark.meaning() + "\" in English.");
        }
        if (mark.han().isEmpty() && !mark.text().isEmpty() && draw.chance(0.05)) {
            put(
                    draw.chance(0.5) ? "TR0000" : "TR0010",
                    "The English translation of \"" + words[0] + "\" in the mark is \""
                            + draw.of(GOODS).split(" ")[0] + "\".");
        }
    }

    private void put(String code, String text) {
        xml.open("case-file-statement")
                .element("type-code", code)
                .element("text", text)
                .close("case-file-statement");
    }

    private void colors() {
        if (draw.chance(0.6)) {
            put("CC0000", "Color is not claimed as a feature of the mark.");
        } else {
            String color = draw.of(COLORS);
            put("CC0000", "The color(s) " + color + " is/are claimed as a feature of the mark.");
            put("CD0000", "The color " + color + " appears in " + draw.of(FIGURES) + ".");
        }
    }

    private String description(InventedMark mark) {
        StringBuilder text = new StringBuilder("The mark consists of ");
        if (!mark.text().isEmpty()) {
            text.append("the stylized wording \"").append(mark.text()).append('"');
        }
        if (!mark.han().isEmpty()) {
            text.append(mark.text().isEmpty() ? "" : " beside ")
                    .append(mark.han().length())
                    .append(" stylized Chinese characters");
        }
        if (mark.withFigure()) {
            text.append(text.charAt(text.length() - 1) == ' ' ? "" : " below ").append(draw.of(FIGURES));
        }
        return text.append('.').toString();
    }

    private String goods(boolean services) {
        int length = Math.min(MOST_GOODS, Math.max(10, draw.longTail(MEDIAN_GOODS, 1.0)));
        StringBuilder text = new StringBuilder(length + 80);
        while (text.length() < length) {
            text.append(text.isEmpty() ? "" : "; ").append(draw.of(services ? SERVICES : GOODS));
            if (draw.chance(0.4)) {
                text.append(" ").append(draw.of(KINDS));
            }
            if (draw.chance(0.2)) {
                text.append(", namely, ").append(draw.of(services ? SERVICES : GOODS));
            }
            int luck = draw.below(200);
            if (luck == 0) {
                text.append(" [ and ").append(draw.of(GOODS)).append(" ]");
            } else if (luck == 1) {
                text.append(" * and ").append(draw.of(GOODS)).append(" *");
            } else if (luck == 2) {
                text.append(" & the like, < 1 kg");
            }
        }
        text.setCharAt(0, Character.toUpperCase(text.charAt(0)));
        return text.toString();
    }

    /** How the office would spell what a mark sounds like or means. */
    private void pseudo(InventedMark mark) {
        String text = mark.text();
        if (text.length() < 5 || !draw.chance(0.25)) {
            return;
        }
        String spelt = switch (draw.below(4)) {
            case 0 -> text.replace('K', 'C').replace('Z', 'S');
            case 1 -> text.replace("X", "CKS").replace("Q", "KW");
            case 2 ->
                text.substring(0, text.length() / 2).strip() + " "
                        + text.substring(text.length() / 2).strip();
            default -> text.replace("&", "AND").replace(".COM", " DOT COM").replace("W", "WH");
        };
        if (!spelt.equals(text)) {
            put("PM0001", spelt);
            if (draw.chance(0.2)) {
                put("PM0002", spelt.replace(" ", "") + " " + spelt);
            }
        }
    }
}
