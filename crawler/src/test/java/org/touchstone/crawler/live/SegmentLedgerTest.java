package org.touchstone.crawler.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SegmentLedgerTest {
    private static final Duration TARGET = Duration.ofSeconds(4);

    private static Playlist.Media list(String stream, long first, int count) {
        List<Segment> segments = new ArrayList<>();
        for (long i = first; i < first + count; i++) {
            URI address = URI.create("https://live.example/" + stream + "/" + i + ".ts?sign=" + System.nanoTime());
            Segment.Part part = new Segment.Part(address, Optional.empty());
            segments.add(new Segment(i, 0, part, Optional.empty(), TARGET, null, "", false));
        }
        return new Playlist.Media(TARGET, first, segments, false);
    }

    /** Lists of a stream that grows by one a poll, seen late by a random number, fetched with random failures. */
    @Property(tries = 500)
    void eachSegmentIsHadOnceOrLostOnce(
            @ForAll @Size(min = 1, max = 60) List<@IntRange(min = 0, max = 12) Integer> late,
            @ForAll @Size(60) List<Boolean> works) {
        SegmentLedger ledger = new SegmentLedger();
        Set<Long> had = new HashSet<>();
        long last = 0;
        for (int i = 0; i < late.size(); i++) {
            long first = Math.max(0, i - late.get(i)) + 100L;
            Playlist.Media list = list("a", first, 5);
            ledger.see(list);
            last = Math.max(last, first + 4);
            for (Segment segment : ledger.due(list)) {
                if (works.get((int) (segment.sequence() + i) % works.size())) {
                    assertThat(had.add(segment.sequence())).as("fetched once").isTrue();
                    ledger.done(segment);
                } else {
                    ledger.failed(segment);
                }
            }
        }
        // What lies behind all that was seen settles what is still open.
        Playlist.Media end = list("a", last + 1, 1);
        ledger.see(end);
        assertThat(ledger.resets()).isZero();
        assertThat(had.size() + ledger.lost()).isEqualTo(Math.toIntExact(last + 1 - 100));
    }

    @Test
    void farRiseIsAResetAndLosesNothing() {
        SegmentLedger ledger = new SegmentLedger();
        Playlist.Media before = list("a", 5, 3);
        ledger.see(before);
        ledger.due(before).forEach(ledger::done);
        Playlist.Media after = list("b", 1_795_420_800L, 3);
        assertThat(ledger.see(after)).isTrue();
        assertThat(ledger.due(after)).hasSize(3);
        assertThat(ledger.resets()).isEqualTo(1);
        assertThat(ledger.lost()).isZero();
    }
}
