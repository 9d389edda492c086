package org.touchstone.matcher.image;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.awt.image.Raster;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A picture as plain numbers: three planes (red, green, blue), row after row, values 0 to 255. Immutable by agreement:
 * nobody writes into the planes after it was made.
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier of pixels inside this package; compared by nobody
record Pixels(int width, int height, float[] red, float[] green, float[] blue) {

    /**
     * Takes over an image, see-through parts on the ground colour. A large one is reduced on the way, so that memory
     * stays bounded by the limit.
     *
     * @param longest most pixels along the longer side
     */
    static Pixels of(BufferedImage image, Color ground, int longest) {
        int block = Math.max(1, Math.max(image.getWidth(), image.getHeight()) / longest);
        int w = (image.getWidth() + block - 1) / block;
        int h = (image.getHeight() + block - 1) / block;
        Pixels made = blank(w, h);
        int[] counts = new int[w];
        int[] row = new int[image.getWidth()];
        float[] back = {ground.getRed(), ground.getGreen(), ground.getBlue()};
        Lines lines = Lines.of(image);
        for (int y = 0; y < h; y++) {
            Arrays.fill(counts, 0);
            for (int line = y * block; line < Math.min(image.getHeight(), (y + 1) * block); line++) {
                lines.read(line, row);
                for (int x = 0; x < row.length; x++) {
                    made.add(y * w + x / block, row[x], back);
                    counts[x / block]++;
                }
            }
            for (int x = 0; x < w; x++) {
                made.red[y * w + x] /= counts[x];
                made.green[y * w + x] /= counts[x];
                made.blue[y * w + x] /= counts[x];
            }
        }
        return made.within(longest);
    }

    /** Reads an image line by line, as packed colours with their cover. */
    @FunctionalInterface
    private interface Lines {
        void read(int line, int[] into);

        /** Straight from memory for the forms that decoded images have: asking for colours takes far longer. */
        static Lines of(BufferedImage image) {
            int width = image.getWidth();
            Raster raster = image.getRaster();
            return switch (image.getType()) {
                case BufferedImage.TYPE_INT_ARGB -> (line, into) -> raster.getDataElements(0, line, width, 1, into);
                case BufferedImage.TYPE_3BYTE_BGR -> {
                    byte[] bytes = new byte[3 * width];
                    yield (line, into) -> {
                        raster.getDataElements(0, line, width, 1, bytes); // as red, green, blue
                        for (int x = 0, i = 0; x < width; x++, i += 3) {
                            into[x] = 0xff000000
                                    | (bytes[i] & 0xff) << 16
                                    | (bytes[i + 1] & 0xff) << 8
                                    | bytes[i + 2] & 0xff;
                        }
                    };
                }
                default -> (line, into) -> image.getRGB(0, line, width, 1, into, 0, width);
            };
        }
    }

    private void add(int at, int argb, float[] back) {
        float cover = (argb >>> 24) / 255f;
        red[at] += cover * ((argb >> 16) & 0xff) + (1 - cover) * back[0];
        green[at] += cover * ((argb >> 8) & 0xff) + (1 - cover) * back[1];
        blue[at] += cover * (argb & 0xff) + (1 - cover) * back[2];
    }

    static Pixels blank(int width, int height) {
        int n = Math.multiplyExact(width, height);
        return new Pixels(width, height, new float[n], new float[n], new float[n]);
    }

    /** Luminance as ITU-R BT.601 weighs it. */
    float[] luminance() {
        float[] y = new float[red.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = 0.299f * red[i] + 0.587f * green[i] + 0.114f * blue[i];
        }
        return y;
    }

    /** The picture in another size: area average on the way down, bilinear on the way up. */
    Pixels resized(int newWidth, int newHeight) {
        if (newWidth == width && newHeight == height) {
            return this;
        }
        return new Pixels(
                newWidth,
                newHeight,
                Resampler.resize(red, width, height, newWidth, newHeight),
                Resampler.resize(green, width, height, newWidth, newHeight),
                Resampler.resize(blue, width, height, newWidth, newHeight));
    }

    /** The picture so small that its longer side is at most the limit; itself when it is. */
    Pixels within(int longest) {
        int longer = Math.max(width, height);
        if (longer <= longest) {
            return this;
        }
        double f = longest / (double) longer;
        return resized(Math.max(1, (int) Math.round(width * f)), Math.max(1, (int) Math.round(height * f)));
    }

    /** A rectangle of the picture; what reaches over the edge is filled with the edge's colour or the given one. */
    Pixels crop(int x, int y, int w, int h, float @Nullable [] fill) {
        Pixels made = blank(w, h);
        for (int row = 0; row < h; row++) {
            boolean beyond = fill != null && (y + row < 0 || y + row >= height);
            int line = Math.clamp(y + row, 0, height - 1) * width;
            int left = beyond ? w : Math.clamp(-x, 0, w);
            int right = beyond ? w : Math.clamp(width - x, left, w);
            for (int plane = 0; plane < 3; plane++) {
                float[] from = plane(plane);
                float[] to = made.plane(plane);
                System.arraycopy(from, line + Math.clamp(x + left, 0, width), to, row * w + left, right - left);
                Arrays.fill(to, row * w, row * w + left, fill == null ? from[line] : fill[plane]);
                Arrays.fill(to, row * w + right, (row + 1) * w, fill == null ? from[line + width - 1] : fill[plane]);
            }
        }
        return made;
    }

    private float[] plane(int number) {
        return number == 0 ? red : number == 1 ? green : blue;
    }

    /** Light for dark and dark for light. */
    Pixels reversed() {
        Pixels made = blank(width, height);
        for (int i = 0; i < red.length; i++) {
            made.red[i] = 255 - red[i];
            made.green[i] = 255 - green[i];
            made.blue[i] = 255 - blue[i];
        }
        return made;
    }

    /** The colour between pixels, packed as red, green, blue; beyond the edge it is the edge's. */
    int at(float x, float y) {
        float cx = Math.max(0, Math.min(x, width - 1));
        float cy = Math.max(0, Math.min(y, height - 1));
        int x0 = (int) cx;
        int y0 = (int) cy;
        float fx = cx - x0;
        float fy = cy - y0;
        int upper = y0 * width + x0;
        int right = x0 + 1 < width ? 1 : 0;
        int lower = y0 + 1 < height ? upper + width : upper;
        return (between(red, upper, lower, right, fx, fy) << 16)
                | (between(green, upper, lower, right, fx, fy) << 8)
                | between(blue, upper, lower, right, fx, fy);
    }

    private static int between(float[] v, int upper, int lower, int right, float fx, float fy) {
        float top = v[upper] + (v[upper + right] - v[upper]) * fx;
        float bottom = v[lower] + (v[lower + right] - v[lower]) * fx;
        return (int) (top + (bottom - top) * fy + 0.5f);
    }

    /**
     * Samples a square that stands upright, as {@link #at} would, row after row and packed.
     *
     * @param left of the square
     * @param top of the square
     * @param step from sample to sample
     * @param count samples along a side
     */
    void take(double left, double top, double step, int count, int[] packed) {
        int[] at = new int[count];
        int[] next = new int[count];
        float[] part = new float[count];
        for (int i = 0; i < count; i++) {
            float x = Math.clamp((float) (left + (i + 0.5) * step - 0.5), 0, width - 1);
            at[i] = (int) x;
            next[i] = Math.min(width - 1, at[i] + 1);
            part[i] = x - at[i];
        }
        int low = at[0];
        int span = next[count - 1] - low + 1;
        float[] line = new float[span];
        for (int row = 0; row < count; row++) {
            float y = Math.clamp((float) (top + (row + 0.5) * step - 0.5), 0, height - 1);
            int upper = (int) y * width + low;
            int lower = Math.min(height - 1, (int) y + 1) * width + low;
            for (int plane = 0; plane < 3; plane++) {
                float[] v = plane(plane);
                float down = y - (int) y;
                for (int x = 0; x < span; x++) {
                    line[x] = v[upper + x] + (v[lower + x] - v[upper + x]) * down;
                }
                int shift = 16 - 8 * plane;
                for (int i = 0; i < count; i++) {
                    float here = line[at[i] - low];
                    packed[row * count + i] |= ((int) (here + (line[next[i] - low] - here) * part[i] + 0.5f)) << shift;
                }
            }
        }
    }

    BufferedImage toImage() {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] packed = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < packed.length; i++) {
            packed[i] = (level(red[i]) << 16) | (level(green[i]) << 8) | level(blue[i]);
        }
        return image;
    }

    private static int level(float value) {
        return (int) (Math.max(0, Math.min(value, 255)) + 0.5f);
    }
}
