package org.touchstone.crawler.live;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.touchstone.record.Rejection;

/**
 * One room, from its stream to listings. Runs once; blocks for as long as it watches.
 *
 * <pre>{@code
 * LiveStream stream = new LiveStream(source, new FetcherSource(fetcher), folder, Pace.until(stop), rejections);
 * LiveReport report = stream.run(offer -> write(offer));
 * }</pre>
 */
public final class LiveStream {
    /** Time that sampling may take beyond the watch. */
    private static final Duration GRACE = Duration.ofMinutes(2);

    private final LiveSource source;
    private final SegmentSource segments;
    private final SegmentFolder folder;
    private final Pace pace;
    private final Consumer<Rejection> rejections;
    private final RoomLog log = new RoomLog();
    private final List<String> said = Collections.synchronizedList(new ArrayList<>());

    /**
     * Prepares a watch.
     *
     * @param segments where everything is fetched
     * @param folder the crawl's folder: segments go to {@code live/}, stills to {@code images/}
     * @param rejections is told what failed, each reason once; called from two threads
     */
    public LiveStream(
            LiveSource source, SegmentSource segments, Path folder, Pace pace, Consumer<Rejection> rejections) {
        this.source = source;
        this.segments = segments;
        this.folder = new SegmentFolder(folder);
        this.pace = pace;
        this.rejections = rejections;
    }

    /**
     * Watches until the stream or the time is over, then gives what was found. Without ffmpeg the segments and cards are kept
     * and one rejection says why there are no stills.
     *
     * @param to is given each listing once its stills are known, in the caller's thread
     * @throws IOException when the folder cannot be written; never because of the stream
     */
    public LiveReport run(Consumer<LiveOffer> to) throws IOException {
        LiveWatch watch = new LiveWatch(source, segments, folder, pace, this::reject);
        WatchEnd end;
        List<Showing> found = List.of();
        try (SamplingQueue queue = queue()) {
            Looks looks = new Looks();
            end = watch.run(looks, queue == null ? kept -> {} : queue::add);
            looks.run();
            if (queue != null) {
                found = showings(queue, end);
            }
        }
        new LiveListings(source, found, log).forEach(to);
        return new LiveReport(
                source.room(),
                end,
                watch.counts(),
                (int) found.stream().map(Showing::frame).distinct().count(),
                log.cards().size(),
                log.comments().size());
    }

    private @Nullable SamplingQueue queue() {
        try {
            FrameSampler sampler = new FrameSampler(Ffmpeg.find(), folder, source.every());
            return new SamplingQueue(
                    sampler, (kept, reason) -> reject(kept.segment().source().address(), reason));
        } catch (IOException e) {
            reject(source.playlist(), String.valueOf(e.getMessage()));
            return null;
        }
    }

    private List<Showing> showings(SamplingQueue queue, WatchEnd end) {
        Duration patience =
                end == WatchEnd.STOPPED ? Duration.ZERO : source.duration().plus(GRACE);
        if (!queue.finish(patience) && end != WatchEnd.STOPPED) {
            reject(source.playlist(), "sampling took longer than the watch; the last segments have no stills");
        }
        return queue.showings();
    }

    /** Looks at the room's export from time to time. */
    private final class Looks implements LiveWatch.Errand {
        private Instant next = source.cards().isEmpty() ? Instant.MAX : Instant.MIN;

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
                byte[] json = segments.fetch(new Segment.Part(cards, Optional.empty()))
                        .body();
                log.see(RoomReader.read(json, source.room()), pace.now());
            } catch (IOException e) {
                reject(cards, String.valueOf(e.getMessage()));
            }
            next = pace.now().plus(source.every());
        }
    }

    private void reject(URI address, String reason) {
        reject(new Rejection(address.toString(), 0, "live", reason, ""));
    }

    private void reject(Rejection rejection) {
        if (said.size() < 200 && !said.contains(rejection.reason())) {
            said.add(rejection.reason());
            rejections.accept(rejection);
        }
    }
}
