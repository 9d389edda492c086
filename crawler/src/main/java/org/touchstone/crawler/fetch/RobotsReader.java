package org.touchstone.crawler.fetch;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * Asks an origin for its robots.txt, RFC 9309, section 2.3.1: an answer 4xx allows everything, 5xx, 429 or none at all forbids
 * everything, up to {@value #MAX_HOPS} redirects are followed, also to other hosts, and more count as 4xx. Thread-safe.
 */
final class RobotsReader {
    static final int MAX_HOPS = 5;

    private static final RobotsVerdict ASKING =
            new RobotsVerdict(true, "", 0, Duration.ZERO, "robots.txt may always be asked for");

    private final PoliteTransport transport;
    private final String agent;

    RobotsReader(PoliteTransport transport, String agent) {
        this.transport = transport;
        this.agent = agent;
    }

    RobotsRules read(String origin) {
        URI asked = URI.create(origin + "/robots.txt");
        URI at = asked;
        try {
            for (int hop = 0; hop <= MAX_HOPS; hop++) {
                Exchange exchange = transport.ask(at, FetchKind.ROBOTS, Wanted.ALL, RobotsFile.MAX_BYTES, ASKING);
                int status = exchange.status();
                if (status == 200) {
                    return RobotsRules.parse(asked, exchange.body(), agent);
                }
                Optional<URI> next = WebAddress.resolve(at, exchange.header("Location"));
                if (!Redirect.is(status) || next.isEmpty()) {
                    String found = asked + " answered " + status;
                    return status >= 500 || status == 429
                            ? RobotsRules.allowNone(found + ", so that nothing may be fetched")
                            : RobotsRules.allowAll(found + ", so that all may be fetched");
                }
                at = next.get();
            }
            return RobotsRules.allowAll(asked + " redirects more than " + MAX_HOPS + " times");
        } catch (FetchException e) {
            return RobotsRules.allowNone(
                    asked + " cannot be had (" + e.getMessage() + "), so that nothing may be fetched");
        }
    }
}
