package org.touchstone.cli.attack;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Titles of offers that name no brand and say nothing for or against the seller, with a place for a sign at the
 * beginning, in the middle and at the end. Thread-safe.
 */
final class Carriers {
    private static final String PLACE = "{}";

    private static final List<String> TITLES = List.of(
            "{} 保温杯 大容量 不锈钢",
            "{}短袖T恤 纯棉 夏季",
            "2026新款 {} 双肩包 学生书包",
            "夏季透气{}运动鞋 轻便防滑",
            "不锈钢餐具套装 家用 {}",
            "加厚羊毛围巾 秋冬 {}",
            "{} stainless steel water bottle 500 ml",
            "{} cotton t-shirt, short sleeves, blue",
            "New 2026 {} canvas backpack with laptop sleeve",
            "Lightweight {} running shoes size 42",
            "Wool scarf winter warm soft {}",
            "Set of 4 ceramic mugs, dishwasher safe, {}");

    private Carriers() {}

    /**
     * A title with a sign in it.
     *
     * @param start first UTF-16 unit of the sign
     */
    record Title(String text, int start) {}

    static Title title(String sign, RandomGenerator random) {
        String carrier = TITLES.get(random.nextInt(TITLES.size()));
        return new Title(carrier.replace(PLACE, sign), carrier.indexOf(PLACE));
    }
}
