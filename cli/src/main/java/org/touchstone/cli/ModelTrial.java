package org.touchstone.cli;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.touchstone.image.ImageEncoder;
import org.touchstone.image.RegionFinder;
import org.touchstone.models.DjlImageEncoder;
import org.touchstone.models.DjlRegionFinder;
import org.touchstone.models.ModelManifest;
import org.touchstone.models.StoredModel;

/** A model of either kind, loaded to be tried on drawn pictures of the size that a scan gives it. */
final class ModelTrial implements AutoCloseable {
    /** Crops of a photo that a scan encodes together. */
    private static final int USUAL_BATCH = 32;

    private static final int PHOTO_WIDTH = 640;
    private static final int PHOTO_HEIGHT = 480;
    private static final int SIGNS = 64;
    private static final long SEED = 1;

    private final @Nullable ImageEncoder encoder;
    private final @Nullable RegionFinder finder;

    private ModelTrial(@Nullable ImageEncoder encoder, @Nullable RegionFinder finder) {
        this.encoder = encoder;
        this.finder = finder;
    }

    /**
     * Loads a model.
     *
     * @param threads that one call uses
     */
    static ModelTrial load(StoredModel model, int threads) throws IOException {
        return model.manifest().kind().equals(ModelManifest.ENCODER)
                ? new ModelTrial(DjlImageEncoder.load(model, threads), null)
                : new ModelTrial(null, DjlRegionFinder.load(model, threads));
    }

    /** Sizes of batches to try: one picture, and as many as a scan puts in at once if that is another number. */
    List<Integer> batches() {
        return encoder == null ? List.of(1) : List.of(1, USUAL_BATCH);
    }

    /** Pictures of signs: squares of the encoder's size, or photos for a finder; the same ones every time. */
    List<BufferedImage> pictures(int count) {
        SplittableRandom random = new SplittableRandom(SEED);
        List<BufferedImage> pictures = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            pictures.add(
                    encoder == null
                            ? sign(random, PHOTO_WIDTH, PHOTO_HEIGHT)
                            : sign(random, encoder.side(), encoder.side()));
        }
        return pictures;
    }

    void run(List<BufferedImage> pictures) {
        if (encoder != null) {
            encoder.encode(pictures);
        }
        if (finder != null) {
            pictures.forEach(finder::find);
        }
    }

    /** Mean cosine of the vectors of different drawn signs; empty for a finder. */
    OptionalDouble unrelated() {
        if (encoder == null) {
            return OptionalDouble.empty();
        }
        float[][] vectors = encoder.encode(pictures(SIGNS));
        double sum = 0;
        for (int i = 0; i < SIGNS; i++) {
            for (int j = 0; j < i; j++) {
                for (int k = 0; k < vectors[i].length; k++) {
                    sum += vectors[i][k] * vectors[j][k];
                }
            }
        }
        return OptionalDouble.of(sum / (SIGNS * (SIGNS - 1) / 2.0));
    }

    private static BufferedImage sign(SplittableRandom random, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        boolean dark = random.nextInt(4) == 0;
        g.setColor(dark ? new Color(random.nextInt(0x404040)) : Color.WHITE);
        g.fillRect(0, 0, width, height);
        for (int parts = random.nextInt(2, 6); parts > 0; parts--) {
            g.setColor(Color.getHSBColor((float) random.nextDouble(), (float) random.nextDouble(), dark ? 0.9f : 0.6f));
            Shape part = part(random, width, height);
            if (random.nextBoolean()) {
                g.fill(part);
            } else {
                g.setStroke(new BasicStroke((float) (random.nextDouble(0.02, 0.1) * height)));
                g.draw(part);
            }
        }
        g.dispose();
        return image;
    }

    private static Shape part(SplittableRandom random, int width, int height) {
        double w = random.nextDouble(0.15, 0.7) * width;
        double h = random.nextDouble(0.15, 0.7) * height;
        double x = random.nextDouble(0.08 * width, 0.92 * width - w);
        double y = random.nextDouble(0.08 * height, 0.92 * height - h);
        return switch (random.nextInt(4)) {
            case 0 -> new Ellipse2D.Double(x, y, w, h);
            case 1 -> new Rectangle2D.Double(x, y, w, h);
            case 2 -> new Arc2D.Double(x, y, w, h, random.nextInt(360), random.nextInt(90, 300), Arc2D.OPEN);
            default -> {
                Path2D polygon = new Path2D.Double();
                polygon.moveTo(x, y + random.nextDouble() * h);
                for (int corners = random.nextInt(2, 6); corners > 0; corners--) {
                    polygon.lineTo(x + random.nextDouble() * w, y + random.nextDouble() * h);
                }
                polygon.closePath();
                yield polygon;
            }
        };
    }

    @Override
    public void close() {
        if (encoder != null) {
            encoder.close();
        }
        if (finder != null) {
            finder.close();
        }
    }
}
