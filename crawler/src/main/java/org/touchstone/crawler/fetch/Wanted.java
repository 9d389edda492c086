package org.touchstone.crawler.fetch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What of an address is wanted.
 *
 * @param unless validators of an answer that is known: the same one need not be sent again
 * @param range bytes of it; all when absent
 */
record Wanted(Validators unless, Optional<ByteRange> range) {
    static final Wanted ALL = new Wanted(Validators.NONE, Optional.empty());

    /** Whether an answer may say that nothing has changed. */
    boolean conditional() {
        return !unless.headers().isEmpty();
    }

    /** The request headers that say it. */
    List<Exchange.Header> headers() {
        List<Exchange.Header> headers = new ArrayList<>(unless.headers());
        range.ifPresent(bytes -> headers.add(new Exchange.Header("Range", bytes.header())));
        return headers;
    }
}
