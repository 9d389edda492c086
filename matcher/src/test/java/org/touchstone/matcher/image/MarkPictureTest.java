package org.touchstone.matcher.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class MarkPictureTest {
    @Test
    void ofCutsThePlainGroundAway() {
        BufferedImage image = plain(300, 200, Color.ORANGE);
        Graphics2D g = image.createGraphics();
        g.setColor(Color.BLUE);
        g.fillRect(100, 50, 80, 40);
        g.dispose();
        MarkPicture mark = MarkPicture.of(image);
        assertThat(mark.width()).isEqualTo(1);
        assertThat(mark.height()).isCloseTo(0.5, within(0.03));
        assertThat(mark.ground()).containsExactly(255, 200, 0);
        assertThat(mark.content().blue()[0]).isEqualTo(255, within(2f));
    }

    @Test
    void ofIgnoresAStrayPixel() {
        BufferedImage image = plain(300, 200, Color.WHITE);
        Graphics2D g = image.createGraphics();
        g.setColor(Color.BLACK);
        g.fillRect(100, 50, 80, 80);
        g.dispose();
        image.setRGB(2, 2, 0);
        assertThat(MarkPicture.of(image).height()).isCloseTo(1, within(0.02));
    }

    @Test
    void ofLightDrawingOnNothingTakesADarkGround() {
        BufferedImage image = new BufferedImage(100, 100, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        g.setColor(Color.WHITE);
        g.fillOval(20, 20, 60, 60);
        g.dispose();
        assertThat(MarkPicture.of(image).ground()).containsExactly(0, 0, 0);
    }

    @Test
    void ofEmptyImageKeepsTheWhole() {
        assertThat(MarkPicture.of(plain(40, 20, Color.WHITE)).height()).isCloseTo(0.5, within(0.01));
        assertThat(MarkPicture.of(plain(1, 1, Color.RED)).width()).isEqualTo(1);
        assertThat(MarkPicture.of(plain(1, 4000, Color.RED)).height()).isEqualTo(1);
    }

    @Test
    void silhouetteIsBlackOnWhite() {
        MarkPicture mark = MarkPicture.of(Drawings.mark(2)).silhouette();
        float[] sorted = mark.content().red().clone();
        java.util.Arrays.sort(sorted);
        assertThat(sorted[0]).isZero();
        assertThat(sorted[sorted.length - 1]).isGreaterThan(250);
    }

    @Test
    void squareIsSpannedBy85Percent() {
        BufferedImage square = MarkPicture.of(Drawings.mark(3)).square();
        assertThat(square.getWidth()).isEqualTo(square.getHeight());
        assertThat(MarkPicture.LONGEST / (double) square.getWidth()).isCloseTo(0.85, within(0.01));
    }

    private static BufferedImage plain(int width, int height, Color colour) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setColor(colour);
        g.fillRect(0, 0, width, height);
        g.dispose();
        return image;
    }
}
