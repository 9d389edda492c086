package org.touchstone.cli.attack;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What came of a campaign: by operator and script, by mark, in all. What is weak by nature is counted apart. Immutable.
 *
 * @param operators those that were tried, in the order of {@link Operators#ALL}
 * @param strong of all operators but the weak ones
 * @param weak of the weak ones
 * @param marks by strong operators alone, the lowest recall first
 * @param missed the variants that were not found, in the order of the plan
 */
public record Matrix(
        Map<Operator, Map<Script, Tally>> operators,
        Tally strong,
        Tally weak,
        List<AtRisk> marks,
        List<Variant> missed) {

    /** A mark and how much of it was found. */
    public record AtRisk(String id, String text, Tally tally) {}

    private static final Comparator<AtRisk> WORST_FIRST = Comparator.comparingDouble(
                    (AtRisk mark) -> mark.tally().recall())
            .thenComparingDouble(mark -> mark.tally().topShare())
            .thenComparing(AtRisk::text)
            .thenComparing(AtRisk::id);

    static Matrix of(List<Variant> variants, List<Tally> outcomes) {
        Map<Operator, Map<Script, Tally>> found = new LinkedHashMap<>();
        Map<Target, Tally> marks = new LinkedHashMap<>();
        Tally strong = Tally.NONE;
        Tally weak = Tally.NONE;
        List<Variant> missed = new ArrayList<>();
        for (int i = 0; i < outcomes.size(); i++) {
            Variant variant = variants.get(i);
            Tally outcome = outcomes.get(i);
            found.computeIfAbsent(variant.operator(), operator -> new EnumMap<>(Script.class))
                    .merge(variant.target().script(), outcome, Tally::plus);
            if (variant.operator().weak()) {
                weak = weak.plus(outcome);
            } else {
                strong = strong.plus(outcome);
                marks.merge(variant.target(), outcome, Tally::plus);
            }
            if (outcome.found() == 0) {
                missed.add(variant);
            }
        }
        Map<Operator, Map<Script, Tally>> ordered = new LinkedHashMap<>();
        for (Operator operator : Operators.ALL) {
            Map<Script, Tally> tallies = found.get(operator);
            if (tallies != null) {
                ordered.put(operator, tallies);
            }
        }
        List<AtRisk> atRisk = new ArrayList<>();
        marks.forEach((target, tally) -> atRisk.add(new AtRisk(target.id(), target.text(), tally)));
        atRisk.sort(WORST_FIRST);
        return new Matrix(ordered, strong, weak, atRisk, missed);
    }

    /** Marks of which something was missed, the worst first, at most so many. */
    List<AtRisk> worst(int most) {
        return marks.stream()
                .filter(mark -> mark.tally().found() < mark.tally().attacked())
                .limit(most)
                .toList();
    }

    /** An operator over all scripts. */
    Tally of(Operator operator) {
        return operators.getOrDefault(operator, Map.of()).values().stream().reduce(Tally.NONE, Tally::plus);
    }

    /** The scripts in which something was tried. */
    List<Script> scripts() {
        return operators.values().stream()
                .flatMap(tallies -> tallies.keySet().stream())
                .distinct()
                .sorted()
                .toList();
    }
}
