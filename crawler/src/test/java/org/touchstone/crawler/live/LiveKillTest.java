package org.touchstone.crawler.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.awt.Color;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.touchstone.crawler.CrawlReplay;
import org.touchstone.crawler.StubSite;
import org.touchstone.crawler.keep.WarcAnswers;
import org.touchstone.crawler.keep.WarcTail;
import org.touchstone.crawler.live.StreamMaker.Sign;
import org.touchstone.listing.Listing;
import org.touchstone.record.Formats;
import org.touchstone.record.RecordReader;

/** A watch that is killed at random moments, and goes on. {@code -Dtouchstone.kills=8} kills it more often. */
@Timeout(300)
class LiveKillTest {
    private static final int KILLS = Integer.getInteger("touchstone.kills", 3);
    private static final int SEGMENTS = 12;
    private static final List<Sign> SIGNS = List.of(
            new Sign("TOUCHSTONE", Color.RED, 2.6, 6.4),
            new Sign("JINSHI", new Color(20, 60, 160), 9.0, 13.2),
            new Sign("NORTHGATE", Color.BLACK, 15.9, 22.0));

    @TempDir
    Path folder;

    private Instant start = Instant.EPOCH;
    private int polls;

    /** Segments of two seconds, each under an address that is signed anew in each list. */
    private String list(StubSite site) {
        long ready = Math.min(SEGMENTS, Duration.between(start, Instant.now()).toSeconds() / 2);
        long first = Math.max(0, ready - 8);
        StringBuilder list =
                new StringBuilder("#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXT-X-MEDIA-SEQUENCE:" + first + "\n");
        polls++;
        for (long i = first; i < ready; i++) {
            String signed = "/" + i + ".ts?signature=" + polls;
            Path file = folder.resolve("list" + i + ".ts");
            site.on(signed, exchange -> {
                exchange.sendResponseHeaders(200, Files.size(file));
                exchange.getResponseBody().write(Files.readAllBytes(file));
            });
            list.append("#EXT-X-PROGRAM-DATE-TIME:" + start.plusSeconds(2 * i) + "\n#EXTINF:2,\n" + signed + "\n");
        }
        return list + (ready == SEGMENTS ? "#EXT-X-ENDLIST" : "");
    }

    private String room() {
        double seconds = Duration.between(start, Instant.now()).toMillis() / 1000.0;
        List<String> cards = SIGNS.stream()
                .filter(sign -> sign.from() <= seconds)
                .map(sign -> "{\"sku\":\"" + sign.text() + "\",\"title\":\"" + sign.text() + "\",\"price\":\"¥9\"}")
                .toList();
        return "{\"roomId\":\"R1\",\"skuList\":[" + String.join(",", cards) + "],\"comments\":[\"正品吗\"]}";
    }

    private Process crawl(StubSite site, Path into) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LiveProcess.class.getName(),
                        into.toString(),
                        site.at("/r1.m3u8").toString(),
                        site.at("/r1.json").toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("crawl.log").toFile()))
                .start();
    }

    /** Paths of the segments that can be read from the WARC files, a torn end left aside. */
    private static List<String> kept(Path into) throws IOException {
        List<String> kept = new ArrayList<>();
        for (Path file : WarcTail.files(into.resolve("warc"))) {
            try {
                WarcAnswers.forEach(file, 0, answer -> kept.add(answer.address().getPath()));
            } catch (IOException e) {
                // torn: what stands before counts
            }
        }
        kept.removeIf(path -> !path.endsWith(".ts"));
        return kept;
    }

    private static List<String> segments(StubSite site) {
        return site.paths().stream()
                .map(path -> URI.create(path).getPath())
                .filter(path -> path.endsWith(".ts"))
                .toList();
    }

    @Test
    void goesOnAfterEachKillWithoutLossOrRepetition() throws IOException, InterruptedException {
        StreamMaker.ffmpeg();
        new StreamMaker(folder).make(SIGNS, 2 * SEGMENTS, false);
        Path into = folder.resolve("crawl");
        try (StubSite site = new StubSite()) {
            site.on("/r1.m3u8", exchange -> answer(exchange, list(site)));
            site.on("/r1.json", exchange -> answer(exchange, room()));
            start = Instant.now();
            Random random = new Random(7);
            for (int kill = 0; kill < KILLS; kill++) {
                Process crawl = crawl(site, into);
                int before = site.asked().size();
                while (crawl.isAlive() && site.asked().size() < before + 3) {
                    Thread.sleep(5);
                }
                Thread.sleep(random.nextInt(4_000));
                crawl.destroyForcibly().waitFor();
                Set<String> whole = new HashSet<>(kept(into));
                int asked = segments(site).size();
                Process next = crawl(site, into);
                int polled = site.asked().size();
                while (next.isAlive() && site.asked().size() < polled + 4) {
                    Thread.sleep(5);
                }
                next.destroyForcibly().waitFor();
                List<String> since = segments(site);
                assertThat(since.subList(asked, since.size())).noneMatch(whole::contains);
            }
            Process last = crawl(site, into);
            assertThat(last.waitFor(120, TimeUnit.SECONDS)).isTrue();
            assertThat(last.exitValue())
                    .as(() -> "see " + folder.resolve("crawl.log"))
                    .isZero();
            assertThat(kept(into)).doesNotHaveDuplicates().hasSize(SEGMENTS);
            check(into);
            // Once it has come to its end, the same crawl begins anew.
            assertThat(into.resolve("report.json")).content().contains("done");
        }
    }

    private void check(Path into) throws IOException {
        List<Listing> listings = listings(into);
        Path again = folder.resolve("again");
        List<Listing> replayed = new CrawlReplay(CrawlReplay.archives(into), List.of(), again, rejection -> {
                    throw new AssertionError(rejection.toString());
                })
                .listings();
        assertThat(replayed).containsExactlyInAnyOrderElementsOf(listings);
        assertThat(again.resolve(replayed.getFirst().images().getFirst()))
                .hasSameBinaryContentAs(
                        into.resolve(replayed.getFirst().images().getFirst()));
        assertThat(listings).extracting(Listing::id).doesNotHaveDuplicates();
        List<Listing> stills =
                listings.stream().filter(l -> l.id().contains("still-")).toList();
        List<Listing> cards =
                listings.stream().filter(l -> !l.id().contains("still-")).toList();
        assertThat(cards).extracting(Listing::title).containsExactly("TOUCHSTONE", "JINSHI", "NORTHGATE");
        assertThat(stills).hasSize(1 + SIGNS.size());
        for (int i = 0; i < SIGNS.size(); i++) {
            Listing still = stills.get(i + 1);
            double seen =
                    Duration.between(start, Objects.requireNonNull(still.live()).at())
                                    .toMillis()
                            / 1000.0;
            assertThat(seen).isBetween(SIGNS.get(i).from() - 0.05, SIGNS.get(i).from() + 1);
            assertThat(StillPlace.again(into, still))
                    .isEqualTo(Files.readAllBytes(into.resolve(still.images().getFirst())));
        }
        assertThat(listings.stream().filter(l -> l.attributes().containsKey("comments")))
                .as("each comment once")
                .hasSize(1);
    }

    private static void answer(HttpExchange exchange, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }

    private static List<Listing> listings(Path into) throws IOException {
        List<Listing> listings = new ArrayList<>();
        try (var reader = RecordReader.open(into.resolve("listings.jsonl"), Formats.LISTING, r -> {
            throw new AssertionError(r.toString());
        })) {
            reader.forEachRemaining(located -> listings.add(located.value()));
        }
        return listings;
    }
}
