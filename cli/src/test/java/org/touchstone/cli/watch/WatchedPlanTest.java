package org.touchstone.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.touchstone.crawler.plan.CrawlPlan;
import org.touchstone.crawler.plan.Schedule;

class WatchedPlanTest {
    @TempDir
    private Path folder;

    private WatchedPlan plan(String cron) {
        CrawlPlan plan = CrawlPlan.builder(CrawlPlan.Agent.of("you@example.org"))
                .name("茶 / tea")
                .seeds(List.of(URI.create("https://shop.example/")))
                .schedule(Schedule.of(cron, "Asia/Shanghai"))
                .build();
        return new WatchedPlan(plan, folder);
    }

    @Test
    void dueCountsInThePlansZone() {
        WatchedPlan plan = plan("30 8 * * *");
        assertThat(plan.due(Instant.parse("2026-11-23T00:30:00Z"), Instant.parse("2026-11-25T01:00:00Z")))
                .containsExactly(Instant.parse("2026-11-24T00:30:00Z"), Instant.parse("2026-11-25T00:30:00Z"));
    }

    @Test
    void aFarPastIsBounded() {
        assertThat(plan("* * * * *").due(Instant.EPOCH, Instant.parse("2026-11-25T01:00:00Z")))
                .hasSize(1000);
    }

    @Test
    void whatIsRecordedIsFoundAfterATornLine() throws IOException {
        WatchedPlan plan = plan("30 8 * * *");
        assertThat(plan.lastDue()).isEmpty();
        Instant due = Instant.parse("2026-11-24T00:30:00Z");
        plan.record(RunRecord.missed(due, due, "nobody was watching", 2));
        assertThat(plan.lastDue()).contains(due);
        Files.writeString(plan.folder().resolve("runs.jsonl"), "{\"due\":\"2026-1", StandardOpenOption.APPEND);
        assertThat(plan.lastDue()).contains(due);
        plan.begin(due, "");
        assertThat(plan.interrupted()).contains(due);
        plan.end();
        assertThat(plan.interrupted()).isEmpty();
    }

    @Test
    void theFolderStaysWithinTheWatch() {
        assertThat(plan("0 0 * * *").folder().getParent()).isEqualTo(folder);
    }
}
