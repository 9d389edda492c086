package org.touchstone.crawler.render;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.touchstone.crawler.fetch.FetchResult.Fetched;
import org.touchstone.crawler.fetch.StopSignal;
import org.touchstone.record.Json;

/** One page in the browser, from its opening to its end. Used once, by one thread; events come in on another. */
final class Tab {
    /** Time for what the browser itself does. */
    private static final Duration SOON = Duration.ofSeconds(10);
    /** Time between two looks at how it stands. */
    private static final long LOOK_MILLIS = 20;

    /** Time for what needs the page, which may be out of breath. */
    private static final Duration ANSWER = Duration.ofSeconds(5);

    /** Frames of other sites and workers, the page itself among them. */
    private static final int MOST_SESSIONS = 50;

    private static final int WIDTH = 1280;
    private static final int HEIGHT = 1024;
    /** Pixels of a screenshot, from the top. */
    private static final int SHOT_HEIGHT = 4000;

    private static final int SHOT_BYTES = 30 << 20;

    /** Evaluated in a world of its own, where the page's scripts have changed nothing. */
    private static final String READ = """
            (() => {
              const root = document.documentElement;
              const elements = document.getElementsByTagName('*').length;
              if (!root || elements > %d) return {elements};
              const type = document.doctype ? '<!DOCTYPE ' + document.doctype.name + '>' : '';
              const html = type + root.outerHTML;
              return {elements, html: html.slice(0, %d), cut: html.length > %d};
            })()""";

    private final Browser browser;
    private final DevTools tools;
    private final RenderLimits limits;
    private final StopSignal stop;
    private final Fetched page;
    private final boolean pictures;
    private final Exchanges exchanges;
    private final String context;
    private final String target;
    private final Set<String> sessions = ConcurrentHashMap.newKeySet();
    private volatile boolean loaded;
    private volatile boolean crashed;
    /** Documents that stood in the page, the empty one before it left out. */
    private final AtomicInteger commits = new AtomicInteger();

    private Tab(
            Browser browser,
            Resources resources,
            RenderLimits limits,
            StopSignal stop,
            Fetched page,
            boolean pictures,
            ObjectNode opened) {
        this.browser = browser;
        tools = browser.tools();
        this.limits = limits;
        this.stop = stop;
        this.page = page;
        this.pictures = pictures;
        context = opened.path("browserContextId").asText();
        target = opened.path("targetId").asText();
        exchanges = new Exchanges(tools, resources, limits, page, target, pictures);
    }

    /**
     * Shows a page and reads it when it has come to rest, or to a limit.
     *
     * @param pictures whether pictures are asked for, and a screenshot made
     * @throws IOException when the browser cannot go on
     */
    static Rendering render(
            Browser browser, Resources resources, RenderLimits limits, StopSignal stop, Fetched page, boolean pictures)
            throws IOException {
        Tab tab = new Tab(browser, resources, limits, stop, page, pictures, browser.openPage(SOON));
        try {
            return tab.run();
        } finally {
            tab.close();
        }
    }

    private Rendering run() throws IOException {
        ObjectNode attach = Json.object().put("targetId", target).put("flatten", true);
        String session = tools.call("", "Target.attachToTarget", attach, SOON)
                .path("sessionId")
                .asText();
        attached(session);
        tools.tell(session, "Inspector.enable", Json.object());
        tools.tell(
                session,
                "Emulation.setDeviceMetricsOverride",
                Json.object()
                        .put("width", WIDTH)
                        .put("height", HEIGHT)
                        .put("deviceScaleFactor", 1)
                        .put("mobile", false));
        tools.call(session, "Page.enable", Json.object(), SOON);
        tools.tell(
                session,
                "Page.navigate",
                Json.object().put("url", page.address().toString()));
        String cut = await();
        if (stop.given()) {
            return new Rendering.Failed("the crawl was stopped", exchanges.requests());
        }
        if (crashed) {
            return new Rendering.Failed(
                    "the page's process ended, by a crash or for more than " + (limits.memory() >> 20)
                            + " MiB of memory",
                    exchanges.requests());
        }
        if (!cut.isEmpty()) {
            tools.tell(session, "Runtime.terminateExecution", Json.object());
            tools.tell(
                    session,
                    "Emulation.setScriptExecutionDisabled",
                    Json.object().put("value", true));
        }
        return read(session, cut);
    }

    /** Waits until the page has come to rest; why that was not waited for, or an empty text. */
    private String await() throws IOException {
        long start = System.nanoTime();
        long last = start;
        long busy = 0;
        while (!stop.given() && !crashed) {
            tools.check();
            long now = System.nanoTime();
            boolean open = exchanges.isOpen();
            busy += open ? 0 : now - last;
            last = now;
            boolean quiet = now - exchanges.lastNanos() >= limits.quiet().toNanos();
            if (loaded && !open && quiet) {
                return exchanges.limit();
            }
            if (busy >= limits.busy().toNanos()) {
                return "it had not come to rest after " + limits.busy().toSeconds() + " s of its own time";
            }
            if (now - start >= limits.whole().toNanos()) {
                return "it had not come to rest after " + limits.whole().toSeconds() + " s";
            }
            if (exchanges.isFlood()) {
                return "it asked for ever more";
            }
            pause();
        }
        return "";
    }

    private static void pause() throws IOException {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private Rendering read(String session, String cut) throws IOException {
        JsonNode seen;
        try {
            int world = tools.call(
                            session,
                            "Page.createIsolatedWorld",
                            Json.object().put("frameId", target).put("worldName", "touchstone"),
                            ANSWER)
                    .path("executionContextId")
                    .asInt();
            String script = String.format(Locale.ROOT, READ, limits.elements(), limits.htmlBytes(), limits.htmlBytes());
            seen = tools.call(
                            session,
                            "Runtime.evaluate",
                            Json.object()
                                    .put("expression", script)
                                    .put("contextId", world)
                                    .put("returnByValue", true)
                                    .put("timeout", ANSWER.toMillis()),
                            ANSWER)
                    .at("/result/value");
        } catch (IOException e) {
            if (!browser.isAlive()) {
                throw e;
            }
            return new Rendering.Failed("it could not be read: " + e.getMessage(), exchanges.requests());
        }
        if (commits.get() > 1) { // looked at last: it may have happened meanwhile
            return new Rendering.Failed("its scripts put another page into its place", exchanges.requests());
        }
        if (!seen.hasNonNull("html")) {
            return new Rendering.Failed(
                    "expected a page of at most " + limits.elements() + " elements, found "
                            + seen.path("elements").asInt(),
                    exchanges.requests());
        }
        String why = !cut.isEmpty()
                ? cut
                : seen.path("cut").asBoolean() ? "it was longer than " + limits.htmlBytes() + " characters" : "";
        byte[] screenshot = pictures ? screenshot(session) : new byte[0];
        return new Rendering.Rendered(
                seen.path("html").asText().getBytes(StandardCharsets.UTF_8),
                screenshot,
                exchanges.links(),
                why,
                exchanges.requests());
    }

    /** A PNG of the page's top; empty when the browser gives none. */
    private byte[] screenshot(String session) {
        try {
            JsonNode size = tools.call(session, "Page.getLayoutMetrics", Json.object(), ANSWER)
                    .path("cssContentSize");
            int height = Math.clamp(size.path("height").asInt(), 1, SHOT_HEIGHT);
            ObjectNode shot = Json.object().put("format", "png").put("captureBeyondViewport", true);
            shot.putObject("clip")
                    .put("x", 0)
                    .put("y", 0)
                    .put("width", WIDTH)
                    .put("height", height)
                    .put("scale", 1);
            byte[] png = Base64.getDecoder()
                    .decode(tools.call(session, "Page.captureScreenshot", shot, ANSWER)
                            .path("data")
                            .asText());
            return png.length <= SHOT_BYTES ? png : new byte[0];
        } catch (IOException | IllegalArgumentException e) {
            return new byte[0];
        }
    }

    /** Takes charge of the page, or of a frame or worker of it, before it may run. */
    private void attached(String session) {
        sessions.add(session);
        tools.listen(session, this::event);
        ObjectNode all = Json.object();
        all.putArray("patterns").addObject().put("urlPattern", "*");
        tools.tell(session, "Fetch.enable", all);
        tools.tell(
                session,
                "Target.setAutoAttach",
                Json.object()
                        .put("autoAttach", true)
                        .put("waitForDebuggerOnStart", true)
                        .put("flatten", true));
        tools.tell(
                session,
                "Network.enable",
                Json.object().put("maxTotalBufferSize", 0).put("maxResourceBufferSize", 0));
        tools.tell(session, "Network.setBypassServiceWorker", Json.object().put("bypass", true));
    }

    private void event(String session, String method, JsonNode event) {
        switch (method) {
            case "Fetch.requestPaused" -> exchanges.paused(session, event);
            case "Target.attachedToTarget" -> {
                String child = event.path("sessionId").asText();
                String type = event.at("/targetInfo/type").asText();
                if (Set.of("service_worker", "shared_worker").contains(type)) {
                    String worker = event.at("/targetInfo/targetId").asText();
                    refused(event.at("/targetInfo/url").asText(), type, "works beyond the page");
                    tools.tell("", "Target.closeTarget", Json.object().put("targetId", worker));
                } else if (sessions.size() < MOST_SESSIONS) { // others wait for ever
                    attached(child);
                    tools.tell(child, "Runtime.runIfWaitingForDebugger", Json.object());
                }
            }
            case "Target.detachedFromTarget" ->
                tools.forget(event.path("sessionId").asText());
            case "Page.loadEventFired" -> loaded();
            case "Page.frameStoppedLoading" -> { // all there will be, when a page was about to leave and was kept from
                // it
                if (commits.get() > 0 && event.path("frameId").asText().equals(target)) {
                    loaded();
                }
            }
            case "Page.frameNavigated" -> {
                if (event.at("/frame/id").asText().equals(target)) {
                    commits.incrementAndGet();
                }
            }
            case "Page.javascriptDialogOpening" -> {
                refused(event.path("message").asText(), "Dialog", "dismissed");
                tools.tell(session, "Page.handleJavaScriptDialog", Json.object().put("accept", false));
            }
            case "Page.windowOpen" -> {
                exchanges.leadsTo(event.path("url").asText());
                refused(event.path("url").asText(), "Window", "no window is opened");
            }
            case "Network.webSocketCreated" ->
                refused(event.path("url").asText(), "WebSocket", "not needed to read the page");
            case "Inspector.targetCrashed" -> crashed = true;
            default -> {}
        }
    }

    private void loaded() {
        if (!loaded) {
            exchanges.touch(); // what scripts do on load comes after it
            loaded = true;
        }
    }

    private void refused(String url, String type, String why) {
        exchanges.note(SubRequest.refused(url, type, why), 0);
    }

    private void close() {
        tools.tell("", "Target.disposeBrowserContext", Json.object().put("browserContextId", context));
        sessions.forEach(tools::forget);
    }
}
