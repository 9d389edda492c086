package org.touchstone.crawler.live;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.touchstone.crawler.fetch.ByteRange;

/**
 * A piece of a stream as a media playlist lists it.
 *
 * @param sequence media sequence number
 * @param run discontinuity sequence number: timestamps and encoding go on unbroken within one (RFC 8216, section 6.2.1)
 * @param source where its bytes lie
 * @param map the header that must precede it, of fragmented MP4
 * @param duration as stated, which may be off by half a second
 * @param at wall-clock time of its first frame, stated by EXT-X-PROGRAM-DATE-TIME or reckoned from a neighbour of the same
 *     run; null when no neighbour states one
 * @param encryption method of EXT-X-KEY, empty when it is not encrypted
 * @param gap whether the server says that it has no bytes for it (EXT-X-GAP)
 */
public record Segment(
        long sequence,
        long run,
        Part source,
        Optional<Part> map,
        Duration duration,
        @Nullable Instant at,
        String encryption,
        boolean gap) {

    /**
     * Bytes to fetch.
     *
     * @param address of the resource
     * @param range of it; the whole when absent
     */
    public record Part(URI address, Optional<ByteRange> range) {
        /** What stays the same when a server signs the same address anew: all but the query. */
        String identity() {
            return address.getRawAuthority()
                    + address.getRawPath()
                    + range.map(r -> "#" + r).orElse("");
        }
    }

    Segment at(@Nullable Instant time) {
        return new Segment(sequence, run, source, map, duration, time, encryption, gap);
    }
}
