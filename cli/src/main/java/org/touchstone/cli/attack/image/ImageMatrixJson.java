package org.touchstone.cli.attack.image;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import org.touchstone.cli.attack.Tally;
import org.touchstone.hit.Versions;
import org.touchstone.record.Json;

/** The matrix for programs: one object, as {@link org.touchstone.cli.attack.MatrixJson} has it, with levels for scripts. */
public final class ImageMatrixJson {
    private ImageMatrixJson() {}

    /**
     * The whole outcome; operators in the order of {@link ImageOperators#ALL}.
     *
     * @param worst how many marks at risk are named
     */
    public static ObjectNode of(ImageMatrix matrix, long seed, int worst, Versions versions) {
        ObjectNode node = Json.object();
        node.put("seed", seed);
        node.putObject("versions")
                .put("touchstone", versions.touchstone())
                .put("index", versions.index())
                .put("model", versions.model())
                .put("calibration", versions.calibration());
        node.put("images", matrix.marks());
        put(node.putObject("strong"), matrix.strong());
        put(node.putObject("weak"), matrix.weak());
        ArrayNode operators = node.putArray("operators");
        matrix.operators().stream()
                .sorted(Comparator.comparingInt(ImageOperators.ALL::indexOf))
                .forEach(operator -> {
                    ObjectNode one = operators.addObject();
                    one.put("operator", operator.key()).put("weak", operator.weak());
                    put(one, matrix.of(operator));
                    ArrayNode levels = one.putArray("levels");
                    matrix.levels(operator)
                            .forEach((level, tally) -> put(levels.addObject().put("level", level.label()), tally));
                });
        ArrayNode atRisk = node.putArray("worst");
        for (ImageMatrix.AtRisk mark : matrix.worst(worst)) {
            put(
                    atRisk.addObject()
                            .put("mark", mark.id())
                            .put("text", mark.text())
                            .put("image", mark.image()),
                    mark.tally());
        }
        return node;
    }

    private static void put(ObjectNode node, Tally tally) {
        node.put("attacked", tally.attacked()).put("found", tally.found()).put("top", tally.top());
    }
}
