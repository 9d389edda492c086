package org.touchstone.register;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.touchstone.mark.Goods;

/** The words and pictures of a mark in WIPO ST.66. */
final class St66Words {
    private St66Words() {}

    /** The verbal element, once for each language, the first one first; what is divided over several elements is joined. */
    static List<String> texts(Element file) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Element part : file.all("WordMarkSpecification", "MarkVerbalElementText")) {
            if (!part.text().isEmpty()) {
                texts.merge(language(part, ""), part.text(), (one, more) -> one + " " + more);
            }
        }
        return new ArrayList<>(new LinkedHashSet<>(texts.values()));
    }

    /** Language of the first verbal element; empty when it does not say. */
    static String language(Element file) {
        for (Element part : file.all("WordMarkSpecification", "MarkVerbalElementText")) {
            if (!part.text().isEmpty()) {
                return language(part, "");
            }
        }
        return "";
    }

    /** {@code languageCode}, without a country behind. */
    private static String language(Element text, String otherwise) {
        String code = text.attribute("languageCode").toLowerCase(Locale.ROOT).replaceFirst("[-_].*", "");
        return code.isEmpty() ? otherwise : code;
    }

    /** Adds a wording of goods, unless it is empty. */
    static void add(List<Goods> goods, int number, String spoken, Element text) {
        if (!text.text().isEmpty()) {
            goods.add(new Goods(number, language(text, spoken), text.text()));
        }
    }

    /** Codes of the Vienna classification, as written; the USPTO's own design codes, which follow it, stand in an extension. */
    static Set<String> viennaCodes(Element file) {
        Set<String> codes = new LinkedHashSet<>();
        for (Element category : file.all("MarkImageDetails", "MarkImage", "MarkImageCategory")) {
            String kind = category.text("CategoryKind");
            if (kind.isEmpty() || kind.equals("Vienna")) {
                codes.addAll(category.texts("CategoryCodeDetails", "CategoryCode"));
            }
            codes.addAll(category.texts("CategoryCodeDetailsExt", "DesignSearchDetails", "DesignSearchCode"));
        }
        return codes;
    }
}
