package org.touchstone.crawler;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.touchstone.crawler.fetch.FetchFailure;
import org.touchstone.crawler.fetch.FetchKind;
import org.touchstone.crawler.fetch.FetchResult;
import org.touchstone.crawler.fetch.FetchResult.Fetched;
import org.touchstone.crawler.fetch.FetchResult.NotFetched;
import org.touchstone.crawler.fetch.Fetcher;
import org.touchstone.crawler.fetch.Validators;
import org.touchstone.crawler.fetch.WebAddress;
import org.touchstone.crawler.keep.Earlier;
import org.touchstone.crawler.keep.KeptAnswer;

/**
 * Answers from the archive, where an interrupted crawl left them there or an earlier one saw what is there still, and
 * otherwise from the web. Thread-safe.
 */
final class PageSource {
    private static final int MAX_HOPS = 5;

    private final CrawlArchive archive;
    private final Fetcher fetcher;

    PageSource(CrawlArchive archive, Fetcher fetcher) {
        this.archive = archive;
        this.fetcher = fetcher;
    }

    /** Like {@link Fetcher#fetch}; what an interrupted crawl kept is not asked for again. */
    FetchResult fetch(URI first, FetchKind kind, Predicate<URI> scope) throws IOException {
        Way way = followKept(first, kind, scope);
        return way.end == null ? fetcher.fetch(way.last(), kind, scope).after(way.hops) : way.result();
    }

    /** A page that earlier crawls saw and that is not due now, as they saw it; empty when it is to be asked for. */
    Optional<Answer> resting(URI address, Instant now) throws IOException {
        Optional<Revisits.Seen> seen =
                archive.revisits().seen(address).filter(s -> !archive.revisits().isDue(s, now));
        return seen.isEmpty() || archive.kept(address).isPresent()
                ? Optional.empty()
                : archive.answer(seen.get().earlier().place())
                        .map(kept -> asBefore(List.of(address), kept, seen.get(), Answer.How.RESTING));
    }

    /** A page, which is asked for only if it is another than the one that earlier crawls saw. */
    Answer page(URI first, Predicate<URI> scope) throws IOException {
        Way way = followKept(first, FetchKind.PAGE, scope);
        if (way.end != null) {
            return way.answer(archive.revisits().seen(way.last()));
        }
        FetchResult result =
                fetcher.fetch(way.last(), FetchKind.PAGE, scope, this::known).after(way.hops);
        if (result instanceof NotFetched not && not.failure() == FetchFailure.UNCHANGED) {
            Optional<Revisits.Seen> seen = archive.revisits().seen(not.address());
            Optional<KeptAnswer> kept = seen.isEmpty()
                    ? Optional.empty()
                    : archive.answer(seen.get().earlier().place());
            if (kept.isPresent()) {
                return asBefore(not.hops(), kept.get(), seen.get(), Answer.How.UNCHANGED);
            }
            result = fetcher.fetch(not.address(), FetchKind.PAGE, scope).after(not.hops()); // what was kept is lost
        }
        CrawlArchive.Arrival arrival = archive.arrived(result.address());
        return arrival == null
                ? new Answer(result, null, Validators.NONE, Answer.How.SENT)
                : new Answer(result, arrival.answer(), arrival.validators(), Answer.How.SENT);
    }

    /** What to tell an address of the answer that it gave before, as long as that is kept. */
    private Validators known(URI address) {
        try {
            Optional<Revisits.Seen> seen = archive.revisits().seen(address);
            return seen.isPresent()
                            && archive.answer(seen.get().earlier().place()).isPresent()
                    ? seen.get().validators()
                    : Validators.NONE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Answer asBefore(List<URI> hops, KeptAnswer kept, Revisits.Seen seen, Answer.How how) {
        return new Answer(
                new Fetched(List.copyOf(hops), kept.contentType(), kept.body()),
                new Earlier(kept.at(), kept.place()),
                seen.validators(),
                how);
    }

    /**
     * How far the answers go that an interrupted crawl kept.
     *
     * @param hops addresses passed through; nothing is kept of the last, unless there is an end
     * @param end the answer that ends it, which may be a redirect out of the scope; null when the web must be asked
     */
    private record Way(List<URI> hops, @Nullable KeptAnswer end) {
        URI last() {
            return hops.getLast();
        }

        FetchResult result() {
            KeptAnswer kept = Objects.requireNonNull(end);
            if (kept.status() == 200) {
                return new Fetched(hops, kept.contentType(), kept.body());
            }
            return kept.status() < 400
                    ? new NotFetched(hops, FetchFailure.SCOPE, "redirects to " + kept.location(), Duration.ZERO)
                    : new NotFetched(hops, FetchFailure.STATUS, "answered " + kept.status(), Duration.ZERO);
        }

        /** @param seen of the last; where it is that very answer, the validators are those that were sent last with it */
        Answer answer(Optional<Revisits.Seen> seen) {
            KeptAnswer kept = Objects.requireNonNull(end);
            Validators validators = seen.filter(s -> s.earlier().place().equals(kept.place()))
                    .map(Revisits.Seen::validators)
                    .orElse(kept.validators());
            return new Answer(result(), new Earlier(kept.at(), kept.place()), validators, Answer.How.SENT);
        }
    }

    private Way followKept(URI first, FetchKind kind, Predicate<URI> scope) throws IOException {
        List<URI> hops = new ArrayList<>(List.of(first));
        while (hops.size() <= MAX_HOPS) {
            // A page's parts are asked for once in a crawl, whoever wants them.
            URI at = hops.getLast();
            KeptAnswer kept = (kind == FetchKind.PAGE ? archive.kept(at) : archive.received(at)).orElse(null);
            if (kept == null) {
                break;
            }
            if (kept.status() == 200 || kept.status() >= 400) {
                return new Way(List.copyOf(hops), kept);
            }
            Optional<URI> next = WebAddress.resolve(kept.address(), kept.location());
            if (next.isEmpty() || hops.contains(next.get())) {
                break;
            }
            if (!scope.test(next.get())) {
                return new Way(List.copyOf(hops), kept);
            }
            hops.add(next.get());
        }
        return new Way(List.copyOf(hops), null);
    }
}
