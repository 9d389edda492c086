package org.touchstone.crawler.live;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.touchstone.crawler.extract.ContentDigest;

/**
 * What a watch has of its stream: takes playlists and segments as they come, from the web or from an archive alike, and
 * passes on each segment once. Not thread-safe.
 */
final class Reel {
    private static final int MOST_TROUBLES = 1_000;

    private final Consumer<KeptSegment> keeper;
    private final BiConsumer<URI, String> rejected;
    private final SegmentLedger ledger = new SegmentLedger();
    private final Set<String> digests = new HashSet<>();
    /** Why segments could not be had so far. */
    private final Map<URI, String> troubles = new LinkedHashMap<>();

    private Playlist.@Nullable Media list;
    private Instant loaded = Instant.EPOCH;
    private Duration watched = Duration.ZERO;
    private int playlists;
    private int kept;
    private int repeated;
    private int refused;
    private long bytes;

    /**
     * @param keeper is given each segment kept, oldest first but for those that come late
     * @param rejected is told of addresses that are of no use, and why
     */
    Reel(Consumer<KeptSegment> keeper, BiConsumer<URI, String> rejected) {
        this.keeper = keeper;
        this.rejected = rejected;
    }

    /**
     * Takes in a list.
     *
     * @param at when it was asked for
     * @return whether it held anything new
     */
    boolean see(Playlist.Media media, Instant at) {
        playlists++;
        list = media;
        loaded = at;
        boolean fresh = ledger.see(media);
        for (Segment segment : ledger.due(media)) {
            if (segment.gap()) {
                ledger.lost(segment);
            } else if (!segment.encryption().isEmpty()) {
                refuse(segment, "encrypted with " + segment.encryption() + ", which is not decrypted");
            }
        }
        return fresh;
    }

    /** Segments of the last list that are still to be fetched, oldest first. */
    List<Segment> due() {
        return list == null ? List.of() : ledger.due(list);
    }

    /** Takes a segment that came. */
    void take(Segment segment, Optional<SegmentSource.Content> header, SegmentSource.Content body) {
        bytes += body.body().length;
        troubles.remove(segment.source().address());
        byte[] start = header.map(SegmentSource.Content::body).orElse(body.body());
        if (Container.of(start).isEmpty()) {
            refuse(segment, "expected MPEG-TS or fragmented MP4, found other content");
            return;
        }
        ledger.done(segment);
        watched = watched.plus(segment.duration());
        if (!digests.add(ContentDigest.of(body.body()).substring(0, 32))) {
            repeated++;
            return;
        }
        kept++;
        Instant stated = segment.at();
        Instant first = stated != null ? stated : loaded.minus(remaining(segment));
        Footage footage = new Footage(header.map(SegmentSource.Content::piece), body.piece());
        keeper.accept(new KeptSegment(segment, footage, first, stated != null));
    }

    /** A segment could not be had, this time. */
    void failed(Segment segment, String reason) {
        URI address = segment.source().address();
        if (ledger.failed(segment)) {
            troubles.remove(address);
            rejected.accept(address, reason);
        } else if (troubles.size() < MOST_TROUBLES) {
            troubles.put(address, reason);
        }
    }

    /** Nothing more will come: says what was waited for in vain. */
    void end(URI stream) {
        troubles.forEach(rejected);
        troubles.clear();
        if (ledger.lost() > 0) {
            rejected.accept(stream, ledger.lost() + " segments could not be had, or not before they left the list");
        }
    }

    /** Stream time of the segments taken, as stated. */
    Duration watched() {
        return watched;
    }

    long bytes() {
        return bytes;
    }

    WatchCounts counts() {
        return new WatchCounts(
                playlists, kept, repeated, ledger.lost(), refused, ledger.runs(), ledger.resets(), bytes);
    }

    private void refuse(Segment segment, String reason) {
        ledger.done(segment);
        refused++;
        rejected.accept(segment.source().address(), reason);
    }

    /** From a segment's first frame to the end of the list, which is about the time when it was asked for. */
    private Duration remaining(Segment from) {
        List<Segment> segments = list == null ? List.of() : list.segments();
        Duration sum = Duration.ZERO;
        for (Segment segment : segments.reversed()) {
            sum = sum.plus(segment.duration());
            if (segment.sequence() == from.sequence()) {
                break;
            }
        }
        return sum;
    }
}
