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
    private static final float NOISE = 6;

    static EdgeField of(Pixels p) {
        int w = p.width();
        int h = p.height();
        float[] xx = new float[w * h];
        float[] xy = new float[w * h];
        addGradients(p.red(), w, h, xx, xy);
        addGradients(p.green(), w, h, xx, xy);
        addGradients(p.blue(), w, h, xx, xy);
        float[] strength = new float[w * h];
        for (int i = 0; i < strength.length; i++) {
            strength[i] = (float) Math.sqrt(xx[i] * xx[i] + xy[i] * xy[i]); // about the squared gradient
        }
        float[] mean = boxMean(strength, w, h);
        for (int i = 0; i < strength.length; i++) {
            float length = Math.min(2, (float) Math.sqrt(strength[i] / (mean[i] + NOISE * NOISE)));
            float scale = length / Math.max(strength[i], Float.MIN_NORMAL);
            xx[i] *= scale;
            xy[i] *= scale;
        }
        return new EdgeField(w, h, xx, xy);
    }

    /** Adds (gx2 - gy2, 2 gx gy) of one plane, by Sobel's differences over eight. */
    private static void addGradients(float[] v, int w, int h, float[] xx, float[] xy) {
        for (int y = 0; y < h; y++) {
            int up = Math.max(0, y - 1) * w;
            int here = y * w;
            int down = Math.min(h - 1, y + 1) * w;
            addGradient(v, up, here, down, 0, Math.min(1, w - 1), xx, xy, here);
            for (int x = 1; x < w - 1; x++) {
                addGradient(v, up + x, here + x, down + x, -1, 1, xx, xy, here + x);
            }
            if (w > 1) {
                addGradient(v, up + w - 1, here + w - 1, down + w - 1, -1, 0, xx, xy, here + w - 1);
            }
        }
    }

    /** Adds what one pixel has, given the places of the one above, itself and the one below, and its neighbours' steps. */
    private static void addGradient(
            float[] v, int up, int here, int down, int left, int right, float[] xx, float[] xy, int at) {
        float a = v[up + right] - v[up + left];
        float b = v[down + right] - v[down + left];
        float gx = (a + 2 * (v[here + right] - v[here + left]) + b) / 8;
        float gy = (v[down + left] - v[up + left] + 2 * (v[down] - v[up]) + v[down + right] - v[up + right]) / 8;
        xx[at] += gx * gx - gy * gy;
        xy[at] += 2 * gx * gy;
    }

    /** Mean over the part of a square that lies within the picture. */
    private static float[] boxMean(float[] v, int w, int h) {
        float[] out = new float[w * h];
        double[] columns = new double[w];
        for (int y = -REACH; y < h; y++) {
            if (y + REACH < h) {
                add(columns, v, (y + REACH) * w, 1);
            }
            if (y > REACH) {
                add(columns, v, (y - REACH - 1) * w, -1);
            }
            if (y >= 0) {
                int rows = Math.min(h, y + REACH + 1) - Math.max(0, y - REACH);
                alongRow(columns, rows, out, y * w);
            }
        }
        return out;
    }

    private static void add(double[] columns, float[] v, int from, double sign) {
        for (int x = 0; x < columns.length; x++) {
            columns[x] += sign * v[from + x];
        }
    }

    private static void alongRow(double[] columns, int rows, float[] out, int to) {
        int w = columns.length;
        double sum = 0;
        for (int x = -REACH; x < w; x++) {
            if (x + REACH < w) {
                sum += columns[x + REACH];
            }
            if (x > REACH) {
                sum -= columns[x - REACH - 1];
            }
            if (x >= 0) {
                out[to + x] = (float) (sum / (rows * (Math.min(w, x + REACH + 1) - Math.max(0, x - REACH))));
            }
        }
    }
}
