package org.touchstone.models;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.Batchifier;
import ai.djl.translate.Translator;
import ai.djl.translate.TranslatorContext;
import java.nio.FloatBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A batch of pictures to the model's tensor, and its first output back as it lies in memory. A picture is the red, green
 * and blue of each pixel, row by row, 0 to 255, in the size that the model takes. Thread-safe.
 */
final class PictureTranslator implements Translator<List<float[]>, float[]> {
    private final ModelManifest.Input input;

    PictureTranslator(ModelManifest.Input input) {
        this.input = input;
    }

    @Override
    public NDList processInput(TranslatorContext context, List<float[]> pictures) {
        int plane = input.width() * input.height();
        float[] pixels = new float[pictures.size() * 3 * plane];
        for (int i = 0; i < pictures.size(); i++) {
            float[] rgb = pictures.get(i);
            for (int channel = 0; channel < 3; channel++) {
                int from = input.colour().equals("BGR") ? 2 - channel : channel;
                int to = (3 * i + channel) * plane;
                for (int p = 0; p < plane; p++) {
                    pixels[to + p] = (float) (input.low() + rgb[3 * p + from] * (input.high() - input.low()) / 255);
                }
            }
        }
        Shape shape = new Shape(pictures.size(), 3, input.height(), input.width());
        return new NDList(context.getNDManager().create(FloatBuffer.wrap(pixels), shape));
    }

    @Override
    public float[] processOutput(TranslatorContext context, NDList list) {
        return list.get(0).toFloatArray();
    }

    /** None: a batch comes in as a whole. */
    @Override
    public @Nullable Batchifier getBatchifier() {
        return null;
    }
}
