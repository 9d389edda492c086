package org.touchstone.benchmarks.invented;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Draws marks that are nobody's: figures, names, Chinese characters, monograms, seals and badges in one to three inks. A
 * number always gives the same mark on the same machine; another machine has other fonts. Thread-safe.
 */
public final class MarkDrawer {
    /** Longer side of a mark, in pixels. */
    public static final int SIDE = 224;

    private static final int MARGIN = 8;

    /** Odd, so that neighbouring numbers begin far apart: the golden ratio in 64 bits. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final long seed;
    private final Letters letters = new Letters();

    /** @param seed other seeds give other marks */
    public MarkDrawer(long seed) {
        this.seed = seed;
    }

    /** The mark of a number, as PNG. */
    public byte[] png(int number) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            if (!ImageIO.write(draw(number), "png", out)) {
                throw new IOException("this Java runtime has no PNG writer");
            }
        }
        return bytes.toByteArray();
    }

    /** The mark of a number on its ground, {@link #SIDE} pixels long and at least a third as high. */
    public BufferedImage draw(int number) {
        Random random = new Random(seed ^ (number + 1) * SPREAD);
        Inks inks = Inks.of(random);
        Layout layout = Layout.of(random);
        BufferedImage image = new BufferedImage(SIDE, layout.height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            graphics.setColor(inks.ground());
            graphics.fillRect(0, 0, SIDE, layout.height);
            draw(layout, graphics, inks, random);
        } finally {
            graphics.dispose();
        }
        return image;
    }

    /** How the parts of a mark stand together, and how high it is then. */
    private enum Layout {
        FIGURE(SIDE),
        FIGURE_OVER_NAME(SIDE),
        FIGURE_BESIDE_NAME(SIDE * 2 / 5),
        NAME(SIDE / 3),
        CHINESE(SIDE / 2),
        SEAL(SIDE),
        MONOGRAM(SIDE),
        BADGE(SIDE);

        private static final Layout[] ALL = values();

        private final int height;

        Layout(int height) {
            this.height = height;
        }

        static Layout of(Random random) {
            return random.nextInt(4) == 0 ? FIGURE : ALL[random.nextInt(ALL.length)];
        }
    }

    private void draw(Layout layout, Graphics2D graphics, Inks inks, Random random) {
        int height = layout.height;
        switch (layout) {
            case FIGURE -> figure(graphics, inks, random, 0, 0, SIDE);
            case FIGURE_OVER_NAME -> {
                double share = 0.5 + 0.2 * random.nextDouble();
                figure(graphics, inks, random, SIDE * (1 - share) / 2, 0, SIDE * share);
                fill(graphics, inks.third(), name(random), 0, SIDE * share, SIDE, SIDE * (1 - share));
            }
            case FIGURE_BESIDE_NAME -> {
                boolean left = random.nextInt(4) > 0;
                figure(graphics, inks, random, left ? 0 : SIDE - height, 0, height);
                fill(graphics, inks.third(), name(random), left ? height : 0, 0, SIDE - height, height);
            }
            case NAME -> {
                fill(graphics, inks.main(), letters.word(random), 0, 0, SIDE, height * 0.85);
                ornament(graphics, inks.second(), height, random);
            }
            case CHINESE -> {
                fill(graphics, inks.main(), letters.chinese(random), 0, 0, SIDE, height * 0.85);
                ornament(graphics, inks.second(), height, random);
            }
            case SEAL -> inPlate(graphics, inks, random, letters.seal(random), 0.6);
            case MONOGRAM -> monogram(graphics, inks, random);
            case BADGE -> inPlate(graphics, inks, random, Emblems.any(random), 0.45 + 0.2 * random.nextDouble());
        }
    }

    private Shape name(Random random) {
        return random.nextInt(3) == 0 ? letters.chinese(random) : letters.word(random);
    }

    /** One figure, or a second one in another ink upon it. */
    private static void figure(Graphics2D graphics, Inks inks, Random random, double x, double y, double side) {
        fill(graphics, inks.main(), Emblems.any(random), x, y, side, side);
        if (random.nextBoolean()) {
            double size = side * (0.25 + 0.35 * random.nextDouble());
            double left = x + (side - size) * random.nextDouble();
            double top = y + (side - size) * random.nextDouble();
            Color ink = inks.second().equals(inks.main()) ? inks.ground() : inks.second();
            fill(graphics, ink, Emblems.any(random), left, top, size, size);
        }
    }

    private static void inPlate(Graphics2D graphics, Inks inks, Random random, Shape content, double share) {
        Area plate = Emblems.plate(random);
        boolean hollow = random.nextBoolean();
        fill(
                graphics,
                inks.main(),
                hollow ? Emblems.hollow(plate, 0.8 + 0.12 * random.nextDouble()) : plate,
                0,
                0,
                SIDE,
                SIDE);
        double size = SIDE * share;
        double at = (SIDE - size) / 2;
        fill(graphics, hollow ? inks.second() : inks.ground(), content, at, at, size, size);
    }

    /** Two or three capitals that overlap, in a frame or free. */
    private void monogram(Graphics2D graphics, Inks inks, Random random) {
        Color[] colours = {inks.main(), inks.second(), inks.third()};
        int count = 2 + random.nextInt(2);
        double size = SIDE * (0.45 + 0.25 * random.nextDouble());
        for (int i = 0; i < count; i++) {
            double x = (SIDE - size) * i / (count - 1.0);
            double y = (SIDE - size) * random.nextDouble();
            fill(graphics, colours[i], letters.capitals(1, random), x, y, size, size);
        }
        if (random.nextBoolean()) {
            fill(graphics, inks.second(), Emblems.hollow(Emblems.plate(random), 0.92), 0, 0, SIDE, SIDE);
        }
    }

    /** A line, a row of dots or a box with the name. */
    private static void ornament(Graphics2D graphics, Color ink, int height, Random random) {
        graphics.setColor(ink);
        float width = 2 + random.nextInt(5);
        double y = height - MARGIN / 2.0 - width / 2;
        switch (random.nextInt(5)) {
            case 0 -> graphics.fill(new Rectangle2D.Double(MARGIN, y, SIDE - 2 * MARGIN, width));
            case 1 -> {
                int dots = 3 + random.nextInt(12);
                for (int i = 0; i < dots; i++) {
                    double x = MARGIN + (SIDE - 2.0 * MARGIN) * i / dots;
                    graphics.fill(new Rectangle2D.Double(x, y, 2 * width, width));
                }
            }
            case 2 -> {
                graphics.setStroke(new BasicStroke(width));
                graphics.draw(new Rectangle2D.Double(3, 3, SIDE - 6, height - 6));
            }
            default -> {
                // the name alone
            }
        }
    }

    private static void fill(
            Graphics2D graphics, Color ink, Shape shape, double x, double y, double width, double height) {
        graphics.setColor(ink);
        graphics.fill(Letters.fitted(
                shape, new Rectangle2D.Double(x + MARGIN, y + MARGIN, width - 2 * MARGIN, height - 2 * MARGIN)));
    }
}
