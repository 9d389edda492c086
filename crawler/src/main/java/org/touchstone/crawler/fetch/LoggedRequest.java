package org.touchstone.crawler.fetch;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;

/**
 * One request that was made, as the politeness log keeps it.
 *
 * @param time when it began
 * @param host whose turn it took
 * @param address what was asked for
 * @param kind page, image or robots
 * @param allowed what robots.txt said
 * @param rule the robots rule that decided, empty when none matched
 * @param ruleLine its line in robots.txt, from 1; 0 when none matched
 * @param delay the pause that plan, robots.txt and the host's latency asked for; zero before the first request
 * @param pause the pause since the end of the last request to the host; negative before the first request
 * @param status 0 when there was none
 * @param failure why nothing came of it, see {@link FetchFailure#key}; empty when something did
 * @param retryAfter what the answer asked for, zero when nothing
 * @param bytes of the body as sent
 * @param took from the beginning to the end
 */
public record LoggedRequest(
        Instant time,
        String host,
        URI address,
        FetchKind kind,
        boolean allowed,
        String rule,
        int ruleLine,
        Duration delay,
        Duration pause,
        int status,
        String failure,
        Duration retryAfter,
        long bytes,
        Duration took) {
    /** When it ended. */
    public Instant end() {
        return time.plus(took);
    }
}
