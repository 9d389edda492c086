package org.touchstone.benchmarks.invented;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MarkDrawerTest {
    private static final MarkDrawer DRAWER = new MarkDrawer(1);
    private static final int THUMBNAIL = 16;

    @Property(tries = 40)
    void aNumberIsAlwaysTheSameMark(@ForAll long seed, @ForAll @IntRange(max = 1_000_000) int number)
            throws IOException {
        assertThat(new MarkDrawer(seed).png(number)).isEqualTo(new MarkDrawer(seed).png(number));
    }

    @Property(tries = 100)
    void aMarkStandsOutFromItsGround(@ForAll @IntRange(max = 1_000_000) int number) throws IOException {
        BufferedImage mark = ImageIO.read(new ByteArrayInputStream(DRAWER.png(number)));
        assertThat(mark.getWidth()).isEqualTo(MarkDrawer.SIDE);
        assertThat(mark.getHeight()).isBetween(MarkDrawer.SIDE / 3, MarkDrawer.SIDE);
        int ground = mark.getRGB(0, 0);
        long inked = 0;
        for (int rgb : mark.getRGB(0, 0, mark.getWidth(), mark.getHeight(), null, 0, mark.getWidth())) {
            inked += rgb == ground ? 0 : 1;
        }
        assertThat(inked).isGreaterThan(mark.getWidth() * mark.getHeight() / 200);
    }

    @Test
    void otherNumbersAndSeedsAreOtherMarks() throws IOException {
        Set<ByteBuffer> seen = new HashSet<>();
        MarkDrawer other = new MarkDrawer(2);
        for (int i = 0; i < 250; i++) {
            seen.add(ByteBuffer.wrap(DRAWER.png(i)));
            seen.add(ByteBuffer.wrap(other.png(i)));
        }
        assertThat(seen).hasSize(500);
    }

    @Test
    void fewMarksLookAlike() {
        List<double[]> small = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            small.add(thumbnail(DRAWER.draw(i)));
        }
        int alike = 0;
        for (int i = 0; i < small.size(); i++) {
            for (int j = 0; j < i; j++) {
                alike += Math.abs(correlation(small.get(i), small.get(j))) > 0.95 ? 1 : 0;
            }
        }
        assertThat(alike).as("of 79,800 pairs").isLessThan(80);
    }

    @Test
    void aPhotoShowsItsMarkWhereItSays() {
        BufferedImage mark = DRAWER.draw(3);
        for (int i = 0; i < 20; i++) {
            PhotoDrawer.Drawn with = PhotoDrawer.draw(i, mark);
            Rectangle2D sign = with.sign();
            assertThat(sign).isNotNull();
            assertThat(new Rectangle2D.Double(
                            0, 0, with.image().getWidth(), with.image().getHeight()))
                    .satisfies(frame -> assertThat(frame.contains(sign)).isTrue());
            assertThat(with.treatment().split("/")).hasSize(3);
        }
        assertThat(PhotoDrawer.draw(0, null).sign()).isNull();
    }

    /** Brightness on a small square, its mean 0 and its length 1. */
    private static double[] thumbnail(BufferedImage mark) {
        BufferedImage image = new BufferedImage(THUMBNAIL, THUMBNAIL, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(mark, 0, 0, THUMBNAIL, THUMBNAIL, null);
        graphics.dispose();
        double[] values = image.getData().getPixels(0, 0, THUMBNAIL, THUMBNAIL, (double[]) null);
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        double length = 1e-9;
        for (int i = 0; i < values.length; i++) {
            values[i] -= mean;
            length += values[i] * values[i];
        }
        for (int i = 0; i < values.length; i++) {
            values[i] /= Math.sqrt(length);
        }
        return values;
    }

    private static double correlation(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
