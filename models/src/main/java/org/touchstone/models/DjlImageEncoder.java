package org.touchstone.models;

import ai.djl.translate.TranslateException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
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
    private final ModelManifest.Output output;

    private DjlImageEncoder(LoadedModel model, ModelManifest manifest) {
        this.model = model;
        this.input = manifest.input();
        this.output = manifest.output();
    }

    /**
     * Loads a model and tries it on one image and on two.
     *
     * @param threads that one call uses, at least 1; with several callers 1 is best
     * @throws ModelException when the file is not the manifest's, or the model does not do what the manifest says
     * @throws IOException when the file cannot be read
     */
    public static DjlImageEncoder load(StoredModel stored, int threads) throws IOException {
        if (!stored.manifest().kind().equals(ModelManifest.ENCODER)) {
            throw new IllegalArgumentException(
                    stored.name() + " is no encoder but " + stored.manifest().kind());
        }
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
        probe(stored, 1, "");
        probe(stored, 2, " and any number of them at once: export it with a first axis of any length");
    }

    private void probe(StoredModel stored, int images, String more) throws ModelException {
        BufferedImage plain = new BufferedImage(8, 8, BufferedImage.TYPE_3BYTE_BGR);
        String expected = stored.name() + ": expected a model that takes " + input + more + ", but ";
        float[] all;
        try {
            all = run(Collections.nCopies(images, plain));
        } catch (TranslateException | RuntimeException e) {
            throw new ModelException(expected + "it fails: " + LoadedModel.reason(e), e);
        }
        double length = length(all, 0, all.length / images);
        boolean unit = Math.abs(length - 1) < UNIT_TOLERANCE;
        if (all.length != images * output.dimension() || !Double.isFinite(length) || output.normalised() && !unit) {
            throw new ModelException(stored.name() + ": expected vectors of " + output.dimension() + " numbers"
                    + (output.normalised() ? " and length 1" : "") + ", found " + all.length / images
                    + " and length " + length + "; the manifest says in output.dimension how many there are, and"
                    + " with \"normalised\": false in output that they are of any length");
        }
    }

    /** The manifest's id and the beginning of the file's sha256: {@code touchstone-encoder-1@1fee25f2}. */
    @Override
    public String id() {
        return model.id();
    }

    @Override
    public int dimension() {
        return output.dimension();
    }

    @Override
    public int side() {
        return Math.max(input.width(), input.height());
    }

    @Override
    public double unrelated() {
        return output.unrelated();
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
        float[] all = run(images);
        int size = output.dimension();
        float[][] vectors = new float[images.size()][];
        for (int i = 0; i < vectors.length; i++) {
            vectors[i] = Arrays.copyOfRange(all, i * size, (i + 1) * size);
            if (!output.normalised()) {
                normalise(vectors[i]);
            }
        }
        return vectors;
    }

    private float[] run(List<BufferedImage> images) throws TranslateException {
        return model.run(images.stream()
                .map(image -> Resampler.rgb(image, input.width(), input.height()))
                .toList());
    }

    /** To length 1; where a model says nothing at all, so does a vector that leans to no side. */
    private static void normalise(float[] vector) {
        double length = length(vector, 0, vector.length);
        if (length > 0 && Double.isFinite(length)) {
            for (int i = 0; i < vector.length; i++) {
                vector[i] = (float) (vector[i] / length);
            }
        } else {
            Arrays.fill(vector, (float) (1 / Math.sqrt(vector.length)));
        }
    }

    private static double length(float[] numbers, int from, int count) {
        double sum = 0;
        for (int i = from; i < from + count; i++) {
            sum += (double) numbers[i] * numbers[i];
        }
        return Math.sqrt(sum);
    }

    @Override
    public void close() {
        model.close();
    }
}
