package org.touchstone.matcher.brand;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.touchstone.indexer.sign.Han;

/**
 * Countries and Chinese provinces that a text names, in English or Chinese. Immutable.
 *
 * @param countries ISO 3166 codes; a province stands for its country, too
 * @param provinces in simplified Chinese, without 省 and the like
 */
record Places(Set<String> countries, Set<String> provinces) {
    static final String CHINA = "CN";

    private static final int LONGEST_TEXT = 300;

    private static final Map<String, String> PROVINCES = new HashMap<>();

    /** Folded names with what they mean: an ISO code, or a province. */
    private static final Map<String, String> NAMES =
            new TreeMap<>(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));

    private static final String UNION =
            "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK";

    static {
        for (String province : ("北京 Beijing,天津 Tianjin,河北 Hebei,山西 Shanxi,内蒙古 Inner Mongolia,辽宁 Liaoning,吉林 Jilin,"
                        + "黑龙江 Heilongjiang,上海 Shanghai,江苏 Jiangsu,浙江 Zhejiang,安徽 Anhui,福建 Fujian,江西 Jiangxi,山东 Shandong,"
                        + "河南 Henan,湖北 Hubei,湖南 Hunan,广东 Guangdong,广西 Guangxi,海南 Hainan,重庆 Chongqing,四川 Sichuan,贵州 Guizhou,"
                        + "云南 Yunnan,西藏 Tibet,陕西 Shaanxi,甘肃 Gansu,青海 Qinghai,宁夏 Ningxia,新疆 Xinjiang")
                .split(",")) {
            int blank = province.indexOf(' ');
            String chinese = province.substring(0, blank);
            PROVINCES.put(chinese, chinese);
            PROVINCES.put(province.substring(blank + 1).toLowerCase(Locale.ROOT), chinese);
        }
        for (String code : Locale.getISOCountries()) {
            Locale country = Locale.of("", code);
            NAMES.put(Names.folded(country.getDisplayCountry(Locale.ENGLISH)), code);
            NAMES.put(Names.folded(country.getDisplayCountry(Locale.SIMPLIFIED_CHINESE)), code);
        }
        NAMES.putAll(Map.ofEntries(
                Map.entry("usa", "US"),
                Map.entry("america", "US"),
                Map.entry("uk", "GB"),
                Map.entry("great britain", "GB"),
                Map.entry("england", "GB"),
                Map.entry("korea", "KR"),
                Map.entry("holland", "NL"),
                Map.entry("turkey", "TR"),
                Map.entry("czech republic", "CZ"),
                Map.entry("prc", CHINA),
                Map.entry("hong kong", "HK"),
                Map.entry("香港", "HK"),
                Map.entry("macau", "MO"),
                Map.entry("澳门", "MO"),
                Map.entry("台湾", "TW")));
        NAMES.putAll(PROVINCES);
    }

    /** Whether an offer is made in a territory. */
    enum Fit {
        YES,
        NO,
        /** The offer does not tell, or the territory is none that is known. */
        UNKNOWN
    }

    Places {
        countries = Set.copyOf(countries);
        provinces = Set.copyOf(provinces);
    }

    /** Reads a text; an ISO code only where it is all of the text. */
    static Places in(String text) {
        Set<String> countries = new LinkedHashSet<>();
        Set<String> provinces = new LinkedHashSet<>();
        String rest = Names.folded(text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text);
        if (text.strip().matches("[A-Z]{2}")) {
            add(text.strip(), countries);
        } else if (rest.equals("european union") || rest.equals("欧盟")) {
            add("EU", countries);
        }
        for (Map.Entry<String, String> name : NAMES.entrySet()) {
            int at = indexOf(rest, name.getKey());
            if (at < 0) {
                continue;
            }
            rest = rest.substring(0, at) + " "
                    + rest.substring(at + name.getKey().length());
            if (PROVINCES.containsKey(name.getKey())) {
                provinces.add(name.getValue());
                countries.add(CHINA);
            } else {
                countries.add(name.getValue());
            }
        }
        if (countries.size() > 1 && provinces.isEmpty() && !Collections.disjoint(countries, Set.of("HK", "MO", "TW"))) {
            countries.remove(CHINA); // "Hong Kong, China"
        }
        return new Places(countries, provinces);
    }

    private static void add(String code, Set<String> countries) {
        if (code.equals("EU")) {
            countries.addAll(List.of(UNION.split(" ")));
        } else if (Set.of(Locale.getISOCountries()).contains(code)) {
            countries.add(code);
        }
    }

    /** Where a name stands in a text, as a word of its own in scripts that have such. */
    private static int indexOf(String text, String name) {
        for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
            int end = at + name.length();
            boolean apart = Han.is(name.charAt(0))
                    || (at == 0 || !Character.isLetter(text.charAt(at - 1)))
                            && (end == text.length() || !Character.isLetter(text.charAt(end)));
            if (apart) {
                return at;
            }
        }
        return -1;
    }

    /** The province of a name in simplified Chinese or pinyin; the name itself where it is none. */
    static String provinceOr(String name) {
        return PROVINCES.getOrDefault(name, name);
    }

    /** The province that a name begins with, empty for none. */
    static String leadingProvince(String name) {
        return PROVINCES.values().stream().filter(name::startsWith).findFirst().orElse("");
    }

    /** Without the names of countries that are not provinces' own. */
    static String withoutCountries(String folded) {
        String rest = folded;
        for (Map.Entry<String, String> name : NAMES.entrySet()) {
            int at = PROVINCES.containsKey(name.getKey()) ? -1 : indexOf(rest, name.getKey());
            // The longest first, and none out of the middle of a province such as 内蒙古.
            if (at >= 0 && !(at > 0 && !leadingProvince(rest.substring(at - 1)).isEmpty())) {
                rest = rest.substring(0, at) + " "
                        + rest.substring(at + name.getKey().length());
            }
        }
        return rest;
    }

    /**
     * Whether an offer from a place is made in one of some territories.
     *
     * @param market countries of the marketplace, for places that name none; empty when not known
     */
    static Fit within(List<String> territories, String place, Set<String> market) {
        if (territories.isEmpty()) {
            return Fit.YES;
        }
        Set<Fit> fits = new HashSet<>();
        Places here = in(place);
        for (String territory : territories) {
            fits.add(fit(territory, Names.folded(place), here, market));
        }
        if (fits.contains(Fit.YES)) {
            return Fit.YES;
        }
        return fits.contains(Fit.UNKNOWN) ? Fit.UNKNOWN : Fit.NO;
    }

    private static Fit fit(String territory, String place, Places here, Set<String> market) {
        String folded = Names.folded(territory);
        Places wanted = in(territory);
        if (Set.of("worldwide", "global", "world", "全球", "全世界").contains(folded)) {
            return Fit.YES;
        }
        if (wanted.countries().isEmpty()) {
            return indexOf(place, folded) >= 0 ? Fit.YES : Fit.UNKNOWN;
        }
        if (!wanted.provinces().isEmpty()) {
            if (!here.provinces().isEmpty()) {
                return Collections.disjoint(wanted.provinces(), here.provinces()) ? Fit.NO : Fit.YES;
            }
            boolean abroad = !here.countries().isEmpty() && !here.countries().contains(CHINA);
            return abroad ? Fit.NO : Fit.UNKNOWN;
        }
        Set<String> country = here.countries().isEmpty() ? market : here.countries();
        if (country.isEmpty()) {
            return Fit.UNKNOWN;
        }
        return Collections.disjoint(country, wanted.countries()) ? Fit.NO : Fit.YES;
    }
}
