package org.touchstone.matcher.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.touchstone.indexer.MarkIndex;
import org.touchstone.indexer.SignDictionary;
import org.touchstone.indexer.WordSign;
import org.touchstone.matcher.text.FalseAlarms.Reason;

/** The marks of an index of which most false hits are to be expected. Stateless. */
public final class MarksAtRisk {
    /** Expected rates below this many hits in 1,000 titles are left out: they differ by nothing that can be known. */
    private static final double LEAST = 1e-4;

    /** Marks that are looked at together. */
    private static final int TOGETHER = 4_096;

    private MarksAtRisk() {}

    /**
     * A mark and its expected false hits.
     *
     * @param id of the registration
     * @param text the first of its signs
     * @param per1000 titles with a hit by chance, of 1,000 ordinary ones
     * @param reasons hits in 1,000 titles by reason
     */
    public record Risk(String id, String text, double per1000, Map<Reason, Double> reasons) {
        public Risk {
            reasons = Map.copyOf(reasons);
        }

        /** What adds most. */
        public Reason main() {
            return reasons.entrySet().stream()
                    .max(Map.Entry.<Reason, Double>comparingByValue()
                            .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                    .orElseThrow(() -> new IllegalStateException("expected a reason for " + id + ", found none"))
                    .getKey();
        }
    }

    private static final Comparator<Risk> LESS =
            Comparator.comparingDouble(Risk::per1000).thenComparing(Risk::id, Comparator.reverseOrder());

    /**
     * The marks in force with most, the worst first. Reads the signs of the index one after the other, uses all cores, and
     * keeps little more than asked for.
     *
     * @param most how many, 0 or more
     */
    public static List<Risk> worst(MarkIndex index, int most) {
        SignDictionary signs = index.signs();
        FalseAlarms alarms = new FalseAlarms();
        PriorityQueue<Risk> worst = new PriorityQueue<>(LESS);
        List<List<WordSign>> marks = new ArrayList<>();
        signs.forEach(sign -> {
            // the signs of a registration are neighbours, its text first
            if (marks.isEmpty() || !marks.getLast().getFirst().registration().equals(sign.registration())) {
                if (marks.size() == TOGETHER) {
                    keep(worst, alarms, marks, most);
                    marks.clear();
                }
                marks.add(new ArrayList<>());
            }
            marks.getLast().add(sign);
        });
        keep(worst, alarms, marks, most);
        return worst.stream().sorted(LESS.reversed()).toList();
    }

    private static void keep(PriorityQueue<Risk> worst, FalseAlarms alarms, List<List<WordSign>> marks, int most) {
        List<Risk> risks = marks.parallelStream()
                .map(signs -> risk(alarms, signs))
                .filter(risk -> risk.per1000() >= LEAST)
                .toList();
        for (Risk risk : risks) {
            worst.add(risk);
            if (worst.size() > most) {
                worst.poll();
            }
        }
    }

    private static Risk risk(FalseAlarms alarms, List<WordSign> signs) {
        WordSign first = signs.getFirst();
        Map<Reason, Double> reasons = alarms.per1000(signs);
        return new Risk(first.registration(), first.form(), FalseAlarms.titles(reasons), reasons);
    }
}
