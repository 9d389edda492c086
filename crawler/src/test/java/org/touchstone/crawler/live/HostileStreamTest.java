package org.touchstone.crawler.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.touchstone.crawler.StubSite;
import org.touchstone.crawler.fetch.FetchLimits;
import org.touchstone.crawler.live.StreamMaker.Sign;
import org.touchstone.record.Rejection;

/** Streams that mean harm: each costs little, and is named. */
@Timeout(60)
class HostileStreamTest {
    private static final FetchLimits LIMITS = new FetchLimits(
            1 << 20,
            1 << 20,
            32 << 20,
            50,
            20_000,
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            Duration.ofSeconds(5));

    @TempDir
    Path folder;

    private StubSite site;
    private LiveBench bench;

    @BeforeEach
    void open() throws IOException {
        site = new StubSite();
        bench = new LiveBench(folder.resolve("crawl"), true, LIMITS);
    }

    @AfterEach
    void close() {
        site.close();
    }

    private LiveReport watch(String playlist) throws IOException {
        site.bytes("/list.m3u8", "application/vnd.apple.mpegurl", playlist.getBytes(StandardCharsets.UTF_8));
        return bench.watch(new LiveSource(
                        "R1",
                        "",
                        Optional.of(site.at("/list.m3u8")),
                        Optional.empty(),
                        LiveSource.EVERY,
                        Duration.ofSeconds(3)))
                .getFirst();
    }

    private static String list(String... segments) {
        StringBuilder list = new StringBuilder("#EXTM3U\n#EXT-X-TARGETDURATION:2\n");
        for (String segment : segments) {
            list.append("#EXTINF:2,\n").append(segment).append('\n');
        }
        return list + "#EXT-X-ENDLIST\n";
    }

    private List<String> reasons() {
        return bench.rejections.stream().map(Rejection::reason).toList();
    }

    @Test
    void millionSegmentsAreRefused() throws IOException {
        LiveReport report = watch("#EXTM3U\n" + "#EXTINF:2,\na.ts\n".repeat(1_000_000));
        assertThat(report.counts().playlists()).isZero();
        assertThat(reasons()).first().asString().contains("expected a playlist of at most 4194304 bytes");
        assertThat(site.paths()).doesNotContain("/a.ts");
    }

    @Test
    void whatIsNoVideoIsRefusedByName() throws IOException {
        byte[] bomb = StubSite.packed(60 << 20);
        site.page("/html.ts", "<html><body>Not found, but 200")
                .bytes("/empty.ts", "video/mp2t", new byte[0])
                .on("/bomb.ts", exchange -> {
                    exchange.getResponseHeaders().set("Content-Encoding", "gzip");
                    exchange.sendResponseHeaders(200, bomb.length);
                    exchange.getResponseBody().write(bomb);
                })
                .bytes("/noise.ts", "video/mp2t", StubStream.packets("no pictures in here"));
        LiveReport report = watch(list("html.ts", "empty.ts", "bomb.ts", "noise.ts"));
        assertThat(report.counts().refused()).isEqualTo(2);
        assertThat(report.counts().kept()).isEqualTo(1);
        assertThat(report.stills()).isZero();
        assertThat(reasons())
                .anyMatch(reason -> reason.contains("expected MPEG-TS or fragmented MP4"))
                .anyMatch(reason -> reason.contains("unpack"));
        assertThat(bench.offers).isEmpty();
    }

    @Test
    void segmentWithoutEndIsGivenUp() throws IOException {
        site.on("/drip.ts", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            for (int i = 0; i < 200; i++) {
                exchange.getResponseBody().write(StubStream.packets("x"));
                exchange.getResponseBody().flush();
                LockSupport.parkNanos(50_000_000);
            }
        });
        long start = System.nanoTime();
        LiveReport report = watch(list("drip.ts"));
        assertThat(report.counts().kept()).isZero();
        assertThat(reasons()).singleElement().asString().contains("after 1 s only");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e9", "-4", "NaN", "99999999999", "0x10", "∞"})
    void durationsThatMakeNoSenseAreRefused(String duration) {
        byte[] list = ("#EXTM3U\n#EXTINF:" + duration + ",\na.ts\n").getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> Playlist.parse(list, StubStream.LIST))
                .hasMessageStartingWith("line 2: expected #EXTINF of 0 to 86400 seconds");
    }

    @Test
    void timesMayStandStillOrRunBackwards() throws IOException {
        StreamMaker.ffmpeg();
        new StreamMaker(folder).make(List.of(new Sign("TOUCHSTONE", Color.RED, 2.2, 3.8)), 6, false);
        StringBuilder list = new StringBuilder("#EXTM3U\n#EXT-X-TARGETDURATION:2\n");
        for (int i = 0; i < 3; i++) {
            site.bytes("/" + i + ".ts", "video/mp2t", Files.readAllBytes(folder.resolve("list" + i + ".ts")));
            list.append("#EXT-X-PROGRAM-DATE-TIME:2026-11-23T08:00:0" + (9 - 3 * i) + "Z\n#EXTINF:0,\n" + i + ".ts\n");
        }
        LiveReport report = watch(list + "#EXT-X-ENDLIST\n");
        assertThat(report.end()).isEqualTo(WatchEnd.ENDED);
        assertThat(report.counts().kept()).isEqualTo(3);
        assertThat(report.stills()).isEqualTo(2);
        assertThat(bench.rejections).isEmpty();
    }

    @Test
    void whatTheDecoderSaysLastIsRead() throws IOException {
        Path program = folder.resolve("ffmpeg");
        Files.writeString(
                program,
                "#!/bin/sh\ncat >/dev/null\nprintf picture\nexec 1>&-\nfor i in 1 2 3; do sleep 0.1; echo time$i >&2; done\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        Ffmpeg.Output output =
                new Ffmpeg(program).run(List.of(), new byte[10], List.of(), 1 << 16, Duration.ofSeconds(20));
        assertThat(output.out()).asString().isEqualTo("picture");
        assertThat(output.log().lines()).containsExactly("time1", "time2", "time3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"exec sleep 60", "kill -9 $$", "exit 3", "exec yes", "exec yes >&2"})
    void decoderThatHangsOrDiesIsNamed(String script) throws IOException {
        Path program = folder.resolve("ffmpeg");
        Files.writeString(program, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        long start = System.nanoTime();
        // More than a pipe holds, so that it also hangs who feeds it.
        assertThatThrownBy(() -> new Ffmpeg(program)
                        .run(List.of(), new byte[1 << 20], List.of(), 1 << 16, Duration.ofSeconds(1)))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("ffmpeg: expected");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }
}
