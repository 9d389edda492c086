package org.touchstone.crawler.extract;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.touchstone.listing.Price;

/** Prices as shops write them, in Chinese and English: {@code ¥199}, {@code 1.2万元}, {@code 1.299,00 €}, {@code 99-199}. */
public final class PriceText {
    private static final int MAX_LENGTH = 200;
    private static final Pattern NUMBER = Pattern.compile(
            "\\d{1,3}(?:['\\u2019\\u00a0\\u202f ]\\d{3}(?!\\d)){1,5}(?:[.,]\\d{1,4})?|\\d[\\d.,]*\\d|\\d");
    /** Words after which the price of today stands; what stands before is that of yesterday. */
    private static final Pattern TODAY = Pattern.compile(
            "现价|現價|到手价|折后|折後|券后|活动价|促销价|特价|特價|\\bnow\\b|\\bsale price\\b|\\bspecial price\\b",
            Pattern.CASE_INSENSITIVE);
    /** Words before a number that make it another price than the one to pay: a part of it, a former one, one for members. */
    private static final Pattern OTHER_BEFORE = Pattern.compile(
            "(?:定金|訂金|订金|押金|首付|月供|尾款|会员价?|會員價?|plus价|vip价?|原价|原價|吊牌价|市场价|市場價|专柜价|專櫃價|门市价|定价|定價|划线价|劃線價"
                    + "|建议零售价|建議售價|指导价|参考价|參考價|运费|運費|邮费|立减|满减|优惠券?|省|已售|月销|销量"
                    + "|deposit|was|list price|regular price|original price|retail price|rrp|msrp|uvp|members?(?: price)?|you save|save|shipping|statt|avant)"
                    + "(?: only)?[\\s:：(（]{0,3}(?:[¥$€£]|[A-Z]{2,3}\\$?|CN¥)?[\\s]{0,2}$",
            Pattern.CASE_INSENSITIVE);
    /** The same after a number: an instalment, a saving, a count. */
    private static final Pattern OTHER_AFTER = Pattern.compile(
            "\\s{0,2}(?:元|[¥$€£]|[A-Z]{3})?\\s{0,2}(?:[x×*]\\s{0,2}\\d{1,2}\\s{0,2}(?:期|months?\\b|$)|/\\s{0,2}(?:期|月|mo\\b|month\\b)|\\bper month\\b"
                    + "|(?:个|個)?期(?!权)|%|折|定金|订金|\\s?(?:人|件|单|次)(?:已|付|购|起)|\\boff\\b|\\bdeposit\\b)",
            Pattern.CASE_INSENSITIVE);
    /** The end of a range, which may name the unit for both. */
    private static final Pattern RANGE_END =
            Pattern.compile("\\s{0,2}[-~–—至到]\\s{0,2}[¥]?\\d[\\d.,]{0,15}\\s{0,2}([万萬千])");
    /** Currencies whose countries group thousands with dots. */
    private static final Set<String> DOTTED =
            Set.of("EUR", "CLP", "COP", "ARS", "BRL", "IDR", "VND", "TRY", "PYG", "DKK", "ISK", "HRK", "RSD", "UYU");
    /** Signs that several currencies share. */
    private static final Map<String, Set<String>> SHARED = Map.of(
            "$", Set.of("USD", "CAD", "AUD", "NZD", "SGD", "HKD", "TWD", "MXN", "CLP", "COP", "ARS", "UYU"),
            "¥", Set.of("CNY", "JPY"),
            "元", Set.of("CNY", "TWD", "HKD"),
            "kr", Set.of("SEK", "NOK", "DKK", "ISK"),
            "Rs", Set.of("INR", "PKR", "LKR", "NPR"));

    private static final Pattern CODE = Pattern.compile("(?<![A-Za-z])[A-Z]{3}(?![A-Za-z])");
    private static final Set<String> CODES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());
    /** The longer signs stand before those that they contain. */
    private static final List<Map.Entry<String, String>> SIGNS = List.of(
            Map.entry("US$", "USD"),
            Map.entry("HK$", "HKD"),
            Map.entry("NT$", "TWD"),
            Map.entry("S$", "SGD"),
            Map.entry("A$", "AUD"),
            Map.entry("C$", "CAD"),
            Map.entry("R$", "BRL"),
            Map.entry("RMB", "CNY"),
            Map.entry("人民币", "CNY"),
            Map.entry("港元", "HKD"),
            Map.entry("港币", "HKD"),
            Map.entry("美元", "USD"),
            Map.entry("欧元", "EUR"),
            Map.entry("日元", "JPY"),
            Map.entry("元", "CNY"),
            Map.entry("円", "JPY"),
            Map.entry("€", "EUR"),
            Map.entry("£", "GBP"),
            Map.entry("₹", "INR"),
            Map.entry("₩", "KRW"),
            Map.entry("₽", "RUB"),
            Map.entry("zł", "PLN"),
            Map.entry("Kč", "CZK"),
            Map.entry("₴", "UAH"),
            Map.entry("грн", "UAH"),
            Map.entry("₸", "KZT"),
            Map.entry("тг", "KZT"),
            Map.entry("₺", "TRY"),
            Map.entry("₫", "VND"),
            Map.entry("฿", "THB"),
            Map.entry("₪", "ILS"),
            Map.entry("руб", "RUB"),
            Map.entry("лв", "BGN"),
            Map.entry("Fr.", "CHF"),
            Map.entry("¥", "CNY"),
            Map.entry("$", "USD"));
    /** Signs made of letters, which also stand within words. */
    private static final Pattern LETTERS =
            Pattern.compile("(?<!\\p{L})(Ft|Kn|kn|kr|Rs|RM|Rp|lei|Lei|TL|SFr)(?!\\p{L})");

    private static final Map<String, String> LETTER_SIGNS = Map.of(
            "Ft", "HUF", "Kn", "HRK", "kn", "HRK", "kr", "SEK", "Rs", "INR", "RM", "MYR", "Rp", "IDR", "lei", "RON",
            "Lei", "RON", "TL", "TRY");

    private PriceText() {}

    /**
     * Reads a price; of a range, the lowest.
     *
     * @param currency as stated beside the price, empty when it is not; believed before what the text says
     */
    public static Optional<Price> parse(String text, String currency) {
        return parse(text, currency, "");
    }

    /**
     * Reads a price; of a range, the lowest.
     *
     * @param currency as stated beside the price, empty when it is not; believed before what the text says
     * @param hint the currency that is meant where a sign is one of several
     */
    public static Optional<Price> parse(String text, String currency, String hint) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        // NFKC makes full-width digits and signs plain; it also makes U+FFE5 the yen sign.
        String plain = Normalizer.normalize(text.strip(), Normalizer.Form.NFKC);
        Matcher today = TODAY.matcher(plain);
        Matcher number = NUMBER.matcher(plain);
        if (!(today.find() && find(number, plain, today.end())) && !find(number, plain, 0)) {
            return Optional.empty();
        }
        String stated = currency(Normalizer.normalize(cut(currency).strip(), Normalizer.Form.NFKC), hint);
        String code = stated.isEmpty() ? currency(plain, hint) : stated;
        String rest = plain.substring(number.end()).stripLeading();
        Matcher range = RANGE_END.matcher(rest);
        BigDecimal unit = unit(range.lookingAt() ? range.group(1) : rest);
        String digits = decimal(number.group(), code);
        boolean negative = number.start() > 0 && plain.charAt(number.start() - 1) == '-';
        if (digits.length() > 18 || negative) {
            return Optional.empty();
        }
        BigDecimal amount = new BigDecimal(digits).multiply(unit);
        return Optional.of(new Price(amount.scale() < 0 ? amount.setScale(0) : amount, code));
    }

    /** Finds the next number that is the price to pay. */
    private static boolean find(Matcher number, String text, int from) {
        for (boolean found = number.find(from); found; found = number.find()) {
            String before = text.substring(Math.max(from, number.start() - 24), number.start());
            String after = text.substring(number.end(), Math.min(text.length(), number.end() + 24));
            if (!OTHER_BEFORE.matcher(before).find()
                    && !OTHER_AFTER.matcher(after).lookingAt()) {
                return true;
            }
        }
        return false;
    }

    private static BigDecimal unit(String rest) {
        return rest.startsWith("万") || rest.startsWith("萬") || rest.matches("[wW](?:[^a-zA-Z].*)?")
                ? BigDecimal.valueOf(10_000)
                : rest.startsWith("千") ? BigDecimal.valueOf(1_000) : BigDecimal.ONE;
    }

    /** The code of a currency that a text names; empty when it names none. */
    public static String currency(String text) {
        return currency(text, "");
    }

    private static String currency(String text, String hint) {
        Matcher code = CODE.matcher(text.length() == 3 ? text.toUpperCase(Locale.ROOT) : text);
        while (code.find()) {
            String found = code.group().equals("RMB") ? "CNY" : code.group();
            if (CODES.contains(found)) {
                return found;
            }
        }
        for (Map.Entry<String, String> sign : SIGNS) {
            if (text.contains(sign.getKey())) {
                return among(sign.getKey(), sign.getValue(), hint);
            }
        }
        Matcher letters = LETTERS.matcher(text);
        return letters.find() ? among(letters.group(1), LETTER_SIGNS.getOrDefault(letters.group(1), ""), hint) : "";
    }

    private static String among(String sign, String usual, String hint) {
        return SHARED.getOrDefault(sign, Set.of()).contains(hint) ? hint : usual;
    }

    private static String cut(String text) {
        return text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text;
    }

    /** Of dots and commas, the last is the decimal one, unless three digits follow and nothing else speaks for it. */
    private static String decimal(String number, String currency) {
        String bare = number.replaceAll("['\\u2019\\s\\u00a0\\u202f]", "");
        int dot = bare.lastIndexOf('.');
        int comma = bare.lastIndexOf(',');
        int last = Math.max(dot, comma);
        if (last < 0) {
            return bare;
        }
        String separator = bare.substring(last, last + 1);
        int after = bare.length() - last - 1;
        boolean both = dot >= 0 && comma >= 0;
        boolean repeated = bare.indexOf(separator) != last;
        boolean thousands = repeated || !both && after == 3 && (comma >= 0 || DOTTED.contains(currency));
        String whole = thousands ? bare : bare.substring(0, last);
        String fraction = thousands ? "" : bare.substring(last + 1);
        return whole.replaceAll("[.,]", "") + (fraction.isEmpty() ? "" : "." + fraction);
    }
}
