package org.touchstone.crawler.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.touchstone.record.Rejection;

class LiveWatchTest {
    @TempDir
    Path folder;

    private final StubPace pace = new StubPace();
    private final List<KeptSegment> kept = new ArrayList<>();
    private final List<Rejection> rejections = new ArrayList<>();
    private StubStream stream;
    private Reel reel;

    @BeforeEach
    void segments() {
        stream = new StubStream(folder, pace);
        for (int i = 0; i < 30; i++) {
            stream.bytes("/r1/" + i + ".ts", StubStream.packets("segment " + i));
        }
    }

    /** A list of segments of 4 s named after their numbers. */
    private static String list(int first, int last, String... more) {
        StringBuilder text =
                new StringBuilder("#EXTM3U\n#EXT-X-TARGETDURATION:4\n#EXT-X-MEDIA-SEQUENCE:" + first + "\n");
        for (int i = first; i <= last; i++) {
            text.append("#EXTINF:4,\n").append(i).append(".ts\n");
        }
        return text + String.join("\n", more);
    }

    private WatchEnd watch(Duration time) {
        Complaints complaints = new Complaints(rejections::add);
        reel = new Reel(kept::add, complaints::say);
        return new LiveWatch(StubStream.LIST, time, stream, reel, pace, LiveWatch.Errand.NONE, complaints)
                .run(pace.now().plus(time));
    }

    private byte[] bytes(KeptSegment segment) throws IOException {
        return new LiveFolder(folder.resolve("warc"), folder).read(segment.footage());
    }

    private List<Long> numbers() {
        return kept.stream().map(segment -> segment.segment().sequence()).toList();
    }

    @Test
    void eachSegmentIsFetchedOnceUntilTheStreamEnds() throws IOException {
        stream.lists(list(0, 2), list(0, 2), list(1, 3), list(2, 5, "#EXT-X-ENDLIST"));
        assertThat(watch(Duration.ofMinutes(5))).isEqualTo(WatchEnd.ENDED);
        assertThat(numbers()).containsExactly(0L, 1L, 2L, 3L, 4L, 5L);
        assertThat(stream.asked.stream().filter(path -> path.endsWith(".ts"))).doesNotHaveDuplicates();
        assertThat(bytes(kept.getFirst())).isEqualTo(StubStream.packets("segment 0"));
        // Changed, unchanged, changed: a whole target duration, half of one, a whole one.
        assertThat(pace.since()).isEqualTo(Duration.ofSeconds(4 + 2 + 4));
        assertThat(kept.getFirst().start()).isEqualTo(StubPace.START.minusSeconds(12));
        assertThat(kept.getLast().dated()).isFalse();
        assertThat(rejections).isEmpty();
    }

    @Test
    void watchEndsWhenItsTimeIsOver() throws IOException {
        stream.lists(list(0, 2));
        assertThat(watch(Duration.ofSeconds(30))).isEqualTo(WatchEnd.TIME);
        assertThat(pace.since()).isEqualTo(Duration.ofSeconds(30));
        assertThat(numbers()).containsExactly(0L, 1L, 2L);
    }

    @Test
    void oldPartOfAListIsLeftOut() throws IOException {
        stream.lists(list(0, 25), list(0, 26, "#EXT-X-ENDLIST"));
        watch(Duration.ofMinutes(5));
        assertThat(numbers()).startsWith(11L).endsWith(26L).hasSize(16);
        assertThat(reel.counts().lost()).isZero();
    }

    @Test
    void stoppedWatchKeepsWhatItHas() throws IOException {
        stream.lists(list(0, 2)).on("/r1/1.ts", () -> {
            pace.stopAt(pace.now());
            return StubStream.packets("segment 1");
        });
        assertThat(watch(Duration.ofMinutes(5))).isEqualTo(WatchEnd.STOPPED);
        assertThat(numbers()).containsExactly(0L, 1L);
    }

    @Test
    void lateSegmentIsTriedAgain() throws IOException {
        int[] tries = {0};
        stream.lists(list(0, 2), list(0, 3), list(1, 4, "#EXT-X-ENDLIST"))
                .on("/r1/1.ts", () -> tries[0]++ < 2 ? null : StubStream.packets("segment 1"));
        assertThat(watch(Duration.ofMinutes(5))).isEqualTo(WatchEnd.ENDED);
        assertThat(numbers()).containsExactly(0L, 2L, 3L, 1L, 4L);
        assertThat(reel.counts().lost()).isZero();
        assertThat(rejections).isEmpty();
    }

    @Test
    void lostSegmentsAreCountedAndTheWatchGoesOn() throws IOException {
        stream.lists(list(0, 2), list(1, 3), list(2, 4), list(7, 8, "#EXT-X-ENDLIST"))
                .on("/r1/1.ts", () -> null);
        assertThat(watch(Duration.ofMinutes(5))).isEqualTo(WatchEnd.ENDED);
        assertThat(numbers()).containsExactly(0L, 2L, 3L, 4L, 7L, 8L);
        assertThat(reel.counts().lost())
                .as("1, which left the list, and 5 and 6, never listed")
                .isEqualTo(3);
    }

    @Test
    void segmentThatStaysAwayIsGivenUp() throws IOException {
        stream.lists(list(0, 1)).on("/r1/1.ts", () -> null);
        watch(Duration.ofSeconds(60));
        assertThat(stream.times("/r1/1.ts")).isEqualTo(SegmentLedger.MAX_ATTEMPTS);
        assertThat(rejections)
                .singleElement()
                .satisfies(r -> assertThat(r.reason()).contains("404"));
    }

    @Test
    void repeatedBytesAreKeptOnce() throws IOException {
        stream.lists(list(0, 2, "#EXT-X-ENDLIST")).bytes("/r1/2.ts", StubStream.packets("segment 0"));
        watch(Duration.ofMinutes(5));
        assertThat(numbers()).containsExactly(0L, 1L);
        assertThat(reel.counts().repeated()).isEqualTo(1);
    }

    @Test
    void listOfACacheIsNoReset() throws IOException {
        stream.lists(list(2, 4), list(1, 3), list(2, 3), list(3, 5, "#EXT-X-ENDLIST"));
        watch(Duration.ofMinutes(5));
        assertThat(numbers()).containsExactly(2L, 3L, 4L, 5L);
        assertThat(reel.counts().resets()).isZero();
    }

    @Test
    void numberingThatBeginsAnewIsAReset() throws IOException {
        String anew = list(0, 1, "#EXT-X-ENDLIST").replace("0.ts", "20.ts").replace("1.ts", "21.ts");
        stream.lists(list(5, 7), anew);
        watch(Duration.ofMinutes(5));
        assertThat(numbers()).containsExactly(5L, 6L, 7L, 0L, 1L);
        assertThat(reel.counts().resets()).isEqualTo(1);
        assertThat(stream.asked).contains("/r1/20.ts", "/r1/21.ts");
    }

    @Test
    void discontinuitiesAndDatesAreFollowed() throws IOException {
        stream.lists(
                list(0, 1)
                        + "#EXT-X-DISCONTINUITY\n#EXT-X-PROGRAM-DATE-TIME:2026-11-23T09:00:00Z\n#EXTINF:4,\n9.ts\n#EXT-X-ENDLIST");
        watch(Duration.ofMinutes(5));
        assertThat(kept.getLast().start()).isEqualTo(Instant.parse("2026-11-23T09:00:00Z"));
        assertThat(kept.getLast().dated()).isTrue();
        assertThat(reel.counts().runs()).isEqualTo(1);
    }

    @Test
    void encryptedSegmentsAreRefusedByName() throws IOException {
        stream.lists(
                list(0, 1).replace("#EXTINF", "#EXT-X-KEY:METHOD=SAMPLE-AES,URI=\"k\"\n#EXTINF") + "#EXT-X-ENDLIST");
        assertThat(watch(Duration.ofMinutes(5))).isEqualTo(WatchEnd.ENDED);
        assertThat(kept).isEmpty();
        assertThat(reel.counts().refused()).isEqualTo(2);
        assertThat(rejections)
                .singleElement()
                .satisfies(r -> assertThat(r.reason()).contains("SAMPLE-AES"));
        assertThat(stream.times("/r1/0.ts")).isZero();
    }

    @Test
    void whatIsNoVideoIsRefused() throws IOException {
        stream.lists(list(0, 1, "#EXT-X-ENDLIST"))
                .bytes(
                        "/r1/0.ts",
                        "#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        watch(Duration.ofMinutes(5));
        assertThat(numbers()).containsExactly(1L);
        assertThat(reel.counts().refused()).isEqualTo(1);
    }

    @Test
    void mapIsFetchedOnceAndStandsBeforeEachSegment() throws IOException {
        byte[] map = "\0\0\0\u0010ftypiso5----".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        stream.lists(list(0, 1, "#EXT-X-ENDLIST").replaceFirst("#EXTINF", "#EXT-X-MAP:URI=\"init.mp4\"\n#EXTINF"))
                .bytes("/r1/init.mp4", map);
        watch(Duration.ofMinutes(5));
        assertThat(stream.times("/r1/init.mp4")).isEqualTo(1);
        assertThat(kept).hasSize(2);
        assertThat(bytes(kept.getLast())).startsWith(map).hasSize(map.length + 188 * 4);
    }

    @Test
    void variantIsChosenAndChosenAnewWhenItFails() throws IOException {
        stream.lists("#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=9,RESOLUTION=1280x720\nv.m3u8\n")
                .listsAt("/r1/v.m3u8", list(0, 1), "", "", "", list(1, 2, "#EXT-X-ENDLIST"));
        assertThat(watch(Duration.ofMinutes(5))).isEqualTo(WatchEnd.ENDED);
        assertThat(numbers()).containsExactly(0L, 1L, 2L);
        assertThat(stream.times(StubStream.LIST.getPath())).isEqualTo(2);
        assertThat(rejections).hasSize(1);
    }

    @Test
    void listThatStaysAwayEndsTheWatch() throws IOException {
        stream.lists("");
        assertThat(watch(Duration.ofHours(5))).isEqualTo(WatchEnd.LOST);
        assertThat(rejections).isNotEmpty();
        assertThat(pace.since()).isLessThan(Duration.ofMinutes(2));
    }
}
