package org.touchstone.crawler.keep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.touchstone.crawler.fetch.Exchange;
import org.touchstone.crawler.fetch.Exchange.Header;
import org.touchstone.crawler.fetch.FetchKind;

class WarcArchiveTest {
    @TempDir
    private Path folder;

    private static Exchange exchange(int number) {
        byte[] body = ("<p>奥若丽 " + number).getBytes(StandardCharsets.UTF_8);
        return new Exchange(
                FetchKind.PAGE,
                URI.create("http://shop.example/" + number),
                Instant.parse("2026-11-23T08:00:00.123456789Z"),
                Duration.ofMillis(5),
                null,
                "GET /" + number + " HTTP/1.1",
                List.of(new Header("Host", "shop.example")),
                "HTTP/1.1",
                200,
                List.of(new Header("Content-Type", "text/html"), new Header("Transfer-Encoding", "chunked")),
                body,
                body,
                null);
    }

    private List<WarcPlace> write(int count, long rotatedAt) throws IOException {
        List<WarcPlace> places = new ArrayList<>();
        try (WarcArchive archive =
                new WarcArchive(folder, "crawl", 0, Map.of("software", List.of("Touchstone")), rotatedAt)) {
            for (int i = 0; i < count; i++) {
                places.add(archive.add(exchange(i)));
            }
        }
        return places;
    }

    private List<String> addresses(Path file) throws IOException {
        List<String> out = new ArrayList<>();
        WarcAnswers.forEach(file, 0, answer -> out.add(answer.address().getPath()));
        return out;
    }

    @Test
    void whatIsAddedIsFoundAtItsPlace() throws IOException {
        List<WarcPlace> places = write(3, WarcArchive.ROTATED_AT);
        for (int i = 0; i < 3; i++) {
            KeptAnswer answer = WarcAnswers.at(
                            folder.resolve(places.get(i).file()), places.get(i).offset())
                    .orElseThrow();
            assertThat(answer.address()).hasToString("http://shop.example/" + i);
            assertThat(answer.at()).isEqualTo(Instant.parse("2026-11-23T08:00:00.123456Z"));
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.contentType()).isEqualTo("text/html");
            assertThat(answer.body()).asString(StandardCharsets.UTF_8).isEqualTo("<p>奥若丽 " + i);
            assertThat(answer.place()).isEqualTo(places.get(i));
        }
    }

    @Test
    void aFullFileIsFollowedByAnother() throws IOException {
        assertThat(write(4, 1500))
                .extracting(WarcPlace::file)
                .containsOnly("crawl-00001.warc.gz", "crawl-00002.warc.gz");
        assertThat(write(1, 1500)).extracting(WarcPlace::file).containsExactly("crawl-00003.warc.gz");
        assertThat(WarcTail.files(folder)).hasSize(3);
    }

    @Test
    void mendCutsOffATornRecordWhereverItIsTorn() throws IOException {
        List<WarcPlace> places = write(3, WarcArchive.ROTATED_AT);
        byte[] whole = Files.readAllBytes(folder.resolve("crawl-00001.warc.gz"));
        Path torn = folder.resolve("torn-00001.warc.gz");
        int second = (int) places.get(1).offset();
        int third = (int) places.get(2).offset();
        for (int length = second + 1; length < third; length++) {
            Files.write(torn, Arrays.copyOf(whole, length));
            WarcTail.mend(torn, second);
            assertThat(Files.size(torn)).isLessThanOrEqualTo(length).isGreaterThanOrEqualTo(second);
            assertThat(addresses(torn)).startsWith("/0").doesNotContain("/2");
        }
        Files.write(torn, whole);
        assertThat(WarcTail.mend(torn, 0)).isZero();
        assertThat(addresses(torn)).containsExactly("/0", "/1", "/2");
    }
}
