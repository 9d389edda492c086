package org.touchstone.cli.attack;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * The variants of a campaign. The same seed and the same marks give the same plan, whatever the order of the marks;
 * every operator attacks the same marks, so that marks can be compared as well. Immutable.
 */
public final class Plan {
    /** Where marks are few, an operator that has several ways to disguise one tries at most so many of them. */
    private static final int MOST_WAYS = 5;

    private final List<Variant> variants = new ArrayList<>();
    private long unchanged;
    private long others;

    private Plan() {}

    /**
     * Draws the variants.
     *
     * @param perOperator most variants for each operator and script, at least 1
     */
    public static Plan of(Targets targets, List<Operator> operators, long seed, int perOperator) {
        Plan plan = new Plan();
        for (Script script : Script.values()) {
            List<Target> sample = targets.sample(script, perOperator, seed);
            int ways = Math.clamp(perOperator / Math.max(1, sample.size()), 1, MOST_WAYS);
            for (Operator operator : operators) {
                if (operator.scripts().contains(script)) {
                    sample.forEach(target -> plan.add(target, operator, targets, seed, ways));
                }
            }
        }
        return plan;
    }

    private void add(Target target, Operator operator, Targets targets, long seed, int ways) {
        SplittableRandom random = new SplittableRandom(
                (seed * 31 + operator.key().hashCode()) * 31 + target.key().hashCode());
        Set<String> tried = new HashSet<>();
        for (int i = 0; i < ways; i++) {
            String sign = operator.apply(target.text(), target.script(), random);
            if (sign.equals(target.text())) {
                unchanged++;
                return;
            }
            Carriers.Title title = Carriers.title(sign, random);
            if (!tried.add(sign)) {
                continue;
            }
            if (targets.isAnother(sign, target)) {
                others++;
            } else {
                variants.add(new Variant(target, operator, sign, title.text(), title.start()));
            }
        }
    }

    List<Variant> variants() {
        return variants;
    }

    /** How many variants there are. */
    public int count() {
        return variants.size();
    }

    /** How often an operator found nothing to change in a mark. */
    public long unchanged() {
        return unchanged;
    }

    /** How many variants were left out because they are the text of another mark. */
    public long others() {
        return others;
    }
}
