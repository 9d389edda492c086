package org.touchstone.crawler.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.touchstone.crawler.StubSite;
import org.touchstone.crawler.fetch.FetchResult.Fetched;
import org.touchstone.crawler.fetch.FetchResult.NotFetched;

/**
 * Servers and name servers that mean harm. Private networks are off: the stub plays a public address, because what is dialled
 * at {@link #PUBLIC} is put through to loopback; every other dialled address is kept and refused.
 */
@Timeout(20)
class HostileServerTest {
    private static final String PUBLIC = "93.184.215.14";
    private static final FetchLimits LIMITS = new FetchLimits(
            200_000,
            100_000,
            150_000,
            50,
            20_000,
            Duration.ofSeconds(1),
            Duration.ofMillis(600),
            Duration.ofSeconds(5));

    private final List<String> dialled = new CopyOnWriteArrayList<>();

    private Socket dial(InetAddress address, int port, Duration timeout) throws IOException {
        dialled.add(address.getHostAddress());
        if (!address.getHostAddress().equals(PUBLIC)) {
            throw new IOException("nobody should come here");
        }
        return Network.SYSTEM.dialer().dial(InetAddress.getByName("127.0.0.1"), port, timeout);
    }

    private static InetAddress[] addresses(String... written) throws UnknownHostException {
        InetAddress[] found = new InetAddress[written.length];
        for (int i = 0; i < found.length; i++) {
            found[i] = InetAddress.getByName(written[i]);
        }
        return found;
    }

    /** Names end in .test and have the address given; others are public. */
    private Network network(Map<String, String> names) {
        return new Network(
                host -> host.endsWith(".test") || host.endsWith(".internal")
                        ? addresses(names.getOrDefault(host, PUBLIC).split(" "))
                        : InetAddress.getAllByName(host),
                this::dial);
    }

    private FetchResult fetch(URI address, Network network) {
        return fetch(address, network, FetchKind.PAGE);
    }

    private static FetchResult fetch(URI address, Network network, FetchKind kind) {
        FetchPolicy policy = new FetchPolicy("TestBot", "TestBot/1", Duration.ZERO, false, LIMITS);
        try (Fetcher fetcher = new Fetcher(
                policy, ExchangeListener.NONE, PolitenessLog.NONE, network, Ticker.system(new StopSignal()))) {
            return fetcher.fetch(address, kind, any -> true);
        }
    }

    private NotFetched refused(RawSite.Answer answer) throws IOException {
        try (RawSite site = new RawSite(answer)) {
            FetchResult result = fetch(site.at("shop.test", "/a"), network(Map.of()));
            assertThat(result).isInstanceOf(NotFetched.class);
            return (NotFetched) result;
        }
    }

    private Fetched fetched(RawSite.Answer answer) throws IOException {
        try (RawSite site = new RawSite(answer)) {
            FetchResult result = fetch(site.at("shop.test", "/a"), network(Map.of()));
            assertThat(result).isInstanceOf(Fetched.class);
            return (Fetched) result;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:8080/",
                "http://127.1/",
                "http://2130706433/",
                "http://[::1]/",
                "http://[::ffff:169.254.169.254]/",
                "http://[64:ff9b::a9fe:a9fe]/",
                "http://[2002:7f00:1::]/",
                "http://169.254.169.254/latest/meta-data/",
                "http://metadata.google.internal/computeMetadata/v1/",
                "http://100.64.0.1/",
                "http://0.0.0.0/",
                "http://inner.test/",
                "http://both.test/",
                "http://224.0.0.1/",
                "ftp://shop.test/",
                "file:///etc/passwd",
                "http://shop.test:22/"
            })
    void redirectAndImageInwards(String target) throws IOException {
        Network network = network(Map.of("inner.test", "10.0.0.5", "both.test", PUBLIC + " 127.0.0.1"));
        try (RawSite site = new RawSite((path, out) ->
                RawSite.write(out, "HTTP/1.1 302 Found\r\nLocation: " + target + "\r\nContent-Length: 0\r\n\r\n"))) {
            for (FetchKind kind : List.of(FetchKind.PAGE, FetchKind.IMAGE, FetchKind.MEDIA)) {
                NotFetched not = (NotFetched) fetch(site.at("shop.test", "/a"), network, kind);
                assertThat(not.failure()).isIn(FetchFailure.ADDRESS, FetchFailure.REDIRECT);
            }
            WebAddress.parse(target)
                    .ifPresent(address -> assertThat(((NotFetched) fetch(address, network, FetchKind.IMAGE)).failure())
                            .isEqualTo(FetchFailure.ADDRESS));
        }
        assertThat(dialled).containsOnly(PUBLIC);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "169.254.169.254", "::1"})
    void nameThatChangesItsMind(String inner) throws IOException {
        // Public when asked first, for the check, and inside afterwards; and the other way round at every place in
        // between.
        for (int publicAnswers = 0; publicAnswers < 5; publicAnswers++) {
            AtomicInteger asked = new AtomicInteger();
            int turn = publicAnswers;
            Network network = new Network(
                    host -> asked.getAndIncrement() < turn ? addresses(PUBLIC) : addresses(inner), this::dial);
            try (RawSite site = new RawSite(
                    (path, out) -> RawSite.write(out, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>x"))) {
                FetchResult result = fetch(site.at("shop.test", "/a"), network);
                if (result instanceof NotFetched not) {
                    assertThat(not.failure()).isIn(FetchFailure.ADDRESS, FetchFailure.ROBOTS);
                }
            }
        }
        assertThat(dialled).isNotEmpty().containsOnly(PUBLIC);
    }

    @Test
    void robotsRedirectedInwards() throws IOException {
        try (StubSite site = new StubSite()) {
            site.redirect("/robots.txt", "http://169.254.169.254/latest/").page("/a", "x");
            URI address = URI.create("http://shop.test:" + site.at("/").getPort() + "/a");
            NotFetched not = (NotFetched) fetch(address, network(Map.of()));
            assertThat(not.failure()).isEqualTo(FetchFailure.ROBOTS);
            assertThat(not.reason()).contains("169.254.169.254");
        }
        assertThat(dialled).containsOnly(PUBLIC);
    }

    @Test
    void hostAndOriginFormAreKept() throws IOException {
        try (RawSite site = new RawSite((path, out) ->
                RawSite.write(out, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n<p>x"))) {
            assertThat(fetch(site.at("shop.test", "/a?b=1"), network(Map.of()))).isInstanceOf(Fetched.class);
            String head = site.heads().getLast();
            assertThat(head)
                    .startsWith("GET /a?b=1 HTTP/1.1\n")
                    .contains("Host: shop.test:" + site.port() + "\n")
                    .contains("User-Agent: TestBot/1\n")
                    .doesNotContainIgnoringCase("proxy")
                    .doesNotContainIgnoringCase("cookie");
        }
    }

    @Test
    void literalIpv6() throws IOException {
        Network network = new Network(InetAddress::getAllByName, (address, port, timeout) -> {
            dialled.add(address.getHostAddress());
            return Network.SYSTEM.dialer().dial(InetAddress.getByName("127.0.0.1"), port, timeout);
        });
        try (RawSite site = new RawSite((path, out) ->
                RawSite.write(out, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 3\r\n\r\n<p>"))) {
            assertThat(fetch(site.at("[2606:4700::1111]", "/a"), network)).isInstanceOf(Fetched.class);
        }
        assertThat(dialled).containsOnly("2606:4700:0:0:0:0:0:1111");
    }

    @Test
    void redirectLoop() throws IOException {
        NotFetched not = refused((path, out) ->
                RawSite.write(out, "HTTP/1.1 302 Found\r\nLocation: " + path + "\r\nContent-Length: 0\r\n\r\n"));
        assertThat(not.failure()).isEqualTo(FetchFailure.REDIRECT);
    }

    @Test
    void redirectWithoutEnd() throws IOException {
        NotFetched not = refused((path, out) ->
                RawSite.write(out, "HTTP/1.1 302 Found\r\nLocation: " + path + "a\r\nContent-Length: 0\r\n\r\n"));
        assertThat(not.failure()).isEqualTo(FetchFailure.REDIRECT);
        assertThat(not.hops()).hasSize(Fetcher.MAX_HOPS + 1);
    }

    @Test
    void closedWithoutAnswerIsNotAskedAgain() throws IOException {
        try (RawSite site = new RawSite((path, out) -> {})) {
            NotFetched not = (NotFetched) fetch(site.at("shop.test", "/a"), network(Map.of()));
            assertThat(not.failure()).isEqualTo(FetchFailure.NETWORK);
            assertThat(site.heads().stream().filter(h -> h.startsWith("GET /a ")))
                    .hasSize(1);
        }
    }

    @Test
    void cookiesAreNotKept() throws IOException {
        try (RawSite site = new RawSite((path, out) -> RawSite.write(
                out,
                path.equals("/b")
                        ? "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 1\r\n\r\nx"
                        : "HTTP/1.1 302 Found\r\nSet-Cookie: a=b\r\nLocation: /b\r\nContent-Length: 0\r\n\r\n"))) {
            assertThat(fetch(site.at("shop.test", "/a"), network(Map.of()))).isInstanceOf(Fetched.class);
            assertThat(site.heads().getLast()).startsWith("GET /b ").doesNotContainIgnoringCase("cookie");
        }
    }

    @Test
    void endlessBody() throws IOException {
        NotFetched not = refused((path, out) -> {
            RawSite.write(out, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n");
            while (true) {
                out.write(new byte[8192]);
            }
        });
        assertThat(not.failure()).isEqualTo(FetchFailure.TOO_LARGE);
    }

    @Test
    void endlessBodyOfARefusal() throws IOException {
        NotFetched not = refused((path, out) -> {
            RawSite.write(out, "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n");
            while (true) {
                out.write(new byte[8192]);
            }
        });
        assertThat(not.failure()).isEqualTo(FetchFailure.STATUS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "HTTP/1.1 2",
                "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n",
                "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 1000\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
            })
    void slowDrip(String begin) throws IOException {
        NotFetched not = refused((path, out) -> {
            RawSite.write(out, begin);
            for (int i = 0; i < 100; i++) {
                RawSite.write(out, begin.endsWith("chunked\r\n\r\n") ? "1\r\nx\r\n" : "x");
                LockSupport.parkNanos(50_000_000);
            }
        });
        assertThat(not.failure()).isIn(FetchFailure.TOO_SLOW, FetchFailure.NETWORK);
    }

    @Test
    void packingBomb() throws IOException {
        byte[] packed = StubSite.packed(50 << 20);
        NotFetched not = refused((path, out) -> {
            RawSite.write(
                    out,
                    "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\nContent-Length: "
                            + packed.length + "\r\n\r\n");
            out.write(packed);
        });
        assertThat(not.failure()).isIn(FetchFailure.PACKED, FetchFailure.TOO_LARGE);
    }

    @ParameterizedTest
    @CsvSource({
        "Content-Length: 10, 3", // shorter than said
        "'Content-Length: 2\r\nContent-Length: 7', 3",
        "Content-Length: -5, 3",
        "Content-Length: 99999999999999999999, 3",
        "Content-Length: two, 3",
        "'Transfer-Encoding: chunked', 3"
    })
    void wrongLength(String length, int bytes) throws IOException {
        NotFetched not = refused((path, out) -> RawSite.write(
                out, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n" + length + "\r\n\r\n" + "x".repeat(bytes)));
        assertThat(not.failure()).isIn(FetchFailure.NETWORK, FetchFailure.TOO_LARGE, FetchFailure.TOO_SLOW);
    }

    @Test
    void longerThanAnnounced() throws IOException {
        Fetched fetched = fetched((path, out) -> RawSite.write(
                out,
                "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 3\r\n\r\n<p>HTTP/1.1 200 OK\r\n\r\n"));
        assertThat(fetched.body()).asString(UTF_8).isEqualTo("<p>");
    }

    @Test
    void invalidUtf8() throws IOException {
        byte[] bytes = {'<', 'p', '>', (byte) 0xff, (byte) 0xc0, (byte) 0xaf, (byte) 0xed, (byte) 0xa0, (byte) 0x80};
        Fetched fetched = fetched((path, out) -> {
            RawSite.write(
                    out, "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nConnection: close\r\n\r\n");
            out.write(bytes);
        });
        assertThat(fetched.body()).isEqualTo(bytes);
    }

    @ParameterizedTest
    @CsvSource({
        "text/html; charset=klingon, true",
        "text/html; charset=\"\u00ff\", true",
        "application/octet-stream, true",
        "video/mp4, false",
        "image/png, false",
        "'text/html, video/mp4', true",
        ";;;, true"
    })
    void lyingType(String type, boolean read) throws IOException {
        RawSite.Answer answer = (path, out) ->
                RawSite.write(out, "HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\nContent-Length: 3\r\n\r\n<p>");
        if (read) {
            assertThat(fetched(answer).body()).hasSize(3);
        } else {
            assertThat(refused(answer).failure()).isEqualTo(FetchFailure.TYPE);
        }
    }

    @Test
    void headerFlood() throws IOException {
        NotFetched not = refused((path, out) -> {
            RawSite.write(out, "HTTP/1.1 200 OK\r\n");
            byte[] block = "X-Filling: "
                    .concat("x".repeat(1000))
                    .concat("\r\n")
                    .repeat(50)
                    .getBytes(ISO_8859_1);
            while (true) {
                out.write(block);
            }
        });
        assertThat(not.failure()).isIn(FetchFailure.NETWORK, FetchFailure.TOO_SLOW);
    }

    @Test
    void headerWithoutEnd() throws IOException {
        NotFetched not = refused((path, out) -> {
            RawSite.write(out, "HTTP/1.1 200 OK\r\nX-Filling: ");
            byte[] block = new byte[1 << 16];
            Arrays.fill(block, (byte) 'x');
            while (true) {
                out.write(block);
            }
        });
        assertThat(not.failure()).isIn(FetchFailure.NETWORK, FetchFailure.TOO_SLOW);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 999 Strange\r\nContent-Length: 0\r\n\r\n",
                "HTTP/9.9 200 OK\r\n\r\n",
                "SSH-2.0-OpenSSH_9.6\r\n",
                "\u0000\u0001\u0002\r\n\r\n",
                "HTTP/1.1 302 Found\r\nLocation: \r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 302 Found\r\nLocation: http://[::1\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 503 Busy\r\nRetry-After: Thu, 99 Zzz 2026\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 407 Proxy\r\nProxy-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n"
            })
    void nonsense(String answer) throws IOException {
        assertThat(refused((path, out) -> RawSite.write(out, answer)).reason()).isNotBlank();
    }

    @Test
    void afterAllThatTheNextRequestIsFine() throws IOException {
        List<String> results = new ArrayList<>();
        FetchPolicy policy = new FetchPolicy("TestBot", "TestBot/1", Duration.ZERO, false, LIMITS);
        try (RawSite site = new RawSite((path, out) -> RawSite.write(
                        out,
                        path.equals("/bad")
                                ? "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nx"
                                : "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 3\r\n\r\n<p>"));
                Fetcher fetcher = new Fetcher(
                        policy,
                        ExchangeListener.NONE,
                        PolitenessLog.NONE,
                        network(Map.of()),
                        Ticker.system(new StopSignal()))) {
            for (String path : List.of("/bad", "/good", "/bad", "/good")) {
                results.add(fetcher.fetch(site.at("shop.test", path), FetchKind.PAGE, any -> true)
                        .getClass()
                        .getSimpleName());
            }
        }
        assertThat(results).containsExactly("NotFetched", "Fetched", "NotFetched", "Fetched");
    }
}
