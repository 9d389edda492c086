package org.touchstone.crawler.live;

import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.touchstone.crawler.fetch.FetchKind;
import org.touchstone.crawler.fetch.FetchResult.Fetched;
import org.touchstone.crawler.fetch.FetchResult.NotFetched;
import org.touchstone.crawler.fetch.Fetcher;

/**
 * Fetches through the crawl's own fetcher, from whatever host a playlist names, as images are. A range is cut out of the
 * whole resource, the last of which is remembered, since the fetcher asks for no ranges. Not thread-safe.
 */
public final class FetcherSource implements SegmentSource {
    private final Fetcher fetcher;
    private @Nullable Content whole;
    private @Nullable URI wholeAsked;

    public FetcherSource(Fetcher fetcher) {
        this.fetcher = fetcher;
    }

    @Override
    public Content fetch(Segment.Part part) throws IOException {
        Optional<ByteRange> range = part.range();
        if (range.isEmpty()) {
            return get(part);
        }
        Content content = whole;
        boolean there = content != null
                && part.address().equals(wholeAsked)
                && content.body().length >= range.get().end();
        if (content == null || !there) {
            content = get(part);
            whole = content;
            wholeAsked = part.address();
        }
        byte[] body = content.body();
        if (range.get().end() > body.length) {
            throw new IOException(
                    part.address() + ": expected at least " + range.get().end() + " bytes, found " + body.length);
        }
        return new Content(
                content.address(), Arrays.copyOfRange(body, (int) range.get().offset(), (int)
                        range.get().end()));
    }

    private Content get(Segment.Part part) throws IOException {
        return switch (fetcher.fetch(part.address(), FetchKind.IMAGE, anywhere -> true)) {
            case Fetched fetched -> new Content(fetched.address(), fetched.body());
            case NotFetched not -> throw new IOException(not.address() + ": " + not.reason());
        };
    }
}
