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
    private static final String REVERSED = "reversed";
    private static final int THUMBNAIL = 160;

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
        List<Drawing> drawings = drawings(MarkPicture.of(image));
        float[][] vectors = encoder == null
                ? new float[drawings.size()][0]
                : encoder.encode(
                        drawings.stream().map(each -> each.picture().square()).toList());
        MarkPicture mark = drawings.get(0).picture();
        List<ImageView> views = new ArrayList<>();
        for (int i = 0; i < vectors.length; i++) {
            Drawing drawing = drawings.get(i);
            // reversing contrast turns descriptors in a known way, so that a photo's are turned instead
            Reference reference = drawing.variant().equals(REVERSED) ? null : Reference.of(drawing);
            views.add(new ImageView(
                    drawing.variant(),
                    i == 0 ? fingerprint(mark) : new byte[0],
                    vectors[i],
                    reference == null ? new byte[0] : reference.pack(),
                    reference == null ? VisualWords.NONE : Vocabulary.bundled().words(reference.features())));
        }
        return new AnalysedImage(views, png(mark.whole().within(THUMBNAIL)));
    }

    private List<Drawing> drawings(MarkPicture mark) {
        List<Drawing> drawings = new ArrayList<>();
        Drawing registered = Drawing.of("registered", mark);
        drawings.add(registered);
        if (encoder != null) {
            drawings.add(registered.reversed(REVERSED));
        }
        Map<String, MarkPicture> prints = new LinkedHashMap<>();
        if (mark.shaded()) {
            prints.put("silhouette", mark.silhouette());
        }
        prints.putAll(mark.shades());
        prints.forEach((variant, picture) -> {
            Drawing print = Drawing.of(variant, picture);
            if (print.telling(drawings)) {
                drawings.add(print);
            }
        });
        return drawings;
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
