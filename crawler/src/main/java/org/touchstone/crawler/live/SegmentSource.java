package org.touchstone.crawler.live;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;

/** Where playlists, segments and room exports come from. Blocks; politeness, guards and keeping are its matter. */
@FunctionalInterface
interface SegmentSource {
    /**
     * What an address led to.
     *
     * @param address the last one, after redirects
     * @param piece where it is kept
     * @param at when it was asked for, as the archive has it
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody; the body is large and not copied
    record Content(URI address, byte[] body, Footage.Piece piece, Instant at) {}

    /**
     * Fetches bytes.
     *
     * @throws IOException when there are none to be had; its message says why, for people
     */
    Content fetch(Segment.Part part) throws IOException;
}
