package org.touchstone.crawler;

import org.jspecify.annotations.Nullable;
import org.touchstone.crawler.fetch.FetchResult;
import org.touchstone.crawler.fetch.Validators;
import org.touchstone.crawler.keep.Earlier;

/**
 * What a page's address gave, from the web or from the archive.
 *
 * @param result of the address
 * @param from where the answer lies and when it was asked for; null when nothing was received
 * @param validators that the server gave with it
 * @param how it came
 */
record Answer(FetchResult result, @Nullable Earlier from, Validators validators, How how) {
    enum How {
        /** It was asked for and sent, or failed. */
        SENT,
        /** It was asked for; the server said that it has not changed since an earlier crawl. */
        UNCHANGED,
        /** It was not asked for: an earlier crawl saw it, and it hardly changes. */
        RESTING
    }
}
