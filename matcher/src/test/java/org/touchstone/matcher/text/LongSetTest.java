package org.touchstone.matcher.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LongSetTest {
    @Test
    void addTellsWhetherANumberIsNew() {
        LongSet set = new LongSet();
        assertThat(set.add(7)).isTrue();
        assertThat(set.add(7)).isFalse();
        assertThat(set.add(7L << 32)).isTrue();
        assertThat(set.add(Long.MAX_VALUE)).isTrue();
        assertThat(set.add(Long.MAX_VALUE)).isFalse();
    }

    @Test
    void growingForgetsNothing() {
        LongSet set = new LongSet();
        Set<Long> expected = new HashSet<>();
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 20_000; i++) {
            long number = 1 + random.nextLong(5_000) * (1L << random.nextInt(40));
            assertThat(set.add(number)).isEqualTo(expected.add(number));
        }
        expected.forEach(number -> assertThat(set.add(number)).isFalse());
    }
}
