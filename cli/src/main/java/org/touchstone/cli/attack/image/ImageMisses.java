package org.touchstone.cli.attack.image;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.touchstone.record.AtomicFile;
import org.touchstone.record.Json;

/**
 * The variants that were not found, as a listings file with its pictures in a folder of the same name beside it, so that
 * they can be looked at and scanned again.
 */
public final class ImageMisses {
    private ImageMisses() {}

    /**
     * Writes pictures, then the file, each whole or not at all. The pictures are made again from the seed.
     *
     * @param target a path that ends with {@code .jsonl}
     * @return how many there are
     */
    public static long write(ImageMatrix matrix, long seed, Path target) throws IOException {
        String name = String.valueOf(target.getFileName());
        String folder = name.substring(0, name.lastIndexOf('.'));
        ImageTarget of = null;
        Optional<BufferedImage> mark = Optional.empty();
        try (AtomicFile file = AtomicFile.create(target)) {
            long number = 0;
            for (ImageVariant variant : matrix.missed()) {
                if (variant.target() != of) {
                    of = variant.target();
                    mark = ImageCampaign.read(of);
                }
                if (mark.isEmpty()) {
                    continue;
                }
                String image = String.format(
                        Locale.ROOT,
                        "%s/%04d-%s-%d.png",
                        folder,
                        ++number,
                        variant.operator().key(),
                        variant.operator().levels().indexOf(variant.level()) + 1);
                Photo photo = Photo.of(mark.get(), of.image(), variant.operator(), variant.level(), seed);
                AtomicFile.write(target.resolveSibling(image), png(photo.picture()));
                file.stream().write((Json.line(line(variant, number, image)) + "\n").getBytes(StandardCharsets.UTF_8));
            }
            file.commit();
            return number;
        }
    }

    private static ObjectNode line(ImageVariant variant, long number, String image) {
        ObjectNode node = Json.object();
        node.put("id", "attack:" + number);
        node.putArray("images").add(image);
        node.put("mark", variant.target().id());
        node.put("markImage", variant.target().image());
        node.put("operator", variant.operator().key());
        node.put("level", variant.level().label());
        node.put("weak", variant.operator().weak());
        return node;
    }

    static byte[] png(BufferedImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }
}
