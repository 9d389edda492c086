package org.touchstone.crawler.fetch;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Where an answer sends on to, RFC 9110, section 15.4. */
final class Redirect {
    private Redirect() {}

    static boolean is(int status) {
        return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }

    /**
     * The next address.
     *
     * @param hops the addresses passed through so far
     * @throws FetchException when it leads nowhere, in a circle, or has gone on for too long
     */
    static URI next(Exchange exchange, List<URI> hops, int maxHops) throws FetchException {
        String location = exchange.header("Location");
        Optional<URI> next = WebAddress.resolve(hops.getLast(), location);
        if (next.isEmpty() || location.isEmpty()) {
            throw failed("redirects to '" + location + "', which is no address that can be fetched");
        }
        if (hops.contains(next.get())) {
            throw failed("redirects in a circle to " + next.get());
        }
        if (hops.size() > maxHops) {
            throw failed("redirects more than " + maxHops + " times");
        }
        return next.get();
    }

    private static FetchException failed(String why) {
        return new FetchException(FetchFailure.REDIRECT, why);
    }
}
