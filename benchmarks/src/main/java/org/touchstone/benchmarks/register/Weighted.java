package org.touchstone.benchmarks.register;

import java.util.ArrayList;
import java.util.List;

/** Words of which some are drawn more often than others. */
final class Weighted {
    private final List<String> words = new ArrayList<>();
    private final int[] ends;

    private Weighted(String[] pairs) {
        ends = new int[pairs.length];
        int end = 0;
        for (int i = 0; i < pairs.length; i++) {
            String[] pair = pairs[i].strip().split(" ");
            words.add(pair[0]);
            end += Integer.parseInt(pair[1]);
            ends[i] = end;
        }
    }

    /**
     * @param pairs of word and weight, such as {@code "602 60, 606 25"}
     */
    static Weighted of(String pairs) {
        return new Weighted(pairs.split(","));
    }

    String draw(Draw draw) {
        int place = draw.below(ends[ends.length - 1]);
        int i = 0;
        while (ends[i] <= place) {
            i++;
        }
        return words.get(i);
    }
}
