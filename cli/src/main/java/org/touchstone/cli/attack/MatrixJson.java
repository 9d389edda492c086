package org.touchstone.cli.attack;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.touchstone.hit.Versions;
import org.touchstone.record.Json;

/** The matrix for programs: one object. Shares are left to the reader; counts are exact. */
public final class MatrixJson {
    private MatrixJson() {}

    /**
     * The whole outcome.
     *
     * @param marks how many marks could be attacked
     * @param worst how many marks at risk are named
     */
    public static ObjectNode of(Matrix matrix, Plan plan, long seed, int marks, int worst, Versions versions) {
        ObjectNode node = Json.object();
        node.put("seed", seed);
        node.putObject("versions")
                .put("touchstone", versions.touchstone())
                .put("index", versions.index())
                .put("model", versions.model())
                .put("calibration", versions.calibration());
        node.put("marks", marks);
        node.putObject("skipped").put("unchanged", plan.unchanged()).put("otherMark", plan.others());
        put(node.putObject("strong"), matrix.strong());
        put(node.putObject("weak"), matrix.weak());
        ArrayNode operators = node.putArray("operators");
        matrix.operators().forEach((operator, tallies) -> {
            ObjectNode one = operators.addObject();
            one.put("operator", operator.key()).put("weak", operator.weak());
            ObjectNode scripts = one.putObject("scripts");
            tallies.forEach((script, tally) -> put(scripts.putObject(script.key()), tally));
        });
        ArrayNode atRisk = node.putArray("worst");
        for (Matrix.AtRisk mark : matrix.worst(worst)) {
            put(atRisk.addObject().put("mark", mark.id()).put("text", mark.text()), mark.tally());
        }
        return node;
    }

    private static void put(ObjectNode node, Tally tally) {
        node.put("attacked", tally.attacked()).put("found", tally.found()).put("top", tally.top());
    }
}
