package org.touchstone.crawler.live;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.touchstone.crawler.keep.WarcAnswers;
import org.touchstone.record.Rejection;

/**
 * One room, from its stream to listings: goes on from what earlier runs kept, and watches on until its time is over. Runs
 * once; blocks for as long as it watches.
 */
final class LiveStream {
    /** Time that sampling may take beyond the watch. */
    private static final Duration GRACE = Duration.ofMinutes(2);

    private final LiveSource source;
    private final Instant started;
    private final LiveFolder folder;
    private final Complaints complaints;
    private final RoomLog log = new RoomLog();

    /**
     * Prepares it.
     *
     * @param started when it was first watched
     * @param rejections is told what failed, each reason once; called from two threads
     */
    LiveStream(LiveSource source, Instant started, LiveFolder folder, Consumer<Rejection> rejections) {
        this.source = source;
        this.started = started;
        this.folder = folder;
        complaints = new Complaints(rejections);
    }

    /** What follows the replay of what is kept. */
    @FunctionalInterface
    private interface Then {
        WatchEnd go(Reel reel);
    }

    /**
     * Watches until the stream or the time is over, then gives what was found. Without ffmpeg the segments and cards are kept
     * and one rejection says why there are no stills.
     *
     * @param kept WARC files of earlier runs, none at the first
     * @param segments where everything is fetched
     * @param to is given each listing once its stills are known, in the caller's thread
     * @throws IOException when the folder cannot be read or written; never because of the stream
     */
    LiveReport watch(List<Path> kept, SegmentSource segments, Pace pace, Consumer<LiveOffer> to) throws IOException {
        Instant end = started.plus(source.duration());
        Looks looks = new Looks(segments, pace);
        List<Path> since = new ArrayList<>();
        for (Path archive : kept) {
            // One that nobody wrote to since holds nothing of this watch.
            if (!Files.getLastModifiedTime(archive).toInstant().isBefore(started)) {
                since.add(archive);
            }
        }
        return run(
                since,
                Instant.MAX,
                reel -> {
                    if (!pace.now().isBefore(end)) {
                        return WatchEnd.TIME;
                    }
                    WatchEnd how = source.playlist()
                            .map(playlist -> new LiveWatch(
                                            playlist, source.duration(), segments, reel, pace, looks, complaints)
                                    .run(end))
                            .orElseGet(() -> LiveWatch.sleep(pace, looks, end) ? WatchEnd.TIME : WatchEnd.STOPPED);
                    if (how != WatchEnd.STOPPED) {
                        looks.run();
                    }
                    return how;
                },
                to);
    }

    /**
     * Gives what a watch found once more, from what it kept, with no network.
     *
     * @param until when the same room was begun to be watched anew
     * @throws IOException as for {@link #watch}
     */
    LiveReport replay(List<Path> kept, Instant until, Consumer<LiveOffer> to) throws IOException {
        return run(kept, until, reel -> WatchEnd.TIME, to);
    }

    private LiveReport run(List<Path> kept, Instant until, Then then, Consumer<LiveOffer> to) throws IOException {
        WatchEnd end;
        WatchCounts counts;
        List<Showing> found = List.of();
        try (SamplingQueue queue = queue()) {
            Reel reel = new Reel(queue == null ? segment -> {} : queue::add, complaints::say);
            replay(kept, until, reel);
            end = then.go(reel);
            if (end != WatchEnd.STOPPED) {
                reel.end(source.address());
            }
            counts = reel.counts();
            if (queue != null) {
                found = showings(queue, end);
            }
        }
        new LiveListings(source, found, log).forEach(to);
        return new LiveReport(
                source,
                end,
                counts,
                (int) found.stream().map(Showing::frame).distinct().count(),
                log.cards().size(),
                log.comments().size());
    }

    private void replay(List<Path> kept, Instant until, Reel reel) throws IOException {
        WatchReplay replay = new WatchReplay(source, reel, log, complaints);
        for (Path archive : kept) {
            try {
                WarcAnswers.forEach(archive, 0, answer -> {
                    if (!answer.at().isBefore(started) && answer.at().isBefore(until)) {
                        replay.answer(answer);
                    }
                });
            } catch (IOException e) {
                complaints.say(archive.toUri(), "cannot be read to its end: " + e.getMessage());
            }
        }
    }

    private @Nullable SamplingQueue queue() {
        if (source.playlist().isEmpty() || !folder.keepsStills()) {
            return null;
        }
        try {
            FrameSampler sampler = new FrameSampler(Ffmpeg.find(), folder, source.every());
            return new SamplingQueue(
                    sampler,
                    (kept, reason) -> complaints.say(kept.segment().source().address(), reason));
        } catch (IOException e) {
            complaints.say(source.address(), String.valueOf(e.getMessage()));
            return null;
        }
    }

    private List<Showing> showings(SamplingQueue queue, WatchEnd end) {
        Duration patience =
                end == WatchEnd.STOPPED ? Duration.ZERO : source.duration().plus(GRACE);
        if (!queue.finish(patience) && end != WatchEnd.STOPPED) {
            complaints.say(source.address(), "sampling took longer than the watch; the last segments have no stills");
        }
        return queue.showings();
    }

    /** Looks at the room's export from time to time. */
    private final class Looks implements LiveWatch.Errand {
        private final SegmentSource segments;
        private final Pace pace;
        private Instant next = source.cards().isEmpty() ? Instant.MAX : Instant.MIN;

        private Looks(SegmentSource segments, Pace pace) {
            this.segments = segments;
            this.pace = pace;
        }

        @Override
        public Instant next() {
            return next;
        }

        @Override
        public void run() {
            if (source.cards().isEmpty()) {
                return;
            }
            URI cards = source.cards().get();
            try {
                SegmentSource.Content json = segments.fetch(new Segment.Part(cards, Optional.empty()));
                log.see(
                        RoomReader.read(json.body(), source.room()),
                        json.at(),
                        json.piece().place());
            } catch (IOException e) {
                complaints.say(cards, String.valueOf(e.getMessage()));
            }
            next = pace.now().plus(source.every());
        }
    }
}
