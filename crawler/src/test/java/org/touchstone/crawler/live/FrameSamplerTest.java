package org.touchstone.crawler.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.touchstone.crawler.live.StreamMaker.Sign;

class FrameSamplerTest {
    private static final List<Sign> SIGNS = List.of(
            new Sign("TOUCHSTONE", Color.RED, 2.6, 4.4),
            new Sign("JINSHI", new Color(20, 60, 160), 7.0, 8.2),
            new Sign("NORTHGATE", Color.BLACK, 10.9, 14.0));

    @TempDir
    Path folder;

    /** Samples all segments of a list, in order, as a watch would keep them. */
    private List<Frame> sample(Path list, Duration every, Path into) throws IOException {
        FrameSampler sampler = new FrameSampler(StreamMaker.ffmpeg(), live(into), every);
        Playlist.Media media =
                (Playlist.Media) Playlist.parse(Files.readAllBytes(list), URI.create("https://live.example/list.m3u8"));
        List<Frame> frames = new ArrayList<>();
        Instant at = StubPace.START;
        TestArchive archive = new TestArchive(into);
        for (Segment segment : media.segments()) {
            Optional<Footage.Piece> header = Optional.empty();
            if (segment.map().isPresent()) {
                header = Optional.of(keep(archive, list, segment.map().get()));
            }
            Footage footage = new Footage(header, keep(archive, list, segment.source()));
            KeptSegment kept = new KeptSegment(segment, footage, at, true);
            sampler.sample(kept, sampler.looks(footage)).stream()
                    .map(Showing::frame)
                    .filter(frame -> !frames.contains(frame))
                    .forEach(frames::add);
            at = at.plus(segment.duration());
        }
        return frames;
    }

    private static Footage.Piece keep(TestArchive archive, Path list, Segment.Part part) throws IOException {
        byte[] body =
                Files.readAllBytes(list.resolveSibling(part.address().getPath().substring(1)));
        return archive.keep(part.address(), StubPace.START, body);
    }

    private static LiveFolder live(Path folder) {
        return new LiveFolder(folder.resolve("warc"), folder);
    }

    private static BufferedImage picture(byte[] jpeg) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(jpeg));
    }

    /** Pixels near a colour, where signs stand. */
    private static int count(BufferedImage image, Color color) {
        int count = 0;
        for (int y = 290; y < 330; y++) {
            for (int x = 50; x < 300; x++) {
                Color c = new Color(image.getRGB(x, y));
                boolean near = Math.abs(c.getRed() - color.getRed()) < 70
                        && Math.abs(c.getGreen() - color.getGreen()) < 70
                        && Math.abs(c.getBlue() - color.getBlue()) < 70;
                count += near ? 1 : 0;
            }
        }
        return count;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void eachSignIsSeenWithinASecond(boolean fragmented) throws IOException {
        StreamMaker.ffmpeg();
        Path list = new StreamMaker(folder).make(SIGNS, 16, fragmented);
        Path into = folder.resolve("crawl");
        List<Frame> frames = sample(list, Duration.ofSeconds(5), into);
        for (Sign sign : SIGNS) {
            double seen = Double.NaN;
            for (Frame frame : frames) {
                if (Double.isNaN(seen)
                        && count(picture(Files.readAllBytes(into.resolve(frame.still()))), sign.color()) > 300) {
                    seen = Duration.between(StubPace.START, frame.at()).toMillis() / 1000.0;
                }
            }
            System.out.printf("%s shown at %.2f s, seen at %.2f s%n", sign.text(), sign.from(), seen);
            assertThat(seen).as(sign.text()).isBetween(sign.from() - 0.05, sign.from() + 1);
        }
        // The plain ground once, each sign once: whatever is shown again is not kept again.
        assertThat(frames).hasSize(1 + SIGNS.size());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void stillIsMadeAgainFromItsSegment(boolean fragmented) throws IOException {
        Ffmpeg ffmpeg = StreamMaker.ffmpeg();
        Path list = new StreamMaker(folder).make(SIGNS, 8, fragmented);
        Path into = folder.resolve("crawl");
        List<Frame> frames = sample(list, Duration.ofSeconds(5), into);
        FrameSampler sampler = new FrameSampler(ffmpeg, live(into), Duration.ofSeconds(5));
        assertThat(frames).isNotEmpty();
        for (Frame frame : frames) {
            assertThat(sampler.still(live(into).read(frame.footage()), frame.offset()))
                    .isEqualTo(Files.readAllBytes(into.resolve(frame.still())));
        }
    }

    @Test
    void restlessPictureKeepsItsShare() throws IOException {
        StreamMaker.ffmpeg();
        Path list = new StreamMaker(folder).moving(60);
        long start = System.nanoTime();
        List<Frame> frames = sample(list, Duration.ofSeconds(5), folder.resolve("crawl"));
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf("sampling: 60 s of 640x360 at 25 frames/s in %.1f s, %d stills%n", seconds, frames.size());
        assertThat(frames).hasSizeBetween(12, 24);
    }

    @Test
    void brokenSegmentsFailInOneLine() throws IOException {
        Ffmpeg ffmpeg = StreamMaker.ffmpeg();
        FrameSampler sampler = new FrameSampler(ffmpeg, live(folder), Duration.ofSeconds(5));
        byte[] broken = StubStream.packets("nothing");
        assertThatThrownBy(() -> sampler.still(broken, Duration.ZERO))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("ffmpeg: expected pictures, found none")
                .message()
                .doesNotContain("\n");
    }

    @Test
    void listsAreNotFollowedOutOfASegment() throws IOException {
        Ffmpeg ffmpeg = StreamMaker.ffmpeg();
        Path list = new StreamMaker(folder).make(SIGNS, 4, false);
        try (Stream<Path> files = Files.list(folder)) {
            Path segment = files.filter(file -> file.toString().endsWith(".ts"))
                    .findFirst()
                    .orElseThrow();
            String playlist = "#EXTM3U\n#EXT-X-TARGETDURATION:4\n#EXTINF:4,\nfile://" + segment + "\n#EXT-X-ENDLIST\n";
            byte[] disguised = playlist.getBytes(StandardCharsets.UTF_8);
            assertThat(list).exists();
            // Told nothing about the format, it finds the list, and may still open nothing.
            assertThatThrownBy(() -> ffmpeg.run(
                            List.of("-allowed_extensions", "ALL", "-f", "hls"),
                            disguised,
                            List.of("-f", "image2pipe"),
                            1 << 20,
                            Duration.ofSeconds(20)))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void processIsEndedAtItsDeadlineAndAtItsSize() throws IOException {
        Ffmpeg ffmpeg = StreamMaker.ffmpeg();
        new StreamMaker(folder).make(SIGNS, 4, false);
        byte[] segment = Files.readAllBytes(folder.resolve("list0.ts"));
        List<String> endless = List.of("-vf", "loop=-1:10:0,scale=640:360,format=gray", "-f", "rawvideo");
        long start = System.nanoTime();
        assertThatThrownBy(() -> ffmpeg.run(List.of(), segment, endless, 1 << 20, Duration.ofSeconds(20)))
                .hasMessageContaining("at most 1048576 bytes");
        List<String> silent = List.of("-vf", "loop=-1:10:0,select=0", "-f", "rawvideo");
        assertThatThrownBy(() -> ffmpeg.run(List.of(), segment, silent, 1 << 20, Duration.ofSeconds(1)))
                .hasMessageContaining("within 1 s");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
    }

    @Test
    void absenceIsSaidInOneLine() {
        assertThatThrownBy(() -> Ffmpeg.find(folder.toString()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("expected ffmpeg on the PATH")
                .hasMessageContaining("install");
    }
}
