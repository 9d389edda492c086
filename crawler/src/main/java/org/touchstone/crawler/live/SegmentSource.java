package org.touchstone.crawler.live;

import java.io.IOException;
import java.net.URI;

/** Where playlists, segments and room exports come from. Blocks; politeness and guards are its matter. */
@FunctionalInterface
public interface SegmentSource {
    /**
     * What an address led to.
     *
     * @param address the last one, after redirects
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody; the body is large and not copied
    record Content(URI address, byte[] body) {}

    /**
     * Fetches bytes.
     *
     * @throws IOException when there are none to be had; its message says why, for people
     */
    Content fetch(Segment.Part part) throws IOException;
}
