package org.touchstone.crawler.fetch;

import java.time.Duration;

/**
 * What a single request may cost.
 *
 * @param pageBytes of a page, unpacked
 * @param imageBytes of an image
 * @param mediaBytes of a segment, a playlist or a room's export of a live stream
 * @param unpackRatio how many times larger than what was sent an answer may become, looked at from {@code ratioFrom} on
 * @param ratioFrom unpacked bytes below which any ratio is fine
 * @param connect time to connect
 * @param total time from the request to the last byte
 * @param longestDelay the longest Crawl-delay or Retry-After that is waited for; a host that asks for more is left alone
 */
public record FetchLimits(
        int pageBytes,
        int imageBytes,
        int mediaBytes,
        int unpackRatio,
        int ratioFrom,
        Duration connect,
        Duration total,
        Duration longestDelay) {
    /** Of an answer to what is asked for. */
    int bytes(FetchKind kind) {
        return switch (kind) {
            case IMAGE -> imageBytes;
            case MEDIA -> mediaBytes;
            case PAGE, RESOURCE, SITEMAP, ROBOTS -> pageBytes;
        };
    }

    /** Limits that real shops and streams stay well below: ten seconds of 4K have some 25 MB. */
    public static final FetchLimits DEFAULT = new FetchLimits(
            5 << 20,
            20 << 20,
            32 << 20,
            100,
            1 << 20,
            Duration.ofSeconds(10),
            Duration.ofSeconds(60),
            Duration.ofMinutes(5));
}
