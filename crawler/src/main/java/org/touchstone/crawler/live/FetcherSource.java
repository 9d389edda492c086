package org.touchstone.crawler.live;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.touchstone.crawler.fetch.ByteRange;
import org.touchstone.crawler.fetch.FetchKind;
import org.touchstone.crawler.fetch.FetchResult.Fetched;
import org.touchstone.crawler.fetch.FetchResult.NotFetched;
import org.touchstone.crawler.fetch.Fetcher;
import org.touchstone.crawler.keep.LastKept;

/**
 * Fetches through the crawl's own fetcher, from whatever host a playlist names, as images are. Where a server gives the
 * whole for a range, the last whole is remembered, so that it is not asked for again. Not thread-safe.
 */
final class FetcherSource implements SegmentSource {
    private final Fetcher fetcher;
    private final LastKept kept;
    private @Nullable Content whole;
    private @Nullable URI wholeAsked;

    FetcherSource(Fetcher fetcher, LastKept kept) {
        this.fetcher = fetcher;
        this.kept = kept;
    }

    @Override
    public Content fetch(Segment.Part part) throws IOException {
        Content before = whole;
        if (part.range().isPresent() && before != null && part.address().equals(wholeAsked)) {
            ByteRange range = part.range().get();
            if (range.end() <= before.body().length) {
                return cut(before, range);
            }
        }
        return switch (fetcher.fetch(part.address(), FetchKind.MEDIA, part.range(), anywhere -> true)) {
            case Fetched fetched -> {
                LastKept.Entry entry = kept.get();
                Footage.Piece piece = new Footage.Piece(entry.place(), Optional.empty());
                Content content = new Content(fetched.address(), fetched.body(), piece, entry.at());
                if (part.range().isEmpty() || fetched.partial()) {
                    yield content;
                }
                ByteRange range = part.range().get();
                if (range.end() > fetched.body().length) {
                    throw new IOException(part.address() + ": expected bytes " + range + ", found "
                            + fetched.body().length + " in all");
                }
                whole = content;
                wholeAsked = part.address();
                yield cut(content, range);
            }
            case NotFetched not -> throw new IOException(not.address() + ": " + not.reason());
        };
    }

    private static Content cut(Content whole, ByteRange range) {
        Footage.Piece piece = new Footage.Piece(whole.piece().place(), Optional.of(range));
        return new Content(whole.address(), range.of(whole.body()), piece, whole.at());
    }
}
