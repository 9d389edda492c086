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
import org.touchstone.crawler.plan.CrawlPlan;
import org.touchstone.crawler.render.Chromium;
import org.touchstone.crawler.render.RenderLimits;
import org.touchstone.crawler.render.RenderMode;
import org.touchstone.crawler.render.Renderer;
import org.touchstone.crawler.render.Rendering;
import org.touchstone.crawler.render.Rendering.Rendered;
import org.touchstone.crawler.render.Resources;

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
 * @param scripted whether the page as it came gives no offer, and shows a sign that its scripts would make one
 * @param rendering what came of it in a browser; empty when it was not shown in one
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
        List<URI> links,
        boolean scripted,
        Optional<Rendering> rendering) {

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
                case Fetched fetched -> read(plan, fetcher, clock, stop, robots, delay, fetched);
            };
        }
    }

    private static PageInspection read(
            CrawlPlan plan,
            Fetcher fetcher,
            Clock clock,
            StopSignal stop,
            RobotsVerdict robots,
            Duration delay,
            Fetched fetched) {
        int bytes = fetched.body().length;
        Optional<String> notAPage = PageReading.notAPage(fetched.body());
        if (notAPage.isPresent()) {
            return failed(fetched.hops(), robots, delay, notAPage.get(), bytes);
        }
        ListingExtractor extractor = new ListingExtractor(plan.profiles());
        PageReading reading = PageReading.of(extractor, fetched, clock.instant());
        boolean scripted = RenderedPages.wanted(RenderMode.AUTO, reading, fetched.address());
        Optional<Rendering> rendering = RenderedPages.wanted(plan.render(), reading, fetched.address())
                ? Optional.of(render(plan, fetcher, stop, fetched))
                : Optional.empty();
        if (rendering.orElse(null) instanceof Rendered rendered) {
            Fetched made = new Fetched(List.of(fetched.address()), RenderedPages.HTML, rendered.html());
            reading =
                    RenderedPages.together(reading, PageReading.of(extractor, made, clock.instant()), rendered.links());
        }
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
                reading.links().stream().map(Link::address).filter(plan::allows).toList(),
                scripted,
                rendering);
    }

    private static Rendering render(CrawlPlan plan, Fetcher fetcher, StopSignal stop, Fetched fetched) {
        Optional<Chromium> chromium = Chromium.find();
        if (chromium.isEmpty()) {
            return new Rendering.Failed(Chromium.MISSING, List.of());
        }
        AnswerCache parts = new AnswerCache();
        Resources resources = (address, kind) -> parts.get(address, () -> fetcher.fetch(address, kind, any -> true));
        try (Renderer renderer =
                new Renderer(chromium.get(), plan.agent().header(), RenderLimits.DEFAULT, resources, stop)) {
            return renderer.render(fetched, plan.screenshots());
        }
    }

    private static PageInspection failed(
            List<URI> hops, RobotsVerdict robots, Duration delay, String failure, int bytes) {
        return new PageInspection(
                hops,
                robots,
                delay,
                failure,
                bytes,
                Optional.empty(),
                "none",
                List.of(),
                List.of(),
                false,
                Optional.empty());
    }
}
