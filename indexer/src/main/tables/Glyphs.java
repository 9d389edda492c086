import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.File;
import java.util.Arrays;
import java.util.Locale;

/** Draws characters in one font and compares the drawings by correlation. Thread-safe. */
class Glyphs {
    static final int SIZE = 32;
    /** How far pieces of a drawing may lie from where the other drawing has them, in 1/32 of the character's width. */
    private static final int SLACK = 2;
    /** The side of the pieces that may move by themselves. */
    private static final int PIECE = 8;

    private static final int PADDED = SIZE + 2 * SLACK;
    private static final int LANES = 16;

    private final Font font;

    /** Takes the face for simplified Chinese, the first whose name holds {@code SC}, from a collection of faces. */
    Glyphs(File file) throws Exception {
        Font[] fonts = Font.createFonts(file);
        Font chosen = fonts[0];
        for (Font face : fonts) {
            if (face.getFontName(Locale.ROOT).contains("SC")) {
                chosen = face;
                break;
            }
        }
        font = chosen.deriveFont((float) SIZE);
    }

    boolean has(int point) {
        return font.canDisplay(point);
    }

    /** The character as it stands in a line, {@code SIZE} x {@code SIZE}, blurred, mean 0 and length 1. */
    float[] whole(int point) {
        return unit(blur(draw(point, font), SIZE));
    }

    /** The character's ink alone, stretched to fill a square of half the size: what it looks like as a part. */
    float[] ink(int point) {
        float[] drawn = draw(point, font);
        int x0 = SIZE;
        int x1 = -1;
        int y0 = SIZE;
        int y1 = -1;
        for (int y = 0; y < SIZE; y++) {
            for (int x = 0; x < SIZE; x++) {
                if (drawn[y * SIZE + x] > 60) {
                    x0 = Math.min(x0, x);
                    x1 = Math.max(x1, x);
                    y0 = Math.min(y0, y);
                    y1 = Math.max(y1, y);
                }
            }
        }
        int half = SIZE / 2;
        float[] out = new float[half * half];
        if (x1 < 0) {
            return out;
        }
        for (int y = 0; y < half; y++) {
            for (int x = 0; x < half; x++) {
                out[y * half + x] = mean(drawn, x0 + x * (x1 - x0 + 1.0) / half, (x1 - x0 + 1.0) / half,
                        y0 + y * (y1 - y0 + 1.0) / half, (y1 - y0 + 1.0) / half);
            }
        }
        return unit(blur(out, half));
    }

    private static float mean(float[] in, double x, double width, double y, double height) {
        float sum = 0;
        int n = 0;
        for (int k = 0; k < 4; k++) {
            for (int l = 0; l < 4; l++) {
                int at = (int) (y + height * (k + 0.5) / 4) * SIZE + (int) (x + width * (l + 0.5) / 4);
                sum += in[at];
                n++;
            }
        }
        return sum / n;
    }

    private static float[] draw(int point, Font font) {
        BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setFont(font);
        g.drawString(Character.toString(point), 0, Math.round(SIZE * 0.88f));
        g.dispose();
        float[] out = new float[SIZE * SIZE];
        byte[] data = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < out.length; i++) {
            out[i] = data[i] & 0xff;
        }
        return out;
    }

    private static float[] blur(float[] in, int size) {
        float[] out = new float[in.length];
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                float sum = 0;
                for (int dy = -1; dy <= 1; dy++) {
                    for (int dx = -1; dx <= 1; dx++) {
                        int yy = Math.clamp(y + dy, 0, size - 1);
                        int xx = Math.clamp(x + dx, 0, size - 1);
                        sum += in[yy * size + xx] * (dx == 0 ? 2 : 1) * (dy == 0 ? 2 : 1);
                    }
                }
                out[y * size + x] = sum / 16;
            }
        }
        return out;
    }

    private static float[] unit(float[] in) {
        float mean = 0;
        for (float v : in) {
            mean += v / in.length;
        }
        double norm = 1e-6;
        for (int i = 0; i < in.length; i++) {
            in[i] -= mean;
            norm += in[i] * in[i];
        }
        norm = Math.sqrt(norm);
        for (int i = 0; i < in.length; i++) {
            in[i] /= (float) norm;
        }
        return in;
    }

    /** The correlation of two drawings, pixel on pixel: -1 to 1. Rows are added up side by side: so it is fast. */
    static float correlation(float[] a, float[] b) {
        float[] sums = new float[LANES];
        for (int row = 0; row < a.length; row += LANES) {
            for (int x = 0; x < LANES; x++) {
                sums[x] += a[row + x] * b[row + x];
            }
        }
        float sum = 0;
        for (float each : sums) {
            sum += each;
        }
        return sum;
    }

    /** A whole drawing with its edges drawn out, so that pieces may move over them. */
    static float[] padded(float[] whole) {
        float[] out = new float[PADDED * PADDED];
        for (int y = 0; y < PADDED; y++) {
            for (int x = 0; x < PADDED; x++) {
                out[y * PADDED + x] = whole[Math.clamp(y - SLACK, 0, SIZE - 1) * SIZE + Math.clamp(x - SLACK, 0, SIZE - 1)];
            }
        }
        return out;
    }

    /** The correlation of a whole drawing and a padded one where each piece of the second may lie a little aside. */
    static float elastic(float[] whole, float[] padded) {
        int across = SIZE / PIECE;
        float[] best = new float[across * across];
        Arrays.fill(best, Float.NEGATIVE_INFINITY);
        float[] sums = new float[SIZE];
        for (int dy = 0; dy <= 2 * SLACK; dy++) {
            for (int dx = 0; dx <= 2 * SLACK; dx++) {
                for (int piece = 0; piece < across; piece++) {
                    Arrays.fill(sums, 0);
                    for (int y = piece * PIECE; y < (piece + 1) * PIECE; y++) {
                        int here = y * SIZE;
                        int there = (y + dy) * PADDED + dx;
                        for (int x = 0; x < SIZE; x++) {
                            sums[x] += whole[here + x] * padded[there + x];
                        }
                    }
                    for (int k = 0; k < across; k++) {
                        float sum = 0;
                        for (int x = k * PIECE; x < (k + 1) * PIECE; x++) {
                            sum += sums[x];
                        }
                        best[piece * across + k] = Math.max(best[piece * across + k], sum);
                    }
                }
            }
        }
        float all = 0;
        for (float each : best) {
            all += each;
        }
        return all;
    }
}
