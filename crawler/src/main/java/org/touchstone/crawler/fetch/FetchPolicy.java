package org.touchstone.crawler.fetch;

import java.time.Duration;

/**
 * How a crawl presents itself and how it behaves.
 *
 * @param agent product token that robots.txt files may name, such as {@code TouchstoneBot}
 * @param userAgent the whole User-Agent header, with an address for complaints
 * @param delay least pause between two requests to a host
 * @param privateNetworks whether loopback and private networks may be reached
 * @param limits what a single request may cost
 */
public record FetchPolicy(
        String agent, String userAgent, Duration delay, boolean privateNetworks, FetchLimits limits) {}
