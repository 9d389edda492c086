package org.touchstone.register;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Offices as people write them, in Chinese and English, and their two letters of WIPO ST.3. */
final class OfficeNames {
    private static final Map<String, String> CODES = new HashMap<>();

    static {
        for (String country : Locale.getISOCountries()) {
            Locale place = Locale.of("", country);
            CODES.put(CnipaColumn.plain(place.getDisplayCountry(Locale.ENGLISH)), country);
            CODES.put(CnipaColumn.plain(place.getDisplayCountry(Locale.SIMPLIFIED_CHINESE)), country);
        }
        put("CN", "中国", "中国大陆", "中国内地", "大陆", "中华人民共和国", "国家知识产权局", "中国商标局", "CNIPA", "PRC");
        put("HK", "香港", "中国香港", "Hong Kong");
        put("MO", "澳门", "中国澳门", "Macao", "Macau");
        put("TW", "台湾", "中国台湾", "TIPO");
        put("EM", "欧盟", "EU", "EUIPO", "OHIM", "European Union");
        put("WO", "马德里", "国际", "国际注册", "世界知识产权组织", "WIPO", "Madrid", "IB");
        put("US", "美国", "USA", "USPTO");
        put("GB", "英国", "UK", "UKIPO");
        put("KR", "韩国", "Korea", "KIPO");
        put("JP", "日本", "JPO");
        put("DE", "德国", "DPMA");
        put("BX", "比荷卢", "Benelux", "BOIP");
    }

    private OfficeNames() {}

    private static void put(String code, String... names) {
        for (String name : names) {
            CODES.put(CnipaColumn.plain(name), code);
        }
    }

    /** The two letters of an office; empty when nobody knows it. */
    static String code(String said) {
        String code = CODES.get(CnipaColumn.plain(said));
        return code != null
                ? code
                : said.strip().matches("[A-Za-z]{2}") ? said.strip().toUpperCase(Locale.ROOT) : "";
    }
}
