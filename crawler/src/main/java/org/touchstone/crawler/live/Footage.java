package org.touchstone.crawler.live;

import java.util.Optional;
import org.touchstone.crawler.fetch.ByteRange;
import org.touchstone.crawler.keep.WarcPlace;

/**
 * Where the bytes of a segment lie in the archive, so that it can be decoded again.
 *
 * @param header that must precede it, of fragmented MP4
 * @param body the segment itself
 */
record Footage(Optional<Piece> header, Piece body) {
    /**
     * Bytes of one answer.
     *
     * @param place of the answer
     * @param range of it, where a server gave more than it was asked for; otherwise absent
     */
    record Piece(WarcPlace place, Optional<ByteRange> range) {}
}
