package org.touchstone.matcher.image;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.touchstone.image.ImageEncoder;
import org.touchstone.indexer.MarkIndex;
import org.touchstone.indexer.MarkIndexWriter;
import org.touchstone.record.Formats;
import org.touchstone.record.RecordReader;
import org.touchstone.register.RegisterRecord;

/** Indexes of drawn marks, and an encoder that needs no model. */
final class MarkIndexes {
    private MarkIndexes() {}

    /** Indexes {@link Drawings#mark} 0 to below {@code count} under the ids M0, M1 and so on. */
    static MarkIndex build(Path folder, int count, @Nullable ImageEncoder encoder) throws IOException {
        StringBuilder csv = new StringBuilder("id,office,images\n");
        for (int i : IntStream.range(0, count).toArray()) {
            ImageIO.write(
                    Drawings.mark(i), "png", folder.resolve("m" + i + ".png").toFile());
            csv.append("M")
                    .append(i)
                    .append(i % 2 == 0 ? ",XA,m" : ",XB,m")
                    .append(i)
                    .append(".png\n");
        }
        Path marks = Files.writeString(folder.resolve("marks.csv"), csv);
        try (var registrations = RecordReader.open(marks, Formats.REGISTRATION, MarkIndexes::refuse)) {
            OpenCvImageAnalyser analyser = new OpenCvImageAnalyser(encoder);
            MarkIndexWriter.build(
                    folder.resolve("index"), RegisterRecord.all(registrations), analyser, MarkIndexes::refuse, n -> {});
        }
        return MarkIndex.open(folder.resolve("index"));
    }

    private static void refuse(Object rejection) {
        throw new AssertionError("rejected: " + rejection);
    }

    /** Takes the edges of an image on a grid of 12 x 12 for its vector: good enough for signs that stand upright. */
    static final class EdgeEncoder implements ImageEncoder {
        @Override
        public String id() {
            return "edges";
        }

        @Override
        public int dimension() {
            return 288;
        }

        @Override
        public float[][] encode(List<BufferedImage> images) {
            return images.stream().map(EdgeEncoder::vector).toArray(float[][]::new);
        }

        private static float[] vector(BufferedImage image) {
            EdgeField field =
                    EdgeField.of(Pixels.of(image, java.awt.Color.WHITE, 4096).resized(12, 12));
            float[] out = new float[288];
            out[0] = 1e-3f;
            for (int i = 0; i < 144; i++) {
                out[2 * i] += field.cosine()[i];
                out[2 * i + 1] += field.sine()[i];
            }
            double length = 0;
            for (float v : out) {
                length += v * v;
            }
            for (int i = 0; i < out.length; i++) {
                out[i] /= (float) Math.sqrt(length);
            }
            return out;
        }

        @Override
        public void close() {}
    }
}
