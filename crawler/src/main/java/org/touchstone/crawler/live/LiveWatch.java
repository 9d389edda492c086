package org.touchstone.crawler.live;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.touchstone.record.Rejection;

/**
 * Watches one stream for a time: reads its playlist as often as RFC 8216, section 6.3.4, allows, and keeps each new segment
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

    private final LiveSource source;
    private final SegmentSource segments;
    private final SegmentFolder folder;
    private final Pace pace;
    private final Consumer<Rejection> rejections;
    private final SegmentLedger ledger = new SegmentLedger();
    private final Set<String> said = new HashSet<>();
    private Errand errand = Errand.NONE;
    private @Nullable URI media;
    private Segment.@Nullable Part mapPart;
    private byte[] map = {};
    private Duration watched = Duration.ZERO;
    private int playlists;
    private int kept;
    private int repeated;
    private int refused;
    private long bytes;

    LiveWatch(
            LiveSource source,
            SegmentSource segments,
            SegmentFolder folder,
            Pace pace,
            Consumer<Rejection> rejections) {
        this.source = source;
        this.segments = segments;
        this.folder = folder;
        this.pace = pace;
        this.rejections = rejections;
    }

    /**
     * Watches until the stream or the time is over.
     *
     * @param keeper is given each segment kept, oldest first but for those that come late
     * @throws IOException when the folder cannot be written; never because of the stream
     */
    WatchEnd run(Errand between, Consumer<KeptSegment> keeper) throws IOException {
        errand = between;
        Instant end = pace.now().plus(source.duration());
        Duration target = SHORTEST_WAIT.multipliedBy(4);
        int failures = 0;
        while (pace.now().isBefore(end)) {
            runErrand();
            Instant loaded = pace.now();
            boolean fresh = false;
            try {
                Playlist.Media list = load();
                loaded = pace.now();
                failures = 0;
                playlists++;
                target = list.target();
                fresh = ledger.see(list);
                Optional<WatchEnd> over = take(list, loaded, end, keeper);
                if (over.isPresent()) {
                    return over.get();
                }
            } catch (StreamException e) {
                failures++;
                if (failures == 1 || failures == MAX_FAILURES) {
                    reject(source.playlist(), e.reason());
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
            if (!sleep(wake.isBefore(end) ? wake : end)) {
                return WatchEnd.STOPPED;
            }
        }
        return WatchEnd.TIME;
    }

    WatchCounts counts() {
        return new WatchCounts(
                playlists, kept, repeated, ledger.lost(), refused, ledger.runs(), ledger.resets(), bytes);
    }

    /** Sleeps, with errands between; false when the watch was stopped. */
    private boolean sleep(Instant wake) {
        do {
            runErrand();
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

    private Playlist.Media load() throws StreamException {
        URI at = media == null ? source.playlist() : media;
        Playlist list = parse(at);
        if (list instanceof Playlist.Multivariant choice) {
            at = choice.moderate().playlist();
            list = parse(at);
        }
        if (list instanceof Playlist.Media found) {
            media = at;
            return found;
        }
        throw new StreamException(at + ": expected a media playlist, found a second list of variants");
    }

    private Playlist parse(URI at) throws StreamException {
        SegmentSource.Content content = fetch(new Segment.Part(at, Optional.empty()));
        try {
            return Playlist.parse(content.body(), content.address());
        } catch (PlaylistException e) {
            throw new StreamException(at + ": " + e.getMessage());
        }
    }

    private Optional<WatchEnd> take(Playlist.Media list, Instant loaded, Instant end, Consumer<KeptSegment> keeper)
            throws IOException {
        for (Segment segment : ledger.due(list)) {
            if (list.ended() && watched.compareTo(source.duration()) >= 0
                    || !pace.now().isBefore(end)) {
                return Optional.of(WatchEnd.TIME);
            }
            if (bytes >= MAX_BYTES) {
                reject(source.playlist(), "more than " + MAX_BYTES + " bytes of segments; the rest is left out");
                return Optional.of(WatchEnd.BYTES);
            }
            if (!pace.sleep(Duration.ZERO)) {
                return Optional.of(WatchEnd.STOPPED);
            }
            take(segment, list, loaded, keeper);
            runErrand();
        }
        return list.ended() && ledger.due(list).isEmpty() ? Optional.of(WatchEnd.ENDED) : Optional.empty();
    }

    private void take(Segment segment, Playlist.Media list, Instant loaded, Consumer<KeptSegment> keeper)
            throws IOException {
        URI address = segment.source().address();
        if (segment.gap()) {
            ledger.lost(segment);
            return;
        }
        if (!segment.encryption().isEmpty()) {
            refuse(segment, "encrypted with " + segment.encryption() + ", which is not decrypted");
            return;
        }
        byte[] content;
        try {
            content = withMap(segment);
        } catch (StreamException e) {
            if (ledger.failed(segment)) {
                reject(address, e.reason());
            }
            return;
        }
        Optional<Container> container = Container.of(content);
        if (container.isEmpty()) {
            refuse(segment, "expected MPEG-TS or fragmented MP4, found other content");
            return;
        }
        ledger.done(segment);
        watched = watched.plus(segment.duration());
        Optional<String> path = folder.keepSegment(content, container.get());
        if (path.isEmpty()) {
            repeated++;
            return;
        }
        kept++;
        Instant stated = segment.at();
        Instant start = stated != null ? stated : loaded.minus(remaining(list, segment));
        keeper.accept(new KeptSegment(segment, folder.file(path.get()), path.get(), start, stated != null));
    }

    private byte[] withMap(Segment segment) throws StreamException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        if (segment.map().isPresent()) {
            Segment.Part part = segment.map().get();
            if (!part.equals(mapPart)) {
                map = fetch(part).body();
                mapPart = part;
            }
            whole.writeBytes(map);
        }
        byte[] body = fetch(segment.source()).body();
        bytes += body.length;
        whole.writeBytes(body);
        return whole.toByteArray();
    }

    private SegmentSource.Content fetch(Segment.Part part) throws StreamException {
        try {
            return segments.fetch(part);
        } catch (IOException e) {
            throw new StreamException(String.valueOf(e.getMessage()));
        }
    }

    /** From a segment's first frame to the end of the list, which is about the time when it was loaded. */
    private static Duration remaining(Playlist.Media list, Segment from) {
        List<Segment> segments = list.segments();
        Duration sum = Duration.ZERO;
        for (int i = segments.size() - 1; i >= 0; i--) {
            sum = sum.plus(segments.get(i).duration());
            if (segments.get(i).sequence() == from.sequence()) {
                break;
            }
        }
        return sum;
    }

    private void refuse(Segment segment, String reason) {
        ledger.done(segment);
        refused++;
        reject(segment.source().address(), reason);
    }

    /** Says a reason once: what is wrong with one segment is mostly wrong with all. */
    private void reject(URI address, String reason) {
        if (said.size() < 100 && said.add(reason)) {
            rejections.accept(new Rejection(address.toString(), 0, "live", reason, ""));
        }
    }
}
