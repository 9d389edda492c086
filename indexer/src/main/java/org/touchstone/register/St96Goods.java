package org.touchstone.register;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.touchstone.mark.Goods;

/** Goods and services of a mark in WIPO ST.96. */
record St96Goods(List<Integer> classes, List<Goods> goods) {
    static St96Goods of(Element trademark, String office, Notes notes) {
        Set<String> numbers = new LinkedHashSet<>();
        List<Goods> goods = new ArrayList<>();
        for (Element group : trademark.all("GoodsServicesBag", "GoodsServices")) {
            Set<String> nice = nice(group);
            boolean isClassified =
                    !group.allBelow("GoodsServicesClassification").isEmpty();
            for (Element described : group.allBelow("ClassDescription")) {
                String number = described.text("ClassNumber");
                boolean counts = !number.isEmpty() && (!isClassified || nice.contains(number));
                if (counts) {
                    nice.add(number);
                }
                for (Element text : described.allBelow("GoodsServicesDescriptionText")) {
                    if (!text.text().isEmpty()) {
                        goods.add(new Goods(counts ? number(number) : 0, language(text, described), text.text()));
                    }
                }
            }
            numbers.addAll(nice);
        }
        numbers.removeIf(number -> number.matches("0+")); // not classified
        if (office.equals(Tdxf.OFFICE)) {
            numbers.removeIf(Tdxf::isOwn);
        }
        return new St96Goods(NiceNumbers.read(numbers, "ClassNumber", notes), goods);
    }

    private static String language(Element text, Element described) {
        String language = St96.language(text);
        return language.isEmpty() ? St96.language(described) : language;
    }

    /**
     * Classes of the Nice classification: those said to be, and those of which nothing is said. The USPTO's primary class is one where it is
     * none of the classes of the office's own classification.
     */
    private static Set<String> nice(Element group) {
        Set<String> nice = new LinkedHashSet<>();
        Set<String> primary = new LinkedHashSet<>();
        Set<String> national = new LinkedHashSet<>();
        for (Element one : group.allBelow("GoodsServicesClassification")) {
            String kind = one.text("ClassificationKindCode").toLowerCase(Locale.ROOT);
            String number = one.text("ClassNumber");
            if (kind.equals("primary")) {
                primary.add(number);
            } else if (kind.equals("nice") || kind.isEmpty()) {
                nice.add(number);
            }
            national.addAll(one.texts("NationalClassNumber"));
        }
        nice.remove("");
        if (nice.isEmpty()) {
            primary.removeAll(national);
            primary.remove("");
            nice = primary;
        }
        return nice;
    }

    private static int number(String text) {
        int number = text.matches("0{0,2}\\d{1,2}") ? Integer.parseInt(text) : 0;
        return number <= NiceNumbers.LAST ? number : 0;
    }
}
