package org.touchstone.crawler.render;

import java.time.Duration;

/**
 * What rendering a single page may cost.
 *
 * @param requests for scripts, data, style sheets and pictures
 * @param bytes of their answers together
 * @param busy time that the page may take while it waits for no answer, so that pauses at hosts do not count
 * @param whole time from its begin to its end, pauses included
 * @param quiet so long nothing must be asked for before a page counts as finished
 * @param htmlBytes of the page as rendered, roughly; the rest is cut off
 * @param elements of the page as rendered; with more it is not read at all
 * @param memory of a single process of the browser; with more it is ended
 */
public record RenderLimits(
        int requests,
        long bytes,
        Duration busy,
        Duration whole,
        Duration quiet,
        int htmlBytes,
        int elements,
        long memory) {
    /** At the usual pause of 2 s, 60 requests to one host take 2 minutes. */
    public static final RenderLimits DEFAULT = new RenderLimits(
            60,
            32L << 20,
            Duration.ofSeconds(15),
            Duration.ofMinutes(3),
            Duration.ofMillis(500),
            5 << 20,
            200_000,
            3L << 29);
}
