package org.touchstone.crawler;

import org.touchstone.crawler.fetch.FetchFailure;

/** Is told of what could not be had. */
@FunctionalInterface
interface Failures {
    /**
     * @param source page that wanted it, or the address itself
     * @param field of the listing, or of the plan, that it was for; empty for a page
     */
    void add(String source, String field, FetchFailure failure, String reason);
}
