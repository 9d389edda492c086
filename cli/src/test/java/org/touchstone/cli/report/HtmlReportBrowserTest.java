package org.touchstone.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report in a real browser; skipped where there is none. */
class HtmlReportBrowserTest {
    @TempDir
    private static Path folder;

    private static Browser browser;
    private static Path file;

    @BeforeAll
    static void start() throws IOException {
        browser = Browser.start("en-GB");
        List<ReportEntry> entries = Samples.in(folder);
        file = folder.resolve("report.html");
        new HtmlReport().write(file, Samples.summary(entries.size()), entries, null);
        new HtmlReport()
                .write(folder.resolve("zh.html"), Samples.summary(entries.size()), entries, Locale.SIMPLIFIED_CHINESE);
    }

    @AfterAll
    static void stop() throws IOException {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void open() throws IOException {
        browser.open("about:blank");
        browser.resize(1280, 900);
        browser.open(file.toUri().toString());
        browser.evaluate("localStorage.clear()");
        browser.open("about:blank");
        browser.open(file.toUri().toString());
    }

    private static String shown() throws IOException {
        return browser.evaluate(
                        "[...document.querySelectorAll('.hit')].filter(h => h.checkVisibility()).map(h => h.dataset.rank).join()")
                .asText();
    }

    private static void choose(String id, String value) throws IOException {
        browser.evaluate("{ const e = document.getElementById('" + id + "'); e.value = '" + value
                + "'; e.dispatchEvent(new Event(e.tagName === 'SELECT' ? 'change' : 'input')); }");
    }

    @Test
    void hostileTextsRunNothing() throws IOException {
        assertThat(browser.evaluate("typeof window.pwned").asText()).isEqualTo("undefined");
        assertThat(browser.evaluate("document.querySelectorAll('script').length")
                        .asInt())
                .isEqualTo(2);
        assertThat(browser.evaluate(
                                "document.querySelectorAll('img:not([src^=\"data:image/\"]), iframe, object').length")
                        .asInt())
                .isZero();
        assertThat(browser.evaluate("[...document.links].every(a => /^https?:|^file:.*#hit-/.test(a.href))")
                        .asBoolean())
                .isTrue();
        assertThat(browser.evaluate("document.body.textContent.includes('\\u202e')")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void policyLetsNothingElseIn() throws IOException {
        browser.evaluate(
                "window.refused = 0; document.addEventListener('securitypolicyviolation', () => window.refused++)");
        browser.evaluate(
                "{ const s = document.createElement('script'); s.textContent = 'window.pwned = 1'; document.body.append(s); }");
        browser.evaluate("{ const i = new Image(); i.src = 'https://evil.example/x.png'; document.body.append(i); }");
        browser.await("window.refused >= 2");
        assertThat(browser.evaluate("typeof window.pwned").asText()).isEqualTo("undefined");
        browser.open("about:blank");
    }

    @Test
    void signsAreMarkedAndBoxed() throws IOException {
        assertThat(browser.evaluate(
                                "[...document.querySelectorAll('#hit-1 h3 mark')].map(m => m.textContent).join('|')")
                        .asText())
                .isEqualTo("AUR0RlS|奥若俪|Auroris");
        assertThat(browser.evaluate("document.querySelector('#hit-1 rect.box').getAttribute('x')")
                        .asText())
                .isEqualTo("245");
        browser.evaluate("document.getElementById('hit-1').scrollIntoView()");
        browser.await("document.querySelector('#hit-1 .photo img').naturalWidth === 480");
    }

    @Test
    void filtersSelect() throws IOException {
        assertThat(shown()).isEqualTo("1,2,3,4,5");
        choose("f-outlook", "unclear");
        assertThat(shown()).isEqualTo("2,5");
        choose("f-evidence", "logo");
        assertThat(shown()).isEqualTo("2");
        assertThat(browser.evaluate("document.getElementById('shown').textContent")
                        .asText())
                .isEqualTo("1 of 5 shown");
        assertThat(browser.evaluate("location.hash").asText()).contains("outlook=unclear", "evidence=logo");
        browser.evaluate("document.getElementById('clear').click()");
        choose("f-score", "50");
        assertThat(shown()).isEqualTo("1,2,3");
    }

    @Test
    void searchFindsWordsInAnyField() throws IOException {
        choose("q", "晨星 ＡＵＲ0ＲＬＳ");
        browser.await("document.getElementById('shown').textContent.startsWith('1 of')");
        assertThat(shown()).isEqualTo("1");
        choose("q", "nothing like this");
        browser.await("!document.getElementById('nothing').hidden");
        assertThat(shown()).isEmpty();
    }

    @Test
    void orderChanges() throws IOException {
        choose("f-sort", "price-up");
        assertThat(shown()).isEqualTo("4,2,5,1,3");
        choose("f-sort", "rank");
        assertThat(shown()).isEqualTo("1,2,3,4,5");
    }

    @Test
    void filterStandsInTheAddress() throws IOException {
        browser.open("about:blank");
        browser.open(file.toUri() + "#outlook=lawful-use");
        assertThat(shown()).isEqualTo("4");
    }

    @Test
    void languageChangesAndIsRemembered() throws IOException {
        assertThat(browser.evaluate("document.querySelector('h1').textContent").asText())
                .isEqualTo("Report of findings");
        browser.evaluate("document.querySelector('[data-language=\"zh-CN\"]').click()");
        assertThat(browser.evaluate("document.querySelector('h1').textContent").asText())
                .isEqualTo("检索报告");
        assertThat(browser.evaluate("document.documentElement.lang").asText()).isEqualTo("zh-CN");
        assertThat(browser.evaluate("document.querySelector('#hit-1 .outlook').textContent")
                        .asText())
                .isEqualTo("疑似假冒");
        browser.open("about:blank");
        browser.open(file.toUri().toString());
        assertThat(browser.evaluate("document.querySelector('h1').textContent").asText())
                .isEqualTo("检索报告");
    }

    @Test
    void languageAskedForGoesBeforeTheBrowsers() throws IOException {
        browser.open(folder.resolve("zh.html").toUri().toString());
        assertThat(browser.evaluate("document.querySelector('h1').textContent").asText())
                .isEqualTo("检索报告");
    }

    @Test
    void keysMove() throws IOException {
        browser.press("j");
        browser.press("j");
        assertThat(browser.evaluate("document.activeElement.id").asText()).isEqualTo("hit-2");
        browser.press("k");
        assertThat(browser.evaluate("document.activeElement.id").asText()).isEqualTo("hit-1");
        browser.press("/");
        assertThat(browser.evaluate("document.activeElement.id").asText()).isEqualTo("q");
        browser.evaluate("document.activeElement.blur()");
        browser.press("?");
        assertThat(browser.evaluate("document.getElementById('keys').open").asBoolean())
                .isTrue();
    }

    @Test
    void narrowPageDoesNotScrollSideways() throws IOException {
        browser.resize(360, 800);
        browser.await("document.documentElement.clientWidth <= 360");
        assertThat(browser.evaluate("document.documentElement.scrollWidth").asInt())
                .isLessThanOrEqualTo(360);
    }
}
