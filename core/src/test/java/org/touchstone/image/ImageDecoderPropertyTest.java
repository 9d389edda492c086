package org.touchstone.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever the bytes: an image or a rejection, and nothing else. */
class ImageDecoderPropertyTest {
    private static final byte[][] SEEDS = TestImages.ofEveryFormat();

    private final ImageDecoder decoder = new ImageDecoder(ImageLimits.DEFAULT.withPixels(1_000_000));

    @Property(tries = 300)
    void decodeRandomBytes(@ForAll byte[] content) {
        attempt(content);
    }

    @Property(tries = 1500)
    void decodeMutatedFiles(@ForAll @IntRange(max = 1 << 30) int seed) {
        Random random = new Random(seed);
        byte[] content = SEEDS[random.nextInt(SEEDS.length)].clone();
        int edits = 1 + random.nextInt(8);
        for (int i = 0; i < edits; i++) {
            // Most formats keep what matters near their start.
            int within = random.nextBoolean() ? Math.min(64, content.length) : content.length;
            content[random.nextInt(within)] = (byte) random.nextInt(256);
        }
        attempt(random.nextInt(4) == 0 ? Arrays.copyOf(content, random.nextInt(content.length + 1)) : content);
    }

    private void attempt(byte[] content) {
        try {
            DecodedImage decoded = decoder.decode(content);
            assertThat((long) decoded.image().getWidth() * decoded.image().getHeight())
                    .isPositive();
        } catch (ImageRejectedException e) {
            assertThat(e.getMessage()).isNotBlank().doesNotContain("\n");
        }
    }
}
