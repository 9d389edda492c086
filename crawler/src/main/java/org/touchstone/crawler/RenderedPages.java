package org.touchstone.crawler;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.touchstone.crawler.extract.Link;
import org.touchstone.crawler.extract.ListingExtractor;
import org.touchstone.crawler.fetch.FetchFailure;
import org.touchstone.crawler.fetch.FetchKind;
import org.touchstone.crawler.fetch.FetchResult;
import org.touchstone.crawler.fetch.FetchResult.Fetched;
import org.touchstone.crawler.fetch.FetchResult.NotFetched;
import org.touchstone.crawler.fetch.StopSignal;
import org.touchstone.crawler.keep.WarcAnswers;
import org.touchstone.crawler.plan.CrawlPlan;
import org.touchstone.crawler.render.Chromium;
import org.touchstone.crawler.render.RenderLimits;
import org.touchstone.crawler.render.RenderMode;
import org.touchstone.crawler.render.Renderer;
import org.touchstone.crawler.render.Rendering;
import org.touchstone.crawler.render.Rendering.Failed;
import org.touchstone.crawler.render.Rendering.Rendered;
import org.touchstone.crawler.render.ScriptSigns;
import org.touchstone.crawler.render.SubRequest;
import org.touchstone.listing.CaptureRef;

/** The pages of a crawl as a browser shows them, where the plan wants that, and otherwise as they came. Thread-safe. */
final class RenderedPages implements Closeable {
    /** Parts that are named when they fail, each once; later ones fail unnamed. */
    private static final int MOST_NAMED = 10_000;

    static final String HTML = "text/html; charset=utf-8";

    private final CrawlPlan plan;
    private final PageSource source;
    private final CrawlFolder folder;
    private final ListingExtractor extractor;
    private final Clock clock;
    private final StopSignal stop;
    private final Failures failures;
    private final Runnable browserMissing;
    private final Consumer<IOException> broken;
    private final @Nullable Renderer renderer;
    private final AnswerCache parts = new AnswerCache();
    private final Set<String> named = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean saidMissing = new AtomicBoolean();

    /**
     * A page as it was read.
     *
     * @param capture the record that it was read from; null when it is not known
     */
    record Seen(PageReading reading, @Nullable CaptureRef capture) {}

    /**
     * @param chromium null when the system has none
     * @param browserMissing is told, once, when a page would have needed it
     * @param broken is told when the crawl cannot go on
     */
    RenderedPages(
            CrawlPlan plan,
            @Nullable Chromium chromium,
            PageSource source,
            CrawlFolder folder,
            ListingExtractor extractor,
            Clock clock,
            StopSignal stop,
            Failures failures,
            Runnable browserMissing,
            Consumer<IOException> broken) {
        this.plan = plan;
        this.source = source;
        this.folder = folder;
        this.extractor = extractor;
        this.clock = clock;
        this.stop = stop;
        this.failures = failures;
        this.browserMissing = browserMissing;
        this.broken = broken;
        renderer = chromium == null
                ? null
                : new Renderer(chromium, plan.agent().header(), RenderLimits.DEFAULT, this::part, stop);
    }

    /**
     * The browser that a plan needs; null when it needs none, or can do without.
     *
     * @throws IOException when it cannot do without and there is none; its message says what to do
     */
    static @Nullable Chromium browser(CrawlPlan plan) throws IOException {
        Optional<Chromium> found = plan.render() == RenderMode.NEVER ? Optional.empty() : Chromium.find();
        if (found.isEmpty() && plan.render() == RenderMode.ALWAYS) {
            throw new IOException(Chromium.MISSING);
        }
        return found.orElse(null);
    }

    /** Whether a page is to be shown in a browser. */
    static boolean wanted(RenderMode mode, PageReading plain, URI address) {
        return switch (mode) {
            case NEVER -> false;
            case ALWAYS -> true;
            case AUTO ->
                plain.extraction().offers().isEmpty()
                        && ScriptSigns.on(plain.text().document(address)).isPresent();
        };
    }

    /** What a page as rendered gives, together with what it gave as it came: offers of the first that has any, links of both. */
    static PageReading together(PageReading plain, PageReading shown, List<URI> byScripts) {
        Map<URI, Link> links = new LinkedHashMap<>();
        Stream.of(
                        shown.links(),
                        plain.links(),
                        byScripts.stream().map(at -> new Link(at, false)).toList())
                .flatMap(List::stream)
                .forEach(link -> links.putIfAbsent(link.address(), link));
        boolean offers = !shown.extraction().offers().isEmpty()
                || plain.extraction().offers().isEmpty();
        return new PageReading(plain.text(), (offers ? shown : plain).extraction(), List.copyOf(links.values()));
    }

    /** A page as it is to be read; empty when the crawl was stopped meanwhile. */
    Optional<Seen> see(Fetched page, PageReading plain, @Nullable CaptureRef capture) throws IOException {
        if (!wanted(plan.render(), plain, page.address())) {
            return Optional.of(new Seen(plain, capture));
        }
        if (renderer == null) {
            if (!saidMissing.getAndSet(true)) {
                browserMissing.run();
            }
            return Optional.of(new Seen(plain, capture));
        }
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Rendering rendering = renderer.render(page, plan.screenshots());
        if (stop.given()) {
            return Optional.empty();
        }
        name(page.address(), rendering.requests());
        return Optional.of(
                switch (rendering) {
                    case Failed failed -> {
                        failures.add(page.address().toString(), "render", FetchFailure.RENDER, failed.reason());
                        yield new Seen(plain, capture);
                    }
                    case Rendered rendered -> shown(page.address(), plain, capture, rendered, at);
                });
    }

    private Seen shown(URI page, PageReading plain, @Nullable CaptureRef capture, Rendered rendered, Instant at)
            throws IOException {
        if (!rendered.cut().isEmpty()) {
            failures.add(page.toString(), "render", FetchFailure.RENDER, "read as far as it came: " + rendered.cut());
        }
        PageReading shown = PageReading.of(extractor, new Fetched(List.of(page), HTML, rendered.html()), at);
        PageReading reading = together(plain, shown, rendered.links());
        if (shown.extraction().offers().isEmpty()) {
            return new Seen(reading, capture);
        }
        CaptureRef made = CrawlArchive.capture(
                folder.archive().keepMade(URI.create(WarcAnswers.RENDERED + page), at, HTML, rendered.html()));
        if (rendered.screenshot().length > 0) {
            folder.archive().keepMade(URI.create("screenshot:" + page), at, "image/png", rendered.screenshot());
        }
        return new Seen(reading, made);
    }

    /** Says which parts could not be had, each once in a crawl. */
    private void name(URI page, List<SubRequest> requests) {
        for (SubRequest request : requests) {
            Optional<FetchFailure> failure = request.failed();
            if (failure.isPresent() && named.size() < MOST_NAMED && named.add(request.address())) {
                failures.add(page.toString(), "render", failure.get(), request.address() + ": " + request.refused());
            }
        }
    }

    /** A part of a page: from memory, from the folder, and only then from the web. */
    private FetchResult part(URI address, FetchKind kind) {
        try {
            Optional<String> image = kind == FetchKind.IMAGE ? folder.image(address) : Optional.empty();
            if (image.isPresent() && !image.get().isEmpty()) {
                Path file = folder.path().resolve(image.get());
                String extension = image.get().replaceFirst(".*\\.", "");
                String type = "image/" + (extension.equals("svg") ? "svg+xml" : extension);
                return new Fetched(List.of(address), type, Files.readAllBytes(file));
            }
            return parts.get(address, () -> source.fetch(address, kind, anywhere -> true));
        } catch (IOException e) {
            broken.accept(e);
            return new NotFetched(
                    List.of(address), FetchFailure.STOPPED, "the crawl cannot go on: " + e, Duration.ZERO);
        }
    }

    @Override
    public void close() {
        if (renderer != null) {
            renderer.close();
        }
    }
}
