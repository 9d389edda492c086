package org.touchstone.crawler.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.touchstone.crawler.fetch.ByteRange;

class PlaylistTest {
    private static final URI BASE = URI.create("https://live.example/room/list.m3u8?k=1");

    private static Playlist parse(String... lines) throws PlaylistException {
        return Playlist.parse(String.join("\n", lines).getBytes(StandardCharsets.UTF_8), BASE);
    }

    private static Playlist.Media media(String... lines) throws PlaylistException {
        List<String> all = new ArrayList<>(List.of("#EXTM3U", "#EXT-X-TARGETDURATION:4"));
        all.addAll(List.of(lines));
        return (Playlist.Media) parse(all.toArray(String[]::new));
    }

    @Test
    void segmentsAreNumberedAndResolved() throws PlaylistException {
        Playlist.Media media =
                media("#EXT-X-MEDIA-SEQUENCE:7", "#EXTINF:3.5,title, with comma", "a.ts", "#EXTINF:4", "/b.ts?x=1\r");
        assertThat(media.target()).isEqualTo(Duration.ofSeconds(4));
        assertThat(media.ended()).isFalse();
        assertThat(media.segments()).extracting(Segment::sequence).containsExactly(7L, 8L);
        assertThat(media.segments())
                .extracting(segment -> segment.source().address().toString())
                .containsExactly("https://live.example/room/a.ts", "https://live.example/b.ts?x=1");
        assertThat(media.segments().getFirst().duration()).isEqualTo(Duration.ofMillis(3500));
    }

    @Test
    void rangesGoOnWhereTheLastEnded() throws PlaylistException {
        List<Segment> segments = media(
                        "#EXT-X-MAP:URI=\"all.mp4\",BYTERANGE=\"700@0\"",
                        "#EXTINF:4,",
                        "#EXT-X-BYTERANGE:100@700",
                        "all.mp4",
                        "#EXTINF:4,",
                        "#EXT-X-BYTERANGE:50",
                        "all.mp4")
                .segments();
        assertThat(segments)
                .extracting(segment -> segment.source().range())
                .containsExactly(Optional.of(new ByteRange(700, 100)), Optional.of(new ByteRange(800, 50)));
        assertThat(segments.getLast().map().orElseThrow().range()).contains(new ByteRange(0, 700));
        assertThatThrownBy(() -> media("#EXTINF:4,", "#EXT-X-BYTERANGE:50", "a.ts"))
                .isInstanceOf(PlaylistException.class)
                .hasMessageContaining("line 5: expected an offset");
    }

    @Test
    void datesSpeakForTheirWholeRun() throws PlaylistException {
        List<Segment> segments = media(
                        "#EXTINF:4,",
                        "a.ts",
                        "#EXT-X-PROGRAM-DATE-TIME:2026-11-23T16:00:04.500+0800",
                        "#EXTINF:4,",
                        "b.ts",
                        "#EXTINF:2,",
                        "c.ts",
                        "#EXT-X-DISCONTINUITY",
                        "#EXTINF:4,",
                        "d.ts")
                .segments();
        assertThat(segments)
                .extracting(Segment::at)
                .containsExactly(
                        Instant.parse("2026-11-23T08:00:00.500Z"),
                        Instant.parse("2026-11-23T08:00:04.500Z"),
                        Instant.parse("2026-11-23T08:00:08.500Z"),
                        null);
        assertThat(segments).extracting(Segment::run).containsExactly(0L, 0L, 0L, 1L);
    }

    @Test
    void encryptionIsNamedUntilItEnds() throws PlaylistException {
        List<Segment> segments = media(
                        "#EXT-X-KEY:METHOD=AES-128,URI=\"k\"",
                        "#EXTINF:4,",
                        "a.ts",
                        "#EXT-X-KEY:METHOD=NONE",
                        "#EXT-X-GAP",
                        "#EXTINF:4,",
                        "b.ts",
                        "#EXTINF:4,",
                        "c.ts")
                .segments();
        assertThat(segments).extracting(Segment::encryption).containsExactly("AES-128", "", "");
        assertThat(segments).extracting(Segment::gap).containsExactly(false, true, false);
    }

    @Test
    void moderateVariantIsChosen() throws PlaylistException {
        assertThat(chosen("1920x1080", "1280x720", "640x360")).isEqualTo("/1");
        assertThat(chosen("1080x1920", "720x1280", "360x640")).isEqualTo("/1");
        assertThat(chosen("3840x2160", "1920x1080")).isEqualTo("/1");
        Playlist.Multivariant sound = (Playlist.Multivariant) parse(
                "#EXTM3U",
                "#EXT-X-STREAM-INF:BANDWIDTH=64000,CODECS=\"mp4a.40.2\"",
                "/sound",
                "#EXT-X-STREAM-INF:PROGRAM-ID=1, BANDWIDTH=9000000",
                "/large",
                "#EXT-X-STREAM-INF:BANDWIDTH=900000,CODECS=\"avc1.4d401e,mp4a.40.2\"",
                "/small");
        assertThat(sound.moderate().playlist()).hasPath("/small");
    }

    private static String chosen(String... sizes) throws PlaylistException {
        StringBuilder text = new StringBuilder("#EXTM3U\n");
        for (int i = 0; i < sizes.length; i++) {
            text.append("#EXT-X-STREAM-INF:BANDWIDTH=1,RESOLUTION=")
                    .append(sizes[i])
                    .append("\n/")
                    .append(i)
                    .append('\n');
        }
        return ((Playlist.Multivariant) parse(text.toString()))
                .moderate()
                .playlist()
                .getPath();
    }

    @Test
    void refusalsSayWhatAndWhere() {
        Map<String, String> refused = Map.of(
                "", "line 1: expected #EXTM3U first, found 'nothing'",
                "<html>", "line 1: expected #EXTM3U first, found '<html>'",
                "#EXTM3U", "expected segments, #EXT-X-TARGETDURATION or variants",
                "#EXTM3U\n#EXT-X-TARGETDURATION:-1", "line 2: expected #EXT-X-TARGETDURATION of 1 to 86400 seconds",
                "#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd", "line 3: expected an http or https address",
                "#EXTM3U\na.ts", "line 2: expected #EXTINF before an address, found 'a.ts'",
                "#EXTM3U\n#EXT-X-SKIP:SKIPPED-SEGMENTS=3", "not a delta update",
                "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\na\n#EXTINF:1,\nb", "expected either segments or variants",
                "#EXTM3U\n#EXTM3U", "line 2: expected one playlist",
                "#EXTM3U\n#EXT-X-MEDIA-SEQUENCE:-5", "expected #EXT-X-MEDIA-SEQUENCE with a whole number, found '-5'");
        refused.forEach((text, message) -> assertThatThrownBy(() -> parse(text))
                .isInstanceOf(PlaylistException.class)
                .hasMessageContaining(message));
        assertThatThrownBy(() -> parse("#EXTM3U" + "\n#".repeat(100_001))).hasMessageContaining("100000 lines");
        assertThatThrownBy(() -> parse("#EXTM3U\n#" + "x".repeat(20_000))).hasMessageContaining("16384 characters");
        assertThatThrownBy(() -> parse("x".repeat(5 << 20))).hasMessageContaining("at most 4194304 bytes");
        assertThatThrownBy(() -> media("#EXTINF:1,\na\n".repeat(20_001)))
                .hasMessageContaining("at most 20000 segments");
    }

    @Provide
    Arbitrary<String> playlists() {
        Arbitrary<String> likely = Arbitraries.of(
                "#EXTM3U",
                "#EXT-X-TARGETDURATION:4",
                "#EXTINF:4,",
                "#EXTINF:",
                "#EXTINF:.",
                "a.ts",
                "//",
                "http://[",
                "#EXT-X-KEY:METHOD=",
                "#EXT-X-KEY:METHOD=AES-128,KEYFORMAT=\"x",
                "#EXT-X-MAP:URI=\"\"",
                "#EXT-X-MAP:",
                "#EXT-X-BYTERANGE:5",
                "#EXT-X-BYTERANGE:0@999999999999999",
                "#EXT-X-DISCONTINUITY",
                "#EXT-X-ENDLIST",
                "#EXT-X-MEDIA-SEQUENCE:999999999999999999",
                "#EXT-X-DISCONTINUITY-SEQUENCE:1",
                "#EXT-X-GAP",
                "#EXT-X-PROGRAM-DATE-TIME:9999-99-99T",
                "#EXT-X-PROGRAM-DATE-TIME:2026-11-23T08:00:00Z",
                "#EXT-X-STREAM-INF:RESOLUTION=99999x99999",
                "#EXT-X-STREAM-INF:BANDWIDTH=999999999999999",
                "%",
                "?",
                "#",
                "\u0000",
                "\ufeff#EXTM3U");
        return Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(6, likely),
                        net.jqwik.api.Tuple.of(1, Arbitraries.strings().ofMaxLength(20)))
                .list()
                .ofMaxSize(25)
                .map(lines -> "#EXTM3U\n#EXT-X-TARGETDURATION:4\n" + String.join("\n", lines));
    }

    @Property(tries = 2000)
    void anythingIsReadOrRefused(@ForAll("playlists") String text) {
        readOrRefuse(text.getBytes(StandardCharsets.UTF_8));
        readOrRefuse(text.substring(Math.min(text.length(), 32)).getBytes(StandardCharsets.UTF_8));
    }

    @Property(tries = 500)
    void anyBytesAreReadOrRefused(@ForAll byte[] bytes) {
        readOrRefuse(bytes);
    }

    private static String readOrRefuse(byte[] body) {
        try {
            Playlist playlist = Playlist.parse(body, BASE);
            return switch (playlist) {
                case Playlist.Media media -> "media " + media.segments().size();
                case Playlist.Multivariant list -> "multivariant " + list.moderate();
            };
        } catch (PlaylistException e) {
            assertThat(e.getMessage()).matches("(?s)line \\d+: expected .+, found '.*'");
            return String.valueOf(e.getMessage());
        }
    }

    @Test
    void publicPlaylistsAreReadOrRefused() throws IOException {
        Path folder = SharedData.text("hls");
        Map<String, String> refused = new TreeMap<>();
        int read = 0;
        try (var files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".m3u8")).toList()) {
                String outcome = readOrRefuse(Files.readAllBytes(file));
                if (outcome.startsWith("line")) {
                    refused.put(String.valueOf(file.getFileName()), outcome);
                } else {
                    read++;
                }
            }
        }
        System.out.println("playlists: " + read + " read, " + refused.size() + " refused");
        refused.forEach((file, why) -> System.out.println("  " + file + ": " + why));
        assumeTrue(read + refused.size() > 0);
        assertThat(refused.keySet()).contains("videojs__empty.m3u8", "videojs__manifestNoExtM3u.m3u8");
        assertThat(refused).hasSizeLessThan(17);
    }
}
