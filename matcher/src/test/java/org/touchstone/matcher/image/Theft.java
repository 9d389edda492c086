package org.touchstone.matcher.image;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;

/** What sellers do to photos that they take from others. */
enum Theft {
    JPEG_30,
    JPEG_95,
    QUARTER_SIZE,
    DOUBLE_SIZE,
    BORDER,
    CROP_10,
    CAPTION,
    MIRROR,
    CROP_40,
    CROP_40_MIRROR,
    QUARTER_TURN,
    WITHIN_ANOTHER,
    BORDER_CAPTION_JPEG;

    BufferedImage of(BufferedImage photo, long seed) {
        Random random = new Random(seed * 31 + ordinal());
        int w = photo.getWidth();
        int h = photo.getHeight();
        return switch (this) {
            case JPEG_30 -> jpeg(photo, 0.3f);
            case JPEG_95 -> jpeg(photo, 0.95f);
            case QUARTER_SIZE -> jpeg(scaled(photo, 0.25), 0.8f);
            case DOUBLE_SIZE -> jpeg(scaled(photo, 2), 0.8f);
            case BORDER -> jpeg(framed(photo, random), 0.8f);
            case CROP_10 -> jpeg(cropped(photo, 0.1, random), 0.8f);
            case CROP_40 -> jpeg(cropped(photo, 0.4, random), 0.8f);
            case CROP_40_MIRROR -> jpeg(mirrored(cropped(photo, 0.4, random)), 0.8f);
            case CAPTION -> jpeg(captioned(photo, random), 0.8f);
            case MIRROR -> jpeg(mirrored(photo), 0.8f);
            case QUARTER_TURN -> {
                BufferedImage turned = blank(h, w);
                Graphics2D g = graphics(turned);
                g.rotate(Math.PI / 2);
                g.drawImage(photo, 0, -h, null);
                g.dispose();
                yield jpeg(turned, 0.8f);
            }
            case WITHIN_ANOTHER -> {
                BufferedImage scene = Drawings.scene(ordinal() + (int) seed, w, h);
                Graphics2D g = graphics(scene);
                g.drawImage(scaled(photo, 0.6), w / 8, h / 5, null);
                g.dispose();
                yield jpeg(scene, 0.8f);
            }
            case BORDER_CAPTION_JPEG -> jpeg(framed(captioned(scaled(photo, 0.7), random), random), 0.5f);
        };
    }

    private static BufferedImage blank(int w, int h) {
        return new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
    }

    private static Graphics2D graphics(BufferedImage image) {
        Graphics2D g = Drawings.graphics(image);
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        return g;
    }

    static BufferedImage scaled(BufferedImage photo, double factor) {
        Pixels pixels = Pixels.of(photo, Color.WHITE, 10_000);
        return pixels.resized(Math.max(1, (int) Math.round(photo.getWidth() * factor)), Math.max(1, (int)
                        Math.round(photo.getHeight() * factor)))
                .toImage();
    }

    /** A frame of 4 to 15 % of the width in one colour. */
    private static BufferedImage framed(BufferedImage photo, Random random) {
        int border = (int) (photo.getWidth() * (0.04 + 0.11 * random.nextDouble()));
        BufferedImage framed = blank(photo.getWidth() + 2 * border, photo.getHeight() + 2 * border);
        Graphics2D g = graphics(framed);
        g.setColor(random.nextBoolean() ? Color.WHITE : new Color(random.nextInt(1 << 24)));
        g.fillRect(0, 0, framed.getWidth(), framed.getHeight());
        g.drawImage(photo, border, border, null);
        g.dispose();
        return framed;
    }

    /** Takes away a share of the area, more from one side than from the other. */
    private static BufferedImage cropped(BufferedImage photo, double share, Random random) {
        double kept = Math.sqrt(1 - share);
        int w = (int) Math.round(photo.getWidth() * kept);
        int h = (int) Math.round(photo.getHeight() * kept);
        int x = random.nextInt(photo.getWidth() - w + 1);
        int y = random.nextInt(photo.getHeight() - h + 1);
        BufferedImage cropped = blank(w, h);
        Graphics2D g = graphics(cropped);
        g.drawImage(photo, -x, -y, null);
        g.dispose();
        return cropped;
    }

    /** A bar with large writing across the top or the bottom, and a round badge. */
    private static BufferedImage captioned(BufferedImage photo, Random random) {
        int w = photo.getWidth();
        int h = photo.getHeight();
        BufferedImage captioned = blank(w, h);
        Graphics2D g = graphics(captioned);
        g.drawImage(photo, 0, 0, null);
        int bar = (int) (h * (0.12 + 0.08 * random.nextDouble()));
        int top = random.nextBoolean() ? 0 : h - bar;
        g.setColor(new Color(random.nextInt(1 << 24)));
        g.fillRect(0, top, w, bar);
        g.setColor(Color.WHITE);
        g.setFont(new Font(Font.SANS_SERIF, Font.BOLD, Math.max(8, bar * 2 / 3)));
        g.drawString("SALE 50% OFF TODAY", w / 30, top + bar * 3 / 4);
        g.setColor(Color.RED);
        int badge = w / 6;
        g.fillOval(random.nextInt(w - badge), h / 2 - badge / 2, badge, badge);
        g.dispose();
        return captioned;
    }

    private static BufferedImage mirrored(BufferedImage photo) {
        BufferedImage mirrored = blank(photo.getWidth(), photo.getHeight());
        Graphics2D g = graphics(mirrored);
        g.drawImage(photo, photo.getWidth(), 0, -photo.getWidth(), photo.getHeight(), null);
        g.dispose();
        return mirrored;
    }

    private static BufferedImage jpeg(BufferedImage image, float quality) {
        try {
            return Drawings.jpeg(image, quality);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
