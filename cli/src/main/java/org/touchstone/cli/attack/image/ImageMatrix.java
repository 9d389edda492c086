package org.touchstone.cli.attack.image;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.touchstone.cli.attack.Tally;

/**
 * What came of a campaign: by operator and level, by mark, in all. What is weak by nature is counted apart. Not
 * thread-safe.
 */
public final class ImageMatrix {
    /** An operator at one level, and what was found of it. */
    public record Cell(ImageOperator operator, Level level, Tally tally) {}

    /** A picture and how much of it was found; the text is empty for a device alone. */
    public record AtRisk(String id, String text, String image, Tally tally) {}

    private static final Comparator<Cell> WEAKEST_FIRST = Comparator.comparingDouble(
                    (Cell cell) -> cell.tally().recall())
            .thenComparingDouble(cell -> cell.tally().topShare());

    private static final Comparator<AtRisk> WORST_FIRST = Comparator.comparingDouble(
                    (AtRisk mark) -> mark.tally().recall())
            .thenComparingDouble(mark -> mark.tally().topShare())
            .thenComparing(AtRisk::image)
            .thenComparing(AtRisk::id);

    private final Map<ImageOperator, Map<Level, Tally>> tallies = new LinkedHashMap<>();
    private final Map<ImageVariant, Outcome> outcomes = new LinkedHashMap<>();
    private final Map<ImageTarget, Tally> marks = new LinkedHashMap<>();
    private Tally strong = Tally.NONE;
    private Tally weak = Tally.NONE;

    ImageMatrix() {}

    void add(ImageVariant variant, Outcome outcome) {
        Tally tally = outcome.tally();
        ImageOperator operator = variant.operator();
        tallies.computeIfAbsent(operator, fresh -> new LinkedHashMap<>()).merge(variant.level(), tally, Tally::plus);
        if (operator.weak()) {
            weak = weak.plus(tally);
        } else {
            strong = strong.plus(tally);
        }
        marks.merge(variant.target(), operator.weak() ? Tally.NONE : tally, Tally::plus);
        outcomes.put(variant, outcome);
    }

    /** The operators that were tried, those of which most was found first. */
    public List<ImageOperator> operators() {
        return tallies.keySet().stream()
                .sorted(Comparator.comparingDouble(
                                (ImageOperator operator) -> -of(operator).recall())
                        .thenComparingDouble(operator -> -of(operator).topShare()))
                .toList();
    }

    /** An operator over all its levels. */
    public Tally of(ImageOperator operator) {
        return tallies.getOrDefault(operator, Map.of()).values().stream().reduce(Tally.NONE, Tally::plus);
    }

    /** The levels of an operator, mildest first. */
    public Map<Level, Tally> levels(ImageOperator operator) {
        return tallies.getOrDefault(operator, Map.of());
    }

    /** The mark that fares worst under an operator; where several do, the operators take turns. Something was tried. */
    ImageTarget shown(ImageOperator operator) {
        List<ImageTarget> targets = new ArrayList<>(marks.keySet());
        Collections.rotate(targets, -ImageOperators.ALL.indexOf(operator));
        return Collections.min(
                targets,
                Comparator.comparingInt(target -> operator.levels().stream()
                        .mapToInt(level -> outcome(target, operator, level).ordinal())
                        .sum()));
    }

    Outcome outcome(ImageTarget target, ImageOperator operator, Level level) {
        return outcomes.getOrDefault(new ImageVariant(target, operator, level), Outcome.MISSED);
    }

    /** Operators and levels of which something was missed, but for the weak ones; the weakest first, at most so many. */
    public List<Cell> weakest(int most) {
        List<Cell> cells = new ArrayList<>();
        tallies.forEach(
                (operator, levels) -> levels.forEach((level, tally) -> cells.add(new Cell(operator, level, tally))));
        return cells.stream()
                .filter(cell -> !cell.operator().weak() && cell.tally().recall() < 1)
                .sorted(WEAKEST_FIRST)
                .limit(most)
                .toList();
    }

    /** Marks of which something was missed, without the weak operators; the worst first, at most so many. */
    public List<AtRisk> worst(int most) {
        List<AtRisk> atRisk = new ArrayList<>();
        marks.forEach((target, tally) -> {
            if (tally.recall() < 1) {
                atRisk.add(new AtRisk(target.id(), target.text(), target.image(), tally));
            }
        });
        return atRisk.stream().sorted(WORST_FIRST).limit(most).toList();
    }

    /** Over all operators but the weak ones. */
    public Tally strong() {
        return strong;
    }

    /** Over the weak operators. */
    public Tally weak() {
        return weak;
    }

    /** How many pictures were attacked. */
    public int marks() {
        return marks.size();
    }

    /** What was not found, mark by mark. */
    List<ImageVariant> missed() {
        return outcomes.entrySet().stream()
                .filter(one -> one.getValue() == Outcome.MISSED)
                .map(Map.Entry::getKey)
                .toList();
    }
}
