package org.touchstone.crawler.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.touchstone.crawler.StubSite;
import org.touchstone.crawler.fetch.FetchResult.Fetched;
import org.touchstone.crawler.fetch.FetchResult.NotFetched;

class WallSignsTest {
    private static final URI AT = URI.create("https://shop.example/item/1");

    private static Optional<String> on(int status, String html, String charset) {
        byte[] body = html.getBytes(Charset.forName(charset));
        List<Exchange.Header> headers = List.of(new Exchange.Header("content-type", "text/html; charset=" + charset));
        return WallSigns.on(new Exchange(
                FetchKind.PAGE,
                AT,
                Instant.EPOCH,
                Duration.ZERO,
                null,
                "GET /item/1 HTTP/1.1",
                List.of(),
                "HTTP/1.1",
                status,
                headers,
                body,
                body,
                null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<title>验证码拦截</title><div id=nocaptcha>请按住滑块，拖动到最右边</div><script src=/_____tmd_____/x.js></script>",
                "<title>安全验证</title><p>请拖动滑块完成拼图",
                "<p>您的访问过于频繁，请输入验证码",
                "<p>為了您的帳號安全，請輸入驗證碼",
                "<title>Just a moment...</title><script src=/cdn-cgi/challenge-platform/h/b/orchestrate></script>",
                "<title>Robot Check</title><p>Enter the characters you see below. Sorry, we just need to make sure you're"
                        + " not a robot",
                "<p>Please verify you are a human</p><div id=px-captcha></div>",
                "<script>var dd={'host':'geo.captcha-delivery.com'}</script>",
                "<p>Our systems have detected unusual traffic from your computer network"
            })
    void challenge(String html) {
        for (int status : List.of(200, 403, 429, 503)) {
            assertThat(on(status, html, "UTF-8")).isPresent();
        }
        if (!html.contains("帳")) {
            assertThat(on(200, html, "GBK")).isPresent();
        }
    }

    @Test
    void logInFormInPlaceOfAPage() {
        String form = "<form><input name=user><input type=\"password\" name=p></form>";
        assertThat(on(401, form, "UTF-8")).hasValueSatisfying(w -> assertThat(w).contains("log-in"));
        assertThat(on(200, form, "UTF-8")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>奥若丽 手提包 199 元",
                "<a href=/login>Log in</a><p>Shoes, 20 EUR",
                "<form><input type=\"password\"></form><p>Sign in to your account",
                "<title>Forbidden</title><p>You may not see this"
            })
    void noChallenge(String html) {
        assertThat(on(200, html, "UTF-8")).isEmpty();
    }

    @Test
    void noChallengeWhereThereIsMuchToRead() {
        String shop =
                "<script src=https://www.google.com/recaptcha/api.js></script><p>" + "A bag of leather. ".repeat(60);
        assertThat(on(200, shop + "<p>验证码 captcha", "UTF-8")).isEmpty();
    }

    @Test
    void noChallengeWhereTheMenuIs() {
        String menu = "<a href=/a>a</a>".repeat(9);
        assertThat(on(200, menu + "<form>联系我们 请输入验证码<input></form>", "UTF-8")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://shop.example/login?back=/item/1, true",
        "https://shop.example/member/login.jhtml, true",
        "https://login.shop.example/x, true",
        "https://passport.shop.example/new/login.aspx, true",
        "https://shop.example/user_login.php, true",
        "https://shop.example/item/_____tmd_____/punish?x5secdata=1, true",
        "https://shop.example/captcha/slide, true",
        "https://sec.shop.example/captcha?x=1, true",
        "https://shop.example/item/2, false",
        "https://shop.example/blogging/in, false",
        "https://shop.example/item/passport-holder, false",
        "https://shop.example/item/passport, false",
        "https://shop.example/neon-sign-in-pink, false",
        "https://shop.example/item/challenge, false",
        "https://shop.example/logins-bag, false",
        "https://www.shop.example/item/1, false",
        "https://shop.example/plugin-for-wordpress, false"
    })
    void redirect(String to, boolean wall) {
        URI target = URI.create(to);
        assertThat(WallSigns.challenge(target).isPresent()
                        || WallSigns.logIn(AT, target).isPresent())
                .isEqualTo(wall);
    }

    @Test
    void challengeStopsTheHost() throws IOException {
        try (StubSite site = new StubSite();
                Fetcher fetcher = fetcher()) {
            site.redirect("/item/1", "/captcha/slide").page("/item/2", "x");
            assertThat(failure(fetcher, site.at("/item/1"))).contains("redirects to a challenge");
            assertThat(failure(fetcher, site.at("/item/2")))
                    .contains("left alone")
                    .contains("/captcha/slide");
            assertThat(fetcher.host(site.at("/")).breaker()).isEqualTo(HostState.Breaker.WALLED);
            assertThat(site.paths()).containsExactly("/robots.txt", "/item/1");
        }
    }

    @Test
    void logInsInARowStopTheHost() throws IOException {
        try (StubSite site = new StubSite();
                Fetcher fetcher = fetcher()) {
            for (int i = 1; i <= HostGate.LOG_INS; i++) {
                site.redirect("/item/" + i, "/login?back=/item/" + i);
                assertThat(failure(fetcher, site.at("/item/" + i))).startsWith("redirects to a log-in");
            }
            site.page("/item/9", "x");
            assertThat(failure(fetcher, site.at("/item/9")))
                    .contains("left alone")
                    .contains("/login?back=/item/3");
            assertThat(site.paths()).containsExactly("/robots.txt", "/item/1", "/item/2", "/item/3");
        }
    }

    @Test
    void logInsOfCustomersPagesDoNotStopTheHost() throws IOException {
        try (StubSite site = new StubSite();
                Fetcher fetcher = fetcher()) {
            site.page("/item/9", "x");
            for (String path : List.of("/cart", "/members/1", "/ucenter", "/my/orders")) {
                site.redirect(path, "/login");
                assertThat(failure(fetcher, site.at(path))).startsWith("redirects to a log-in");
            }
            for (int i = 1; i <= 2 * HostGate.LOG_INS; i++) { // others, with pages read between them
                site.redirect("/wholesale/" + i, "/login");
                assertThat(failure(fetcher, site.at("/wholesale/" + i))).startsWith("redirects to a log-in");
                assertThat(fetcher.fetch(site.at("/item/9"), FetchKind.PAGE, any -> true))
                        .isInstanceOf(Fetched.class);
            }
            assertThat(fetcher.host(site.at("/")).breaker()).isEqualTo(HostState.Breaker.CLOSED);
        }
    }

    private static Fetcher fetcher() {
        return new Fetcher(
                new FetchPolicy("TestBot", "TestBot/1", Duration.ZERO, true, FetchLimits.DEFAULT), new StopSignal());
    }

    private static String failure(Fetcher fetcher, URI address) {
        NotFetched failed = (NotFetched) fetcher.fetch(address, FetchKind.PAGE, any -> true);
        assertThat(failed.failure()).isEqualTo(FetchFailure.WALL);
        return failed.reason();
    }
}
