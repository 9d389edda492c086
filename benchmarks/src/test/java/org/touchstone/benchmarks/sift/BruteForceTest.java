package org.touchstone.benchmarks.sift;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.touchstone.benchmarks.invented.MarkDrawer;

class BruteForceTest {
    private static final MarkDrawer DRAWER = new MarkDrawer(7);

    @Test
    void nothingIsFoundInAnEmptyPhotoOrWithoutMarks() {
        BufferedImage plain = new BufferedImage(300, 200, BufferedImage.TYPE_3BYTE_BGR);
        try (BruteForce force = new BruteForce()) {
            assertThat(force.match(DRAWER.draw(0))).isEmpty();
            force.add("plain", plain);
            assertThat(force.size()).isZero();
            force.add("D0", DRAWER.draw(0));
            assertThat(force.match(plain)).isEmpty();
        }
    }

    @Test
    void aTurnedMarkIsFoundWithItsPlace() {
        try (BruteForce force = new BruteForce()) {
            for (int i = 0; i < 30; i++) {
                force.add("D" + i, DRAWER.draw(i));
            }
            int found = 0;
            for (int i = 0; i < 30; i++) {
                BufferedImage mark = DRAWER.draw(i);
                AffineTransform place = AffineTransform.getTranslateInstance(320, 240);
                place.rotate(0.2);
                place.translate(-mark.getWidth() / 2.0, -mark.getHeight() / 2.0);
                Rectangle2D truth = place.createTransformedShape(
                                new Rectangle2D.Double(0, 0, mark.getWidth(), mark.getHeight()))
                        .getBounds2D();
                var matches = force.match(photo(mark, place));
                if (!matches.isEmpty() && matches.get(0).mark().equals("D" + i)) {
                    Rectangle2D box = matches.get(0).box();
                    assertThat(box.getCenterX()).isBetween(truth.getCenterX() - 40, truth.getCenterX() + 40);
                    assertThat(box.getCenterY()).isBetween(truth.getCenterY() - 40, truth.getCenterY() + 40);
                    found++;
                }
            }
            assertThat(found).as("of 30, some of which have hardly any corners").isGreaterThan(20);
        }
    }

    @Test
    void whatNoPhotoShowsIsNoTransform() {
        assertThat(Transform.isPlausible(new AffineTransform(1, 0, 0, 1, 5, 5))).isTrue();
        assertThat(Transform.isPlausible(new AffineTransform(-1, 0, 0, 1, 0, 0)))
                .as("mirrored")
                .isFalse();
        assertThat(Transform.isPlausible(new AffineTransform(7, 0, 0, 7, 0, 0)))
                .as("large")
                .isFalse();
        assertThat(Transform.isPlausible(new AffineTransform(0.05, 0, 0, 0.05, 0, 0)))
                .as("small")
                .isFalse();
        assertThat(Transform.isPlausible(new AffineTransform(4, 0, 0, 1, 0, 0)))
                .as("stretched")
                .isFalse();
    }

    private static BufferedImage photo(BufferedImage mark, AffineTransform place) {
        BufferedImage photo = new BufferedImage(640, 480, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = photo.createGraphics();
        graphics.setColor(Color.LIGHT_GRAY);
        graphics.fillRect(0, 0, 640, 480);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(mark, place, null);
        graphics.dispose();
        return photo;
    }
}
