package org.touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.touchstone.record.Json;

class WatchCommandTest {
    @TempDir
    private Path folder;

    private HttpServer server;
    private volatile String offers = product("1", "山隐茶 白茶 高仿");
    private final List<String> told = new CopyOnWriteArrayList<>();

    private static String product(String sku, String name) {
        return "<script type='application/ld+json'>{\"@type\":\"Product\",\"sku\":\"" + sku + "\",\"name\":\"" + name
                + "\",\"url\":\"/p/" + sku + "\",\"offers\":{\"price\":\"29\",\"priceCurrency\":\"CNY\"}}</script>";
    }

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            if (path.equals("/hook")) {
                told.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            }
            boolean page = path.equals("/shop");
            byte[] body = page ? ("<meta charset=utf-8>" + offers).getBytes(StandardCharsets.UTF_8) : new byte[0];
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(page || path.equals("/hook") ? 200 : 404, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        String site = "http://127.0.0.1:" + server.getAddress().getPort();
        Files.writeString(folder.resolve("plan.yaml"), """
                name: tea
                agent: {contact: you@example.org}
                seeds: ["%s/shop"]
                delay: 1ms
                privateNetworks: true
                webhook: "%s/hook"
                """.formatted(site, site));
        Files.writeString(folder.resolve("marks.csv"), "id,office,number,text\nCN-1,CN,1,山隐\n");
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    private CliRun watch(String... more) {
        Stream<String> usual = Stream.of(
                "watch",
                folder.resolve("plan.yaml").toString(),
                "--marks",
                folder.resolve("marks.csv").toString(),
                "--into",
                folder.resolve("watch").toString(),
                "--no-images");
        return CliRun.of(Stream.concat(usual, Stream.of(more)).toArray(String[]::new));
    }

    private List<JsonNode> runs() throws IOException {
        return Files.readAllLines(folder.resolve("watch/tea/runs.jsonl")).stream()
                .map(WatchCommandTest::json)
                .toList();
    }

    private static JsonNode json(String line) {
        try {
            return Json.mapper().readTree(line);
        } catch (IOException e) {
            throw new AssertionError(line, e);
        }
    }

    @Test
    void onceReportsWhatIsNewSinceTheLastRun() throws IOException {
        CliRun first = watch("--once");
        assertThat(first.code()).as(first.err()).isZero();
        assertThat(runs()).hasSize(1);
        assertThat(runs().getFirst().path("listings").asInt()).isEqualTo(1);
        assertThat(runs().getFirst().path("hits").asInt()).isEqualTo(1);
        assertThat(watch("--once").code()).isZero();
        assertThat(runs().getLast().path("listings").asInt()).isZero();
        offers = product("1", "山隐茶 白茶 高仿") + product("2", "山*隐 红茶");
        assertThat(watch("--once").code()).isZero();
        assertThat(runs().getLast().path("listings").asInt()).isEqualTo(1);
        assertThat(told).hasSize(2);
        assertThat(json(told.getLast()).path("top").path(0).path("title").asText())
                .isEqualTo("山*隐 红茶");
        try (Stream<Path> reports = Files.walk(folder.resolve("watch/tea/runs"))) {
            assertThat(reports.filter(f -> f.endsWith("report.html") || f.endsWith("hits.jsonl")))
                    .hasSize(4);
        }
        assertThat(folder.resolve("watch/tea/running.json")).doesNotExist();
    }

    @Test
    void onceGoesOnWithAnInterruptedRun() throws IOException {
        watch("--once");
        String due = "2026-11-23T08:00:00Z";
        offers = product("3", "山隐 绿茶");
        Files.writeString(folder.resolve("watch/tea/running.json"), "{\"due\":\"" + due + "\",\"crawled\":\"\"}\n");
        assertThat(watch("--once").code()).isZero();
        assertThat(runs().getLast().path("due").asText()).isEqualTo(due);
        assertThat(runs().getLast().path("listings").asInt()).isEqualTo(1);
    }

    @Test
    void aPlanWithoutAScheduleIsRefusedUnlessItIsToRunOnce() {
        CliRun run = watch();
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("expected a schedule in").contains("--once");
    }

    @Test
    void aShopThatCannotBeReadFailsTheRun() throws IOException {
        assertThat(watch("--once").code()).isZero();
        server.stop(0);
        CliRun run = watch("--once");
        assertThat(run.code()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err())
                .contains("tea: the run failed: no page could be read")
                .contains("rejected.jsonl");
        assertThat(runs().getLast().path("outcome").asText()).isEqualTo("failed");
        assertThat(told).hasSize(1);
    }

    @Test
    void marksThatAreMissingAreNamedBeforeTheCrawl() throws IOException {
        Files.delete(folder.resolve("marks.csv"));
        CliRun run = watch("--once");
        assertThat(run.code()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).contains("expected a file or folder at").doesNotContain("crawling");
        assertThat(folder.resolve("watch")).doesNotExist();
    }

    @Test
    void aWrongScheduleIsNamed() throws IOException {
        Files.writeString(
                folder.resolve("plan.yaml"),
                "agent: {contact: you@example.org}\nseeds: [\"http://shop.example/\"]\nschedule: {cron: \"61 * * * *\"}\n");
        assertThat(watch("--once").err())
                .contains("schedule.cron: expected five fields")
                .contains("61 * * * *");
    }
}
