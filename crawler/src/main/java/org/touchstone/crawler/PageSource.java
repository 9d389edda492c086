package org.touchstone.crawler;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.touchstone.crawler.fetch.FetchFailure;
import org.touchstone.crawler.fetch.FetchKind;
import org.touchstone.crawler.fetch.FetchResult;
import org.touchstone.crawler.fetch.FetchResult.Fetched;
import org.touchstone.crawler.fetch.FetchResult.NotFetched;
import org.touchstone.crawler.fetch.Fetcher;
import org.touchstone.crawler.fetch.WebAddress;
import org.touchstone.crawler.keep.KeptAnswer;

/** Answers from the archive, where an interrupted crawl left them there, and otherwise from the web. Thread-safe. */
final class PageSource {
    private static final int MAX_HOPS = 5;

    private final CrawlFolder folder;
    private final Fetcher fetcher;

    PageSource(CrawlFolder folder, Fetcher fetcher) {
        this.folder = folder;
        this.fetcher = fetcher;
    }

    /** Like {@link Fetcher#fetch}; what is kept is not asked for again. */
    FetchResult fetch(URI first, FetchKind kind, Predicate<URI> scope) throws IOException {
        List<URI> hops = new ArrayList<>(List.of(first));
        while (hops.size() <= MAX_HOPS) {
            // A page's parts are asked for once in a crawl, whoever wants them.
            Optional<KeptAnswer> kept =
                    kind == FetchKind.PAGE ? folder.kept(hops.getLast()) : folder.received(hops.getLast());
            if (kept.isPresent() && kept.get().status() == 200) {
                return new Fetched(
                        List.copyOf(hops), kept.get().contentType(), kept.get().body());
            }
            if (kept.isPresent() && kept.get().status() >= 400) {
                String answered = "answered " + kept.get().status();
                return new NotFetched(List.copyOf(hops), FetchFailure.STATUS, answered, Duration.ZERO);
            }
            Optional<URI> next = kept.flatMap(answer -> WebAddress.resolve(answer.address(), answer.location()));
            if (next.isEmpty() || hops.contains(next.get()) || !scope.test(next.get())) {
                break;
            }
            hops.add(next.get());
        }
        FetchResult result = fetcher.fetch(hops.getLast(), kind, scope);
        if (hops.size() == 1) {
            return result;
        }
        hops.removeLast();
        hops.addAll(result.hops());
        return switch (result) {
            case Fetched fetched -> new Fetched(List.copyOf(hops), fetched.contentType(), fetched.body());
            case NotFetched not -> new NotFetched(List.copyOf(hops), not.failure(), not.reason(), not.retryAfter());
        };
    }
}
