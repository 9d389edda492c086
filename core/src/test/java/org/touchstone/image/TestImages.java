package org.touchstone.image;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Objects;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Draws and writes the images that the tests decode: a red top left quarter on blue, with a white disc. */
final class TestImages {
    static final int WIDTH = 64;
    static final int HEIGHT = 48;
    static final Color RED = new Color(220, 20, 30);
    static final Color BLUE = new Color(20, 40, 200);

    private TestImages() {}

    static BufferedImage scene(int type) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, type);
        Graphics2D g = image.createGraphics();
        if (!image.getColorModel().hasAlpha()) {
            g.setColor(BLUE);
            g.fillRect(0, 0, WIDTH, HEIGHT);
        }
        g.setColor(RED);
        g.fillRect(0, 0, WIDTH / 2, HEIGHT / 2);
        g.setColor(Color.WHITE);
        g.fillOval(40, 26, 18, 18);
        g.dispose();
        return image;
    }

    static byte[] write(BufferedImage image, String format, boolean progressive) {
        Iterator<ImageWriter> writers =
                ImageIO.getImageWriters(ImageTypeSpecifier.createFromRenderedImage(image), format);
        ImageWriter writer = writers.next();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            ImageWriteParam param = writer.getDefaultWriteParam();
            if (param.canWriteProgressive()) {
                param.setProgressiveMode(progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
            }
            writer.write(null, new IIOImage(image, null, null), param);
        } catch (IOException e) {
            throw new AssertionError(e);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    static byte[] jpeg() {
        return write(scene(BufferedImage.TYPE_3BYTE_BGR), "jpeg", false);
    }

    static byte[] png() {
        return write(scene(BufferedImage.TYPE_3BYTE_BGR), "png", false);
    }

    static byte[] gif() {
        return write(scene(BufferedImage.TYPE_BYTE_INDEXED), "gif", false);
    }

    static byte[] bmp() {
        return write(scene(BufferedImage.TYPE_3BYTE_BGR), "bmp", false);
    }

    static byte[] svg() {
        return svg(
                "<rect width='64' height='48' fill='rgb(20,40,200)'/><rect width='32' height='24' fill='rgb(220,20,30)'/>"
                        + "<circle cx='49' cy='35' r='9' fill='white'/>");
    }

    static byte[] svg(String content) {
        return ("<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' width='64' height='48'"
                        + " viewBox='0 0 64 48'>" + content + "</svg>")
                .getBytes(StandardCharsets.UTF_8);
    }

    static byte[] fixture(String name) {
        try (InputStream in = TestImages.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** One file of every format that is decoded. */
    static byte[][] ofEveryFormat() {
        return new byte[][] {
            jpeg(),
            png(),
            gif(),
            bmp(),
            svg(),
            fixture("lossy.webp"),
            fixture("lossless.webp"),
            fixture("animated.webp"),
            fixture("transparent.webp"),
            fixture("cmyk.jpg"),
            write(scene(BufferedImage.TYPE_3BYTE_BGR), "jpeg", true)
        };
    }

    /** A JPEG with an EXIF orientation, written as cameras write it. */
    static byte[] withOrientation(byte[] jpeg, int orientation) {
        ByteBuffer exif = ByteBuffer.allocate(36);
        exif.putShort((short) 0xffe1).putShort((short) 34);
        exif.put("Exif\0\0MM\0*".getBytes(StandardCharsets.US_ASCII)).putInt(8).putShort((short) 1);
        exif.putShort((short) 0x112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        exif.putInt(0);
        return join(Arrays.copyOf(jpeg, 2), exif.array(), Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    /** A PNG of a few bytes that states any size. */
    static byte[] pngOfSize(int width, int height) {
        byte[] header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        byte[] magic = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
        return join(magic, chunk("IHDR", header), chunk("IDAT", new byte[16]), chunk("IEND", new byte[0]));
    }

    private static byte[] chunk(String type, byte[] data) {
        byte[] body = join(type.getBytes(StandardCharsets.US_ASCII), data);
        CRC32 crc = new CRC32();
        crc.update(body);
        return join(
                ByteBuffer.allocate(4).putInt(data.length).array(),
                body,
                ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
