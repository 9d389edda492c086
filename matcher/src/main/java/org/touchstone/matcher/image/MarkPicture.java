package org.touchstone.matcher.image;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The image of a mark, freed of the plain ground around it.
 *
 * @param whole the image as it is, at most {@value #DECODED} pixels long
 * @param content the drawing, cut to its bounds, at most {@value #LONGEST} pixels long
 * @param ink for each pixel how far it is from the ground, 0 to 1
 * @param ground colour of the ground: red, green, blue
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier of pixels inside this package; compared by nobody
record MarkPicture(Pixels whole, Pixels content, float[] ink, float[] ground) {
    /** Longest side of the content, in pixels. */
    static final int LONGEST = 200;

    /** Ground left around the content in a field or a feature picture, as a share of its longer side. */
    static final double MARGIN = 0.08;

    /** Share of a square reference view's side that the content spans. */
    private static final double SPAN = 0.85;

    static final int DECODED = 400;
    private static final int APART = 28;
    private static final int INKED = 96;
    private static final int SOFT = 12;

    /** Takes an image apart. An image with no plain ground, or nothing on it, is its own content. */
    static MarkPicture of(BufferedImage image) {
        Pixels whole = Pixels.of(image, light(image) ? Color.BLACK : Color.WHITE, DECODED);
        float[] ground = border(whole);
        return cut(whole, whole, ground);
    }

    private static MarkPicture cut(Pixels whole, Pixels from, float[] ground) {
        int[] box = bounds(from, ground);
        Pixels content = from.crop(box[0], box[1], box[2], box[3], null);
        double f = LONGEST / (double) Math.max(box[2], box[3]);
        content = content.resized(Math.max(1, (int) Math.round(box[2] * f)), Math.max(1, (int) Math.round(box[3] * f)));
        float[] ink = new float[content.red().length];
        for (int i = 0; i < ink.length; i++) {
            ink[i] = Math.min(1, difference(content, i, ground) / INKED);
        }
        return new MarkPicture(whole, content, ink, ground);
    }

    double width() {
        return content.width() / (double) Math.max(content.width(), content.height());
    }

    double height() {
        return content.height() / (double) Math.max(content.width(), content.height());
    }

    /** The drawing as one ink would print its outline: black wherever it differs from the ground. */
    MarkPicture silhouette() {
        Pixels made = Pixels.blank(content.width(), content.height());
        for (int i = 0; i < ink.length; i++) {
            float v = 255 * (1 - ink[i]);
            made.red()[i] = v;
            made.green()[i] = v;
            made.blue()[i] = v;
        }
        return new MarkPicture(whole, made, ink, new float[] {255, 255, 255});
    }

    MarkPicture reversed() {
        return new MarkPicture(
                whole, content.reversed(), ink, new float[] {255 - ground[0], 255 - ground[1], 255 - ground[2]});
    }

    /**
     * The darker and the lighter part of the drawing as one ink would print them, each cut to its own bounds: what is
     * left of a mark printed by its shades, and the figure alone where it stands on a tile.
     *
     * @return by the names {@code dark} and {@code light}; without a part that is next to nothing or nearly all of the
     *     drawing, and empty when the drawing is of one shade
     */
    Map<String, MarkPicture> shades() {
        float[] tone = content.luminance();
        boolean[] body = Shades.body(ink, content.width(), content.height());
        double threshold = Shades.threshold(tone, body);
        Map<String, MarkPicture> parts = new LinkedHashMap<>();
        if (!Double.isNaN(threshold)) {
            part(tone, body, threshold, true).ifPresent(dark -> parts.put("dark", dark));
            part(tone, body, threshold, false).ifPresent(light -> parts.put("light", light));
        }
        return parts;
    }

    private Optional<MarkPicture> part(float[] tone, boolean[] body, double threshold, boolean darker) {
        Pixels made = Pixels.blank(content.width(), content.height());
        double part = 0;
        double all = 0;
        for (int i = 0; i < tone.length; i++) {
            double lighter = Math.clamp((tone[i] - threshold) / SOFT + 0.5, 0, 1);
            double share = body[i] ? (darker ? 1 - lighter : lighter) : 0;
            part += share;
            all += body[i] ? 1 : 0;
            float v = (float) (255 * (1 - share));
            made.red()[i] = v;
            made.green()[i] = v;
            made.blue()[i] = v;
        }
        return part < 0.12 * all || part > 0.9 * all
                ? Optional.empty()
                : Optional.of(cut(whole, made, new float[] {255, 255, 255}));
    }

    /** Whether the drawing has inner edges of tone that its silhouette lacks. */
    boolean shaded() {
        double sum = 0;
        double squares = 0;
        int n = 0;
        float[] tone = content.luminance();
        for (int i = 0; i < tone.length; i++) {
            if (ink[i] > 0.9) {
                sum += tone[i];
                squares += (double) tone[i] * tone[i];
                n++;
            }
        }
        return n > 0 && squares / n - (sum / n) * (sum / n) > 12 * 12;
    }

    /** The content with ground around it, {@code margin} times its longer side on each side. */
    Pixels framed(double margin) {
        int m = (int) Math.round(margin * Math.max(content.width(), content.height()));
        return content.crop(-m, -m, content.width() + 2 * m, content.height() + 2 * m, ground);
    }

    /** A square view for an encoder: the content in the middle, spanning 85 % of the side. */
    BufferedImage square() {
        int side = (int) Math.round(Math.max(content.width(), content.height()) / SPAN);
        return content.crop(-(side - content.width()) / 2, -(side - content.height()) / 2, side, side, ground)
                .toImage();
    }

    /** Whether an image with see-through parts is so light that it was meant for a dark ground. */
    private static boolean light(BufferedImage image) {
        if (!image.getColorModel().hasAlpha()) {
            return false;
        }
        int step = Math.max(1, Math.max(image.getWidth(), image.getHeight()) / 200);
        long opaque = 0;
        long bright = 0;
        long clear = 0;
        for (int y = 0; y < image.getHeight(); y += step) {
            for (int x = 0; x < image.getWidth(); x += step) {
                int p = image.getRGB(x, y);
                if (p >>> 24 < 128) {
                    clear++;
                } else {
                    opaque++;
                    if (Math.min((p >> 16) & 0xff, Math.min((p >> 8) & 0xff, p & 0xff)) > 225) {
                        bright++;
                    }
                }
            }
        }
        return clear > 0 && opaque > 0 && bright > 0.9 * opaque;
    }

    /** Median colour along the border. */
    private static float[] border(Pixels p) {
        List<Integer> at = new ArrayList<>();
        for (int x = 0; x < p.width(); x++) {
            at.add(x);
            at.add((p.height() - 1) * p.width() + x);
        }
        for (int y = 0; y < p.height(); y++) {
            at.add(y * p.width());
            at.add(y * p.width() + p.width() - 1);
        }
        return new float[] {median(p.red(), at), median(p.green(), at), median(p.blue(), at)};
    }

    private static float median(float[] plane, List<Integer> at) {
        float[] values = new float[at.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = plane[at.get(i)];
        }
        Arrays.sort(values);
        return values[values.length / 2];
    }

    private static float difference(Pixels p, int i, float[] ground) {
        return Math.max(
                Math.abs(p.red()[i] - ground[0]),
                Math.max(Math.abs(p.green()[i] - ground[1]), Math.abs(p.blue()[i] - ground[2])));
    }

    /** Bounds of what differs from the ground: left, top, width, height. A few stray pixels in a row do not count. */
    private static int[] bounds(Pixels p, float[] ground) {
        int[] rows = new int[p.height()];
        int[] columns = new int[p.width()];
        for (int y = 0; y < p.height(); y++) {
            for (int x = 0; x < p.width(); x++) {
                if (difference(p, y * p.width() + x, ground) > APART) {
                    rows[y]++;
                    columns[x]++;
                }
            }
        }
        int top = first(rows);
        int left = first(columns);
        int bottom = last(rows);
        int right = last(columns);
        if (right - left < 3 || bottom - top < 3) {
            return new int[] {0, 0, p.width(), p.height()};
        }
        return new int[] {left, top, right - left + 1, bottom - top + 1};
    }

    private static int first(int[] counts) {
        int i = 0;
        while (i < counts.length - 1 && counts[i] < 2) {
            i++;
        }
        return i;
    }

    private static int last(int[] counts) {
        int i = counts.length - 1;
        while (i > 0 && counts[i] < 2) {
            i--;
        }
        return i;
    }
}
