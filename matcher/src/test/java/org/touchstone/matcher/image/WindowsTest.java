package org.touchstone.matcher.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.touchstone.matcher.image.Windows.Window;

class WindowsTest {
    @ParameterizedTest
    @CsvSource({"120,150,90", "400,420,70", "300,330,160", "260,200,220"})
    void ofFitsOneAroundAPlate(int x, int y, int side) {
        BufferedImage image = Drawings.scene(8, 512, 600);
        Graphics2D g = Drawings.graphics(image);
        Drawings.plate(g, x, y, side, Color.WHITE);
        Drawings.drawMark(g, 3, x, y, side * 0.8);
        g.dispose();
        List<Window> windows = Windows.of(Pixels.of(image, Color.WHITE, 1024), 110);
        assertThat(windows).hasSizeLessThanOrEqualTo(110).anySatisfy(window -> {
            assertThat(Math.hypot(window.x() - x, window.y() - y)).isLessThan(0.2 * side);
            assertThat(window.side()).isBetween(0.75 * side, 1.6 * side);
        });
    }

    @Test
    void ofPlainOrTinyPictureIsBounded() {
        assertThat(Windows.of(Pixels.blank(600, 500), 60)).hasSizeLessThanOrEqualTo(60);
        assertThat(Windows.of(Pixels.blank(24, 1000), 60)).hasSizeLessThanOrEqualTo(60);
        assertThat(Windows.of(Pixels.blank(1, 1), 60)).isNotNull();
    }
}
