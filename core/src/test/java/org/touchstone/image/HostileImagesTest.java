package org.touchstone.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The kinds of files that shops and sellers surprise one with: decoded right or rejected by name. */
class HostileImagesTest {
    private final ImageDecoder decoder = new ImageDecoder();

    @ParameterizedTest
    @ValueSource(ints = {0, 30, 128, 200, 255})
    void greyKeepsItsLevelAtEightAndSixteenBits(int level) throws Exception {
        for (int type : new int[] {BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_USHORT_GRAY}) {
            BufferedImage grey = new BufferedImage(9, 7, type);
            int sample = type == BufferedImage.TYPE_BYTE_GRAY ? level : level * 257;
            for (int i = 0; i < 63; i++) {
                grey.getRaster().setSample(i % 9, i / 9, 0, sample);
            }
            Color found = new Color(
                    decoder.decode(TestImages.write(grey, "png", false)).image().getRGB(4, 3));
            assertThat(found).isEqualTo(new Color(level, level, level));
        }
    }

    @Test
    void colourOfSixteenBitsIsReadAtEight() throws Exception {
        ComponentColorModel deep = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_sRGB),
                true,
                false,
                Transparency.TRANSLUCENT,
                DataBuffer.TYPE_USHORT);
        WritableRaster raster = deep.createCompatibleWritableRaster(5, 5);
        for (int i = 0; i < 25; i++) {
            raster.setPixel(i % 5, i / 5, new int[] {220 * 257, 20 * 257, 30 * 257, i < 15 ? 65535 : 0});
        }
        byte[] png = TestImages.write(new BufferedImage(deep, raster, false, null), "png", false);
        assertThat(png[24]).isEqualTo((byte) 16);
        BufferedImage image = decoder.decode(png).image();
        assertThat(new Color(image.getRGB(2, 1))).isEqualTo(TestImages.RED);
        assertThat(new Color(image.getRGB(2, 4))).isEqualTo(Color.WHITE);
    }

    @Test
    void paletteOfOneBitAndWithTransparencyIsRead() throws Exception {
        byte[] red = {(byte) 220, 0};
        byte[] green = {20, 0};
        byte[] blue = {30, 0};
        for (int clear : new int[] {-1, 1}) {
            IndexColorModel palette = new IndexColorModel(1, 2, red, green, blue, clear);
            BufferedImage drawn = new BufferedImage(17, 5, BufferedImage.TYPE_BYTE_BINARY, palette);
            drawn.getRaster().setSample(16, 4, 0, 1);
            for (String format : new String[] {"png", "gif"}) {
                BufferedImage image =
                        decoder.decode(TestImages.write(drawn, format, false)).image();
                assertThat(new Color(image.getRGB(3, 2))).as(format).isEqualTo(TestImages.RED);
                assertThat(new Color(image.getRGB(16, 4))).as(format).isEqualTo(clear < 0 ? Color.BLACK : Color.WHITE);
            }
        }
    }

    @Test
    void cmykAsYcckIsReadInItsColours() throws Exception {
        BufferedImage image = decoder.decode(ycck(TestImages.RED)).image();
        Color found = new Color(image.getRGB(8, 8));
        assertThat(found.getRed()).isGreaterThan(150);
        assertThat(found.getGreen()).isLessThan(110);
        assertThat(found.getBlue()).isLessThan(110);
    }

    @Test
    void animatedGifGivesItsFirstFrame() throws Exception {
        BufferedImage image = decoder.decode(animatedGif()).image();
        assertThat(new Color(image.getRGB(8, 8)).getRed()).isGreaterThan(150);
        assertThat(image.getWidth()).isEqualTo(64);
    }

    @Test
    void everyBeginningOfAFileIsReadOrRejectedByName() {
        byte[][] files = {
            TestImages.jpeg(),
            TestImages.png(),
            TestImages.gif(),
            TestImages.bmp(),
            TestImages.fixture("lossy.webp"),
            TestImages.fixture("animated.webp"),
            TestImages.fixture("cmyk.jpg")
        };
        for (byte[] file : files) {
            int step = Math.max(1, file.length / 400);
            for (int length = 0; length < file.length; length += length < 120 ? 1 : step) {
                try {
                    decoder.decode(Arrays.copyOf(file, length));
                } catch (ImageRejectedException e) {
                    assertThat(e.getMessage()).startsWith("expected").contains("found");
                }
            }
        }
    }

    @Test
    void claimOfThirtySixHundredMegapixelsIsNotBelieved() {
        assertThatThrownBy(() -> decoder.decode(TestImages.pngOfSize(60_000, 60_000)))
                .isInstanceOf(ImageRejectedException.class)
                .hasMessageContaining("found 60000 x 60000");
    }

    @Test
    void namesThatLieDoNotMatter(@TempDir Path folder) throws Exception {
        Path png = Files.write(folder.resolve("photo.jpg"), TestImages.png());
        assertThat(decoder.decode(png).format()).isEqualTo(ImageFormat.PNG);
        Path text = Files.writeString(folder.resolve("photo.png"), "sold out");
        assertThatThrownBy(() -> decoder.decode(text)).isInstanceOf(ImageRejectedException.class);
        Path empty = Files.createFile(folder.resolve("empty.jpg"));
        assertThatThrownBy(() -> decoder.decode(empty)).hasMessageContaining("found an empty file");
    }

    @Test
    void framesOutsideTheirCanvasAreBounded() {
        byte[] gif = TestImages.gif();
        int frame = new String(gif, StandardCharsets.ISO_8859_1).indexOf(',', 13 + 3 * 256);
        for (int i = 1; i <= 8; i++) {
            gif[frame + i] = (byte) 0xff; // 65,535 x 65,535 pixels at 65,535, 65,535
        }
        assertThatThrownBy(() -> decoder.decode(gif)).isInstanceOf(ImageRejectedException.class);
    }

    /** A JPEG of four channels as Adobe's programs write it: inverted, three of them as luminance and chrominance. */
    private static byte[] ycck(Color colour) throws IOException {
        double r = 255 - colour.getRed();
        double g = 255 - colour.getGreen();
        double b = 255 - colour.getBlue();
        double y = 0.299 * r + 0.587 * g + 0.114 * b;
        int[] pixel = {
            (int) Math.round(y), (int) Math.round(128 + (b - y) / 1.772), (int) Math.round(128 + (r - y) / 1.402), 255
        };
        WritableRaster raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 16, 16, 4, null);
        for (int i = 0; i < 256; i++) {
            raster.setPixel(i % 16, i / 16, pixel);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageWriter writer = null;
        for (var writers = ImageIO.getImageWritersByFormatName("jpeg"); writers.hasNext(); ) {
            ImageWriter one = writers.next();
            if (one.getClass().getName().startsWith("com.sun.")) {
                writer = one;
            }
        }
        assertThat(writer).isNotNull();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(raster, null, null), null);
        }
        writer.dispose();
        byte[] adobe = {(byte) 0xff, (byte) 0xee, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 2};
        byte[] jpeg = out.toByteArray();
        return TestImages.join(Arrays.copyOf(jpeg, 2), adobe, Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    private static byte[] animatedGif() throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.prepareWriteSequence(null);
            BufferedImage second = new BufferedImage(64, 48, BufferedImage.TYPE_BYTE_INDEXED);
            for (BufferedImage frame :
                    new BufferedImage[] {TestImages.scene(BufferedImage.TYPE_BYTE_INDEXED), second, second}) {
                writer.writeToSequence(
                        new IIOImage(
                                frame,
                                null,
                                writer.getDefaultImageMetadata(
                                        ImageTypeSpecifier.createFromRenderedImage(frame), null)),
                        null);
            }
            writer.endWriteSequence();
        }
        writer.dispose();
        return out.toByteArray();
    }
}
