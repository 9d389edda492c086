package org.touchstone.matcher.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class MarkFieldTest {
    @Test
    void leanTellsStripesFromADisc() {
        BufferedImage stripes = plain();
        Graphics2D g = Drawings.graphics(stripes);
        g.setColor(Color.BLACK);
        for (int i = 0; i < 4; i++) {
            g.fillRect(20, 60 + 50 * i, 260, 20);
        }
        g.dispose();
        BufferedImage disc = plain();
        g = Drawings.graphics(disc);
        g.setColor(Color.BLACK);
        g.fillOval(50, 50, 200, 200);
        g.dispose();
        assertThat(MarkField.of(MarkPicture.of(stripes), 24).lean()).isGreaterThan(0.75);
        assertThat(MarkField.of(MarkPicture.of(disc), 24).lean()).isLessThan(0.1);
    }

    @Test
    void correlationWithItselfIsOneAndWithAnotherIsLess() {
        MarkField field = MarkField.of(MarkPicture.of(Drawings.mark(3)), 24);
        assertThat(field.correlation(field)).isCloseTo(1, within(1e-6));
        assertThat(field.correlation(MarkField.of(MarkPicture.of(Drawings.mark(4)), 24)))
                .isLessThan(0.6);
        assertThat(field.correlation(MarkField.of(MarkPicture.of(Drawings.mark(3)), 12)))
                .isZero();
    }

    private static BufferedImage plain() {
        BufferedImage image = new BufferedImage(300, 300, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, 300, 300);
        g.dispose();
        return image;
    }
}
