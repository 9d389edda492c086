package org.touchstone.crawler.live;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Watches one stream for a time: reads its playlist as often as RFC 8216, section 6.3.4, allows, and fetches each new segment
 * once. What is lost on the way is counted and the watch goes on. Runs once, in one thread.
 */
final class LiveWatch {
    /** Something to do between polls. */
    interface Errand {
        /** When it is due. */
        Instant next();

        void run();

        /** Nothing to do. */
        Errand NONE = new Errand() {
            @Override
            public Instant next() {
                return Instant.MAX;
            }

            @Override
            public void run() {}
        };
    }

    /** Failures of the playlist in a row that end the watch, and after how many the variant is chosen anew. */
    private static final int MAX_FAILURES = 10;

    private static final int FAILURES_OF_VARIANT = 3;
    private static final Duration SHORTEST_WAIT = Duration.ofMillis(500);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    /** Bytes kept of one stream: about nine hours at 1 Mbit/s. */
    static final long MAX_BYTES = 4L << 30;

    private final URI playlist;
    private final Duration duration;
    private final SegmentSource source;
    private final Reel reel;
    private final Pace pace;
    private final Errand errand;
    private final Complaints complaints;
    private @Nullable URI media;
    private Segment.@Nullable Part headerPart;
    private SegmentSource.@Nullable Content header;

    /**
     * @param duration stream time that is enough of a stream that has ended already
     * @param errand done between polls
     */
    LiveWatch(
            URI playlist,
            Duration duration,
            SegmentSource source,
            Reel reel,
            Pace pace,
            Errand errand,
            Complaints complaints) {
        this.playlist = playlist;
        this.duration = duration;
        this.source = source;
        this.reel = reel;
        this.pace = pace;
        this.errand = errand;
        this.complaints = complaints;
    }

    /** Watches until the stream or the time is over. */
    WatchEnd run(Instant end) {
        Duration target = SHORTEST_WAIT.multipliedBy(4);
        int failures = 0;
        while (pace.now().isBefore(end)) {
            runErrand();
            Instant loaded = pace.now();
            boolean fresh = false;
            try {
                Loaded list = load();
                loaded = pace.now();
                failures = 0;
                target = list.media.target();
                fresh = reel.see(list.media, list.at);
                Optional<WatchEnd> over = take(list.media, end);
                if (over.isPresent()) {
                    return over.get();
                }
            } catch (StreamException e) {
                failures++;
                if (failures == 1 || failures == MAX_FAILURES) {
                    complaints.say(playlist, e.reason());
                }
                if (failures == MAX_FAILURES) {
                    return WatchEnd.LOST;
                }
                media = failures % FAILURES_OF_VARIANT == 0 ? null : media;
            }
            Duration wait = fresh ? target : target.dividedBy(2);
            wait = wait.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : wait;
            wait = wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
            Instant wake = loaded.plus(wait);
            if (!sleep(pace, errand, wake.isBefore(end) ? wake : end)) {
                return WatchEnd.STOPPED;
            }
        }
        return WatchEnd.TIME;
    }

    /** Sleeps, with errands between; false when the watch was stopped. */
    static boolean sleep(Pace pace, Errand errand, Instant wake) {
        do {
            if (!pace.now().isBefore(errand.next())) {
                errand.run();
            }
            Instant until = errand.next().isBefore(wake) ? errand.next() : wake;
            Duration left = Duration.between(pace.now(), until);
            if (!pace.sleep(left.isNegative() ? Duration.ZERO : left)) {
                return false;
            }
        } while (pace.now().isBefore(wake));
        return true;
    }

    private void runErrand() {
        if (!pace.now().isBefore(errand.next())) {
            errand.run();
        }
    }

    private record Loaded(Playlist.Media media, Instant at) {}

    private Loaded load() throws StreamException {
        URI at = media == null ? playlist : media;
        SegmentSource.Content content = fetch(new Segment.Part(at, Optional.empty()));
        Playlist list = parse(at, content);
        if (list instanceof Playlist.Multivariant choice) {
            at = choice.moderate().playlist();
            content = fetch(new Segment.Part(at, Optional.empty()));
            list = parse(at, content);
        }
        if (list instanceof Playlist.Media found) {
            media = at;
            return new Loaded(found, content.at());
        }
        throw new StreamException(at + ": expected a media playlist, found a second list of variants");
    }

    private static Playlist parse(URI at, SegmentSource.Content content) throws StreamException {
        try {
            return Playlist.parse(content.body(), content.address());
        } catch (PlaylistException e) {
            throw new StreamException(at + ": " + e.getMessage());
        }
    }

    private Optional<WatchEnd> take(Playlist.Media list, Instant end) {
        for (Segment segment : reel.due()) {
            if (list.ended() && reel.watched().compareTo(duration) >= 0
                    || !pace.now().isBefore(end)) {
                return Optional.of(WatchEnd.TIME);
            }
            if (reel.bytes() >= MAX_BYTES) {
                complaints.say(playlist, "more than " + MAX_BYTES + " bytes of segments; the rest is left out");
                return Optional.of(WatchEnd.BYTES);
            }
            if (!pace.sleep(Duration.ZERO)) {
                return Optional.of(WatchEnd.STOPPED);
            }
            try {
                Optional<SegmentSource.Content> before = header(segment);
                reel.take(segment, before, fetch(segment.source()));
            } catch (StreamException e) {
                reel.failed(segment, e.reason());
            }
            runErrand();
        }
        return list.ended() && reel.due().isEmpty() ? Optional.of(WatchEnd.ENDED) : Optional.empty();
    }

    private Optional<SegmentSource.Content> header(Segment segment) throws StreamException {
        if (segment.map().isEmpty()) {
            return Optional.empty();
        }
        Segment.Part part = segment.map().get();
        if (!part.equals(headerPart)) {
            header = fetch(part);
            headerPart = part;
        }
        return Optional.ofNullable(header);
    }

    private SegmentSource.Content fetch(Segment.Part part) throws StreamException {
        try {
            return source.fetch(part);
        } catch (IOException e) {
            throw new StreamException(String.valueOf(e.getMessage()));
        }
    }
}
