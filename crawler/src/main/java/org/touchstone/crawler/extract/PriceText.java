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
final class PriceText {
    private static final Pattern NUMBER = Pattern.compile("\\d[\\d.,'\\u00a0\\u202f ]*\\d|\\d");
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
            Map.entry("¥", "CNY"),
            Map.entry("$", "USD"));

    private PriceText() {}

    /**
     * Reads a price; of a range, the lowest.
     *
     * @param currency as stated beside the price, empty when it is not; believed before what the text says
     */
    static Optional<Price> parse(String text, String currency) {
        // NFKC makes full-width digits and signs plain; it also makes U+FFE5 the yen sign.
        String plain = Normalizer.normalize(text.strip(), Normalizer.Form.NFKC);
        Matcher number = NUMBER.matcher(plain);
        if (plain.length() > 200 || !number.find()) {
            return Optional.empty();
        }
        String stated = currency(Normalizer.normalize(currency.strip(), Normalizer.Form.NFKC));
        String code = stated.isEmpty() ? currency(plain) : stated;
        String rest = plain.substring(number.end()).stripLeading();
        BigDecimal unit = rest.startsWith("万") || rest.startsWith("萬")
                ? BigDecimal.valueOf(10_000)
                : rest.startsWith("千") ? BigDecimal.valueOf(1_000) : BigDecimal.ONE;
        String digits = decimal(number.group(), code);
        boolean negative = number.start() > 0 && plain.charAt(number.start() - 1) == '-';
        if (digits.length() > 18 || negative) {
            return Optional.empty();
        }
        BigDecimal amount = new BigDecimal(digits).multiply(unit);
        return Optional.of(new Price(amount.scale() < 0 ? amount.setScale(0) : amount, code));
    }

    /** The code of a currency that a text names; empty when it names none. */
    static String currency(String text) {
        Matcher code = CODE.matcher(text.length() == 3 ? text.toUpperCase(Locale.ROOT) : text);
        while (code.find()) {
            String found = code.group().equals("RMB") ? "CNY" : code.group();
            if (CODES.contains(found)) {
                return found;
            }
        }
        return SIGNS.stream()
                .filter(sign -> text.contains(sign.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    /** Of dots and commas, the last is the decimal one, unless three digits follow and nothing else speaks for it. */
    private static String decimal(String number, String currency) {
        String bare = number.replaceAll("['\\s\\u00a0\\u202f]", "");
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
        boolean thousands = repeated || !both && after == 3 && (comma >= 0 || currency.equals("EUR"));
        String whole = thousands ? bare : bare.substring(0, last);
        String fraction = thousands ? "" : bare.substring(last + 1);
        return whole.replaceAll("[.,]", "") + (fraction.isEmpty() ? "" : "." + fraction);
    }
}
