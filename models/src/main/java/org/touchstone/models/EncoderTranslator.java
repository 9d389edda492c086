package org.touchstone.models;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.Batchifier;
import ai.djl.translate.Translator;
import ai.djl.translate.TranslatorContext;
import java.awt.image.BufferedImage;
import java.nio.FloatBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A batch of images to the model's tensor, and the vectors back, one after another. Thread-safe. */
final class EncoderTranslator implements Translator<List<BufferedImage>, float[]> {
    private final ModelManifest.Input input;

    EncoderTranslator(ModelManifest.Input input) {
        this.input = input;
    }

    @Override
    public NDList processInput(TranslatorContext context, List<BufferedImage> images) {
        int plane = input.width() * input.height();
        float[] pixels = new float[images.size() * 3 * plane];
        for (int i = 0; i < images.size(); i++) {
            float[] rgb = Resampler.rgb(images.get(i), input.width(), input.height());
            for (int channel = 0; channel < 3; channel++) {
                int from = input.colour().equals("BGR") ? 2 - channel : channel;
                int to = (3 * i + channel) * plane;
                for (int p = 0; p < plane; p++) {
                    pixels[to + p] = (float) (input.low() + rgb[3 * p + from] * (input.high() - input.low()) / 255);
                }
            }
        }
        Shape shape = new Shape(images.size(), 3, input.height(), input.width());
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
