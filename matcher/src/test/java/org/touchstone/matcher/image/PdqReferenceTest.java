package org.touchstone.matcher.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * {@link Pdq} against the algorithm's definition, computed here in another way: windows summed pixel by pixel, the
 * transform by its plain formula in doubles, the median by counting. The pictures behind the hashes that are published
 * with the reference implementation are not at hand; what those hashes tell without them, how the eight positions of one
 * picture hang together, is checked.
 */
class PdqReferenceTest {
    @ParameterizedTest
    @CsvSource({"1,640,480", "2,333,517", "3,1000,1000", "4,128,128", "5,64,64", "6,70,900", "7,257,129"})
    void agreesWithTheDefinition(int number, int width, int height) {
        BufferedImage picture = Drawings.page(number, width, height);
        Pdq hash = Pdq.of(Pixels.of(picture, Color.WHITE, 1024));
        double[][] tile = tile(picture);
        assertThat(hash.quality()).isGreaterThanOrEqualTo(80).isEqualTo(quality(tile));
        assertThat(Pdq.distance(hash.bits(), bits(tile))).isLessThanOrEqualTo(2);
    }

    /**
     * The hashes of eight JPEG files of one photo, turned and mirrored, as the reference implementation's documentation
     * lists them (facebook/ThreatExchange, pdq/java/README.md); highest frequencies first. A hash holds but the signs of
     * the frequencies, so that up to a tenth of the bits, those near the median, may differ.
     */
    @ParameterizedTest
    @CsvSource({
        "5,b0a10efd71cc3f429413d48d0ffffe12e34e0e17ada952a9d29684210aa9e5af",
        "3,adad5a64b5a142e55362a09057dacd5ae63b847fc23794b766b319361fc93188",
        "6,a5f4a457a48995e8c9065c275aaa5498b61ba4bdf8fcf80387c32f8b0bfc4f05",
        "2,f8f80f31e0f417b00e37f5cd028f980fb36ed02a9662c1e233e6cc634e9c64dd",
        "1,8dad2599b1a1bd1853625f6553da32a1e63b7280c2374b4866b366c91bc9ce77",
        "4,f0a1f102f1dcc0bd9c5309720fff018de34ef1e8ada9a956d2967ade0ea91a50",
        "7,a5f05ba8a4896a17c106a3da5aaaab07b61b5b42f8fc07fc83c3d0740bfcb0fa"
    })
    void positionsAreThoseOfThePublishedHashes(int way, String published) {
        long[] original = parse("f8f8f0cce0f4e84d0e370a22028f67f0b36e2ed596623e1d33e6339c4e9c9b22");
        float[] frequencies = new float[256];
        for (int i = 0; i < frequencies.length; i++) {
            boolean set = (original[i >> 6] >>> (i & 63) & 1) != 0;
            frequencies[i] = (set ? 1 : -1) * (1 + i / 256f);
        }
        long[] turned = Pdq.signs(Pdq.turned(frequencies, way));
        assertThat(Pdq.distance(turned, parse(published))).isLessThanOrEqualTo(26);
    }

    @ParameterizedTest
    @CsvSource({"11,512,384", "12,384,512", "13,448,448"})
    void positionsAreThoseOfTheTurnedPicture(int number, int width, int height) {
        BufferedImage picture = Drawings.page(number, width, height);
        List<Pdq> hashes = Pdq.dihedral(Pixels.of(picture, Color.WHITE, 1024));
        for (int way = 0; way < 8; way++) {
            Pdq turned = Pdq.of(Pixels.of(turned(picture, way), Color.WHITE, 1024));
            assertThat(Pdq.distance(turned.bits(), hashes.get(way).bits()))
                    .as("position %d", way)
                    .isLessThanOrEqualTo(24);
        }
    }

    private static BufferedImage turned(BufferedImage picture, int way) {
        int w = picture.getWidth();
        int h = picture.getHeight();
        boolean swap = (way & 4) != 0;
        BufferedImage out = new BufferedImage(swap ? h : w, swap ? w : h, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                int tx = (way & 1) != 0 ? w - 1 - x : x;
                int ty = (way & 2) != 0 ? h - 1 - y : y;
                out.setRGB(swap ? ty : tx, swap ? tx : ty, picture.getRGB(x, y));
            }
        }
        return out;
    }

    private static long[] parse(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        long[] words = new long[4];
        for (int i = 0; i < 32; i++) {
            words[3 - i / 8] |= (bytes[i] & 0xffL) << (56 - i % 8 * 8);
        }
        return words;
    }

    private static double[][] tile(BufferedImage picture) {
        int w = picture.getWidth();
        int h = picture.getHeight();
        double[][] plane = new double[h][w];
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                Color c = new Color(picture.getRGB(x, y));
                plane[y][x] = 0.299 * c.getRed() + 0.587 * c.getGreen() + 0.114 * c.getBlue();
            }
        }
        for (int pass = 0; pass < 2; pass++) {
            plane = smoothed(plane, w, h, (w + 127) / 128, true);
            plane = smoothed(plane, w, h, (h + 127) / 128, false);
        }
        double[][] tile = new double[64][64];
        for (int i = 0; i < 64; i++) {
            for (int j = 0; j < 64; j++) {
                tile[i][j] = plane[(int) ((i + 0.5) * h / 64)][(int) ((j + 0.5) * w / 64)];
            }
        }
        return tile;
    }

    /** Mean over a window that reaches half its size, rounded down, to the right, and the rest to the left. */
    private static double[][] smoothed(double[][] plane, int w, int h, int window, boolean across) {
        double[][] out = new double[h][w];
        int ahead = window / 2;
        int behind = window - 1 - ahead;
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                double sum = 0;
                int n = 0;
                for (int k = -behind; k <= ahead; k++) {
                    int sx = across ? x + k : x;
                    int sy = across ? y : y + k;
                    if (sx >= 0 && sy >= 0 && sx < w && sy < h) {
                        sum += plane[sy][sx];
                        n++;
                    }
                }
                out[y][x] = sum / n;
            }
        }
        return out;
    }

    private static int quality(double[][] tile) {
        int sum = 0;
        for (int i = 0; i < 64; i++) {
            for (int j = 0; j < 64; j++) {
                sum += i < 63 ? (int) Math.abs((tile[i][j] - tile[i + 1][j]) * 100 / 255) : 0;
                sum += j < 63 ? (int) Math.abs((tile[i][j] - tile[i][j + 1]) * 100 / 255) : 0;
            }
        }
        return Math.min(100, sum / 90);
    }

    private static long[] bits(double[][] tile) {
        double[] frequencies = new double[256];
        for (int u = 1; u <= 16; u++) {
            for (int v = 1; v <= 16; v++) {
                double sum = 0;
                for (int i = 0; i < 64; i++) {
                    for (int j = 0; j < 64; j++) {
                        sum += tile[i][j]
                                * Math.cos(Math.PI * u * (2 * i + 1) / 128)
                                * Math.cos(Math.PI * v * (2 * j + 1) / 128);
                    }
                }
                frequencies[(u - 1) * 16 + v - 1] = sum;
            }
        }
        long[] bits = new long[4];
        for (int i = 0; i < 256; i++) {
            double own = frequencies[i];
            if (Arrays.stream(frequencies).filter(other -> other < own).count() >= 128) {
                bits[i >> 6] |= 1L << (i & 63);
            }
        }
        return bits;
    }
}
