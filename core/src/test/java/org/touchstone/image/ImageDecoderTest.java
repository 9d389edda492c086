package org.touchstone.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.touchstone.hit.Box;

class ImageDecoderTest {
    private final ImageDecoder decoder = new ImageDecoder();

    @Test
    void decodeEveryFormat() throws Exception {
        for (byte[] content : TestImages.ofEveryFormat()) {
            DecodedImage decoded = decoder.decode(content);
            assertThat(decoded.storedWidth()).isEqualTo(64);
            assertThat(decoded.storedHeight()).isEqualTo(48);
            BufferedImage image = decoded.image();
            assertThat(image.getType()).isEqualTo(BufferedImage.TYPE_3BYTE_BGR);
            double scale = image.getWidth() / 64.0;
            assertColour(image, 8 * scale, 8 * scale, TestImages.RED, decoded.format());
            assertColour(image, 49 * scale, 35 * scale, Color.WHITE, decoded.format());
        }
    }

    @ParameterizedTest
    @CsvSource({"jpeg, JPEG", "png, PNG", "gif, GIF", "bmp, BMP"})
    void decodeTellsFormatByContent(String written, ImageFormat format, @TempDir Path folder) throws Exception {
        int type = written.equals("gif") ? BufferedImage.TYPE_BYTE_INDEXED : BufferedImage.TYPE_3BYTE_BGR;
        Path lying = folder.resolve("photo.webp");
        Files.write(lying, TestImages.write(TestImages.scene(type), written, false));
        assertThat(decoder.decode(lying).format()).isEqualTo(format);
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                BufferedImage.TYPE_BYTE_GRAY,
                BufferedImage.TYPE_USHORT_GRAY,
                BufferedImage.TYPE_BYTE_BINARY,
                BufferedImage.TYPE_BYTE_INDEXED,
                BufferedImage.TYPE_INT_ARGB
            })
    void decodePngOfAnyKind(int type) throws Exception {
        byte[] png = TestImages.write(TestImages.scene(type), "png", true);
        BufferedImage image = decoder.decode(png).image();
        assertThat(image.getType()).isEqualTo(BufferedImage.TYPE_3BYTE_BGR);
        assertThat(new Color(image.getRGB(49, 35))).isEqualTo(Color.WHITE);
    }

    @Test
    void decodeSixteenBitGreyKeepsBrightness() throws Exception {
        BufferedImage grey = new BufferedImage(4, 4, BufferedImage.TYPE_USHORT_GRAY);
        for (int i = 0; i < 16; i++) {
            grey.getRaster().setSample(i % 4, i / 4, 0, 0x5a5a);
        }
        int rgb = decoder.decode(TestImages.write(grey, "png", false)).image().getRGB(2, 2) & 0xff;
        assertThat(rgb).isEqualTo(0x5a);
    }

    @Test
    void decodeTransparentOnWhiteOrKept() throws Exception {
        byte[] png = TestImages.write(TestImages.scene(BufferedImage.TYPE_INT_ARGB), "png", false);
        assertThat(new Color(decoder.decode(png).image().getRGB(60, 2))).isEqualTo(Color.WHITE);
        BufferedImage kept = decoder.decodeTransparent(png).image();
        assertThat(kept.getType()).isEqualTo(BufferedImage.TYPE_INT_ARGB);
        assertThat(kept.getRGB(60, 2) >>> 24).isZero();
        assertThat(kept.getRGB(2, 2)).isEqualTo(TestImages.RED.getRGB());
        BufferedImage webp = decoder.decodeTransparent(TestImages.fixture("transparent.webp"))
                .image();
        assertThat(webp.getRGB(60, 2) >>> 24).isZero();
        assertThat(decoder.decodeTransparent(TestImages.png()).image().getType())
                .isEqualTo(BufferedImage.TYPE_3BYTE_BGR);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void decodeTurnsByExifAndLeadsBack(int number) throws Exception {
        Orientation orientation = Orientation.ofExif(number);
        DecodedImage decoded = decoder.decode(TestImages.withOrientation(TestImages.jpeg(), number));
        assertThat(decoded.orientation()).isEqualTo(orientation);
        assertThat(decoded.storedWidth()).isEqualTo(64);
        assertThat(decoded.image().getWidth()).isEqualTo(orientation.swapsSides() ? 48 : 64);
        Box red = redBox(decoded.image());
        Box stored = decoded.toStored(red);
        assertThat(stored.overlap(new Box(0, 0, 32, 24))).isGreaterThan(0.9);
    }

    @Test
    void decodeClockwiseIsWhatPeopleSee() throws Exception {
        // Orientation 6: the stored top edge is the right edge of what people see.
        Box red = redBox(
                decoder.decode(TestImages.withOrientation(TestImages.jpeg(), 6)).image());
        assertThat(red.overlap(new Box(24, 0, 24, 32))).isGreaterThan(0.9);
        Box mirrored = redBox(
                decoder.decode(TestImages.withOrientation(TestImages.jpeg(), 2)).image());
        assertThat(mirrored.overlap(new Box(32, 0, 32, 24))).isGreaterThan(0.9);
        Box anticlockwise = redBox(
                decoder.decode(TestImages.withOrientation(TestImages.jpeg(), 8)).image());
        assertThat(anticlockwise.overlap(new Box(0, 32, 24, 32))).isGreaterThan(0.9);
    }

    @Test
    void decodeThinsOutLargeImages() throws Exception {
        ImageDecoder small = new ImageDecoder(ImageLimits.DEFAULT.withKeptPixels(1000));
        for (byte[] content : TestImages.ofEveryFormat()) {
            DecodedImage decoded = small.decode(content);
            if (decoded.format() != ImageFormat.SVG) {
                assertThat(decoded.image().getWidth() * decoded.image().getHeight())
                        .as(decoded.format().name())
                        .isLessThanOrEqualTo(1000);
            }
            assertThat(decoded.toStored(redBox(decoded.image())).overlap(new Box(0, 0, 32, 24)))
                    .as(decoded.format().name())
                    .isGreaterThan(0.85);
        }
    }

    @Test
    void decodeHundredMegapixelsRejected() {
        assertThatThrownBy(() -> decoder.decode(TestImages.pngOfSize(10_000, 10_000)))
                .isInstanceOf(ImageRejectedException.class)
                .hasMessage("expected a PNG of at most 50000000 pixels, found 100000000 (10000 x 10000)");
        assertThatThrownBy(() -> decoder.decode(TestImages.pngOfSize(40_000, 2)))
                .hasMessageContaining("sides of at most 30000 pixels, found 40000 x 2");
        assertThatThrownBy(() -> decoder.decode(TestImages.pngOfSize(-1, -1)))
                .isInstanceOf(ImageRejectedException.class);
    }

    @Test
    void decodeOversizedHeaderOfEveryRasterFormatRejected() {
        ImageDecoder strict = new ImageDecoder(ImageLimits.DEFAULT.withPixels(64 * 48 - 1));
        for (byte[] content : TestImages.ofEveryFormat()) {
            if (content[0] != '<') {
                assertThatThrownBy(() -> strict.decode(content))
                        .hasMessageContaining("at most 3071 pixels, found 3072");
            }
        }
    }

    @Test
    void decodeZeroSizeRejected() {
        assertThatThrownBy(() -> decoder.decode(TestImages.pngOfSize(0, 5)))
                .hasMessage("expected a PNG of at least 1 x 1 pixel, found 0 x 5");
    }

    @Test
    void decodeCutFileOfEveryFormatRejected() {
        for (byte[] content : TestImages.ofEveryFormat()) {
            for (double part : new double[] {0.2, 0.5, 0.8, 0.97}) {
                byte[] cut = Arrays.copyOf(content, (int) (content.length * part));
                assertThatThrownBy(() -> decoder.decode(cut))
                        .as("%s cut at %s", new String(content, 0, 4, StandardCharsets.ISO_8859_1), part)
                        .isInstanceOf(ImageRejectedException.class);
            }
        }
    }

    @Test
    void decodeJpegWithoutEndRejectedByName() {
        byte[] jpeg = TestImages.jpeg();
        assertThatThrownBy(() -> decoder.decode(Arrays.copyOf(jpeg, jpeg.length - 2)))
                .hasMessageStartingWith("expected a whole JPEG, found one cut short");
    }

    @Test
    void decodeJpegWithMissingScanRejectedThoughItsEndIsThere() {
        byte[] jpeg = TestImages.jpeg();
        byte[] gap = TestImages.join(Arrays.copyOf(jpeg, jpeg.length - 150), new byte[] {(byte) 0xff, (byte) 0xd9});
        assertThatThrownBy(() -> decoder.decode(gap)).hasMessageContaining("cut short");
    }

    @Test
    @Timeout(20)
    void decodeOfDecoderThatGoesOnPastTheEndStopped() {
        assertThatThrownBy(() -> decoder.decode(TestImages.fixture("endless.webp")))
                .isInstanceOf(ImageRejectedException.class)
                .hasMessageContaining("it goes on past its end");
    }

    @Test
    void decodeJpegWithTrailerPasses() throws Exception {
        assertThat(decoder.decode(TestImages.join(TestImages.jpeg(), new byte[1000]))
                        .format())
                .isEqualTo(ImageFormat.JPEG);
    }

    @Test
    void decodeOtherFilesNamesWhatTheyAre() {
        assertThatThrownBy(() -> decoder.decode(new byte[0])).hasMessageContaining("found an empty file");
        assertThatThrownBy(() -> decoder.decode(bytes("%PDF-1.7 …"))).hasMessageContaining("found a PDF");
        assertThatThrownBy(() -> decoder.decode(bytes("<!DOCTYPE html><html><svg></svg></html>")))
                .hasMessageContaining("found an HTML page");
        assertThatThrownBy(() -> decoder.decode(bytes("<?xml version='1.0'?><feed/>")))
                .hasMessageContaining("XML that is no SVG");
        assertThatThrownBy(() -> decoder.decode(bytes("hello, world")))
                .hasMessageContaining("begins with bytes 68 65 6c");
    }

    @Test
    void decodeMissingFileOrFolderRejected(@TempDir Path folder) {
        assertThatThrownBy(() -> decoder.decode(folder.resolve("none.png")))
                .isInstanceOf(ImageRejectedException.class)
                .hasMessageContaining("no such file");
        assertThatThrownBy(() -> decoder.decode(folder)).hasMessageContaining("found a folder or device");
    }

    @Test
    void decodeTooLargeFileRejected() {
        ImageLimits l = ImageLimits.DEFAULT;
        ImageLimits few = new ImageLimits(100, l.pixels(), l.side(), l.keptPixels(), 100, 10, 10, 64, l.svgTime());
        assertThatThrownBy(() -> new ImageDecoder(few).decode(TestImages.png()))
                .hasMessageContaining("at most 100 bytes, found");
        assertThatThrownBy(() -> new ImageDecoder(few).decode(TestImages.svg()))
                .hasMessageContaining("at most 100 bytes, found");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void assertColour(BufferedImage image, double x, double y, Color expected, ImageFormat format) {
        Color found = new Color(image.getRGB((int) x, (int) y));
        int off = Math.abs(found.getRed() - expected.getRed())
                + Math.abs(found.getGreen() - expected.getGreen())
                + Math.abs(found.getBlue() - expected.getBlue());
        assertThat(off)
                .as("%s at %.0f, %.0f: %s, expected %s", format, x, y, found, expected)
                .isLessThan(90);
    }

    /** Bounds of the red pixels. */
    private static Box redBox(BufferedImage image) {
        int left = Integer.MAX_VALUE;
        int top = Integer.MAX_VALUE;
        int right = 0;
        int bottom = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                Color c = new Color(image.getRGB(x, y));
                if (c.getRed() > 150 && c.getGreen() < 120 && c.getBlue() < 120) {
                    left = Math.min(left, x);
                    top = Math.min(top, y);
                    right = Math.max(right, x + 1);
                    bottom = Math.max(bottom, y + 1);
                }
            }
        }
        return new Box(left, top, right - left, bottom - top);
    }
}
