package org.touchstone.indexer;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.touchstone.indexer.sign.Han;
import org.touchstone.mark.Registration;

/** Names of owners as registers write them, each office in its own manner. */
public final class OwnerName {
    private static final int LONGEST = 500;

    /** What says only in which form a company is made; after NFKC, in lower case, without dots. */
    private static final Set<String> FORMS = Set.of(
            ("ltd limited inc incorporated corp corporation co company cie llc llp lp plc gmbh mbh ag kg kgaa ohg ug se sa sas sarl srl spa "
                            + "sl slu sau sro spzoo nv bv bvba cv ab oy oyj as asa aps kk gk yk pte pty pvt private sdn bhd tbk pt jsc pjsc ooo "
                            + "oao zao ao ооо оао зао ао ltda eireli sirketi sti")
                    .split(" "));

    private static final List<String> HAN_ENDINGS =
            List.of("股份有限公司", "有限责任公司", "有限公司", "股份公司", "株式会社", "有限会社", "合同会社", "주식회사", "유한회사");
    private static final List<String> HAN_BEGINNINGS = List.of("株式会社", "有限会社", "合同会社", "주식회사", "유한회사");

    private static final Pattern SHORT_FORM = Pattern.compile("\\((?:株|有|주|유)\\)");
    private static final Pattern ACCENTS = Pattern.compile("\\p{Mn}+");
    private static final Pattern DROPPED = Pattern.compile("[.'’`]");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    private OwnerName() {}

    /**
     * What is the same for names that mean the same owner: letters and digits in lower case, without width, accents,
     * punctuation, blanks and company forms, Chinese simplified. Empty when the name has no letter or digit.
     */
    public static String key(String name) {
        String head = name.length() > LONGEST ? name.substring(0, LONGEST) : name;
        String folded = Normalizer.normalize(head, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        folded = SHORT_FORM.matcher(folded).replaceAll(" ");
        folded = Normalizer.normalize(
                ACCENTS.matcher(Normalizer.normalize(folded, Normalizer.Form.NFD))
                        .replaceAll(""),
                Normalizer.Form.NFC);
        List<String> words = words(DROPPED.matcher(folded).replaceAll(""));
        int end = words.size();
        while (end > 1 && FORMS.contains(words.get(end - 1))) {
            end--;
        }
        int start = 0;
        while (start < end - 1
                && (FORMS.contains(words.get(start)) || words.get(start).equals("the"))) {
            start++;
        }
        return withoutHanForms(simplified(String.join("", words.subList(start, end))));
    }

    /** Keys of the names and the ids of all holders of a registration; empty when the register names none. */
    public static Set<String> keys(Registration registration) {
        Set<String> keys = new LinkedHashSet<>();
        registration.holders().forEach(holder -> {
            keys.add(key(holder.name()));
            keys.add(key(holder.id()));
        });
        keys.remove("");
        return keys;
    }

    /** Single letters at the end are a form written apart: {@code s. p. a.}; "and" is written as a sign as well. */
    private static List<String> words(String folded) {
        List<String> words = new ArrayList<>(Arrays.asList(BETWEEN.split(folded.strip())));
        words.removeIf(word -> word.isEmpty() || word.equals("and"));
        int letters = words.size();
        while (letters > 1 && words.get(letters - 1).length() == 1) {
            letters--;
        }
        List<String> apart = words.subList(letters, words.size());
        String together = String.join("", apart);
        if (apart.size() > 1 && FORMS.contains(together)) {
            apart.clear();
            words.add(together);
        }
        return words;
    }

    private static String simplified(String name) {
        StringBuilder simple = new StringBuilder(name.length());
        name.codePoints().map(Han::simplified).forEach(simple::appendCodePoint);
        return simple.toString();
    }

    private static String withoutHanForms(String name) {
        for (String form : HAN_ENDINGS) {
            if (name.endsWith(form) && name.length() > form.length()) {
                return name.substring(0, name.length() - form.length());
            }
        }
        for (String form : HAN_BEGINNINGS) {
            if (name.startsWith(form) && name.length() > form.length()) {
                return name.substring(form.length());
            }
        }
        return name;
    }
}
