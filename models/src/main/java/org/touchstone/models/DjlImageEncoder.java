package org.touchstone.models;

import ai.djl.translate.TranslateException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.touchstone.image.ImageEncoder;

/**
 * Runs an encoder through DJL and ONNX Runtime on the CPU. Thread-safe: calls run side by side, each on as many threads as
 * it was loaded for. Images are stretched to the model's input by the mean of the pixels that fall together when they
 * shrink, linearly when they grow, and transparency is put on white.
 */
public final class DjlImageEncoder implements ImageEncoder {
    /** Images that go through the model together; more are cut into such batches, so that memory stays bounded. */
    static final int BATCH = 32;

    private static final double UNIT_TOLERANCE = 1e-3;

    private final LoadedModel model;
    private final ModelManifest.Input input;
    private final int dimension;

    private DjlImageEncoder(LoadedModel model, ModelManifest manifest) {
        this.model = model;
        this.input = manifest.input();
        this.dimension = manifest.output().dimension();
    }

    /**
     * Loads a model and tries it on one image.
     *
     * @param threads that one call uses, at least 1; with several callers 1 is best
     * @throws ModelException when the file is not the manifest's, or the model does not do what the manifest says
     * @throws IOException when the file cannot be read
     */
    public static DjlImageEncoder load(StoredModel stored, int threads) throws IOException {
        DjlImageEncoder encoder = new DjlImageEncoder(LoadedModel.load(stored, threads), stored.manifest());
        try {
            encoder.probe(stored);
            return encoder;
        } catch (IOException | RuntimeException e) {
            encoder.close();
            throw e;
        }
    }

    private void probe(StoredModel stored) throws ModelException {
        float[] vector;
        try {
            vector = predict(List.of(new BufferedImage(8, 8, BufferedImage.TYPE_3BYTE_BGR)))[0];
        } catch (TranslateException | RuntimeException e) {
            throw new ModelException(
                    stored.name() + ": expected a model that takes " + input + ", but it fails: " + e.getMessage(), e);
        }
        double length = 0;
        for (float value : vector) {
            length += (double) value * value;
        }
        if (vector.length != dimension || !(Math.abs(length - 1) < UNIT_TOLERANCE)) {
            throw new ModelException(stored.name() + ": expected vectors of " + dimension
                    + " numbers and length 1, found " + vector.length + " and length " + Math.sqrt(length));
        }
    }

    /** The manifest's id and the beginning of the file's sha256: {@code touchstone-encoder-1@1fee25f2}. */
    @Override
    public String id() {
        return model.id();
    }

    @Override
    public int dimension() {
        return dimension;
    }

    @Override
    public float[][] encode(List<BufferedImage> images) {
        float[][] vectors = new float[images.size()][];
        for (int start = 0; start < images.size(); start += BATCH) {
            List<BufferedImage> batch = images.subList(start, Math.min(images.size(), start + BATCH));
            try {
                System.arraycopy(predict(batch), 0, vectors, start, batch.size());
            } catch (TranslateException e) {
                throw new IllegalStateException(
                        "model " + id() + " failed on " + batch.size() + " images: " + e.getMessage(), e);
            }
        }
        return vectors;
    }

    private float[][] predict(List<BufferedImage> images) throws TranslateException {
        float[] all = model.run(images.stream()
                .map(image -> Resampler.rgb(image, input.width(), input.height()))
                .toList());
        int length = all.length / images.size();
        float[][] vectors = new float[images.size()][];
        for (int i = 0; i < vectors.length; i++) {
            vectors[i] = Arrays.copyOfRange(all, i * length, (i + 1) * length);
        }
        return vectors;
    }

    @Override
    public void close() {
        model.close();
    }
}
