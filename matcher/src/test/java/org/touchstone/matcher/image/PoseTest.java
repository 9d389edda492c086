package org.touchstone.matcher.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.touchstone.hit.Box;

class PoseTest {
    @Property(tries = 200)
    void afterIsFirstTheChangeThenThePose(
            @ForAll @DoubleRange(min = -0.4, max = 0.4) double u,
            @ForAll @DoubleRange(min = -0.4, max = 0.4) double v,
            @ForAll @DoubleRange(min = -0.2, max = 0.2) double tilt,
            @ForAll @DoubleRange(min = -0.3, max = 0.3) double shift) {
        Pose pose = Pose.similarity(100, 80, 50, 0.4).tilted(tilt, -tilt);
        Pose changed = pose.after(1.1, 0.2, shift, -0.1, 0.9, -shift);
        double x = 1.1 * u + 0.2 * v + shift;
        double y = -0.1 * u + 0.9 * v - shift;
        assertThat(changed.x(u, v)).isCloseTo(pose.x(x, y), within(1e-6));
        assertThat(changed.y(u, v)).isCloseTo(pose.y(x, y), within(1e-6));
    }

    @Test
    void similarityHasItsSizeAndAngle() {
        Pose pose = Pose.similarity(10, 20, 30, -0.7);
        assertThat(pose.size()).isCloseTo(30, within(1e-9));
        assertThat(pose.angle()).isCloseTo(-0.7, within(1e-9));
        assertThat(pose.plausible()).isTrue();
        assertThat(pose.scaled(2).x(0, 0)).isCloseTo(20, within(1e-9));
    }

    @Test
    void plausibleFailsForMirroredAndFlattened() {
        assertThat(Pose.affine(-10, 0, 50, 0, 10, 50).plausible()).isFalse();
        assertThat(Pose.affine(100, 0, 50, 0, 10, 50).plausible()).isFalse();
        assertThat(Pose.affine(0, 0, 50, 0, 0, 50).plausible()).isFalse();
        assertThat(Pose.affine(Double.NaN, 0, 50, 0, 10, 50).plausible()).isFalse();
        assertThat(Pose.similarity(50, 50, 10, 0).tilted(2, 0).plausible()).isFalse();
    }

    @Test
    void boxIsCutToThePicture() {
        assertThat(Pose.similarity(50, 50, 20, 0).box(1, 0.5, 200, 200)).isEqualTo(new Box(40, 45, 20, 10));
        assertThat(Pose.similarity(0, 0, 20, 0).box(1, 1, 200, 200)).isEqualTo(new Box(0, 0, 10, 10));
        assertThat(Pose.similarity(-90, 0, 20, 0).box(1, 1, 200, 200)).isNull();
    }
}
