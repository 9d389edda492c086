package org.touchstone.cli.attack.image;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.random.RandomGenerator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** The whole picture taken badly or saved badly. Sizes stay. */
final class Camera {
    static final List<ImageOperator> ALL = List.of(
            ImageOperator.ofPicture("blur", ImageOperator.levels("%.0fpx", 2, 4, 6), Camera::blur),
            ImageOperator.ofPicture("noise", ImageOperator.levels("±%.0f", 25, 50, 90), Camera::noise),
            ImageOperator.ofPicture("gamma", ImageOperator.levels("%.1f", 1.5, 2.2, 3.5), Camera::gamma),
            ImageOperator.ofPicture("jpeg", ImageOperator.levels("q%.0f", 40, 15, 5), Camera::jpeg),
            ImageOperator.ofPicture("downsample", ImageOperator.levels("1/%.0f", 2, 4, 8), Camera::downsample));

    private Camera() {}

    /** Out of focus; the strength is the standard deviation. */
    private static BufferedImage blur(BufferedImage image, double sigma, RandomGenerator random) {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] pixels = Rasters.pixels(image);
        float[][] channels = new float[4][pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            float alpha = pixels[i] >>> 24;
            channels[0][i] = alpha;
            for (int c = 1; c < 4; c++) {
                channels[c][i] = alpha * (pixels[i] >> 24 - 8 * c & 255);
            }
        }
        for (int c = 0; c < 4; c++) {
            channels[c] = Rasters.blurred(channels[c], width, height, sigma);
        }
        for (int i = 0; i < pixels.length; i++) {
            float alpha = Math.max(1e-3f, channels[0][i]);
            pixels[i] = Rasters.argb(
                    channels[0][i], channels[1][i] / alpha, channels[2][i] / alpha, channels[3][i] / alpha);
        }
        return Rasters.of(width, height, pixels);
    }

    /** Grain in each channel; the strength is the standard deviation of 255. */
    private static BufferedImage noise(BufferedImage image, double deviation, RandomGenerator random) {
        return Rasters.each(
                image,
                pixel -> Rasters.argb(
                        pixel >>> 24,
                        (pixel >> 16 & 255) + deviation * random.nextGaussian(),
                        (pixel >> 8 & 255) + deviation * random.nextGaussian(),
                        (pixel & 255) + deviation * random.nextGaussian()));
    }

    /** Too dark or too light by a gamma. */
    private static BufferedImage gamma(BufferedImage image, double gamma, RandomGenerator random) {
        double exponent = random.nextBoolean() ? gamma : 1 / gamma;
        double[] curve = new double[256];
        for (int i = 0; i < curve.length; i++) {
            curve[i] = 255 * Math.pow(i / 255.0, exponent);
        }
        return Rasters.each(
                image,
                pixel -> Rasters.argb(
                        pixel >>> 24, curve[pixel >> 16 & 255], curve[pixel >> 8 & 255], curve[pixel & 255]));
    }

    /** Saved as JPEG at a quality of 1 to 100; alpha is kept beside. */
    private static BufferedImage jpeg(BufferedImage image, double quality, RandomGenerator random) {
        BufferedImage plain = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = plain.createGraphics();
        pen.drawImage(image, 0, 0, null);
        pen.dispose();
        try {
            int[] saved = Rasters.pixels(decoded(encoded(plain, quality)));
            int[] pixels = Rasters.pixels(image);
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = pixels[i] & 0xff000000 | saved[i] & 0xffffff;
            }
            return Rasters.of(image.getWidth(), image.getHeight(), pixels);
        } catch (IOException e) {
            throw new UncheckedIOException("a picture in memory could not be saved as JPEG", e);
        }
    }

    private static byte[] encoded(BufferedImage image, double quality) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam settings = writer.getDefaultWriteParam();
            settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            settings.setCompressionQuality((float) (quality / 100));
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), settings);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static BufferedImage decoded(byte[] jpeg) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
        try (MemoryCacheImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(jpeg))) {
            reader.setInput(in);
            return reader.read(0);
        } finally {
            reader.dispose();
        }
    }

    /** Shrunk to a fraction and blown up again. */
    private static BufferedImage downsample(BufferedImage image, double divisor, RandomGenerator random) {
        BufferedImage small = Rasters.resized(image, image.getWidth() / divisor, image.getHeight() / divisor);
        return Rasters.resized(small, image.getWidth(), image.getHeight());
    }
}
