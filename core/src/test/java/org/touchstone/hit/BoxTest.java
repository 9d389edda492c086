package org.touchstone.hit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BoxTest {
    @Test
    void overlap() {
        assertThat(new Box(0, 0, 10, 10).overlap(new Box(0, 0, 10, 10))).isEqualTo(1);
        assertThat(new Box(0, 0, 10, 10).overlap(new Box(5, 0, 10, 10))).isCloseTo(1 / 3.0, within(1e-9));
        assertThat(new Box(0, 0, 10, 10).overlap(new Box(10, 0, 10, 10))).isZero();
    }

    @Test
    void overlapOfHugeBoxes() {
        Box huge = new Box(0, 0, Integer.MAX_VALUE, Integer.MAX_VALUE);
        assertThat(huge.overlap(huge)).isEqualTo(1);
    }
}
