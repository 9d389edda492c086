package org.touchstone.benchmarks.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The classes of goods and services that a record stands in.
 *
 * @param numbers 1 to 45, ascending
 * @param isUsed whether the mark was in use when it was filed
 * @param isForeign whether it rests on a registration abroad
 */
record Classes(List<Integer> numbers, boolean isUsed, boolean isForeign, Draw draw) {
    private static final int FIRST_SERVICE = 35;
    private static final Weighted POPULAR = Weighted.of(
            "1 9,2 3,3 32,4 4,5 34,6 10,7 16,8 7,9 85,10 16,11 19,12 15,13 2,14 19,15 2,16 38,17 6,18 24,19 8,20 22,21 28,"
                    + "22 3,23 1,24 13,25 75,26 5,27 4,28 32,29 20,30 36,31 8,32 16,33 17,34 7,35 80,36 27,37 19,38 13,39 12,"
                    + "40 9,41 72,42 56,43 26,44 21,45 11");

    /** The older classes that go with each of the 45, by the office's concordance. */
    private static final List<int[]> US = Arrays.stream(
                    ("1 5 6 10 26 46/6 11 16/1 4 6 50 51 52/1 6 15/6 18 44 46 51 52/2 12 13 14 23 25 50/13 19 21 23 24 31 34 35/"
                                    + "23 28 44/21 23 26 36 38/26 39 44/13 21 23 31 34/19 21 23 31 35 44/2 9/2 27 28 50/2 21 36/"
                                    + "2 5 22 23 29 37 38 50/1 5 12 13 35 50/1 2 3 22 41/1 12 33 50/2 13 22 25 32 50/"
                                    + "2 13 23 29 30 33 40 50/1 2 7 19 22 42 50/43/42 50/22 39/37 39 40 42 50/19 20 37 42 50/"
                                    + "22 23 38 50/46/46/1 46/45 46 48/47 49/2 8 9 17/100 101 102/100 101 102/100 103 106/"
                                    + "100 101 104/100 105/100 103 106/100 101 107/100 101/100 101/100 101/100 101")
                            .split("/"))
            .map(codes ->
                    Arrays.stream(codes.split(" ")).mapToInt(Integer::parseInt).toArray())
            .toList();

    static Classes draw(CaseFile file) {
        Draw draw = file.draw(Draw.Part.CLASSES);
        int luck = draw.below(1000);
        int count = luck < 770
                ? 1
                : luck < 900 ? 2 : luck < 960 ? 3 : luck < 995 ? draw.between(4, 8) : draw.between(9, 30);
        Set<Integer> numbers = new TreeSet<>();
        for (int i = 0; i < count; i++) {
            numbers.add(Integer.parseInt(POPULAR.draw(draw)));
        }
        boolean madrid = file.series().madrid();
        return new Classes(new ArrayList<>(numbers), draw.chance(0.45), !madrid && draw.chance(0.06), draw);
    }

    boolean hasGoods() {
        return numbers.get(0) < FIRST_SERVICE;
    }

    boolean hasServices() {
        return isService(numbers.get(numbers.size() - 1));
    }

    static boolean isService(int number) {
        return number >= FIRST_SERVICE;
    }

    void write(CaseFile file, Xml xml) {
        Life life = file.life();
        // 6 is in force; others say what became of the class
        int status = life.cancelled() == null ? 6 : 2;
        xml.open("classifications");
        for (int number : numbers) {
            int[] older = US.get(number - 1);
            xml.open("classification")
                    .element("international-code-total-no", 1)
                    .element("us-code-total-no", older.length)
                    .element("international-code", number, 3);
            for (int code : older) {
                xml.element("us-code", code, 3);
            }
            xml.element("status-code", status)
                    .element("status-date", file.life().filed().plusDays(4));
            use(life, xml);
            xml.element("primary-code", number, 3).close("classification");
        }
        xml.close("classifications");
    }

    /** Dates of first use: 0 for none, and as people remember them, without a day or a month now and then. */
    private void use(Life life, Xml xml) {
        if (!isUsed) {
            xml.element("first-use-anywhere-date", 0).element("first-use-in-commerce-date", 0);
            return;
        }
        LocalDate first = life.filed().minusDays(draw.between(10, 2000));
        long whole = first.getYear() * 10_000L + first.getMonthValue() * 100L + first.getDayOfMonth();
        int luck = draw.below(100);
        long known = luck < 5 ? whole / 10_000 * 10_000 : luck < 12 ? whole / 100 * 100 : whole;
        xml.element("first-use-anywhere-date", known).element("first-use-in-commerce-date", known);
    }
}
