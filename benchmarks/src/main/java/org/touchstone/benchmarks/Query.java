package org.touchstone.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.touchstone.benchmarks.invented.Syllables;
import org.touchstone.benchmarks.register.InventedMark;
import org.touchstone.benchmarks.register.TdxfWriter;

/**
 * What somebody looks for in a register.
 *
 * @param serial number of the record that it was made from, empty when from none
 */
record Query(Kind kind, String text, String serial) {
    private static final int LETTERS = 5;

    /** How a query is made from a mark. */
    enum Kind {
        EXACT("as registered", UnaryOperator.identity()),
        ONE_LETTER("one letter changed", Query::changeLetter),
        SOUND(
                "sounds alike",
                text -> text.replace("K", "C")
                        .replace("F", "PH")
                        .replace("I", "Y")
                        .replace("Z", "S")),
        DIGITS(
                "digits for letters",
                text -> text.replace('O', '0')
                        .replace('I', '1')
                        .replace('E', '3')
                        .replace('S', '5')),
        AMONG_WORDS("among other words", text -> "new " + text.toLowerCase(Locale.ROOT) + " travel bag large"),
        HAN("Chinese for its sound", UnaryOperator.identity()),
        PINYIN("pinyin for Chinese", UnaryOperator.identity()),
        UNKNOWN("of no mark", UnaryOperator.identity());

        private final String title;
        private final UnaryOperator<String> way;

        Kind(String title, UnaryOperator<String> way) {
            this.title = title;
            this.way = way;
        }

        String title() {
            return title;
        }

        private String of(InventedMark mark) {
            return switch (this) {
                case HAN -> mark.han();
                case PINYIN -> mark.sound().replace(" ", "").toLowerCase(Locale.ROOT);
                default -> mark.text().replaceAll("[^A-Z]", "").length() < LETTERS ? "" : way.apply(mark.text());
            };
        }

        /** Whether something of the mark has become the query that this kind asks for. */
        private boolean fits(String made, InventedMark mark) {
            return !made.isEmpty() && (this == EXACT || !made.equals(mark.text()));
        }
    }

    /**
     * Makes queries, as many of each kind, from live records; the same each time.
     *
     * @param records how many the register has
     * @param count of queries
     * @param lot queries of different lots are made from different records, as far as the register has enough
     */
    static List<Query> of(TdxfWriter register, long records, int count, int lot) {
        Random random = new Random(lot);
        Syllables syllables = new Syllables("");
        List<Query> queries = new ArrayList<>();
        Kind[] kinds = Kind.values();
        while (queries.size() < count) {
            Kind kind = kinds[queries.size() % kinds.length];
            queries.add(
                    kind == Kind.UNKNOWN
                            ? new Query(kind, syllables.latin(random) + " " + syllables.latin(random), "")
                            : from(register, records, kind, random));
        }
        return queries;
    }

    private static Query from(TdxfWriter register, long records, Kind kind, Random random) {
        long start = random.nextLong(records);
        for (long step = 0; step < records; step++) {
            long number = (start + step) % records;
            InventedMark mark = register.mark(number);
            String text = kind.of(mark);
            if (kind.fits(text, mark) && register.isLive(number)) {
                return new Query(kind, text, TdxfWriter.serial(number));
            }
        }
        throw new IllegalArgumentException("expected a mark among " + records + " for a query '" + kind.title
                + "', found none: take more records");
    }

    /** Whether one of the ids found is that of the record. */
    boolean isAmong(List<String> ids) {
        return !serial.isEmpty() && ids.stream().anyMatch(id -> id.contains(serial));
    }

    private static String changeLetter(String text) {
        int place = text.length() / 2;
        while (!Character.isLetter(text.charAt(place))) {
            place--;
        }
        char letter = text.charAt(place);
        return text.substring(0, place) + (char) (letter == 'Z' ? 'B' : letter + 1) + text.substring(place + 1);
    }
}
