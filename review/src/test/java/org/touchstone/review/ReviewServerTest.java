package org.touchstone.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewServerTest {
    private static final String HOSTILE = "<script>alert(1)</script>\u202E\"'&";

    @TempDir
    private Path folder;

    private CaseStore store;
    private ReviewServer server;
    private String base;
    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    @BeforeEach
    void start() throws IOException {
        store = CaseStore.open(folder.resolve("cases.db"));
        Path hits = Files.write(
                folder.resolve("hits.jsonl"),
                List.of(
                        CaseStoreTest.hit(1, 0.9, "a"),
                        CaseStoreTest.hit(2, 0.8, "b"),
                        CaseStoreTest.hit(3, 0.7, "c")));
        store.importHits(hits, rejection -> {});
        Path listings = Files.write(
                folder.resolve("listings.jsonl"),
                List.of(
                        "{\"id\":\"a\",\"title\":\"AUR0RlS 背包\",\"url\":\"https://shop.example/a\"}",
                        "{\"id\":\"b\",\"title\":\"" + HOSTILE.replace("\"", "\\\"")
                                + "\",\"url\":\"javascript:alert(1)\",\"images\":[\"../x.png\"]}"));
        store.importListings(listings, rejection -> {});
        server = serve("");
        base = server.url();
    }

    private ReviewServer serve(String token) throws IOException {
        var settings = new ReviewServer.Settings(InetAddress.getLoopbackAddress(), 0, token, "tester", -6);
        return ReviewServer.start(store, MarkSource.NONE, settings, failure -> {
            throw new AssertionError(failure);
        });
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        store.close();
    }

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(base + path));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, Map<String, String> form, String... headers)
            throws IOException, InterruptedException {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private String formToken() throws IOException, InterruptedException {
        Matcher matcher = Pattern.compile("name=\"form\" value=\"([^\"]+)\"")
                .matcher(get("cases/1").body());
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    @Test
    void listIsRanked() throws Exception {
        String page = get("").body();
        assertThat(page.indexOf("背包")).isPositive().isLessThan(page.indexOf("alert(1)"));
        assertThat(page).contains("href=\"/cases/1?state=undecided\"", "0 of 3 decided");
    }

    @Test
    void caseShowsSignEvidenceAndSum() throws Exception {
        assertThat(get("cases/1").body())
                .contains("<mark>AUR0RlS</mark> 背包", "+6.1\u00A0dB", "href=\"https://shop.example/a\"", "Infringing");
    }

    @Test
    void hostileTextsStayTexts() throws Exception {
        String page = get("cases/2").body();
        assertThat(page)
                .doesNotContain("<script>alert", "href=\"javascript", "\u202E")
                .contains("U+202E", "&lt;script</mark>&gt;alert(1)");
        assertThat(get("?q=%3Cscript%3E").body()).doesNotContain("<script>\"");
    }

    @Test
    void answersCarryAPolicy() throws Exception {
        HttpResponse<String> page = get("cases/1");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(get("review.js").headers().firstValue("Content-Type").orElse(""))
                .startsWith("text/javascript");
        assertThat(get("review.css").statusCode()).isEqualTo(200);
    }

    @Test
    void decisionIsKeptAndLeadsToTheNextCase() throws Exception {
        HttpResponse<String> answer = post(
                "cases/1/decision",
                Map.of(
                        "form",
                        formToken(),
                        "seen",
                        "0",
                        "verdict",
                        "counterfeit",
                        "reason",
                        "复刻 <b>",
                        "state",
                        "undecided"));
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).hasValue("/cases/2?state=undecided&after=1");
        Case found = store.find(1).orElseThrow();
        assertThat(found.verdict()).isEqualTo(Verdict.COUNTERFEIT);
        assertThat(found.trail().getFirst().reviewer()).isEqualTo("tester");
        assertThat(found.trail().getFirst().reason()).isEqualTo("复刻 <b>");
        assertThat(get("cases/2?after=1").body()).contains("Recorded: Counterfeit", "/cases/1/undo");
        assertThat(get("cases/1").body()).contains("复刻 &lt;b&gt;");
    }

    @Test
    void undoAppends() throws Exception {
        store.decide(1, 0, Verdict.UNSURE, "Li", "");
        assertThat(post("cases/1/undo", Map.of("form", formToken(), "seen", "1"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(store.find(1).orElseThrow().verdict()).isNull();
        assertThat(store.find(1).orElseThrow().trail()).hasSize(2);
    }

    @Test
    void formsOfOtherSitesAreRefused() throws Exception {
        Map<String, String> fields = Map.of("seen", "0", "verdict", "counterfeit");
        assertThat(post("cases/1/decision", fields).statusCode()).isEqualTo(403);
        assertThat(post("cases/1/decision", Map.of("form", "guess", "seen", "0", "verdict", "unsure"))
                        .statusCode())
                .isEqualTo(403);
        Map<String, String> good = Map.of("form", formToken(), "seen", "0", "verdict", "unsure");
        assertThat(post("cases/1/decision", good, "Origin", "https://evil.example")
                        .statusCode())
                .isEqualTo(403);
        assertThat(post("cases/1/decision", good, "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(403);
        assertThat(store.find(1).orElseThrow().trail()).isEmpty();
    }

    @Test
    void decisionOnWhatWasDecidedMeanwhileIsRefused() throws Exception {
        String form = formToken();
        store.decide(1, 0, Verdict.AUTHORISED, "Ann", "");
        HttpResponse<String> answer = post("cases/1/decision", Map.of("form", form, "seen", "0", "verdict", "unsure"));
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body())
                .contains("Somebody decided meanwhile", "Authorised", "Ann", "name=\"seen\" value=\"1\"");
        assertThat(store.find(1).orElseThrow().trail()).hasSize(1);
    }

    @Test
    void wrongInputIsRefused() throws Exception {
        String form = formToken();
        assertThat(post("cases/1/decision", Map.of("form", form, "seen", "0", "verdict", "guilty"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(post("cases/1/decision", Map.of("form", form, "seen", "x", "verdict", "unsure"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(post("cases/77/decision", Map.of("form", form, "seen", "0", "verdict", "unsure"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(post("cases/1/decision", Map.of("form", form, "reason", "x".repeat(80_000)))
                        .statusCode())
                .isEqualTo(413);
        assertThat(get("cases/x").statusCode()).isEqualTo(404);
        assertThat(get("?state=other").statusCode()).isEqualTo(400);
    }

    @Test
    void otherHostNamesAreRefused() throws Exception {
        URI address = URI.create(base);
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream()
                    .write("GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 421")
                    .doesNotContain("背包");
        }
    }

    @Test
    void languageFollowsTheBrowserAndTheChoice() throws Exception {
        assertThat(get("cases/1", "Accept-Language", "zh-CN,zh;q=0.9").body()).contains("lang=\"zh-CN\"", "您的决定");
        HttpResponse<String> chosen = get("?lang=zh-CN", "Accept-Language", "en");
        assertThat(chosen.body()).contains("待决定");
        assertThat(chosen.headers().firstValue("Set-Cookie").orElse("")).contains("language=zh-CN", "SameSite=Strict");
        assertThat(get("", "Cookie", "language=zh-CN", "Accept-Language", "en").body())
                .contains("待决定");
    }

    @Test
    void reviewerIsRemembered() throws Exception {
        HttpResponse<String> answer =
                post("reviewer", Map.of("form", formToken(), "reviewer", "李 Ann", "back", "//evil.example"));
        assertThat(answer.headers().firstValue("Location")).hasValue("/");
        String cookie = answer.headers().firstValue("Set-Cookie").orElse("").split(";")[0];
        post("cases/1/decision", Map.of("form", formToken(), "seen", "0", "verdict", "unsure"), "Cookie", cookie);
        assertThat(store.find(1).orElseThrow().trail().getFirst().reviewer()).isEqualTo("李 Ann");
    }

    @Test
    void healthIsPlain() throws Exception {
        assertThat(get("healthz").body()).isEqualTo("ok\n");
    }

    @Test
    void tokenLetsIn() throws Exception {
        try (ReviewServer guarded = serve("0123456789abcdef")) {
            base = guarded.url().replaceAll("\\?.*", "");
            assertThat(get("").statusCode()).isEqualTo(401);
            assertThat(get("?token=wrong").statusCode()).isEqualTo(401);
            assertThat(get("healthz").statusCode()).isEqualTo(200);
            HttpResponse<String> entry = get("?token=0123456789abcdef");
            assertThat(entry.statusCode()).isEqualTo(303);
            String cookie = entry.headers().firstValue("Set-Cookie").orElse("").split(";")[0];
            assertThat(get("", "Cookie", cookie).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void otherAddressNeedsAToken() throws Exception {
        var settings = new ReviewServer.Settings(InetAddress.getByName("0.0.0.0"), 0, "", "tester", -6);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReviewServer.start(store, MarkSource.NONE, settings, failure -> {}))
                .withMessageContaining("--token");
    }
}
