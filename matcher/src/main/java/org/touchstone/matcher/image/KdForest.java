package org.touchstone.matcher.image;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Approximate nearest neighbours among descriptors: several kd-trees, each split along a dimension drawn among those
 * that vary most, searched together, nearest cells first (C. Silpa-Anan and R. Hartley, Optimised KD-trees for fast
 * image descriptor matching, 2008). Built the same way each time. Immutable and thread-safe.
 */
final class KdForest {
    private static final int LENGTH = LocalFeatures.LENGTH;
    private static final int TREES = 4;
    private static final int LEAF = 6;
    private static final int SAMPLE = 96;
    private static final int DRAWN = 5;

    private final byte[] data;
    private final Tree[] trees = new Tree[TREES];

    /** @param data descriptors of {@value LocalFeatures#LENGTH} unsigned bytes, one after the other */
    KdForest(byte[] data) {
        this.data = data;
        for (int i = 0; i < TREES; i++) {
            trees[i] = new Tree(new SplittableRandom(i + 1));
        }
    }

    int size() {
        return data.length / LENGTH;
    }

    /** Fills in the nearest descriptors and their squared distances, nearest first; -1 where there are no more. */
    void search(byte[] query, int offset, int checks, int[] found, int[] distances) {
        new Search(query, offset, checks, found, distances).run();
    }

    private final class Tree {
        /** Child with smaller values; a leaf has -1. */
        int[] below = new int[64];

        int[] above = new int[64];
        int[] dimension = new int[64];
        int[] split = new int[64];
        final int[] points = new int[size()];
        int nodes;

        Tree(SplittableRandom random) {
            for (int i = 0; i < points.length; i++) {
                points[i] = i;
            }
            build(0, points.length, random, 0);
        }

        private int build(int from, int to, SplittableRandom random, int depth) {
            int node = nodes++;
            if (node == below.length) {
                below = Arrays.copyOf(below, 2 * node);
                above = Arrays.copyOf(above, 2 * node);
                dimension = Arrays.copyOf(dimension, 2 * node);
                split = Arrays.copyOf(split, 2 * node);
            }
            int middle = to - from <= LEAF || depth > 60 ? from : divide(from, to, random, node);
            if (middle == from || middle == to) {
                below[node] = -1;
                dimension[node] = from;
                split[node] = to;
                return node;
            }
            int low = build(from, middle, random, depth + 1);
            int high = build(middle, to, random, depth + 1);
            below[node] = low;
            above[node] = high;
            return node;
        }

        private int divide(int from, int to, SplittableRandom random, int node) {
            int n = Math.min(SAMPLE, to - from);
            long[] sum = new long[LENGTH];
            long[] squares = new long[LENGTH];
            for (int i = 0; i < n; i++) {
                int at = points[from + (int) ((long) i * (to - from) / n)] * LENGTH;
                for (int d = 0; d < LENGTH; d++) {
                    int v = data[at + d] & 0xff;
                    sum[d] += v;
                    squares[d] += (long) v * v;
                }
            }
            int[] widest = new int[DRAWN];
            long[] spread = new long[DRAWN];
            Arrays.fill(spread, -1);
            for (int d = 0; d < LENGTH; d++) {
                long variance = squares[d] * n - sum[d] * sum[d];
                for (int i = 0; i < DRAWN; i++) {
                    if (variance > spread[i]) {
                        System.arraycopy(spread, i, spread, i + 1, DRAWN - i - 1);
                        System.arraycopy(widest, i, widest, i + 1, DRAWN - i - 1);
                        spread[i] = variance;
                        widest[i] = d;
                        break;
                    }
                }
            }
            int chosen = widest[random.nextInt(DRAWN)];
            int at = (int) (sum[chosen] / n);
            dimension[node] = chosen;
            split[node] = at;
            int i = from;
            int j = to - 1;
            while (i <= j) {
                if ((data[points[i] * LENGTH + chosen] & 0xff) <= at) {
                    i++;
                } else {
                    int swap = points[i];
                    points[i] = points[j];
                    points[j--] = swap;
                }
            }
            return i;
        }
    }

    private final class Search {
        private final byte[] query;
        private final int offset;
        private final int checks;
        private final int[] found;
        private final int[] distances;
        private final int[] seen;
        private int checked;
        private long[] heap = new long[256];
        private int waiting;

        Search(byte[] query, int offset, int checks, int[] found, int[] distances) {
            this.query = query;
            this.offset = offset;
            this.checks = checks;
            this.found = found;
            this.distances = distances;
            this.seen = new int[Integer.highestOneBit(Math.max(16, checks + LEAF * TREES)) * 4];
        }

        void run() {
            Arrays.fill(found, -1);
            Arrays.fill(distances, Integer.MAX_VALUE);
            Arrays.fill(seen, -1);
            for (int tree = 0; tree < TREES; tree++) {
                descend(tree, 0, 0);
            }
            while (waiting > 0 && checked < checks) {
                long next = pop();
                descend((int) (next & 3), (int) ((next >>> 2) & 0x3fffffff), (int) (next >>> 32));
            }
        }

        private void descend(int number, int start, int bound) {
            Tree tree = trees[number];
            int node = start;
            while (tree.below[node] >= 0) {
                int apart = (query[offset + tree.dimension[node]] & 0xff) - tree.split[node];
                boolean low = apart <= 0;
                int other = low ? tree.above[node] : tree.below[node];
                int further = bound + apart * apart;
                if (further < distances[distances.length - 1]) {
                    push(((long) further << 32) | ((long) other << 2) | number);
                }
                node = low ? tree.below[node] : tree.above[node];
            }
            for (int i = tree.dimension[node]; i < tree.split[node]; i++) {
                visit(tree.points[i]);
            }
        }

        private void visit(int point) {
            int mask = seen.length - 1;
            int slot = (point * 0x9E3779B9 >>> 7) & mask;
            while (seen[slot] >= 0) {
                if (seen[slot] == point) {
                    return;
                }
                slot = (slot + 1) & mask;
            }
            if (checked >= seen.length / 2) {
                return;
            }
            seen[slot] = point;
            checked++;
            int distance = 0;
            int at = point * LENGTH;
            for (int d = 0; d < LENGTH; d++) {
                int apart = (query[offset + d] & 0xff) - (data[at + d] & 0xff);
                distance += apart * apart;
            }
            int place = found.length;
            while (place > 0 && distances[place - 1] > distance) {
                place--;
            }
            if (place < found.length) {
                System.arraycopy(found, place, found, place + 1, found.length - place - 1);
                System.arraycopy(distances, place, distances, place + 1, found.length - place - 1);
                found[place] = point;
                distances[place] = distance;
            }
        }

        private void push(long item) {
            if (waiting == heap.length) {
                heap = Arrays.copyOf(heap, 2 * waiting);
            }
            int i = waiting++;
            while (i > 0 && heap[(i - 1) / 2] > item) {
                heap[i] = heap[(i - 1) / 2];
                i = (i - 1) / 2;
            }
            heap[i] = item;
        }

        private long pop() {
            long top = heap[0];
            long last = heap[--waiting];
            int i = 0;
            while (2 * i + 1 < waiting) {
                int child = 2 * i + 1;
                if (child + 1 < waiting && heap[child + 1] < heap[child]) {
                    child++;
                }
                if (heap[child] >= last) {
                    break;
                }
                heap[i] = heap[child];
                i = child;
            }
            heap[i] = last;
            return top;
        }
    }
}
