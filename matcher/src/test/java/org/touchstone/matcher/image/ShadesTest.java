package org.touchstone.matcher.image;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShadesTest {
    @Test
    void thresholdPartsTwoShades() {
        float[] tone = {20, 25, 30, 180, 190, 200};
        boolean[] inside = {true, true, true, true, true, true};
        assertThat(Shades.threshold(tone, inside)).isBetween(29.0, 180.0);
    }

    @Test
    void thresholdOfOneShadeIsNone() {
        assertThat(Shades.threshold(new float[] {90, 95, 100}, new boolean[] {true, true, true}))
                .isNaN();
        assertThat(Shades.threshold(new float[] {0, 255}, new boolean[] {false, false}))
                .isNaN();
    }

    @Test
    void bodyHoldsWhatTheInkEncloses() {
        int side = 20;
        float[] ring = new float[side * side];
        for (int i = 0; i < ring.length; i++) {
            int row = i / side;
            double r = Math.hypot(i % side - 9.5, row - 9.5);
            ring[i] = r > 5 && r < 9 ? 1 : 0;
        }
        boolean[] body = Shades.body(ring, side, side);
        assertThat(body[10 * side + 10]).isTrue();
        assertThat(body[0]).isFalse();
        assertThat(body[10 * side + 1]).isFalse();
    }

    @Test
    void bodyOfNothingIsEmpty() {
        assertThat(Shades.body(new float[12], 4, 3)).containsOnly(false);
        assertThat(Shades.body(new float[0], 0, 0)).isEmpty();
    }
}
