package org.touchstone.crawler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.touchstone.crawler.plan.CrawlPlan;

class FolderClaimTest {
    @TempDir
    private Path folder;

    @Test
    void listingsOfAnImportStay() throws IOException {
        Path listings = Files.writeString(folder.resolve("listings.jsonl"), "{\"id\":\"taobao:1\",\"title\":\"山隐\"}\n");
        CrawlPlan plan = CrawlPlan.builder(CrawlPlan.Agent.of("bot@example.org"))
                .seeds(List.of(URI.create("http://127.0.0.1/")))
                .build();
        assertThatThrownBy(() -> new Crawler(plan).run(folder, CrawlListener.SILENT))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("name another folder")
                .hasMessageContaining(folder.toString());
        assertThat(Files.readString(listings)).contains("taobao:1");
        assertThat(folder).isDirectoryNotContaining("glob:**crawl*");
    }

    @Test
    void oneCrawlAtATime() throws IOException {
        Path into = folder.resolve("new/crawl");
        try (FolderClaim claim = FolderClaim.of(into)) {
            assertThatThrownBy(() -> FolderClaim.of(into)).hasMessageContaining("another crawl is at work in " + into);
        }
        FolderClaim.of(into).close();
    }

    @Test
    void crawlGoesOn() throws IOException {
        Files.writeString(folder.resolve("listings.jsonl"), "{\"id\":\"shop.example:1\",\"title\":\"山隐\"}\n");
        Files.createFile(folder.resolve("crawl.db"));
        FolderClaim.of(folder).close();
    }
}
