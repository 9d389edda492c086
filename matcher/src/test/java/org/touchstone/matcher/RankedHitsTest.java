package org.touchstone.matcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.touchstone.hit.Hit;
import org.touchstone.hit.Outlook;
import org.touchstone.hit.Versions;

class RankedHitsTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1000, 120_000})
    void drainedBestFirst(int count) throws IOException {
        Random random = new Random(7);
        List<Hit> drained = new ArrayList<>();
        try (RankedHits ranking = new RankedHits()) {
            for (int i = 0; i < count; i++) {
                double score = random.nextInt(1000) / 1000.0;
                ranking.add(
                        new Hit(0, score, "l" + i, "m", "", Outlook.UNCLEAR, List.of(), new Versions("", "", "", "")));
            }
            ranking.drainTo(drained::add);
        }

        assertThat(drained).hasSize(count).isSortedAccordingTo(RankedHits.BEST_FIRST);
        for (int i = 0; i < count; i++) {
            assertThat(drained.get(i).rank()).isEqualTo(i + 1);
        }
    }
}
