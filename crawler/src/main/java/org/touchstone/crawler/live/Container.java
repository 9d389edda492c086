package org.touchstone.crawler.live;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * How a segment wraps its frames, told by its first bytes. A decoder is told which it is and guesses at nothing: among what
 * it could guess are lists that name other files.
 */
enum Container {
    /** MPEG-2 transport stream (ISO/IEC 13818-1): packets of 188 bytes that begin with 0x47. */
    MPEG_TS("mpegts"),
    /** Fragmented MP4 (ISO/IEC 14496-12): boxes of a length and a name. */
    MP4("mov");

    private static final int PACKET = 188;
    private static final Set<String> BOXES = Set.of("ftyp", "styp", "moov", "moof", "sidx", "emsg", "prft", "free");

    private final String demuxer;

    Container(String demuxer) {
        this.demuxer = demuxer;
    }

    /** The decoder's name for it. */
    String demuxer() {
        return demuxer;
    }

    static Optional<Container> of(byte[] bytes) {
        if (bytes.length > 8 && BOXES.contains(new String(bytes, 4, 4, StandardCharsets.ISO_8859_1))) {
            return Optional.of(MP4);
        }
        for (int i = 0; i < PACKET && i + 2 * PACKET < bytes.length; i++) {
            if (bytes[i] == 0x47 && bytes[i + PACKET] == 0x47 && bytes[i + 2 * PACKET] == 0x47) {
                return Optional.of(MPEG_TS);
            }
        }
        return Optional.empty();
    }
}
