package org.touchstone.matcher.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.touchstone.image.ImageDecoder;
import org.touchstone.image.ImageEncoder;
import org.touchstone.indexer.AnalysedImage;
import org.touchstone.indexer.ImageAnalyser;
import org.touchstone.indexer.ImageView;
import org.touchstone.indexer.VisualWords;

/**
 * Analyses the images of marks for {@link ImageMatcher}: each becomes a view as registered, one of reversed contrast
 * and, where the drawing has several shades, views of what a single ink prints of it: its outline, its darker and its
 * lighter part. Thread-safe; the encoder stays the caller's to close.
 */
public final class OpenCvImageAnalyser implements ImageAnalyser {
    private static final String ID = "opencv-3";
    private static final int THUMBNAIL = 160;

    /** Plainness from which an outline is not worth looking for. */
    private static final double PLAIN = 0.8;

    /** Lean from which it is mere stripes. */
    private static final double STRIPED = 0.75;

    /** Correlation from which two pictures are the same drawing. */
    private static final double ALIKE = 0.92;

    private final @Nullable ImageEncoder encoder;
    private final ImageDecoder decoder = new ImageDecoder();

    /** @param encoder null to compare by geometry and fingerprints alone */
    public OpenCvImageAnalyser(@Nullable ImageEncoder encoder) {
        this.encoder = encoder;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String model() {
        return encoder == null ? "none" : encoder.id();
    }

    @Override
    public int dimension() {
        return encoder == null ? 0 : encoder.dimension();
    }

    @Override
    public AnalysedImage analyse(Path image) throws IOException {
        return analyse(decoder.decodeTransparent(image).image());
    }

    AnalysedImage analyse(BufferedImage image) throws IOException {
        MarkPicture mark = MarkPicture.of(image);
        List<String> variants = new ArrayList<>(List.of("registered"));
        List<MarkPicture> pictures = new ArrayList<>(List.of(mark));
        if (encoder != null) {
            variants.add("reversed");
            pictures.add(mark.reversed());
        }
        Map<String, @Nullable MarkPicture> prints = new LinkedHashMap<>();
        prints.put("silhouette", mark.shaded() ? mark.silhouette() : null);
        prints.put("dark", mark.shade(true));
        prints.put("light", mark.shade(false));
        prints.forEach((variant, print) -> {
            if (print != null && telling(print, pictures)) {
                variants.add(variant);
                pictures.add(print);
            }
        });
        float[][] vectors = encoder == null
                ? new float[pictures.size()][0]
                : encoder.encode(pictures.stream().map(MarkPicture::square).toList());
        List<ImageView> views = new ArrayList<>();
        for (int i = 0; i < pictures.size(); i++) {
            // reversing contrast turns descriptors in a known way, so that a photo's are turned instead
            Reference reference = variants.get(i).equals("reversed") ? null : Reference.of(pictures.get(i));
            views.add(new ImageView(
                    variants.get(i),
                    i == 0 ? fingerprint(mark) : new byte[0],
                    vectors[i],
                    reference == null ? new byte[0] : reference.pack(),
                    reference == null ? VisualWords.NONE : Vocabulary.bundled().words(reference.features())));
        }
        return new AnalysedImage(views, png(mark.whole().within(THUMBNAIL)));
    }

    /** Whether a print is more than a disc or a box, and unlike the pictures that there are. */
    private static boolean telling(MarkPicture print, List<MarkPicture> others) {
        MarkField field = MarkField.of(print, 24);
        return Plainness.of(field, print.width(), print.height()) < PLAIN
                && field.lean() < STRIPED
                && others.stream().noneMatch(other -> MarkField.of(other, 24).correlation(field) > ALIKE);
    }

    private static byte[] fingerprint(MarkPicture mark) {
        Pdq pdq = Pdq.of(mark.whole());
        if (!pdq.telling()) {
            return new byte[0];
        }
        ByteBuffer bytes = ByteBuffer.allocate(32);
        for (long word : pdq.bits()) {
            bytes.putLong(word);
        }
        return bytes.array();
    }

    private static byte[] png(Pixels picture) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (!ImageIO.write(picture.toImage(), "png", bytes)) {
            throw new IOException("this Java runtime has no PNG writer");
        }
        return bytes.toByteArray();
    }
}
