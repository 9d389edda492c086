package org.touchstone.crawler.render;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.touchstone.crawler.fetch.FetchResult.Fetched;
import org.touchstone.crawler.fetch.StopSignal;

/**
 * Shows pages in one browser, which is started when the first comes, and again, a few times, when it ended. Thread-safe;
 * blocks while as many pages are shown as there are cores.
 */
public final class Renderer implements Closeable {
    /** Pages at once, at most; each is a process of some 100 MiB. */
    private static final int MOST_PAGES = 4;

    /** Starts in a row of a browser that ends before it has shown a page. */
    private static final int MOST_STARTS = 5;

    private final Chromium chromium;
    private final String userAgent;
    private final RenderLimits limits;
    private final Resources resources;
    private final StopSignal stop;
    private final Semaphore pages =
            new Semaphore(Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MOST_PAGES), true);

    // Guarded by this.
    private @Nullable Browser browser;
    private int starts;
    private String lastFailure = "";
    private boolean closed;

    /**
     * @param userAgent what scripts are told: the crawl's own name
     * @param resources where requests are answered from
     * @param stop ends every wait
     */
    public Renderer(Chromium chromium, String userAgent, RenderLimits limits, Resources resources, StopSignal stop) {
        this.chromium = chromium;
        this.userAgent = userAgent;
        this.limits = limits;
        this.resources = resources;
        this.stop = stop;
    }

    /**
     * Shows a page that was fetched, and reads it.
     *
     * @param pictures whether pictures are asked for, and a screenshot made
     */
    public Rendering render(Fetched page, boolean pictures) {
        try {
            while (!pages.tryAcquire(100, TimeUnit.MILLISECONDS)) {
                if (stop.given()) {
                    return new Rendering.Failed("the crawl was stopped", List.of());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Rendering.Failed("the crawl was stopped", List.of());
        }
        Browser used = null;
        try {
            used = browser();
            Rendering rendering = Tab.render(used, resources, limits, stop, page, pictures);
            if (rendering instanceof Rendering.Rendered) {
                worked();
            }
            return rendering;
        } catch (IOException e) {
            failed(used, String.valueOf(e.getMessage()));
            return new Rendering.Failed(String.valueOf(e.getMessage()), List.of());
        } finally {
            pages.release();
        }
    }

    private synchronized Browser browser() throws IOException {
        if (closed) {
            throw new IOException("the crawl was stopped");
        }
        Browser running = browser;
        if (running != null && running.isAlive()) {
            return running;
        }
        if (starts >= MOST_STARTS) {
            throw new IOException(
                    "the browser ended " + starts + " times in a row and is left alone; the last: " + lastFailure);
        }
        starts++;
        try {
            running = Browser.start(chromium, userAgent, limits.memory());
        } catch (IOException e) {
            lastFailure = String.valueOf(e.getMessage());
            throw e;
        }
        browser = running;
        return running;
    }

    /** One site's pages that end the browser must not end it for the others. */
    private synchronized void worked() {
        starts = 0;
    }

    /** A browser that gives no answers is of no use to the next page either. */
    private void failed(@Nullable Browser used, String why) {
        synchronized (this) {
            if (used == null || browser != used) {
                return;
            }
            lastFailure = why;
            browser = null;
        }
        used.close();
    }

    @Override
    public void close() {
        Browser running;
        synchronized (this) {
            closed = true;
            running = browser;
            browser = null;
        }
        if (running != null) {
            running.close();
        }
    }
}
