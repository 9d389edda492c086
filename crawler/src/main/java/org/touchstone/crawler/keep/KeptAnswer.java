package org.touchstone.crawler.keep;

import java.net.URI;
import java.time.Instant;

/**
 * An answer that was received before and is kept.
 *
 * @param address that was asked
 * @param at when it was asked
 * @param status of HTTP
 * @param contentType as the server said, empty when it said nothing
 * @param location where it redirects to, empty when nowhere
 * @param contentRange which bytes of the whole it is, as the server said; empty when it said nothing
 * @param body unpacked
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody; the body is large and not copied
public record KeptAnswer(
        URI address,
        Instant at,
        int status,
        String contentType,
        String location,
        String contentRange,
        byte[] body,
        WarcPlace place) {}
