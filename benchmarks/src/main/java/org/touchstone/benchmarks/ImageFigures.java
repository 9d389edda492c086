package org.touchstone.benchmarks;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.touchstone.benchmarks.Figures.Share;
import org.touchstone.benchmarks.ImageBench.Sign;
import org.touchstone.hit.Box;
import org.touchstone.hit.Evidence;
import org.touchstone.hit.Hit;

/**
 * How good the hits are that one method found in the photos of a bench. The best hit of each listing counts: it is right
 * when its mark has a sign in that listing.
 *
 * @param found listings with a sign whose best hit is right, of all with a sign; {@code first} says the same
 * @param among listings with a sign one of whose five best hits is right
 * @param at97 at the lowest score at which 97 of 100 best hits are right
 * @param at99 at the lowest score at which 99 of 100 best hits are right
 * @param overlaps intersection over union of the right best hits' boxes with the true ones, where both are known
 * @param byTreatment {@code found} by how the mark was put there
 */
record ImageFigures(
        int without,
        Share found,
        double among,
        AtPrecision at97,
        AtPrecision at99,
        List<Double> overlaps,
        Map<String, Share> byTreatment) {
    private static final int FEW = 5;

    /**
     * What is left when hits below a score are not looked at.
     *
     * @param recall right best hits of all listings with a sign
     * @param score lowest that is looked at; null when no score gives the precision
     * @param falseAlarms share of the listings without a sign that have a hit
     */
    record AtPrecision(double recall, @Nullable Double score, double falseAlarms) {}

    private record Best(String listing, Hit hit, boolean right) {}

    /**
     * @param hits by the id of the listing, in any order; listings without any may be missing
     */
    static ImageFigures of(ImageBench bench, Map<String, List<Hit>> hits) {
        List<String> positives = bench.listings(true);
        int without = bench.listings(false).size();
        List<Best> best = new ArrayList<>();
        List<Double> overlaps = new ArrayList<>();
        Map<String, Share> byTreatment = new TreeMap<>();
        Share found = Share.NONE;
        int among = 0;
        for (String listing : positives) {
            List<Hit> ranked = ranked(hits, listing);
            Sign sign = ranked.isEmpty() ? null : sign(bench, ranked.get(0));
            int right = sign == null ? 0 : 1;
            Share one = new Share(right, right, 1);
            found = found.with(one);
            for (String treatment : bench.signs(listing).get(0).treatments()) {
                byTreatment.merge(treatment, one, Share::with);
            }
            among += ranked.stream().limit(FEW).anyMatch(hit -> sign(bench, hit) != null) ? 1 : 0;
            Box box = sign == null ? null : box(ranked.get(0));
            if (sign != null && sign.box() != null && box != null) {
                overlaps.add(overlap(box, sign.box()));
            }
        }
        bench.listings().forEach(listing -> {
            List<Hit> ranked = ranked(hits, listing.value().id());
            if (!ranked.isEmpty()) {
                best.add(new Best(listing.value().id(), ranked.get(0), sign(bench, ranked.get(0)) != null));
            }
        });
        best.sort(Comparator.comparingDouble((Best one) -> -one.hit.score()));
        return new ImageFigures(
                without,
                found,
                positives.isEmpty() ? 0 : (double) among / positives.size(),
                at(0.97, best, bench),
                at(0.99, best, bench),
                List.copyOf(overlaps),
                byTreatment);
    }

    private static List<Hit> ranked(Map<String, List<Hit>> hits, String listing) {
        return hits.getOrDefault(listing, List.of()).stream()
                .sorted(Comparator.comparingDouble((Hit hit) -> -hit.score()))
                .toList();
    }

    /** The sign that a hit is about; null when its listing has none of that mark. */
    private static @Nullable Sign sign(ImageBench bench, Hit hit) {
        return bench.signs(hit.listing()).stream()
                .filter(sign -> sign.mark().equals(hit.mark()))
                .findFirst()
                .orElse(null);
    }

    private static AtPrecision at(double precision, List<Best> best, ImageBench bench) {
        int positives = bench.listings(true).size();
        int negatives = bench.listings(false).size();
        AtPrecision out = new AtPrecision(0, null, 0);
        int right = 0;
        int alarms = 0;
        for (int i = 0; i < best.size(); i++) {
            right += best.get(i).right ? 1 : 0;
            alarms += bench.signs(best.get(i).listing).isEmpty() ? 1 : 0;
            double score = best.get(i).hit.score();
            boolean tied = i + 1 < best.size() && best.get(i + 1).hit.score() == score;
            if (!tied && (double) right / (i + 1) >= precision) {
                out = new AtPrecision(
                        (double) right / Math.max(1, positives), score, (double) alarms / Math.max(1, negatives));
            }
        }
        return out;
    }

    private static @Nullable Box box(Hit hit) {
        return hit.evidence().stream()
                .filter(Evidence.Picture.class::isInstance)
                .map(evidence -> ((Evidence.Picture) evidence).box())
                .findFirst()
                .orElse(null);
    }

    private static double overlap(Box box, Rectangle2D truth) {
        Rectangle2D own = new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height());
        Rectangle2D common = own.createIntersection(truth);
        if (common.isEmpty()) {
            return 0;
        }
        double area = common.getWidth() * common.getHeight();
        return area / (own.getWidth() * own.getHeight() + truth.getWidth() * truth.getHeight() - area);
    }

    /** Mean of {@link #overlaps}; NaN when there are none. */
    double meanOverlap() {
        return overlaps.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }

    /** Share of {@link #overlaps} that are at least a half; NaN when there are none. */
    double halfOverlapped() {
        return overlaps.stream()
                .mapToDouble(one -> one >= 0.5 ? 1 : 0)
                .average()
                .orElse(Double.NaN);
    }

    /** All figures by their names, as text, those by treatment last. */
    Map<String, String> shown() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("photos with a sign, without one", found.whole() + ", " + without);
        all.put("recall@1", found.shown());
        all.put("recall@5", decimal(among));
        all.put("recall at precision 0.97", decimal(at97.recall));
        all.put("recall at precision 0.99", decimal(at99.recall));
        all.put("false alarms at precision 0.97", decimal(at97.falseAlarms));
        all.put("false alarms at precision 0.99", decimal(at99.falseAlarms));
        all.put("box IoU, mean", decimal(meanOverlap()));
        all.put("boxes with an IoU of 0.5 or more", decimal(halfOverlapped()));
        byTreatment.forEach((treatment, share) -> all.put("recall@1, " + treatment, share.shown()));
        return all;
    }

    private static String decimal(double value) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.3f", value);
    }
}
