package org.touchstone.matcher.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class KdForestTest {
    private static final int COUNT = 3000;

    private final byte[] data = clustered();

    @Test
    void searchFindsMostNearestNeighbours() {
        KdForest forest = new KdForest(data);
        Random random = new Random(3);
        int found = 0;
        for (int i = 0; i < 200; i++) {
            byte[] query = near(random, random.nextInt(COUNT));
            int[] places = new int[2];
            forest.search(query, 0, 96, places, new int[2]);
            if (places[0] == nearest(query)) {
                found++;
            }
        }
        assertThat(found).isGreaterThan(170);
    }

    @Test
    void searchSortsByDistance() {
        int[] places = new int[12];
        int[] distances = new int[12];
        new KdForest(data).search(data, 5 * 128, 96, places, distances);
        assertThat(places[0]).isEqualTo(5);
        assertThat(distances[0]).isZero();
        assertThat(distances).isSorted();
        assertThat(places).doesNotHaveDuplicates();
    }

    @Test
    void searchIsTheSameInEveryForest() {
        int[] first = new int[12];
        int[] second = new int[12];
        new KdForest(data).search(near(new Random(8), 77), 0, 96, first, new int[12]);
        new KdForest(data).search(near(new Random(8), 77), 0, 96, second, new int[12]);
        assertThat(first).containsExactly(second);
    }

    @Test
    void searchAmongEqualsAndAmongFew() {
        int[] places = new int[12];
        new KdForest(new byte[128 * 500]).search(new byte[128], 0, 96, places, new int[12]);
        assertThat(places).doesNotHaveDuplicates().doesNotContain(-1);
        new KdForest(new byte[128 * 2]).search(new byte[128], 0, 96, places, new int[12]);
        assertThat(places).startsWith(0, 1).endsWith(-1);
    }

    private int nearest(byte[] query) {
        int best = -1;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < COUNT; i++) {
            int distance = 0;
            for (int d = 0; d < 128; d++) {
                int apart = (query[d] & 0xff) - (data[i * 128 + d] & 0xff);
                distance += apart * apart;
            }
            if (distance < least) {
                least = distance;
                best = i;
            }
        }
        return best;
    }

    private byte[] near(Random random, int point) {
        byte[] query = new byte[128];
        for (int d = 0; d < 128; d++) {
            query[d] = (byte) Math.clamp((data[point * 128 + d] & 0xff) + (int) (8 * random.nextGaussian()), 0, 255);
        }
        return query;
    }

    private static byte[] clustered() {
        Random random = new Random(1);
        byte[] out = new byte[COUNT * 128];
        byte[] centre = new byte[128];
        for (int i = 0; i < COUNT; i++) {
            if (i % 10 == 0) {
                random.nextBytes(centre);
            }
            for (int d = 0; d < 128; d++) {
                out[i * 128 + d] = (byte) Math.clamp((centre[d] & 0xff) + (int) (20 * random.nextGaussian()), 0, 255);
            }
        }
        return out;
    }
}
