package org.touchstone.crawler.render;

import java.net.URI;
import org.touchstone.crawler.fetch.FetchKind;
import org.touchstone.crawler.fetch.FetchResult;

/** Where the browser's requests are answered from: the crawl's own fetcher and archive. Thread-safe; may block. */
@FunctionalInterface
public interface Resources {
    /** What came of a request. Never throws: a crawl that cannot go on has been stopped. */
    FetchResult fetch(URI address, FetchKind kind);
}
