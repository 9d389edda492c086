package org.touchstone.matcher.image;

/**
 * The edges of a picture as a field of doubled angles: at each cell a vector whose length says how strong the edge is
 * against its surroundings (0 to about 2) and whose direction is twice the edge's, so that a dark sign on light ground
 * and a light one on dark ground give the same field. Colour edges count like edges of brightness (S. Di Zenzo, A note
 * on the gradient of a multi-image, 1986).
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier of numbers; compared by nobody
record EdgeField(int width, int height, float[] cosine, float[] sine) {
    /** Half the side of the square, in cells, over which edge strength is balanced. */
    private static final int REACH = 6;

    /** Gradient below which an edge is taken for noise, grey levels a cell. */
    private static final double NOISE = 6;

    static EdgeField of(Pixels p) {
        int w = p.width();
        int h = p.height();
        float[] xx = new float[w * h];
        float[] xy = new float[w * h];
        float[] strength = new float[w * h];
        addGradients(p.red(), w, h, xx, xy);
        addGradients(p.green(), w, h, xx, xy);
        addGradients(p.blue(), w, h, xx, xy);
        for (int i = 0; i < xx.length; i++) {
            strength[i] = (float) Math.hypot(xx[i], xy[i]); // about the squared gradient
        }
        float[] mean = boxMean(strength, w, h);
        for (int i = 0; i < xx.length; i++) {
            if (strength[i] <= 0) {
                continue;
            }
            double length = Math.min(2, Math.sqrt(strength[i] / (mean[i] + NOISE * NOISE)));
            xx[i] = (float) (xx[i] / strength[i] * length);
            xy[i] = (float) (xy[i] / strength[i] * length);
        }
        return new EdgeField(w, h, xx, xy);
    }

    /** Adds (gx2 - gy2, 2 gx gy) of one plane, by Sobel's differences over eight. */
    private static void addGradients(float[] v, int w, int h, float[] xx, float[] xy) {
        for (int y = 0; y < h; y++) {
            int up = Math.max(0, y - 1) * w;
            int here = y * w;
            int down = Math.min(h - 1, y + 1) * w;
            for (int x = 0; x < w; x++) {
                int l = Math.max(0, x - 1);
                int r = Math.min(w - 1, x + 1);
                float gx = (v[up + r] - v[up + l] + 2 * (v[here + r] - v[here + l]) + v[down + r] - v[down + l]) / 8;
                float gy = (v[down + l] - v[up + l] + 2 * (v[down + x] - v[up + x]) + v[down + r] - v[up + r]) / 8;
                xx[here + x] += gx * gx - gy * gy;
                xy[here + x] += 2 * gx * gy;
            }
        }
    }

    private static float[] boxMean(float[] v, int w, int h) {
        double[] sums = new double[(w + 1) * (h + 1)];
        for (int y = 0; y < h; y++) {
            double row = 0;
            for (int x = 0; x < w; x++) {
                row += v[y * w + x];
                sums[(y + 1) * (w + 1) + x + 1] = sums[y * (w + 1) + x + 1] + row;
            }
        }
        float[] out = new float[w * h];
        for (int y = 0; y < h; y++) {
            int y0 = Math.max(0, y - REACH);
            int y1 = Math.min(h, y + REACH + 1);
            for (int x = 0; x < w; x++) {
                int x0 = Math.max(0, x - REACH);
                int x1 = Math.min(w, x + REACH + 1);
                double sum = sums[y1 * (w + 1) + x1]
                        - sums[y0 * (w + 1) + x1]
                        - sums[y1 * (w + 1) + x0]
                        + sums[y0 * (w + 1) + x0];
                out[y * w + x] = (float) (sum / ((y1 - y0) * (x1 - x0)));
            }
        }
        return out;
    }
}
