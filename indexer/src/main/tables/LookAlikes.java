import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.BufferedWriter;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/**
 * Makes the table of look-alike Chinese characters by drawing and comparing them. See SOURCES.md.
 *
 * usage: java LookAlikes.java FONT CHARACTERS OUT, where CHARACTERS is a text whose Chinese characters are compared
 */
class LookAlikes {
    static final int SIZE = 32;
    static final int MOST = 12;

    public static void main(String[] args) throws Exception {
        Font[] fonts = Font.createFonts(new java.io.File(args[0]));
        Font font = fonts[0];
        for (Font f : fonts) {
            if (f.getFontName(java.util.Locale.ROOT).contains("SC")) font = f;
        }
        System.err.println(font.getFontName());
        font = font.deriveFont((float) SIZE);
        int[] points = Files.readString(Path.of(args[1])).codePoints()
                .filter(c -> c >= 0x4e00 && c <= 0x9fff).distinct().sorted().toArray();
        float[][] whole = new float[points.length][];
        float[][] right = new float[points.length][];
        float[][] left = new float[points.length][];
        float[][] lower = new float[points.length][];
        for (int i = 0; i < points.length; i++) {
            float[] drawn = blur(draw(font, points[i]));
            whole[i] = unit(part(drawn, 0, SIZE, 0, SIZE));
            right[i] = unit(part(drawn, 13, SIZE, 0, SIZE));
            left[i] = unit(part(drawn, 0, 12, 0, SIZE));
            lower[i] = unit(part(drawn, 0, SIZE, 11, SIZE));
        }
        String[] lines = new String[points.length];
        IntStream.range(0, points.length).parallel().forEach(i -> {
            List<double[]> near = new ArrayList<>();
            for (int j = 0; j < points.length; j++) {
                if (i != j) {
                    double all = dot(whole[i], whole[j]);
                    // the same body beside or under another radical
                    double body = Math.max(dot(right[i], right[j]), dot(lower[i], lower[j]));
                    double likeness = Math.max(all, body >= 0.9 ? 0.5 * all + 0.5 * body : 0);
                    if (likeness >= 0.72) {
                        near.add(new double[] {points[j], likeness});
                    }
                }
            }
            near.sort((a, b) -> Double.compare(b[1], a[1]));
            StringBuilder line = new StringBuilder().appendCodePoint(points[i]);
            for (double[] other : near.subList(0, Math.min(MOST, near.size()))) {
                line.appendCodePoint((int) other[0]);
                line.append((char) ('0' + Math.min(9, (int) ((other[1] - 0.7) / 0.03))));
            }
            lines[i] = near.isEmpty() ? null : line.toString();
        });
        try (OutputStream file = Files.newOutputStream(Path.of(args[2]));
                BufferedWriter out = new BufferedWriter(
                        new OutputStreamWriter(new GZIPOutputStream(file), StandardCharsets.UTF_8))) {
            for (String line : lines) {
                if (line != null) out.write(line + "\n");
            }
        }
    }

    static float[] draw(Font font, int point) {
        BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setFont(font);
        g.drawString(new String(Character.toChars(point)), 0, Math.round(SIZE * 0.88f));
        g.dispose();
        float[] out = new float[SIZE * SIZE];
        byte[] data = ((java.awt.image.DataBufferByte) image.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < out.length; i++) out[i] = data[i] & 0xff;
        return out;
    }

    static float[] blur(float[] in) {
        float[] out = new float[in.length];
        for (int y = 0; y < SIZE; y++) {
            for (int x = 0; x < SIZE; x++) {
                float sum = 0;
                for (int dy = -1; dy <= 1; dy++) {
                    for (int dx = -1; dx <= 1; dx++) {
                        int yy = Math.clamp(y + dy, 0, SIZE - 1);
                        int xx = Math.clamp(x + dx, 0, SIZE - 1);
                        sum += in[yy * SIZE + xx] * (dx == 0 ? 2 : 1) * (dy == 0 ? 2 : 1);
                    }
                }
                out[y * SIZE + x] = sum / 16;
            }
        }
        return out;
    }

    static float[] part(float[] in, int x0, int x1, int y0, int y1) {
        float[] out = new float[(x1 - x0) * (y1 - y0)];
        for (int y = y0, n = 0; y < y1; y++) {
            for (int x = x0; x < x1; x++) out[n++] = in[y * SIZE + x];
        }
        return out;
    }

    static float[] unit(float[] in) {
        float mean = 0;
        for (float v : in) mean += v / in.length;
        double norm = 1e-6;
        for (int i = 0; i < in.length; i++) {
            in[i] -= mean;
            norm += in[i] * in[i];
        }
        norm = Math.sqrt(norm);
        for (int i = 0; i < in.length; i++) in[i] /= (float) norm;
        return in;
    }

    static float dot(float[] a, float[] b) {
        float s0 = 0, s1 = 0, s2 = 0, s3 = 0;
        int i = 0;
        for (; i + 3 < a.length; i += 4) {
            s0 += a[i] * b[i];
            s1 += a[i + 1] * b[i + 1];
            s2 += a[i + 2] * b[i + 2];
            s3 += a[i + 3] * b[i + 3];
        }
        for (; i < a.length; i++) s0 += a[i] * b[i];
        return s0 + s1 + s2 + s3;
    }
}
