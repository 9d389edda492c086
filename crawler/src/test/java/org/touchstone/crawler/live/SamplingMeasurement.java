package org.touchstone.crawler.live;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * Measures by hand how long a long stream takes to sample: give it a VOD playlist whose segments lie beside it, and a folder
 * for the stills. Every segment is sampled, equal or not.
 */
final class SamplingMeasurement {
    private SamplingMeasurement() {}

    public static void main(String[] arguments) throws IOException {
        Path list = Path.of(arguments[0]);
        FrameSampler sampler =
                new FrameSampler(Ffmpeg.find(), new SegmentFolder(Path.of(arguments[1])), LiveSource.EVERY);
        Playlist.Media media =
                (Playlist.Media) Playlist.parse(Files.readAllBytes(list), URI.create("https://live.example/list.m3u8"));
        Instant at = StubPace.START;
        long start = System.nanoTime();
        SamplingQueue queue =
                new SamplingQueue(sampler, (kept, reason) -> System.out.println(kept.path() + ": " + reason));
        try (queue) {
            for (Segment segment : media.segments()) {
                String name = segment.source().address().getPath().substring(1);
                queue.add(new KeptSegment(segment, list.resolveSibling(name), name, at, true));
                at = at.plus(segment.duration());
            }
            queue.finish(Duration.ofHours(1));
        }
        System.out.printf(
                "%d segments, %d s of video, %d stills in %.1f s%n",
                media.segments().size(),
                Duration.between(StubPace.START, at).toSeconds(),
                queue.showings().stream().map(Showing::frame).distinct().count(),
                (System.nanoTime() - start) / 1e9);
    }
}
