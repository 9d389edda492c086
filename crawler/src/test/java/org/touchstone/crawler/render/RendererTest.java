package org.touchstone.crawler.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.touchstone.crawler.StubSite;
import org.touchstone.crawler.fetch.FetchFailure;
import org.touchstone.crawler.fetch.FetchLimits;
import org.touchstone.crawler.fetch.FetchPolicy;
import org.touchstone.crawler.fetch.FetchResult.Fetched;
import org.touchstone.crawler.fetch.Fetcher;
import org.touchstone.crawler.fetch.StopSignal;
import org.touchstone.crawler.render.Rendering.Failed;
import org.touchstone.crawler.render.Rendering.Rendered;

/** With a real browser, one for all; without Chromium nothing is tested. */
@Timeout(60)
class RendererTest {
    private static final RenderLimits LIMITS = new RenderLimits(
            20,
            1 << 20,
            Duration.ofSeconds(1),
            Duration.ofSeconds(20),
            Duration.ofMillis(200),
            1 << 20,
            20_000,
            600L << 20);
    private static final String AGENT = "TestBot/1 (bot@example.org)";

    private static final StopSignal STOP = new StopSignal();
    private static Fetcher fetcher;
    private static Renderer renderer;

    private StubSite site;

    @BeforeAll
    static void start() {
        assumeTrue(Chromium.find().isPresent(), "no Chromium");
        fetcher = new Fetcher(
                new FetchPolicy("TestBot", AGENT, Duration.ZERO, true, FetchLimits.DEFAULT), new StopSignal());
        renderer = new Renderer(
                Chromium.find().orElseThrow(),
                AGENT,
                LIMITS,
                (address, kind) -> fetcher.fetch(address, kind, any -> true),
                STOP);
    }

    @AfterAll
    static void end() {
        if (renderer != null) {
            renderer.close();
            fetcher.close();
            assertThat(browsers()).isZero();
        }
    }

    @BeforeEach
    void open() throws IOException {
        site = new StubSite();
    }

    @AfterEach
    void close() {
        site.close();
    }

    /** Processes of the browser that this JVM started. */
    private static long browsers() {
        return ProcessHandle.current()
                .descendants()
                .filter(one -> one.info().command().orElse("").contains("chrom"))
                .count();
    }

    private static boolean isRenderer(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"))
                    .contains("--type=renderer");
        } catch (IOException e) {
            return false;
        }
    }

    private Fetched page(String html) {
        return new Fetched(List.of(site.at("/p/1")), "text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8));
    }

    private Rendering render(String html) {
        return renderer.render(page(html), false);
    }

    private Rendered rendered(String html) {
        Rendering rendering = render(html);
        assertThat(rendering).isInstanceOf(Rendered.class);
        return (Rendered) rendering;
    }

    private static String text(Rendered rendered) {
        return new String(rendered.html(), StandardCharsets.UTF_8);
    }

    @Test
    void dataThatScriptsAskForIsShown() throws IOException {
        site.bytes("/api/1.json", "application/json", "{\"t\":\"奥若丽 手提包\"}".getBytes(StandardCharsets.UTF_8));
        Rendered rendered = rendered(
                "<!doctype html><meta charset=utf-8><div id=app></div><script>"
                        + "fetch('/api/1.json').then(r => r.json()).then(d => { app.innerHTML = '<h1>' + d.t + '</h1>' })</script>");
        assertThat(text(rendered)).startsWith("<!DOCTYPE html><html>").contains("<h1>奥若丽 手提包</h1>");
        assertThat(rendered.cut()).isEmpty();
        assertThat(rendered.screenshot()).isEmpty();
        assertThat(site.paths()).containsExactly("/robots.txt", "/api/1.json"); // neither the page nor an icon
        assertThat(site.asked()).allMatch(asked -> asked.userAgent().equals(AGENT));
    }

    @ParameterizedTest
    @CsvSource({"'', UTF-8", "'<meta charset=gbk>', GBK", "'<p>本店所售均为自产', GB18030"})
    void scriptsWithoutACharsetAreReadInThePages(String head, String charset) {
        byte[] script = "document.body.append('奥若丽')".getBytes(Charset.forName(charset));
        site.bytes("/a.js", "text/javascript", script);
        byte[] html = (head + "<body><script src=/a.js></script>").getBytes(Charset.forName(charset));
        Rendering rendering = renderer.render(new Fetched(List.of(site.at("/p/1")), "text/html", html), false);
        assertThat(text((Rendered) rendering)).contains("奥若丽");
    }

    @Test
    void scriptsOfOtherHostsFramesAndWorkersRun() throws IOException {
        try (StubSite other = new StubSite()) {
            other.bytes("/lib.js", "text/javascript", "document.body.append('by-script ')".getBytes());
            other.redirect("/moved.js", "/lib2.js")
                    .bytes("/lib2.js", "text/javascript", "document.body.append('by-moved ')".getBytes());
            other.page("/frame", "<script src=in.js></script>");
            other.bytes("/in.js", "text/javascript", "parent.postMessage('by-frame ', '*')".getBytes());
            other.page("/data", "by-cross-origin ");
            site.bytes(
                    "/w.js",
                    "text/javascript",
                    "fetch('/wd').then(r => r.text()).then(t => postMessage(t))".getBytes());
            site.page("/wd", "by-worker ");
            Rendered rendered = rendered("<body><script>onmessage = e => document.body.append(e.data);"
                    + "new Worker('/w.js').onmessage = e => document.body.append(e.data);"
                    + "fetch('" + other.at("/data") + "', {headers: {'X-Asked': '1'}, credentials: 'include'})"
                    + ".then(r => r.text()).then(t => document.body.append(t))</script>"
                    + "<script src='" + other.at("/lib.js") + "'></script><script src='" + other.at("/moved.js")
                    + "' crossorigin></script><iframe src='" + other.at("/frame") + "'></iframe>");
            assertThat(text(rendered))
                    .contains("by-script")
                    .contains("by-moved")
                    .contains("by-frame")
                    .contains("by-cross-origin")
                    .contains("by-worker");
        }
    }

    @Test
    void whatRobotsForbidsIsNotAskedFor() {
        site.robots("User-agent: *\nDisallow: /api/\n").page("/api/1", "secret");
        Rendered rendered = rendered("<body><script>fetch('/api/1').catch(e => document.body.append('none'))</script>");
        assertThat(text(rendered)).contains("none");
        assertThat(rendered.requests()).singleElement().satisfies(request -> {
            assertThat(request.failed()).contains(FetchFailure.ROBOTS);
            assertThat(request.refused()).contains("Disallow: /api/");
        });
        assertThat(site.paths()).containsExactly("/robots.txt");
    }

    @Test
    void whatDoesNotReadIsRefused() throws IOException {
        Rendered rendered = rendered(
                "<body><script>navigator.sendBeacon('/beacon', 'x');"
                        + "fetch('/post', {method: 'POST', body: 'x'}).catch(e => 0); new WebSocket('ws://"
                        + site.at("/").getAuthority() + "/ws');"
                        + "new EventSource('/events'); navigator.serviceWorker.register('/sw.js').catch(e => 0);</script>"
                        + "<style>@font-face {font-family: f; src: url(/font.woff)} body {font-family: f}</style>text"
                        + "<img src=/i.png><video src=/v.mp4 autoplay></video><link rel=prefetch href=/later><link rel=icon href=/icon>");
        assertThat(rendered.requests())
                .extracting(SubRequest::address)
                .contains(
                        site.at("/beacon").toString(),
                        site.at("/post").toString(),
                        site.at("/i.png").toString(),
                        site.at("/font.woff").toString());
        assertThat(rendered.requests()).extracting(SubRequest::type).contains("WebSocket");
        assertThat(site.paths()).isEmpty();
    }

    @Test
    void otherNetworksAreOutOfReach() throws Exception {
        try (ServerSocket forbidden = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"));
                DatagramSocket stun = new DatagramSocket(0, InetAddress.getByName("127.0.0.1"))) {
            CompletableFuture<Boolean> reached = CompletableFuture.supplyAsync(() -> {
                try {
                    forbidden.accept();
                    return true;
                } catch (IOException e) {
                    return false;
                }
            });
            stun.setSoTimeout(1);
            String at = "127.0.0.1:" + forbidden.getLocalPort();
            Fetcher strict = new Fetcher(
                    new FetchPolicy("TestBot", AGENT, Duration.ZERO, false, FetchLimits.DEFAULT), new StopSignal());
            try (strict;
                    Renderer alone = new Renderer(
                            Chromium.find().orElseThrow(),
                            AGENT,
                            LIMITS,
                            (address, kind) -> strict.fetch(address, kind, any -> true),
                            STOP)) {
                Rendered rendered = (Rendered) alone.render(
                        page("<body><script>for (const u of ['http://169.254.169.254/', 'http://" + at + "/', 'https://"
                                + at
                                + "/', 'http://localhost:" + forbidden.getLocalPort()
                                + "/', 'file:///etc/passwd', 'chrome://version'])"
                                + " fetch(u).then(r => r.text()).then(t => document.body.append('reached')).catch(e => 0);"
                                + "new WebSocket('ws://" + at + "/');"
                                + "const c = new RTCPeerConnection({iceServers: [{urls: 'stun:127.0.0.1:"
                                + stun.getLocalPort()
                                + "'}, {urls: 'turn:" + at + "?transport=tcp', username: 'u', credential: 'c'}]});"
                                + "c.createDataChannel('d'); c.onicecandidate = e => { if (e.candidate) document.body.append('candidate ' + e.candidate.candidate) };"
                                + "c.createOffer().then(o => c.setLocalDescription(o));"
                                + "const w = \"fetch('http://" + at
                                + "/')\"; new Worker(URL.createObjectURL(new Blob([w])));"
                                + "new SharedWorker('data:text/javascript,' + w); new SharedWorker(URL.createObjectURL(new Blob([w])));"
                                + "</script><iframe src='http://" + at
                                + "/'></iframe><link rel=preconnect href='http://" + at + "/'><img src='http://" + at
                                + "/'>"),
                        true);
                assertThat(text(rendered)).doesNotContain("reached</").doesNotContain("candidate candidate");
                assertThat(rendered.requests())
                        .extracting(SubRequest::refused)
                        .anyMatch(why -> why.contains("link-local"))
                        .anyMatch(why -> why.contains("not a public address"));
            }
            assertThat(reached).isNotDone();
            assertThatThrownBy(() -> stun.receive(new DatagramPacket(new byte[99], 99)))
                    .isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void dialogsWindowsAndDownloadsAreDismissed() throws IOException {
        Rendered rendered = rendered(
                "<body><script>alert('山隐茶'); document.body.append(String(confirm('sure?')), String(prompt('name?')),"
                        + " String(open('/window'))); onbeforeunload = () => 'stay'; print();"
                        + "const a = document.createElement('a'); a.href = 'data:application/zip,x'; a.download = 'x.zip'; document.body.append(a); a.click();"
                        + "</script>");
        assertThat(text(rendered)).contains("falsenullnull");
        assertThat(rendered.links()).containsExactly(site.at("/window"));
        assertThat(rendered.requests()).extracting(SubRequest::type).contains("Dialog", "Window");
        assertThat(site.paths()).isEmpty();
    }

    @Test
    void thePageIsNotLeft() {
        Rendered rendered = rendered("<body>here<script>location = '/elsewhere'</script>");
        assertThat(text(rendered)).contains("here");
        assertThat(rendered.links()).containsExactly(site.at("/elsewhere"));
        assertThat(site.paths()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<meta http-equiv=refresh content='0; url=/elsewhere'>",
                "<form action=/post method=post></form><script>document.forms[0].submit()</script>",
                "<script>location.reload()</script>",
                "<script>history.pushState({}, '', '/pushed')</script>",
                "<script>setTimeout(() => location.replace('/elsewhere'), 50)</script>",
            })
    void thePageStays(String html) {
        Rendered rendered = rendered("<body>here" + html);
        assertThat(text(rendered)).contains("here");
        assertThat(site.paths()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "location = 'about:blank'",
                "location = URL.createObjectURL(new Blob(['gone'], {type: 'text/html'}))"
            })
    void anotherPageInItsPlaceIsNotRead(String script) {
        Rendering rendering =
                render("<body>here<script>onload = () => setTimeout(() => {" + script + "}, 50)</script>");
        assertThat(rendering).isInstanceOf(Failed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "while (true) {}",
                "(function f() { fetch('/x' + Math.random()).finally(f) })(); setInterval(() => fetch('/y').catch(e => 0), 20)",
                "while (true) alert('again')",
                "for (let i = 0; i < 20000; i++) fetch('/flood' + i).catch(e => 0)",
                "new Worker(URL.createObjectURL(new Blob(['while (true) {}']))); while (true) {}"
            })
    void anEndlessPageIsReadAsFarAsItCame(String script) {
        long start = System.nanoTime();
        Rendered rendered = rendered("<body><h1>here</h1><script>" + script + "</script>");
        assertThat(text(rendered)).contains("<h1>here</h1>");
        assertThat(rendered.cut()).isNotEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
        assertThat(site.paths().size()).isLessThanOrEqualTo(LIMITS.requests() + 1);
        assertThat(text(rendered("<body>next"))).contains("next");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(function f() { for (let i = 0; i < 1000; i++) document.body.append(document.createElement('p')); setTimeout(f) })()",
                "document.body.append('x'.repeat(3 << 20))",
                "const a = []; while (true) a.push(new Array(1e6).fill({}))",
                "const a = []; while (true) { const b = new Uint8Array(1 << 26); b.fill(1); a.push(b) }",
            })
    void aGrowingPageIsBounded(String script) {
        long start = System.nanoTime();
        Rendering rendering = render("<body><script>" + script + "</script>");
        if (rendering instanceof Rendered rendered) {
            assertThat(rendered.html().length).isLessThanOrEqualTo(LIMITS.htmlBytes());
        }
        assertThat(text(rendered("<body>next"))).contains("next");
    }

    @Test
    void aCrashedPageFailsAndTheNextIsShown() throws Exception {
        site.on("/slow", exchange -> {
            ProcessHandle.current()
                    .descendants()
                    .filter(one -> isRenderer(one))
                    .forEach(ProcessHandle::destroyForcibly);
            exchange.sendResponseHeaders(200, -1);
        });
        Rendering rendering = render("<body><script src=/slow></script>");
        assertThat(rendering).isInstanceOf(Failed.class);
        assertThat(((Failed) rendering).reason()).contains("process ended");
        assertThat(text(rendered("<body>next"))).contains("next");
    }

    @Test
    void anEndedBrowserIsStartedAgainAFewTimes() {
        try (Renderer alone = new Renderer(
                Chromium.find().orElseThrow(),
                AGENT,
                LIMITS,
                (address, kind) -> {
                    ProcessHandle.current()
                            .descendants()
                            .filter(one -> one.info().command().orElse("").contains("chrom"))
                            .forEach(ProcessHandle::destroyForcibly);
                    return fetcher.fetch(address, kind, any -> true);
                },
                STOP)) {
            for (int i = 0; i < 5; i++) {
                assertThat(((Failed) alone.render(page("<script src=/x></script>"), false)).reason())
                        .contains("ended");
            }
            assertThat(((Failed) alone.render(page("x"), false)).reason()).contains("left alone");
        }
    }

    @Test
    void aPageThatEndsTheBrowserEndsItNotForOthers() {
        try (Renderer alone = new Renderer(
                Chromium.find().orElseThrow(),
                AGENT,
                LIMITS,
                (address, kind) -> {
                    ProcessHandle.current()
                            .descendants()
                            .filter(one -> one.info().command().orElse("").contains("chrom"))
                            .forEach(ProcessHandle::destroyForcibly);
                    return fetcher.fetch(address, kind, any -> true);
                },
                STOP)) {
            for (int i = 0; i < 6; i++) {
                assertThat(alone.render(page("<script src=/x></script>"), false))
                        .isInstanceOf(Failed.class);
                assertThat(alone.render(page("next"), false)).isInstanceOf(Rendered.class);
            }
        }
    }

    @Test
    void screenshotShowsThePicture() throws IOException {
        BufferedImage red = new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 1600; i++) {
            red.setRGB(i % 40, i / 40, 0xff0000);
        }
        java.io.ByteArrayOutputStream png = new java.io.ByteArrayOutputStream();
        ImageIO.write(red, "png", png);
        site.bytes("/i.png", "image/png", png.toByteArray());
        Rendered rendered = (Rendered) renderer.render(
                page(
                        "<body style='margin:0;background:#00f;height:9000px'><script>"
                                + "document.body.innerHTML = '<img src=/i.png style=\"position:absolute;left:100px;top:3000px\">'</script>"),
                true);
        BufferedImage shot = ImageIO.read(new ByteArrayInputStream(rendered.screenshot()));
        assertThat(shot.getWidth()).isEqualTo(1280);
        assertThat(shot.getHeight()).isEqualTo(4000);
        assertThat(shot.getRGB(120, 3020) & 0xffffff).isEqualTo(0xff0000);
        assertThat(shot.getRGB(20, 20) & 0xffffff).isEqualTo(0x0000ff);
    }

    @Test
    void nothingStaysFromOnePageToTheNext() {
        String html = "<body><script>document.body.append('was ' + document.cookie + localStorage.a);"
                + "document.cookie = 'a=1; path=/; max-age=999'; localStorage.a = 'kept'</script>";
        assertThat(text(rendered(html))).contains("was undefined");
        assertThat(text(rendered(html))).contains("was undefined");
    }

    @Test
    void scriptsAreToldWhoAsks() {
        assertThat(text(rendered("<body><script>document.body.append(navigator.userAgent)</script>")))
                .contains(AGENT);
    }
}
