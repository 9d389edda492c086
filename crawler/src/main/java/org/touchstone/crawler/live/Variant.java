package org.touchstone.crawler.live;

import java.net.URI;
import java.util.Locale;

/**
 * One encoding of a stream (RFC 8216, section 4.3.4.2).
 *
 * @param playlist its media playlist
 * @param bandwidth peak, in bits per second; 0 when not said
 * @param width in pixels, 0 when not said
 * @param height in pixels, 0 when not said
 * @param codecs as RFC 6381 writes them, empty when not said
 */
public record Variant(URI playlist, long bandwidth, int width, int height, String codecs) {
    /** The shorter side: phones stream upright. */
    int lines() {
        return Math.min(width, height);
    }

    /** Whether all its codecs are of sound. */
    boolean soundOnly() {
        if (lines() > 0 || codecs.isBlank()) {
            return false;
        }
        for (String codec : codecs.toLowerCase(Locale.ROOT).split(",", -1)) {
            if (!codec.strip().matches("(mp4a|ac-3|ec-3|ac-4|opus|flac|alac|mp3)\\b.*")) {
                return false;
            }
        }
        return true;
    }
}
