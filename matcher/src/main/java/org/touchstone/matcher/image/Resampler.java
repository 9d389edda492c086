package org.touchstone.matcher.image;

/** Changes the size of a plane of numbers, one axis after the other. */
final class Resampler {
    private Resampler() {}

    static float[] resize(float[] plane, int width, int height, int newWidth, int newHeight) {
        // columns go by in whole rows, which is quick, so that the slower way along rows has fewer of them left
        float[] high = columns(plane, width, height, newHeight);
        return rows(high, width, newHeight, newWidth);
    }

    private static float[] rows(float[] plane, int width, int height, int newWidth) {
        Taps taps = Taps.of(width, newWidth);
        float[] out = new float[Math.multiplyExact(newWidth, height)];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < newWidth; x++) {
                float sum = 0;
                int from = y * width + taps.first[x];
                for (int k = taps.start[x]; k < taps.start[x + 1]; k++) {
                    sum += taps.weight[k] * plane[from++];
                }
                out[y * newWidth + x] = sum;
            }
        }
        return out;
    }

    private static float[] columns(float[] plane, int width, int height, int newHeight) {
        Taps taps = Taps.of(height, newHeight);
        float[] out = new float[Math.multiplyExact(width, newHeight)];
        for (int y = 0; y < newHeight; y++) {
            int to = y * width;
            int row = taps.first[y];
            for (int k = taps.start[y]; k < taps.start[y + 1]; k++, row++) {
                float weight = taps.weight[k];
                int from = row * width;
                for (int x = 0; x < width; x++) {
                    out[to + x] += weight * plane[from + x];
                }
            }
        }
        return out;
    }

    /** For each new sample the old ones that it is made of: from {@code first}, with the weights from {@code start}. */
    @SuppressWarnings("ArrayRecordComponent") // private working table
    private record Taps(int[] first, int[] start, float[] weight) {
        static Taps of(int size, int newSize) {
            double ratio = size / (double) newSize;
            double reach = Math.max(1, ratio);
            int[] first = new int[newSize];
            int[] start = new int[newSize + 1];
            float[] weight = new float[newSize * ((int) Math.ceil(reach) + 2) + newSize];
            int n = 0;
            for (int i = 0; i < newSize; i++) {
                start[i] = n;
                double low;
                double high;
                if (ratio >= 1) {
                    low = i * ratio;
                    high = low + ratio;
                } else {
                    low = (i + 0.5) * ratio - 0.5;
                    high = low + 1;
                }
                int a = Math.clamp((int) Math.floor(low), 0, size - 1);
                int b = Math.clamp((int) Math.ceil(high) - 1, a, size - 1);
                first[i] = a;
                double sum = 0;
                for (int j = a; j <= b; j++) {
                    double w = ratio >= 1
                            ? Math.min(j + 1, high) - Math.max(j, low)
                            : Math.max(0, 1 - Math.abs((i + 0.5) * ratio - 0.5 - j));
                    weight[n++] = (float) Math.max(w, 1e-6);
                    sum += Math.max(w, 1e-6);
                }
                for (int k = start[i]; k < n; k++) {
                    weight[k] /= (float) sum;
                }
            }
            start[newSize] = n;
            return new Taps(first, start, weight);
        }
    }
}
