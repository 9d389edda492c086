package org.touchstone.matcher;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.touchstone.hit.Evidence;
import org.touchstone.hit.Hit;
import org.touchstone.hit.Outlook;
import org.touchstone.hit.Versions;
import org.touchstone.listing.Listing;
import org.touchstone.matcher.brand.BrandCircumstances;

/**
 * Adds evidence up to a hit: the prior and all weights, in decibans, make the odds, and the odds make the score.
 *
 * <p>Signs say that the mark is meant, not that its use is unlawful, and they say so together: the strongest sign of each
 * kind counts in full and further ones of the same kind are capped; what all signs weigh beyond {@link #CERTAIN} counts a
 * quarter, for all of them alike. So they still add up and keep their order, and a lawful circumstance can outweigh them.
 * Stateless and thread-safe.
 */
public final class Scorer {
    /** Names the prior and the weights below; changes whenever they do. */
    public static final String CALIBRATION = "2026-11";

    /** Decibans before any evidence: one use of a found sign in five is taken to infringe. */
    public static final double PRIOR = -6;

    /** Decibans that a second sign of the same kind adds at most. */
    private static final double REPEATED = 1;

    /** Decibans of signs at which there is hardly a doubt left that the mark is meant. */
    private static final double CERTAIN = 16;

    private static final double BEYOND_CERTAIN = 0.25;

    /** Signs of one kind that are kept as evidence; a keyword-stuffed page has hundreds. */
    private static final int SIGNS_KEPT = 8;

    private static final double SUSPICIOUS = 0.5;

    /** What a brand's policy knows that makes a use unlawful, even of a sign in plain sight. */
    private static final Set<String> UNLAWFUL =
            Set.of(BrandCircumstances.DEFENSIVE, BrandCircumstances.ORIGIN, BrandCircumstances.CLAIM);

    private Scorer() {}

    /** The probability that a sum of weights gives, prior included: 1 / (1 + 10^(-sum/10)). */
    public static double probability(double decibans) {
        return 1 / (1 + Math.pow(10, -decibans / 10));
    }

    /**
     * Scores one registration in one listing.
     *
     * @param signs where the mark was seen; at least one
     * @param circumstances what else speaks for or against
     */
    static Hit score(
            Listing listing,
            String mark,
            String brand,
            List<Evidence> signs,
            List<Evidence.Circumstance> circumstances,
            Versions versions) {
        List<Evidence> evidence = new ArrayList<>(signs.size() + circumstances.size());
        for (String kind : signs.stream().map(Evidence::kind).distinct().toList()) {
            evidence.addAll(withRepeatsCapped(
                    signs.stream().filter(sign -> sign.kind().equals(kind)).toList()));
        }
        evidence = new ArrayList<>(together(evidence));
        evidence.addAll(circumstances);
        evidence.sort(Comparator.comparingDouble((Evidence one) -> -Math.abs(one.weight())));
        double sum = PRIOR + evidence.stream().mapToDouble(Evidence::weight).sum();
        double score = Math.round(probability(sum) * 1e6) / 1e6;
        return new Hit(0, score, listing.id(), mark, brand, outlook(score, evidence), evidence, versions);
    }

    private static List<Evidence> together(List<Evidence> signs) {
        double sum = signs.stream().mapToDouble(Evidence::weight).sum();
        if (sum <= CERTAIN) {
            return signs;
        }
        double share = (CERTAIN + BEYOND_CERTAIN * (sum - CERTAIN)) / sum;
        return signs.stream()
                .map(sign -> sign.weighing(Math.round(sign.weight() * share * 100) / 100.0))
                .toList();
    }

    private static List<Evidence> withRepeatsCapped(List<Evidence> signs) {
        List<Evidence> strongestFirst = signs.stream()
                .sorted(Comparator.comparingDouble((Evidence sign) -> -sign.weight()))
                .limit(SIGNS_KEPT)
                .toList();
        List<Evidence> capped = new ArrayList<>(strongestFirst.size());
        for (Evidence sign : strongestFirst) {
            capped.add(capped.isEmpty() ? sign : sign.weighing(repeated(sign.weight(), capped.size())));
        }
        return capped;
    }

    /** The second sign adds at most one deciban, the third at most half of that, and so on: never two in all. */
    private static double repeated(double weight, int before) {
        return Math.max(0, Math.min(weight, REPEATED / (1 << (before - 1))));
    }

    private static Outlook outlook(double score, List<Evidence> evidence) {
        boolean lawful = false;
        boolean replica = false;
        boolean infringing = false;
        for (Evidence one : evidence) {
            lawful |= one.kind().equals(Wording.LAWFUL_USE) || one.kind().equals(BrandPolicies.SELLER);
            lawful |= one.kind().equals(BrandCircumstances.ORIGIN) && one.weight() < 0;
            replica |= one.kind().equals(Wording.REPLICA);
            infringing |= one instanceof Evidence.Word word && word.spot() == null && word.similarity() < 1;
            infringing |= UNLAWFUL.contains(one.kind()) && one.weight() > 0;
        }
        if (score < SUSPICIOUS) {
            return lawful ? Outlook.LAWFUL_USE : Outlook.UNCLEAR;
        }
        if (replica) {
            return Outlook.COUNTERFEIT;
        }
        return infringing ? Outlook.INFRINGEMENT : Outlook.UNCLEAR;
    }
}
