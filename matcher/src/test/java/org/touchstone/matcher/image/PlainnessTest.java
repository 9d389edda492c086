package org.touchstone.matcher.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class PlainnessTest {
    @Test
    void ofDiscAndBoxIsHigh() {
        assertThat(plainness(new Ellipse2D.Double(40, 40, 220, 220))).isGreaterThan(0.9);
        assertThat(plainness(new Rectangle2D.Double(40, 90, 220, 120))).isGreaterThan(0.9);
    }

    @Test
    void ofDrawingIsLow() {
        for (int i = 0; i < 6; i++) {
            assertThat(plainness(MarkPicture.of(Drawings.mark(i)))).isLessThan(0.6);
        }
    }

    private static double plainness(Shape shape) {
        BufferedImage image = new BufferedImage(300, 300, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = Drawings.graphics(image);
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, 300, 300);
        g.setColor(Color.RED);
        g.fill(shape);
        g.dispose();
        return plainness(MarkPicture.of(image));
    }

    private static double plainness(MarkPicture mark) {
        return Plainness.of(MarkField.of(mark, 24), mark.width(), mark.height());
    }
}
