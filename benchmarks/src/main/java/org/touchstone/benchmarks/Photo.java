package org.touchstone.benchmarks;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.touchstone.image.ImageDecoder;
import org.touchstone.listing.Listing;
import org.touchstone.record.Located;

/**
 * A photo as it comes from a shop, held in memory.
 *
 * @param jpeg the file's content
 * @param marks of which it shows a sign, by their ids
 */
record Photo(String listing, byte[] jpeg, Set<String> marks) {
    private static final float QUALITY = 0.9f;

    /** Photos of a bench, those of so many listings spread evenly, their longer sides made so many pixels long. */
    static List<Photo> of(ImageBench bench, int most, int longer) throws IOException {
        ImageDecoder decoder = new ImageDecoder();
        List<Photo> photos = new ArrayList<>();
        for (Located<Listing> listing : bench.sample(most).listings()) {
            String id = listing.value().id();
            Set<String> marks =
                    bench.signs(id).stream().map(ImageBench.Sign::mark).collect(Collectors.toSet());
            for (String image : listing.value().images()) {
                BufferedImage decoded =
                        decoder.decode(listing.folder().resolve(image)).image();
                photos.add(new Photo(id, jpeg(scaled(decoded, longer)), marks));
            }
        }
        return photos;
    }

    private static BufferedImage scaled(BufferedImage image, int longer) {
        double scale = longer / (double) Math.max(image.getWidth(), image.getHeight());
        if (scale == 1) {
            return image;
        }
        int width = (int) Math.max(1, Math.round(image.getWidth() * scale));
        int height = (int) Math.max(1, Math.round(image.getHeight() * scale));
        BufferedImage out = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = out.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        Image smooth = scale < 1 ? image.getScaledInstance(width, height, Image.SCALE_AREA_AVERAGING) : image;
        graphics.drawImage(smooth, 0, 0, width, height, Color.WHITE, null);
        graphics.dispose();
        return out;
    }

    /** An image without transparency as a JPEG file of high quality. */
    static byte[] jpeg(BufferedImage image) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam how = writer.getDefaultWriteParam();
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionQuality(QUALITY);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
