package org.touchstone.crawler;

import java.net.URI;
import org.touchstone.record.Rejection;

/** Hears how a crawl goes. Called from several threads, one call at a time. */
public interface CrawlListener {
    /** Hears nothing. */
    CrawlListener SILENT = (page, soFar) -> {};

    /**
     * A page was read.
     *
     * @param soFar the counts, this page's included
     */
    void pageRead(URI page, CrawlReport.Counts soFar);

    /** A page asks for a browser and the plan allows one, but the system has none. Told once; the crawl goes on without. */
    default void browserMissing() {}

    /** A page or an image failed. */
    default void rejected(Rejection rejection) {}
}
