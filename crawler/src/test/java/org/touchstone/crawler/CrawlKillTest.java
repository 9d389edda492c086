package org.touchstone.crawler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.touchstone.crawler.keep.KeptAnswer;
import org.touchstone.crawler.keep.WarcAnswers;
import org.touchstone.crawler.keep.WarcTail;
import org.touchstone.listing.Listing;
import org.touchstone.record.Formats;
import org.touchstone.record.RecordReader;

/**
 * A crawl that is killed at random moments, and goes on. {@code -Dtouchstone.kills=20} kills it more often than by
 * default.
 */
@Timeout(300)
class CrawlKillTest {
    private static final int KILLS = Integer.getInteger("touchstone.kills", 3);
    private static final int PAGES = 100 * KILLS;
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 1, 2, 3};

    private StubSite site;

    @TempDir
    Path into;

    @TempDir
    Path logs;

    private Path log;

    @BeforeEach
    void open() throws IOException {
        site = new StubSite();
        log = logs.resolve("crawl.log");
        for (int i = 0; i < PAGES; i++) {
            String page = page(i, "");
            site.on("/p/" + i, exchange -> {
                pause();
                StubSite.send(exchange, 200, "text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
            });
            site.redirect("/r/" + i, "/p/" + i);
            byte[] image = PNG.clone();
            image[9] = (byte) i;
            image[10] = (byte) (i >> 8);
            site.bytes("/i/" + i + ".png", "image/png", image);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(4);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @AfterEach
    void close() {
        site.close();
    }

    private Process java(String main, List<String> args) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                main));
        command.addAll(args);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    private Process crawl() throws IOException {
        return java(
                CrawlProcess.class.getName(),
                List.of(site.at("/p/0").toString(), into.toString(), String.valueOf(10 * PAGES)));
    }

    /** Addresses whose answers can be read from the WARC files after the first few, a torn end left aside. */
    private List<URI> kept(int after) throws IOException {
        List<URI> kept = new ArrayList<>();
        for (Path file : files().subList(after, files().size())) {
            try {
                WarcAnswers.forEach(file, 0, answer -> kept.add(answer.address()));
            } catch (IOException e) {
                // torn: what stands before counts
            }
        }
        kept.removeIf(address -> address.getPath().equals("/robots.txt"));
        return kept;
    }

    private List<Path> files() throws IOException {
        return WarcTail.files(into.resolve("warc"));
    }

    private void killAndGoOn(Random random) throws IOException, InterruptedException {
        int first = files().size();
        for (int kill = 0; kill < KILLS; kill++) {
            Process crawl = crawl();
            int before = site.asked().size();
            while (crawl.isAlive() && site.asked().size() < before + 2) {
                Thread.sleep(5);
            }
            Thread.sleep(random.nextInt(400));
            crawl.destroyForcibly().waitFor();
            Set<String> whole = kept(first).stream().map(URI::getPath).collect(Collectors.toSet());
            int asked = site.asked().size();
            Process next = crawl();
            while (next.isAlive() && site.asked().size() < asked + 10) {
                Thread.sleep(5);
            }
            Thread.sleep(random.nextInt(100));
            next.destroyForcibly().waitFor();
            List<String> since = site.paths().subList(asked, site.asked().size());
            assertThat(since).doesNotContainAnyElementsOf(whole);
        }
        assertThat(crawl().waitFor(200, TimeUnit.SECONDS)).isTrue();
        assertThat(kept(first)).doesNotHaveDuplicates(); // no answer was fetched twice that was kept
    }

    @Test
    void goesOnAfterEachKillWithoutLossOrRepetition() throws IOException, InterruptedException {
        killAndGoOn(new Random(11));
        List<Listing> listings = listings();
        assertThat(listings).extracting(Listing::id).doesNotHaveDuplicates().hasSize(PAGES);
        for (Listing listing : listings) {
            assertThat(listing.images())
                    .hasSize(1)
                    .allSatisfy(image -> assertThat(into.resolve(image)).exists());
            assertThat(listing.capture()).isNotNull();
        }
        for (Listing listing : listings.subList(0, 20)) {
            KeptAnswer page = WarcAnswers.at(
                            into.resolve(listing.capture().warc()),
                            listing.capture().offset())
                    .orElseThrow();
            assertThat(page.address()).hasToString(listing.url());
            assertThat(page.place().sha256()).isEqualTo(listing.capture().sha256());
        }
        assertThat(into.resolve("report.json")).exists();
        validate();
    }

    private void validate() throws IOException, InterruptedException {
        List<String> validate = new ArrayList<>(List.of("validate"));
        files().forEach(file -> validate.add(file.toString()));
        log = logs.resolve("validator.log");
        Process validator = java("org.netpreserve.jwarc.tools.WarcTool", validate);
        assertThat(validator.waitFor()).isZero();
        assertThat(log).content().doesNotContainIgnoringCase("error");
    }

    @Test
    void asSoonOnceMoreWhenPagesHaveChanged() throws IOException, InterruptedException {
        for (int i = 0; i < PAGES; i++) {
            versioned(i, "");
        }
        assertThat(crawl().waitFor(200, TimeUnit.SECONDS)).isTrue();
        int first = files().size();
        int asked = site.asked().size();
        for (int i = 0; i < PAGES; i += 3) {
            versioned(i, " 新款");
        }
        killAndGoOn(new Random(12));

        assertThat(site.paths().subList(asked, site.asked().size())).noneMatch(path -> path.startsWith("/i/"));
        assertThat(kept(first)).extracting(URI::getPath).contains("/p/0", "/p/" + (PAGES - 1));
        assertThat(kept(first).stream()
                        .map(URI::getPath)
                        .filter(path ->
                                path.startsWith("/p/") && Integer.parseInt(path.replaceFirst("/p/", "")) < PAGES))
                .hasSize(PAGES);
        List<Listing> listings = listings();
        assertThat(listings).extracting(Listing::id).doesNotHaveDuplicates().hasSize(PAGES);
        for (Listing listing : listings) {
            int i = Integer.parseInt(listing.url().replaceFirst(".*/", ""));
            assertThat(listing.title()).isEqualTo("奥若丽 " + i + (i % 3 == 0 ? " 新款" : ""));
            KeptAnswer page = WarcAnswers.at(
                            into.resolve(listing.capture().warc()),
                            listing.capture().offset())
                    .orElseThrow();
            assertThat(page.address()).hasToString(listing.url());
            assertThat(new String(page.body(), StandardCharsets.UTF_8)).contains('"' + listing.title() + '"');
        }
        validate();
    }

    /** A page with a validator; of every second one the server knows none. */
    private void versioned(int i, String version) {
        String page = page(i, version);
        String etag = "\"" + i + version.length() + "\"";
        site.on("/p/" + i, exchange -> {
            pause();
            if (i % 2 == 0) {
                exchange.getResponseHeaders().set("ETag", etag);
            }
            if (i % 2 == 0 && etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                exchange.sendResponseHeaders(304, -1);
            } else {
                StubSite.send(exchange, 200, "text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
            }
        });
    }

    private static String page(int i, String version) {
        return "<script type='application/ld+json'>{\"@type\":\"Product\",\"name\":\"奥若丽 " + i + version
                + "\",\"sku\":\"" + i + "\",\"image\":\"/i/" + i
                + ".png\",\"offers\":{\"price\":\"9\",\"priceCurrency\":\"CNY\"}}</script><a href=/r/"
                + (2 * i + 1) + ">a</a><a href=/p/" + (2 * i + 2) + ">b</a>";
    }

    private List<Listing> listings() throws IOException {
        List<Listing> listings = new ArrayList<>();
        try (var reader = RecordReader.open(into.resolve("listings.jsonl"), Formats.LISTING, r -> {
            throw new AssertionError(r.toString());
        })) {
            reader.forEachRemaining(located -> listings.add(located.value()));
        }
        return listings;
    }
}
