package org.touchstone.crawler;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.touchstone.crawler.extract.Link;
import org.touchstone.crawler.extract.ListingExtractor;
import org.touchstone.crawler.extract.Offered;
import org.touchstone.crawler.extract.PageText;
import org.touchstone.crawler.fetch.FetchKind;
import org.touchstone.crawler.fetch.FetchPolicy;
import org.touchstone.crawler.fetch.FetchResult;
import org.touchstone.crawler.fetch.FetchResult.Fetched;
import org.touchstone.crawler.fetch.FetchResult.NotFetched;
import org.touchstone.crawler.fetch.Fetcher;
import org.touchstone.crawler.fetch.RobotsVerdict;
import org.touchstone.crawler.fetch.StopSignal;

/**
 * What a crawl would make of a page, and why.
 *
 * @param hops addresses passed through, the page's own last
 * @param robots what robots.txt says about the last of them
 * @param delay the pause that would be kept between two requests to the host
 * @param failure why the page could not be had; empty when it could
 * @param bytes of the page, unpacked
 * @param charset of the page, empty when it could not be had
 * @param syntax that products were read from, {@code none} when there are none
 * @param offers products of the page
 * @param links to pages that the plan allows
 */
public record PageInspection(
        List<URI> hops,
        RobotsVerdict robots,
        Duration delay,
        String failure,
        int bytes,
        Optional<Charset> charset,
        String syntax,
        List<Offered> offers,
        List<URI> links) {

    /**
     * A page's charset.
     *
     * @param name as Java knows it
     * @param source what spoke for it: {@code bom}, {@code header}, {@code meta}, {@code content} or {@code fallback}
     */
    public record Charset(String name, String source) {}

    static PageInspection of(CrawlPlan plan, FetchPolicy policy, Clock clock, StopSignal stop, URI page) {
        try (Fetcher fetcher = new Fetcher(policy, stop)) {
            FetchResult result = fetcher.fetch(page, FetchKind.PAGE, plan::allows);
            RobotsVerdict robots = fetcher.robots(result.address());
            Duration delay = robots.delay().compareTo(plan.delay()) > 0 ? robots.delay() : plan.delay();
            return switch (result) {
                case NotFetched not -> failed(not.hops(), robots, delay, not.reason(), 0);
                case Fetched fetched -> read(plan, clock, robots, delay, fetched);
            };
        }
    }

    private static PageInspection read(
            CrawlPlan plan, Clock clock, RobotsVerdict robots, Duration delay, Fetched fetched) {
        int bytes = fetched.body().length;
        Optional<String> notAPage = PageReading.notAPage(fetched.body());
        if (notAPage.isPresent()) {
            return failed(fetched.hops(), robots, delay, notAPage.get(), bytes);
        }
        PageReading reading = PageReading.of(new ListingExtractor(plan.profiles()), fetched, clock.instant());
        PageText text = reading.text();
        return new PageInspection(
                fetched.hops(),
                robots,
                delay,
                "",
                bytes,
                Optional.of(new Charset(text.charset().name(), text.source().key())),
                reading.extraction().syntax(),
                reading.extraction().offers(),
                reading.links().stream().map(Link::address).filter(plan::allows).toList());
    }

    private static PageInspection failed(
            List<URI> hops, RobotsVerdict robots, Duration delay, String failure, int bytes) {
        return new PageInspection(hops, robots, delay, failure, bytes, Optional.empty(), "none", List.of(), List.of());
    }
}
