package org.touchstone.listing;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Weights of goods as sellers write them, in grams: {@code 250g}, {@code 500克}, {@code 1斤}, {@code 2kg}, {@code 250g×2}. */
public final class Grams {
    private static final int LONGEST_TEXT = 1_000;

    private static final Map<String, BigDecimal> UNITS = Map.ofEntries(
            Map.entry("g", grams("1")),
            Map.entry("gram", grams("1")),
            Map.entry("grams", grams("1")),
            Map.entry("克", grams("1")),
            Map.entry("kg", grams("1000")),
            Map.entry("kilo", grams("1000")),
            Map.entry("公斤", grams("1000")),
            Map.entry("千克", grams("1000")),
            Map.entry("斤", grams("500")),
            Map.entry("市斤", grams("500")),
            Map.entry("jin", grams("500")),
            Map.entry("两", grams("50")),
            Map.entry("兩", grams("50")),
            Map.entry("oz", grams("28.35")),
            Map.entry("lb", grams("453.59")),
            Map.entry("lbs", grams("453.59")));

    private static final String CHINESE_NUMBERS = "半一二三四五六七八九十";
    private static final String NUMBER = "(\\d{1,6}(?:\\.\\d{1,3})?|[" + CHINESE_NUMBERS + "两](?=[斤公千市两兩]))";
    private static final String UNIT = "(kg|kilo|公斤|千克|市斤|斤|jin|grams?|g|克|[两兩](?!用|面|件|个|色|款|只)|oz|lbs?)(?![a-z])";
    private static final Pattern PER = Pattern.compile(NUMBER + "?\\s*" + UNIT);
    private static final Pattern IN_TEXT = Pattern.compile("(?:(?<![\\d.])(\\d{1,3})\\s*[x*×]\\s*)?(?<![\\d.])" + NUMBER
            + "\\s*" + UNIT + "(?:\\s*[x*×]\\s*(\\d{1,3})(?![\\d.a-z]))?");

    private Grams() {}

    private static BigDecimal grams(String amount) {
        return new BigDecimal(amount);
    }

    /** The grams that one weight means, a unit alone included; empty when the text is none. */
    public static Optional<BigDecimal> of(String text) {
        Matcher weight = PER.matcher(folded(text).strip());
        if (!weight.matches()) {
            return Optional.empty();
        }
        BigDecimal grams = weight(weight.group(1) == null ? "1" : weight.group(1), weight.group(2));
        return grams.signum() > 0 ? Optional.of(grams) : Optional.empty();
    }

    /** All weights that a text names, each once; {@code 250g×2} is one of 500. */
    public static Set<BigDecimal> in(String text) {
        Set<BigDecimal> found = new LinkedHashSet<>();
        Matcher weight = IN_TEXT.matcher(folded(text));
        while (weight.find()) {
            BigDecimal grams = weight(weight.group(2), weight.group(3))
                    .multiply(times(weight.group(1)))
                    .multiply(times(weight.group(4)));
            if (grams.signum() > 0) {
                found.add(grams.stripTrailingZeros());
            }
        }
        return found;
    }

    private static BigDecimal times(@Nullable String count) {
        return count == null ? BigDecimal.ONE : new BigDecimal(count);
    }

    private static BigDecimal weight(String number, String unit) {
        BigDecimal one = UNITS.getOrDefault(unit, BigDecimal.ZERO);
        if (Character.isDigit(number.charAt(0))) {
            return new BigDecimal(number).multiply(one);
        }
        int value = CHINESE_NUMBERS.indexOf(number.equals("两") ? "二" : number);
        return value == 0 ? one.divide(BigDecimal.valueOf(2)) : one.multiply(BigDecimal.valueOf(value));
    }

    private static String folded(String text) {
        String head = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
        return Normalizer.normalize(head, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
