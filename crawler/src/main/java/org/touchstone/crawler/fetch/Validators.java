package org.touchstone.crawler.fetch;

import java.util.ArrayList;
import java.util.List;

/**
 * What a server gave with an answer to tell it from later ones, RFC 9110, section 8.8.
 *
 * @param etag the {@code ETag} header, empty when there was none
 * @param modified the {@code Last-Modified} header as sent, empty when there was none
 */
public record Validators(String etag, String modified) {
    /** Of an answer that gave neither, or of none. */
    public static final Validators NONE = new Validators("", "");

    private static final int LONGEST = 500;

    /** Leaves out what no header could carry, or is longer than a validator has reason to be. */
    public Validators {
        etag = fit(etag);
        modified = fit(modified);
    }

    private static String fit(String value) {
        boolean fits = value.length() <= LONGEST && value.chars().allMatch(c -> c >= ' ' && c < 127);
        return fits ? value.strip() : "";
    }

    /** The request headers that ask for the answer only if it is another one, RFC 9110, section 13.1. */
    List<Exchange.Header> headers() {
        List<Exchange.Header> headers = new ArrayList<>();
        if (!etag.isEmpty()) {
            headers.add(new Exchange.Header("If-None-Match", etag));
        }
        if (!modified.isEmpty()) {
            headers.add(new Exchange.Header("If-Modified-Since", modified));
        }
        return headers;
    }
}
