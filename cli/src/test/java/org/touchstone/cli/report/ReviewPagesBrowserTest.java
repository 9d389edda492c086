package org.touchstone.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.touchstone.record.Formats;
import org.touchstone.record.RecordWriter;
import org.touchstone.review.CaseStore;
import org.touchstone.review.MarkSource;
import org.touchstone.review.ReviewServer;
import org.touchstone.review.Verdict;

/** The review pages in a real browser; skipped where there is none. */
class ReviewPagesBrowserTest {
    @TempDir
    private Path folder;

    @Test
    void keysDecideAndGoOn() throws Exception {
        try (Browser browser = Browser.start("zh-CN");
                CaseStore store = CaseStore.open(folder.resolve("cases.db"))) {
            try (var hits = RecordWriter.create(folder.resolve("hits.jsonl"), Formats.HIT);
                    var listings = RecordWriter.create(folder.resolve("listings.jsonl"), Formats.LISTING)) {
                for (ReportEntry entry : Samples.in(folder)) {
                    hits.write(entry.hit());
                    listings.write(entry.listing());
                }
                hits.commit();
                listings.commit();
            }
            store.importHits(folder.resolve("hits.jsonl"), rejection -> {});
            store.importListings(folder.resolve("listings.jsonl"), rejection -> {});
            var settings = new ReviewServer.Settings(InetAddress.getLoopbackAddress(), 0, "", "tester", -6);
            try (ReviewServer server = ReviewServer.start(store, MarkSource.NONE, settings, failure -> {
                throw new AssertionError(failure);
            })) {
                browser.open(server.url());
                assertThat(browser.evaluate("document.documentElement.lang").asText())
                        .isEqualTo("zh-CN");
                assertThat(browser.evaluate("typeof window.pwned").asText()).isEqualTo("undefined");
                browser.open(server.url() + "cases/1");
                browser.press("2");
                browser.await("document.readyState === 'complete' && document.querySelector('.recorded') !== null");
                assertThat(store.find(1).orElseThrow().verdict()).isEqualTo(Verdict.COUNTERFEIT);
                assertThat(browser.evaluate("typeof window.pwned").asText()).isEqualTo("undefined");
                browser.press("u");
                browser.await("document.readyState === 'complete' && location.pathname === '/cases/1'");
                assertThat(store.find(1).orElseThrow().verdict()).isNull();
                assertThat(store.find(1).orElseThrow().trail()).hasSize(2);
                browser.press("n");
                browser.press("2");
                assertThat(browser.evaluate("document.getElementById('reason').value")
                                .asText())
                        .isEqualTo("2");
                assertThat(store.find(1).orElseThrow().trail()).hasSize(2);
            }
        }
    }
}
