package org.touchstone.crawler;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.touchstone.crawler.extract.ListingExtractor;
import org.touchstone.crawler.extract.Offered;
import org.touchstone.crawler.fetch.FetchFailure;
import org.touchstone.crawler.fetch.FetchResult.Fetched;
import org.touchstone.crawler.fetch.StopSignal;
import org.touchstone.crawler.keep.Earlier;
import org.touchstone.listing.CaptureRef;
import org.touchstone.listing.Listing;

/** Takes from pages what they give: offers for the folder, links for the frontier. Thread-safe. */
final class Harvest {
    private final CrawlFolder folder;
    private final Frontier frontier;
    private final ListingExtractor extractor;
    private final RenderedPages rendered;
    private final ImageKeeper images;
    private final Passing passing;
    private final ProfileDrift drift;
    private final Clock clock;
    private final StopSignal stop;
    private final Failures failures;

    Harvest(
            CrawlFolder folder,
            Frontier frontier,
            ListingExtractor extractor,
            RenderedPages rendered,
            ImageKeeper images,
            ProfileDrift drift,
            Clock clock,
            StopSignal stop,
            Failures failures)
            throws IOException {
        this.folder = folder;
        this.frontier = frontier;
        this.extractor = extractor;
        this.rendered = rendered;
        this.images = images;
        this.drift = drift;
        this.clock = clock;
        this.stop = stop;
        this.failures = failures;
        passing = new Passing(folder.store());
    }

    /** What came of a page. */
    enum Yield {
        /** It was read. */
        READ,
        /** It is no page. */
        NO_PAGE,
        /** The crawl was stopped before its listings were whole. */
        STOPPED
    }

    /** Reads a page. */
    Yield read(Frontier.Visit visit, Fetched fetched, Answer answer) throws IOException {
        String notAPage = PageReading.notAPage(fetched.body()).orElse("");
        if (!notAPage.isEmpty()) {
            failures.add(visit.address().toString(), "", FetchFailure.TYPE, notAPage);
            return Yield.NO_PAGE;
        }
        Earlier from = answer.from();
        Instant at = from == null ? clock.instant() : from.at();
        Optional<RenderedPages.Seen> seen = rendered.see(
                fetched,
                PageReading.of(extractor, fetched, at),
                from == null ? null : CrawlArchive.capture(from.place()));
        if (seen.isEmpty()) {
            return Yield.STOPPED;
        }
        PageReading reading = seen.get().reading();
        // Links first: other hosts can start while this one's images come in.
        int fresh = frontier.offer(reading.links(), visit);
        for (Offered offered : reading.extraction().offers()) {
            Offered captured = captured(offered, seen.get().capture());
            int met = folder.meet(captured);
            fresh += met;
            if (captured.own()) {
                keep(captured, met > 0);
            } else {
                passing.add(captured);
            }
        }
        if (stop.given() && !reading.extraction().offers().isEmpty()) {
            return Yield.STOPPED;
        }
        frontier.gave(fetched.address(), fresh);
        drift.read(fetched.address(), reading.extraction());
        if (from != null) {
            remember(visit, fetched, answer, from, reading);
        }
        return Yield.READ;
    }

    private void remember(Frontier.Visit visit, Fetched fetched, Answer answer, Earlier from, PageReading reading)
            throws IOException {
        if (answer.how() == Answer.How.SENT) {
            folder.archive().describe(fetched.address(), from, reading.about(visit));
        }
        if (answer.how() != Answer.How.RESTING) {
            folder.archive()
                    .revisits()
                    .visited(fetched.address(), answer.validators(), from, reading.content(), clock.instant());
        }
    }

    private static Offered captured(Offered offered, @Nullable CaptureRef capture) {
        Listing listing = offered.listing();
        return offered.with(
                ListingCopy.of(listing, listing.id()).capture(capture).build());
    }

    private void keep(Offered offered, boolean first) throws IOException {
        String id = folder.listings().id(offered, first);
        if (!id.isEmpty()) {
            folder.write(ListingCopy.of(images.withImages(offered), id).build());
        }
    }

    /** Products whose own page was never read, because of a limit for example; without images once the crawl was stopped. */
    void keepPassing() throws IOException {
        for (Offered offered : passing.all()) {
            boolean ownPageRead = folder.listings().hasUrl(offered.listing().url());
            if (!ownPageRead && !folder.listings().has(offered.listing().id())) {
                folder.write(stop.given() ? offered.listing() : images.withImages(offered));
            }
        }
    }
}
