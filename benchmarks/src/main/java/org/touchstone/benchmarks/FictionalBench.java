package org.touchstone.benchmarks;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.touchstone.benchmarks.invented.Syllables;
import org.touchstone.listing.Listing;
import org.touchstone.record.Truth;

/** Makes a bench of invented marks and titles, so that everything runs where the public one is not at hand. */
final class FictionalBench {
    private static final int MARKS = 40_000;
    private static final int TARGETS = 2_000;
    private static final int TITLES = 6_000;
    private static final long SEED = 20_261_123;

    private static final String HAN =
            "山水云月星光金玉龙凤天地春秋江海林石花木东西南北安平和顺福康宁华丰泰兴盛美佳雅清明远达信诚德仁义礼智思念乐欢喜" + "大小新老百千万家园香甜鲜味味美好好金金天天大大乐乐";

    private static final List<String> GOODS = List.of(
            "running shoes size 42",
            "women handbag leather brown",
            "wireless earphones with case",
            "cotton t-shirt summer loose",
            "kitchen knife set stainless",
            "phone case for travel",
            "夏季新款运动鞋男透气",
            "女士手提包真皮大容量",
            "无线蓝牙耳机降噪",
            "纯棉短袖宽松上衣",
            "家用不锈钢刀具套装",
            "儿童保温水杯便携");

    /** A way to hide a sign. */
    private enum Disguise {
        PLAIN(sign -> sign),
        SPACED(sign -> String.join(" ", sign.split(""))),
        ZERO_WIDTH(sign -> String.join("\u200b", sign.split(""))),
        FULLWIDTH(sign -> sign.codePoints()
                .map(letter -> letter > 32 && letter < 127 ? letter + 0xfee0 : letter)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()),
        REPETITION(sign -> sign.charAt(0) + sign);

        private final UnaryOperator<String> way;

        Disguise(UnaryOperator<String> way) {
            this.way = way;
        }
    }

    private FictionalBench() {}

    /** The bench; always the same one. */
    static TextBench make() {
        Random random = new Random(SEED);
        Syllables syllables = new Syllables(HAN);
        List<Word> words = new ArrayList<>();
        Set<String> known = new HashSet<>();
        while (words.size() < MARKS) {
            String text = random.nextInt(5) < 2 ? syllables.han(random) : syllables.latin(random);
            if (known.add(text)) {
                words.add(new Word(String.format(Locale.ROOT, "F%05d", words.size()), text));
            }
        }
        List<Title> titles = new ArrayList<>();
        for (int i = 0; i < TITLES; i++) {
            titles.add(title("L" + i, words.get(random.nextInt(TARGETS)), random));
        }
        Set<String> targets = new HashSet<>();
        words.subList(0, TARGETS).forEach(word -> targets.add(word.id()));
        return new TextBench("fictional", words, titles, targets);
    }

    private static Title title(String id, Word word, Random random) {
        String goods = GOODS.get(random.nextInt(GOODS.size()));
        Disguise[] disguises = Disguise.values();
        int choice = random.nextInt(disguises.length + 1);
        if (choice == disguises.length) {
            return new Title(Listing.builder(id).title(goods).build(), "clean", "", List.of());
        }
        Disguise disguise = disguises[choice];
        String kind = disguise.name().toLowerCase(Locale.ROOT);
        Listing listing = Listing.builder(id)
                .title(disguise.way.apply(word.text()) + " " + goods)
                .build();
        Truth truth = new Truth(id, word.id(), Truth.Label.UNKNOWN, kind);
        return new Title(listing, disguise == Disguise.PLAIN ? "plain" : "evaded", "", List.of(truth));
    }
}
