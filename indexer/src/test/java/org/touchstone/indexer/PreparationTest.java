package org.touchstone.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PreparationTest {
    /** How many of a hundred pieces of work were taken from the iterator at most before their results were. */
    private static int mostUnderWay(long size) throws IOException {
        AtomicInteger taken = new AtomicInteger();
        List<Integer> done = new ArrayList<>();
        AtomicInteger most = new AtomicInteger();
        Stream<Preparation.Task<Integer>> work = IntStream.range(0, 100)
                .mapToObj(i -> new Preparation.Task<>(() -> i, size))
                .peek(task -> most.set(Math.max(most.get(), taken.incrementAndGet() - done.size())));
        try (Preparation<Integer> preparation = new Preparation<>()) {
            preparation.run(work.iterator(), done::add);
        }
        assertThat(done)
                .containsExactlyElementsOf(IntStream.range(0, 100).boxed().toList());
        return most.get();
    }

    @Test
    void largeRecordsDoNotWaitTogether() throws IOException {
        assertThat(mostUnderWay(0)).isGreaterThan(10);
        assertThat(mostUnderWay(Runtime.getRuntime().maxMemory() / 50)).isLessThanOrEqualTo(2);
    }
}
