package org.touchstone.matcher.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;

class FeaturePlaceTest {
    @Property
    void placesComeBackAboutAsTheyWere(
            @ForAll @FloatRange(min = -0.62f, max = 0.62f) float x,
            @ForAll @FloatRange(min = -0.62f, max = 0.62f) float y,
            @ForAll @FloatRange(min = 0.01f, max = 1.5f) float size,
            @ForAll @FloatRange(min = -7, max = 14) float angle) {
        int packed = FeaturePlace.pack(x, y, size, angle);
        assertThat(FeaturePlace.x(packed)).isCloseTo(x, within(0.003f));
        assertThat(FeaturePlace.y(packed)).isCloseTo(y, within(0.003f));
        assertThat(FeaturePlace.size(packed) / size).isCloseTo(1, within(0.012f));
        assertThat(Math.IEEEremainder(FeaturePlace.angle(packed) - angle, 2 * Math.PI))
                .isCloseTo(0, within(0.013));
    }
}
