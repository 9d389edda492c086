package org.touchstone.matcher.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PdqTest {
    private final BufferedImage picture = Drawings.page(1, 600, 450);
    private final Pdq hash = hash(picture);

    @ParameterizedTest
    @ValueSource(floats = {0.3f, 0.6f, 0.9f})
    void ofJpegIsNear(float quality) throws IOException {
        assertThat(Pdq.distance(hash(Drawings.jpeg(picture, quality)).bits(), hash.bits()))
                .isLessThanOrEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.4, 0.75, 1.3, 2})
    void ofResizedIsNear(double factor) {
        Pixels pixels = Pixels.of(picture, Color.WHITE, 2000);
        Pixels resized = pixels.resized((int) (600 * factor), (int) (450 * factor));
        assertThat(Pdq.distance(Pdq.of(resized).bits(), hash.bits())).isLessThanOrEqualTo(18);
    }

    @Test
    void ofOtherPicturesIsFar() {
        for (int other = 2; other < 20; other++) {
            assertThat(Pdq.distance(hash(Drawings.page(other, 600, 450)).bits(), hash.bits()))
                    .isGreaterThan(80);
        }
    }

    @Test
    void setsHalfOfTheBits() {
        assertThat(Pdq.distance(hash.bits(), new long[4])).isBetween(120, 136);
        assertThat(hash.quality()).isEqualTo(100);
        assertThat(hash.telling()).isTrue();
    }

    @Test
    void ofTransposedPictureIsTransposed() {
        BufferedImage turned = new BufferedImage(450, 600, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 450; y++) {
            for (int x = 0; x < 600; x++) {
                turned.setRGB(y, x, picture.getRGB(x, y));
            }
        }
        long[] expected = new long[4];
        for (int i = 0; i < 256; i++) {
            if ((hash.bits()[i >> 6] >>> (i & 63) & 1) != 0) {
                int j = (i & 15) * 16 + i / 16;
                expected[j >> 6] |= 1L << (j & 63);
            }
        }
        assertThat(Pdq.distance(hash(turned).bits(), expected)).isLessThanOrEqualTo(4);
    }

    @Test
    void ofPlainPictureSaysNothing() {
        Pixels grey = Pixels.blank(300, 200);
        assertThat(Pdq.of(grey).quality()).isZero();
        assertThat(Pdq.of(grey).telling()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1x1", "1x5000", "5000x1", "63x65", "2x2"})
    void ofAnySizeIsMade(String size) {
        String[] sides = size.split("x");
        assertThat(Pdq.of(Pixels.blank(Integer.parseInt(sides[0]), Integer.parseInt(sides[1])))
                        .bits())
                .hasSize(4);
    }

    private static Pdq hash(BufferedImage image) {
        return Pdq.of(Pixels.of(image, Color.WHITE, 1024));
    }
}
