package org.touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.touchstone.crawler.render.Chromium;

class CrawlCommandTest {
    private static final String PAGE = """
            <meta charset=utf-8><a href=/gone>x</a><script type="application/ld+json">{"@type":"Product","sku":"1",
            "name":"山隐茶 白茶","brand":"SHANYIN","offers":{"price":"29","priceCurrency":"CNY"}}</script>""";

    private static final String APP = """
            <meta charset=utf-8><div id=app></div><script>fetch('/seen', {method: 'POST'}).catch(e => 0);
            document.body.insertAdjacentHTML('beforeend', '<script type="application/ld+json">{"@type":"Product","sku":"2",' +
            '"name":"山隐茶 红茶","offers":{"price":"39","priceCurrency":"CNY"}}</' + 'script>')</script>""";

    @TempDir
    private Path folder;

    private HttpServer server;
    private String shop;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            String page = path.equals("/p") ? PAGE : path.equals("/app") ? APP : "";
            byte[] body = page.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(body.length == 0 ? 404 : 200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        shop = "http://127.0.0.1:" + server.getAddress().getPort() + "/p";
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    private String into() {
        return folder.resolve("crawl").toString();
    }

    @Test
    void crawlOfAnAddress() throws IOException {
        CliRun run = CliRun.of(
                "crawl",
                shop,
                "--contact",
                "you@example.org",
                "--private-networks",
                "--delay",
                "1ms",
                "--into",
                into());
        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.REJECTED);
        assertThat(run.err())
                .contains("/gone: answered 404")
                .contains("Kept 1 listings and 0 images from 1 pages")
                .contains("could not be read: 1; forbidden by robots.txt: 0");
        assertThat(run.out()).isEmpty();
        assertThat(Files.readString(folder.resolve("crawl/listings.jsonl"))).contains("山隐茶 白茶");
    }

    @Test
    void replayGivesTheListingsAgainWithoutTheShop() throws IOException {
        CliRun.of(
                "crawl",
                shop,
                "--contact",
                "you@example.org",
                "--private-networks",
                "--delay",
                "1ms",
                "--into",
                into());
        server.stop(0);
        CliRun run = CliRun.of("crawl", "replay", into());
        String again = folder.resolve("again").toString();
        assertThat(CliRun.of("crawl", "replay", into(), "--into", again).code()).isZero();
        assertThat(Files.readString(folder.resolve("again/report.json")))
                .contains("crawl-00001.warc.gz")
                .contains("\"listings\" : 1");
        CliRun over = CliRun.of("crawl", "replay", into(), "--into", into());
        assertThat(over.code()).isEqualTo(ExitCode.USAGE);
        assertThat(over.err()).contains("a folder of its own");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).contains("1 listings from 1 WARC files");
        assertThat(run.out().strip()).contains("山隐茶 白茶").contains("\"warc\":\"warc/crawl-00001.warc.gz\"");
        assertThat(CliRun.of("crawl", "replay", folder.resolve("none").toString())
                        .code())
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void crawlOfAPlan() throws IOException {
        Path plan = Files.writeString(folder.resolve("plan.yaml"), """
                agent: {contact: you@example.org}
                seeds: ["%s"]
                limits: {depth: 0}
                delay: 1ms
                privateNetworks: true
                """.formatted(shop));
        CliRun run = CliRun.of("crawl", plan.toString(), "--into", into(), "--lang", "zh");
        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
        assertThat(run.err()).contains("1 个页面");
        assertThat(folder.resolve("crawl/report.json")).exists();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "crawl https://shop.example/ --into x | no contact, no crawl",
                "crawl https://shop.example/ --contact me --into x | expected an e-mail address",
                "crawl https://shop.example/ --contact a@b.example | --into DIR",
                "crawl --into x | found neither",
                "crawl a.yaml b.yaml --into x | expected one plan",
                "crawl https://shop.example/ --contact a@b.example --into x --pages 0 | at least 1",
                "crawl https://shop.example/ --contact a@b.example --into x --delay 2 | such as 2s",
                "crawl shop.example --contact a@b.example --into x | is it https://shop.example?",
                "crawl fetch ftp://shop.example/ --contact a@b.example | expected an address",
                "crawl fetch https://shop.example/ | no contact, no crawl",
            })
    void crawlOfWrongUsage(String line, String message) {
        CliRun run = CliRun.of(line.split(" "));
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains(message);
    }

    @Test
    void crawlWithoutPermissionForPrivateNetworks() {
        CliRun run = CliRun.of("crawl", shop, "--contact", "you@example.org", "--into", into());
        assertThat(run.code()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).contains("not a public address").contains("no page could be read");
    }

    @Test
    void fetchExplains() {
        CliRun run =
                CliRun.of("crawl", "fetch", shop, "--contact", "you@example.org", "--private-networks", "--explain");
        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
        assertThat(run.out())
                .contains("allowed")
                .contains("/robots.txt answered 404")
                .contains("2.0 s")
                .contains("UTF-8  by the page's meta element")
                .contains("json-ld")
                .contains("山隐茶 白茶")
                .contains("29 CNY");
    }

    @Test
    void fetchRenders() throws IOException {
        assumeTrue(Chromium.find().isPresent(), "no Chromium");
        Path picture = folder.resolve("page.png");
        CliRun run = CliRun.of(
                "crawl",
                "fetch",
                shop.replaceAll("/p$", "/app"),
                "--contact",
                "you@example.org",
                "--private-networks",
                "--explain",
                "--screenshot",
                picture.toString());
        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
        assertThat(run.out())
                .contains("Rendered")
                .contains("to its end; requests answered: 0, refused: 1")
                .contains("only GET is passed on, not POST")
                .contains("山隐茶 红茶");
        assertThat(picture).exists().content(StandardCharsets.ISO_8859_1).contains("PNG");
    }

    @Test
    void fetchPrintsListings() {
        CliRun run = CliRun.of("crawl", "fetch", shop, "--contact", "you@example.org", "--private-networks");
        assertThat(run.out().lines()).hasSize(1).first().asString().startsWith("{\"id\":\"127.0.0.1:1\"");
    }

    @Test
    void fetchOfAPageWithoutOffersSaysSo() throws IOException {
        CliRun run = CliRun.of(
                "crawl", "fetch", shop.replaceAll("/p$", "/app"), "--contact", "you@example.org", "--private-networks");
        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains("No offer was read on " + shop.replaceAll("/p$", "/app"))
                .contains("--render");
    }

    @Test
    void replayOfAnotherFileSaysWhatItIsNot() throws IOException {
        Path picture = Files.writeString(folder.resolve("a.warc.gz"), "\u0089PNG not a WARC file");
        CliRun run = CliRun.of("crawl", "replay", picture.toString());
        assertThat(run.code()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).contains("expected WARC records in " + picture).doesNotContain("HERE");
    }

    @Test
    void demoRefusesAForeignFolder() throws IOException {
        Files.writeString(folder.resolve("mine.txt"), "mine");
        CliRun run = CliRun.of("demo", "--into", folder.toString());
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("name another with --into");
        assertThat(folder.toFile().list()).containsExactly("mine.txt");
    }

    @Test
    void helpStartsWithExamples() {
        for (String[] line : new String[][] {{"crawl", "--help"}, {"crawl", "fetch", "--help"}, {"demo", "--help"}}) {
            CliRun run = CliRun.of(line);
            assertThat(run.code()).isZero();
            assertThat(run.out().indexOf("Examples:"))
                    .isPositive()
                    .isLessThan(run.out().indexOf("Usage:"));
        }
    }
}
