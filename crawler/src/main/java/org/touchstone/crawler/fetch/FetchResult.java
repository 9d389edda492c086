package org.touchstone.crawler.fetch;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What came of a request. */
public sealed interface FetchResult {
    /** The addresses passed through, in their order, ending with the one that this speaks of. */
    List<URI> hops();

    /** The last of the hops. */
    default URI address() {
        return hops().getLast();
    }

    /** This, reached through the addresses given, of which the last is the first of the hops. */
    default FetchResult after(List<URI> before) {
        if (before.size() <= 1) {
            return this;
        }
        List<URI> all = new ArrayList<>(before.subList(0, before.size() - 1));
        all.addAll(hops());
        return switch (this) {
            case Fetched fetched -> new Fetched(List.copyOf(all), fetched.contentType(), fetched.body());
            case NotFetched not -> new NotFetched(List.copyOf(all), not.failure(), not.reason(), not.retryAfter());
        };
    }

    /**
     * An answer with status 200, or 206 to a request for a range.
     *
     * @param contentType as the server said, empty when it said nothing
     * @param body unpacked
     * @param partial whether it is the range alone that was asked for, not the whole
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody; the body is large and not copied
    record Fetched(List<URI> hops, String contentType, byte[] body, boolean partial) implements FetchResult {
        /** A whole. */
        public Fetched(List<URI> hops, String contentType, byte[] body) {
            this(hops, contentType, body, false);
        }
    }

    /**
     * No answer that can be used.
     *
     * @param reason for people: what was found
     * @param retryAfter how long the server asks to be left alone; zero when it did not say
     */
    record NotFetched(List<URI> hops, FetchFailure failure, String reason, Duration retryAfter)
            implements FetchResult {}
}
