package org.touchstone.cli.eval;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.touchstone.cli.eval.Evaluation.Bin;
import org.touchstone.cli.eval.Evaluation.Share;
import org.touchstone.hit.Evidence;
import org.touchstone.hit.Hit;
import org.touchstone.record.Located;
import org.touchstone.record.Truth;

/** Measures a hit list against the truth. Not thread-safe; use one for one evaluation. */
public final class Evaluator {
    private static final int BINS = 10;

    private final Map<Pair, Truth> truth = new HashMap<>();
    private final Set<String> listingsWithSign = new HashSet<>();
    private final List<Judged> judged = new ArrayList<>();
    private final Set<Pair> seen = new HashSet<>();
    private final Set<String> cleanListingsHit = new HashSet<>();
    private final Map<String, Share> byEvidence = new TreeMap<>();

    private record Pair(String listing, String mark) {}

    /** A hit: its score, whether the sign is there, whether the use is lawful. */
    private record Judged(double score, boolean right, boolean lawful) {
        boolean infringing() {
            return right && !lawful;
        }
    }

    /**
     * @param truths at most one for a listing and a mark; a later one wins
     */
    public Evaluator(Iterator<Located<Truth>> truths) {
        truths.forEachRemaining(next -> {
            Truth one = next.value();
            truth.put(new Pair(one.listing(), one.mark()), one);
            listingsWithSign.add(one.listing());
        });
    }

    /** Measures a hit list; of several hits on one pair the first counts. */
    public Evaluation evaluate(Iterator<Located<Hit>> hits) {
        hits.forEachRemaining(next -> judge(next.value()));
        judged.sort(Comparator.comparingDouble((Judged hit) -> -hit.score()));
        long lawfulPairs = truth.values().stream().filter(Evaluator::isLawful).count();
        long pairs = truth.size() - lawfulPairs;
        long right = judged.stream().filter(Judged::right).count();
        long found = judged.stream().filter(Judged::infringing).count();
        long lawfulFound = right - found;
        double lawfulScores = judged.stream()
                .filter(hit -> hit.right() && hit.lawful())
                .mapToDouble(Judged::score)
                .sum();
        List<Bin> bins = bins();
        return new Evaluation(
                judged.size(),
                pairs,
                found,
                new Share(right, judged.size()).value(),
                new Share(found, pairs).value(),
                averagePrecision(pairs),
                ndcg(pairs),
                judged.stream()
                        .mapToDouble(hit -> Math.pow(hit.score() - (hit.infringing() ? 1 : 0), 2))
                        .average()
                        .orElse(0),
                calibrationError(bins),
                lawfulFound,
                lawfulPairs,
                lawfulFound == 0 ? 0 : lawfulScores / lawfulFound,
                cleanListingsHit.size(),
                bins,
                byEvidence,
                byKind());
    }

    private void judge(Hit hit) {
        Pair pair = new Pair(hit.listing(), hit.mark());
        if (!seen.add(pair)) {
            return;
        }
        Truth known = truth.get(pair);
        judged.add(new Judged(hit.score(), known != null, known != null && isLawful(known)));
        if (!listingsWithSign.contains(hit.listing())) {
            cleanListingsHit.add(hit.listing());
        }
        hit.evidence().stream()
                .map(Evidence::kind)
                .distinct()
                .forEach(kind -> byEvidence.merge(
                        kind,
                        new Share(known == null ? 0 : 1, 1),
                        (a, b) -> new Share(a.part() + b.part(), a.whole() + b.whole())));
    }

    private static boolean isLawful(Truth known) {
        return known.label() == Truth.Label.LAWFUL;
    }

    private double averagePrecision(long pairs) {
        double sum = 0;
        long right = 0;
        for (int i = 0; i < judged.size(); ) {
            int end = i;
            long rightHere = 0;
            while (end < judged.size()
                    && judged.get(end).score() == judged.get(i).score()) {
                rightHere += judged.get(end).infringing() ? 1 : 0;
                end++;
            }
            right += rightHere;
            sum += rightHere * ((double) right / end);
            i = end;
        }
        return pairs == 0 ? 0 : sum / pairs;
    }

    private double ndcg(long pairs) {
        double gain = 0;
        for (int i = 0; i < judged.size(); i++) {
            gain += judged.get(i).infringing() ? discount(i) : 0;
        }
        double ideal = 0;
        for (int i = 0; i < pairs; i++) {
            ideal += discount(i);
        }
        return ideal == 0 ? 0 : gain / ideal;
    }

    private static double discount(int place) {
        return Math.log(2) / Math.log(place + 2.0);
    }

    private List<Bin> bins() {
        long[] count = new long[BINS];
        double[] scores = new double[BINS];
        long[] infringing = new long[BINS];
        for (Judged hit : judged) {
            int bin = (int) Math.min(BINS - 1, hit.score() * BINS);
            count[bin]++;
            scores[bin] += hit.score();
            infringing[bin] += hit.infringing() ? 1 : 0;
        }
        List<Bin> bins = new ArrayList<>();
        for (int i = 0; i < BINS; i++) {
            if (count[i] > 0) {
                bins.add(new Bin(i / (double) BINS, count[i], scores[i] / count[i], (double) infringing[i] / count[i]));
            }
        }
        return bins;
    }

    private double calibrationError(List<Bin> bins) {
        return bins.stream()
                .mapToDouble(bin -> bin.hits() * Math.abs(bin.meanScore() - bin.trueShare()) / judged.size())
                .sum();
    }

    private Map<String, Share> byKind() {
        Map<String, Share> shares = new TreeMap<>();
        truth.forEach((pair, known) -> {
            String kind = known.kind().isEmpty() ? (isLawful(known) ? "lawful" : "") : known.kind();
            if (!kind.isEmpty()) {
                shares.merge(
                        kind,
                        new Share(seen.contains(pair) ? 1 : 0, 1),
                        (a, b) -> new Share(a.part() + b.part(), a.whole() + b.whole()));
            }
        });
        return shares;
    }
}
