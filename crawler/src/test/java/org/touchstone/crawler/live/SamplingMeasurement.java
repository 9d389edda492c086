package org.touchstone.crawler.live;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Measures by hand how long a long stream takes to sample: give it a VOD playlist whose segments lie beside it, and a folder
 * for the stills. Every segment is sampled, equal or not.
 */
final class SamplingMeasurement {
    private SamplingMeasurement() {}

    public static void main(String[] arguments) throws IOException {
        Path list = Path.of(arguments[0]);
        Path into = Path.of(arguments[1]);
        FrameSampler sampler =
                new FrameSampler(Ffmpeg.find(), new LiveFolder(into.resolve("warc"), into), LiveSource.EVERY);
        Playlist.Media media =
                (Playlist.Media) Playlist.parse(Files.readAllBytes(list), URI.create("https://live.example/list.m3u8"));
        TestArchive archive = new TestArchive(into);
        Map<Segment, Footage> footage = new HashMap<>();
        for (Segment segment : media.segments()) {
            String name = segment.source().address().getPath().substring(1);
            byte[] bytes = Files.readAllBytes(list.resolveSibling(name));
            Footage.Piece piece = archive.keep(segment.source().address(), StubPace.START, bytes);
            footage.put(segment, new Footage(Optional.empty(), piece));
        }
        Instant at = StubPace.START;
        long start = System.nanoTime();
        SamplingQueue queue = new SamplingQueue(
                sampler, (kept, reason) -> System.out.println(kept.segment().sequence() + ": " + reason));
        try (queue) {
            for (Segment segment : media.segments()) {
                queue.add(new KeptSegment(segment, Objects.requireNonNull(footage.get(segment)), at, true));
                at = at.plus(segment.duration());
            }
            queue.finish(Duration.ofHours(1));
        }
        System.out.printf(
                "%d segments, %d s of video, %d stills in %.1f s, %d MiB of heap in use at the end%n",
                media.segments().size(),
                Duration.between(StubPace.START, at).toSeconds(),
                queue.showings().stream().map(Showing::frame).distinct().count(),
                (System.nanoTime() - start) / 1e9,
                (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20);
    }
}
