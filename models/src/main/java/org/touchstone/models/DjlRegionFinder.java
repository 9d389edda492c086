package org.touchstone.models;

import ai.djl.translate.TranslateException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.touchstone.image.Region;
import org.touchstone.image.RegionFinder;

/**
 * Runs a region model through DJL and ONNX Runtime on the CPU. Thread-safe. An image is shrunk or grown to fit the model's
 * input, its proportions kept, in the middle of grey.
 */
public final class DjlRegionFinder implements RegionFinder {
    /** What a model says of each region: score, left, top, right, bottom. */
    static final int NUMBERS = 5;

    /** Grey beside an image that is not as wide and high as the input, as in training. */
    private static final float BESIDE = 128;

    /** Regions that score less are noise. */
    private static final double LEAST_SCORE = 0.02;

    private static final double SAME_PLACE = 0.6;
    private static final int MOST = 64;

    private final LoadedModel model;
    private final ModelManifest.Input input;

    private DjlRegionFinder(LoadedModel model, ModelManifest.Input input) {
        this.model = model;
        this.input = input;
    }

    /**
     * Loads a model and tries it on one image.
     *
     * @param threads that one call uses, at least 1; with several callers 1 is best
     * @throws ModelException when the file is not the manifest's, or the model does not do what the manifest says
     * @throws IOException when the file cannot be read
     */
    public static DjlRegionFinder load(StoredModel stored, int threads) throws IOException {
        if (!stored.manifest().kind().equals(ModelManifest.REGIONS)) {
            throw new IllegalArgumentException(stored.name() + " finds no regions but is of kind "
                    + stored.manifest().kind());
        }
        DjlRegionFinder finder = new DjlRegionFinder(
                LoadedModel.load(stored, threads), stored.manifest().input());
        try {
            finder.numbers(new Fit(new BufferedImage(8, 8, BufferedImage.TYPE_3BYTE_BGR), finder.input));
            return finder;
        } catch (TranslateException | RuntimeException e) {
            finder.close();
            throw new ModelException(
                    stored.name() + ": expected a model that takes " + finder.input + " and gives rows of " + NUMBERS
                            + " numbers, but it fails: " + LoadedModel.reason(e),
                    e);
        }
    }

    /** The manifest's id and the beginning of the file's sha256. */
    @Override
    public String id() {
        return model.id();
    }

    @Override
    public List<Region> find(BufferedImage image) {
        Fit fit = new Fit(image, input);
        float[] numbers;
        try {
            numbers = numbers(fit);
        } catch (TranslateException e) {
            throw new IllegalStateException("model " + id() + " failed on an image: " + e.getMessage(), e);
        }
        List<Region> found = new ArrayList<>();
        for (int i = 0; i < numbers.length; i += NUMBERS) {
            if (numbers[i] >= LEAST_SCORE) {
                found.add(fit.region(numbers, i));
            }
        }
        found.removeIf(region -> !isBox(region));
        found.sort(Comparator.comparingDouble(Region::score).reversed());
        List<Region> kept = new ArrayList<>();
        for (Region region : found) {
            if (kept.size() < MOST && kept.stream().noneMatch(other -> other.overlap(region) > SAME_PLACE)) {
                kept.add(region);
            }
        }
        return kept;
    }

    /** Whether a region can be cut out: a model may also give what is empty, endless or no number. */
    private static boolean isBox(Region region) {
        return region.width() >= 1
                && region.height() >= 1
                && Double.isFinite(region.x() + region.y() + region.width() + region.height());
    }

    private float[] numbers(Fit fit) throws TranslateException {
        float[] numbers = model.run(List.of(fit.picture()));
        if (numbers.length == 0 || numbers.length % NUMBERS != 0) {
            throw new IllegalStateException("it gave " + numbers.length + " numbers");
        }
        return numbers;
    }

    @Override
    public void close() {
        model.close();
    }

    /** How an image lies in the model's input. */
    private static final class Fit {
        private final BufferedImage image;
        private final ModelManifest.Input input;
        private final int width;
        private final int height;
        private final int left;
        private final int top;

        Fit(BufferedImage image, ModelManifest.Input input) {
            this.image = image;
            this.input = input;
            double scale =
                    Math.min(input.width() / (double) image.getWidth(), input.height() / (double) image.getHeight());
            width = Math.clamp(Math.round(image.getWidth() * scale), 1, input.width());
            height = Math.clamp(Math.round(image.getHeight() * scale), 1, input.height());
            left = (input.width() - width) / 2;
            top = (input.height() - height) / 2;
        }

        float[] picture() {
            float[] whole = new float[3 * input.width() * input.height()];
            Arrays.fill(whole, BESIDE);
            float[] rgb = Resampler.rgb(image, width, height);
            for (int row = 0; row < height; row++) {
                System.arraycopy(rgb, 3 * row * width, whole, 3 * ((row + top) * input.width() + left), 3 * width);
            }
            return whole;
        }

        Region region(float[] numbers, int at) {
            double x = (numbers[at + 1] * input.width() - left) * image.getWidth() / width;
            double y = (numbers[at + 2] * input.height() - top) * image.getHeight() / height;
            double right = (numbers[at + 3] * input.width() - left) * image.getWidth() / width;
            double bottom = (numbers[at + 4] * input.height() - top) * image.getHeight() / height;
            return new Region(x, y, right - x, bottom - y, numbers[at]);
        }
    }
}
