package org.touchstone.matcher.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.touchstone.indexer.VisualWords;

class VocabularyTest {
    private final Vocabulary vocabulary = Vocabulary.bundled();

    private static LocalFeatures features(long seed, int count, int noise) {
        Random random = new Random(seed);
        Random other = new Random(seed + 1);
        byte[] descriptors = new byte[count * LocalFeatures.LENGTH];
        for (int i = 0; i < descriptors.length; i++) {
            int value = (int) Math.abs(random.nextGaussian() * 30);
            descriptors[i] = (byte) Math.clamp(value + Math.round(noise * other.nextGaussian()), 0, 255);
        }
        return new LocalFeatures(
                new float[count], new float[count], new float[count], new float[count], new float[count], descriptors);
    }

    @Property(tries = 50)
    void reversedContrastSwapsTheHalves(@ForAll long seed) {
        LocalFeatures features = features(seed, 5, 0);
        VisualWords words = vocabulary.words(features);
        VisualWords reversed = vocabulary.words(features.reversed());
        for (int i = 0; i < features.count(); i++) {
            assertThat(reversed.words()[i]).isEqualTo((words.words()[i] & 0xff) << 8 | words.words()[i] >> 8);
            assertThat(reversed.signatures()[i]).isEqualTo(Long.rotateLeft(words.signatures()[i], 32));
        }
    }

    @Property(tries = 20)
    void whatLooksAlikeDiffersInFewBits(@ForAll long seed) {
        int n = 40;
        VisualWords clean = vocabulary.words(features(seed, n, 0));
        VisualWords noisy = vocabulary.words(features(seed, n, 3));
        VisualWords others = vocabulary.words(features(seed + 7, n, 0));
        int alike = 0;
        int unlike = 0;
        int pairs = 0;
        for (int i = 0; i < n; i++) {
            if (clean.words()[i] == noisy.words()[i]) {
                pairs++;
                alike += Long.bitCount(clean.signatures()[i] ^ noisy.signatures()[i]);
                unlike += Long.bitCount(clean.signatures()[i] ^ others.signatures()[i]);
            }
        }
        assertThat(pairs).isGreaterThan(n / 3);
        assertThat(alike).isLessThan(unlike / 2);
    }
}
