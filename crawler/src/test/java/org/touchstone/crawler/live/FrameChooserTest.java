package org.touchstone.crawler.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FrameChooserTest {
    private final FrameChooser chooser = new FrameChooser(Duration.ofSeconds(5));

    private static Instant at(double seconds) {
        return StubPace.START.plusMillis(Math.round(seconds * 1000));
    }

    /** A ground of one grey with a square of another. */
    private static Thumbnail picture(int ground, int x, int side, int square) {
        byte[] cells = new byte[Thumbnail.CELLS];
        Arrays.fill(cells, (byte) ground);
        for (int dy = 0; dy < side; dy++) {
            Arrays.fill(cells, (10 + dy) * Thumbnail.SIDE + x, (10 + dy) * Thumbnail.SIDE + x + side, (byte) square);
        }
        return new Thumbnail(cells, 0);
    }

    @Test
    void differenceIsAShareOfCells() {
        assertThat(picture(120, 5, 4, 240).difference(picture(120, 5, 4, 240))).isZero();
        assertThat(picture(120, 5, 4, 240).difference(picture(120, 5, 4, 120))).isEqualTo(16 / 1024.0);
        assertThat(picture(120, 5, 4, 125).difference(picture(120, 5, 4, 120)))
                .as("noise")
                .isZero();
        assertThat(picture(150, 5, 4, 230).difference(picture(120, 5, 4, 200)))
                .as("light alone")
                .isZero();
        assertThat(picture(0, 0, 1, 0).difference(picture(255, 0, 1, 255)))
                .as("fade to black")
                .isEqualTo(1);
    }

    @Test
    void pictureThatComesBackIsKnownAgain() {
        assertThat(chooser.see(at(0), picture(120, 0, 1, 120))).isZero();
        assertThat(chooser.see(at(1), picture(120, 5, 4, 240))).isEqualTo(1);
        assertThat(chooser.see(at(2), picture(120, 0, 1, 120))).isZero();
        assertThat(chooser.see(at(3), picture(120, 5, 4, 240))).isEqualTo(1);
        assertThat(chooser.count()).isEqualTo(2);
    }

    @Test
    void restlessPictureIsKeptOnceInAWhileAndScenesAtOnce() {
        Random random = new Random(7);
        int number = 0;
        for (int i = 0; i < 240; i++) {
            number = Math.max(
                    number, chooser.see(at(i * 0.5), picture(120, random.nextInt(24), 8, random.nextInt(256))));
        }
        assertThat(chooser.count()).isBetween(20, 33); // eight at once, then one in five seconds for two minutes
        int before = chooser.count();
        byte[] scene = new byte[Thumbnail.CELLS];
        random.nextBytes(scene);
        assertThat(chooser.see(at(122), new Thumbnail(scene, 0))).isEqualTo(before);
    }
}
