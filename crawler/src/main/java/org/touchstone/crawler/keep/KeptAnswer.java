package org.touchstone.crawler.keep;

import java.net.URI;
import java.time.Instant;
import org.touchstone.crawler.fetch.Validators;

/**
 * An answer that was received before and is kept.
 *
 * @param address that was asked
 * @param at when it was asked
 * @param status of HTTP; 304 also for an answer that was the same as one before and refers to that one
 * @param contentType as the server said, empty when it said nothing
 * @param location where it redirects to, empty when nowhere
 * @param validators that the server gave with it
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
        Validators validators,
        String contentRange,
        byte[] body,
        WarcPlace place) {}
