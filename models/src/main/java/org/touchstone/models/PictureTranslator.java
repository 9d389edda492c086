package org.touchstone.models;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.Batchifier;
import ai.djl.translate.Translator;
import ai.djl.translate.TranslatorContext;
import java.nio.FloatBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A batch of pictures to the model's tensor, and the output that is meant back as it lies in memory. A picture is the red,
 * green and blue of each pixel, row by row, 0 to 255, in the size that the model takes. Thread-safe.
 */
final class PictureTranslator implements Translator<List<float[]>, float[]> {
    private static final int CHANNELS = ModelManifest.CHANNELS;

    private final ModelManifest.Input input;
    private final String output;

    PictureTranslator(ModelManifest.Input input, String output) {
        this.input = input;
        this.output = output;
    }

    @Override
    public NDList processInput(TranslatorContext context, List<float[]> pictures) {
        Shape shape = input.layout().equals("NCHW")
                ? new Shape(pictures.size(), CHANNELS, input.height(), input.width())
                : new Shape(pictures.size(), input.height(), input.width(), CHANNELS);
        return new NDList(context.getNDManager().create(FloatBuffer.wrap(tensor(input, pictures)), shape));
    }

    static float[] tensor(ModelManifest.Input input, List<float[]> pictures) {
        int plane = input.width() * input.height();
        boolean planes = input.layout().equals("NCHW");
        float[] values = new float[pictures.size() * CHANNELS * plane];
        for (int i = 0; i < pictures.size(); i++) {
            float[] rgb = pictures.get(i);
            for (int channel = 0; channel < CHANNELS; channel++) {
                int from = input.colour().equals("BGR") ? CHANNELS - 1 - channel : channel;
                double std = input.std().get(channel);
                float black = (float) ((input.low() - input.mean().get(channel)) / std);
                float factor = (float) ((input.high() - input.low()) / 255 / std);
                int to = CHANNELS * i * plane + (planes ? channel * plane : channel);
                int step = planes ? 1 : CHANNELS;
                for (int p = 0; p < plane; p++) {
                    values[to + step * p] = black + factor * rgb[CHANNELS * p + from];
                }
            }
        }
        return values;
    }

    @Override
    public float[] processOutput(TranslatorContext context, NDList list) {
        for (NDArray array : list) {
            if (output.equals(array.getName())) {
                return array.toFloatArray();
            }
        }
        List<String> names =
                list.stream().map(array -> "'" + array.getName() + "'").toList();
        throw new IllegalStateException("it has no output '" + output + "' but " + String.join(", ", names)
                + "; name one of them in the manifest as output.name");
    }

    /** None: a batch comes in as a whole. */
    @Override
    public @Nullable Batchifier getBatchifier() {
        return null;
    }
}
