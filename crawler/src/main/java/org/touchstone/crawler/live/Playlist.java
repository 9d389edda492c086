package org.touchstone.crawler.live;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/** An HLS playlist (RFC 8216; tags of later drafts are passed over). */
public sealed interface Playlist {

    /**
     * A list of segments.
     *
     * @param target upper bound of a segment's duration, rounded; how often a live list changes
     * @param sequence media sequence number of the first segment
     * @param segments oldest first, numbered without holes; may be empty
     * @param ended whether no segment will be added
     */
    record Media(Duration target, long sequence, List<Segment> segments, boolean ended) implements Playlist {
        public Media {
            segments = List.copyOf(segments);
        }
    }

    /**
     * A list of encodings of the same stream.
     *
     * @param variants at least one, in the order of the list
     */
    record Multivariant(List<Variant> variants) implements Playlist {
        /** Lines of a picture that are enough to read a mark, and cost little to fetch and decode. */
        static final int MODERATE_LINES = 720;

        /** Bits per second that stand for {@link #MODERATE_LINES} when a list states no sizes. */
        static final long MODERATE_BANDWIDTH = 3_000_000;

        public Multivariant {
            variants = List.copyOf(variants);
            if (variants.isEmpty()) {
                throw new IllegalArgumentException("a multivariant playlist without variants");
            }
        }

        /** The best variant of moderate size; the smallest when all are larger. Sound alone is the last resort. */
        public Variant moderate() {
            List<Variant> seen =
                    variants.stream().filter(variant -> !variant.soundOnly()).toList();
            List<Variant> choice = seen.isEmpty() ? variants : seen;
            Comparator<Variant> size = Comparator.comparingInt(Variant::lines).thenComparingLong(Variant::bandwidth);
            return choice.stream()
                    .filter(Multivariant::isModerate)
                    .max(size)
                    .or(() -> choice.stream().min(size))
                    .orElse(variants.getFirst());
        }

        private static boolean isModerate(Variant variant) {
            return variant.lines() > 0 ? variant.lines() <= MODERATE_LINES : variant.bandwidth() <= MODERATE_BANDWIDTH;
        }
    }

    /**
     * Reads a playlist.
     *
     * @param body UTF-8, at most {@value PlaylistParser#MAX_BYTES} bytes
     * @param base the address it came from, which its own addresses are relative to
     * @throws PlaylistException when it is none, or one that this reader must not guess at
     */
    static Playlist parse(byte[] body, URI base) throws PlaylistException {
        if (body.length > PlaylistParser.MAX_BYTES) {
            throw new PlaylistException(
                    1, "a playlist of at most " + PlaylistParser.MAX_BYTES + " bytes", body.length + " bytes");
        }
        return new PlaylistParser(base).parse(new String(body, StandardCharsets.UTF_8));
    }
}
