package org.touchstone.crawler.render;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.touchstone.crawler.fetch.FetchFailure;

/**
 * Something that a page asked for while it was rendered.
 *
 * @param address as the page wrote it, cut off at {@value #LONGEST} characters
 * @param type as the browser calls it, such as {@code Script} or {@code XHR}
 * @param refused why it got no answer; empty when it got one
 * @param failure what the fetcher says came of it; null when it was not asked
 */
public record SubRequest(
        String address,
        String type,
        String refused,
        @Nullable FetchFailure failure) {
    private static final int LONGEST = 500;

    public SubRequest {
        address = address.length() > LONGEST ? address.substring(0, LONGEST) : address;
    }

    static SubRequest answered(String address, String type) {
        return new SubRequest(address, type, "", null);
    }

    static SubRequest refused(String address, String type, String why) {
        return new SubRequest(address, type, why, null);
    }

    /** What the fetcher says came of it; empty when it was answered, or not asked for. */
    public Optional<FetchFailure> failed() {
        return Optional.ofNullable(failure);
    }
}
