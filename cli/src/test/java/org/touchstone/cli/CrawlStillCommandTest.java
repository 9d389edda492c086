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
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.touchstone.record.Json;

class CrawlStillCommandTest {
    @TempDir
    private Path folder;

    /** A second of colour bars; the test is skipped where there is no ffmpeg to make it. */
    private byte[] video() throws IOException, InterruptedException {
        Path file = folder.resolve("v.ts");
        Process ffmpeg;
        try {
            ffmpeg = new ProcessBuilder(
                            "ffmpeg",
                            "-nostdin",
                            "-v",
                            "error",
                            "-f",
                            "lavfi",
                            "-i",
                            "smptebars=size=320x240:rate=25",
                            "-t",
                            "1",
                            "-c:v",
                            "mpeg2video",
                            "-f",
                            "mpegts",
                            file.toString())
                    .inheritIO()
                    .start();
        } catch (IOException e) {
            assumeTrue(false, "skipped: " + e.getMessage());
            throw e;
        }
        assumeTrue(ffmpeg.waitFor(60, TimeUnit.SECONDS) && ffmpeg.exitValue() == 0, "skipped: no ffmpeg that works");
        return Files.readAllBytes(file);
    }

    @Test
    void stillIsMadeAgain() throws IOException, InterruptedException {
        byte[] video = video();
        byte[] list =
                "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nv.ts\n#EXT-X-ENDLIST\n".getBytes(StandardCharsets.UTF_8);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            byte[] body = path.equals("/v.ts") ? video : path.equals("/r1.m3u8") ? list : new byte[0];
            exchange.sendResponseHeaders(body.length == 0 ? 404 : 200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        String into = folder.resolve("crawl").toString();
        String stream = "http://127.0.0.1:" + server.getAddress().getPort() + "/r1.m3u8";
        Path plan = Files.writeString(folder.resolve("plan.yaml"), """
                agent: {contact: you@example.org}
                live: [{room: R1, playlist: "%s", for: 5s}]
                delay: 1ms
                privateNetworks: true
                """.formatted(stream));
        CliRun crawl = CliRun.of("crawl", plan.toString(), "--into", into);
        server.stop(0);
        assertThat(crawl.code()).as(crawl.err()).isZero();
        String id = Json.mapper()
                .readTree(Files.readString(folder.resolve("crawl/listings.jsonl")))
                .path("id")
                .asText();

        Path out = folder.resolve("still.jpg");
        CliRun still = CliRun.of("crawl", "still", id, "--from", into, "--out", out.toString());
        assertThat(still.code()).as(still.err()).isZero();
        assertThat(still.err()).contains("the same, byte for byte");
        try (var images = Files.list(folder.resolve("crawl/images"))) {
            assertThat(images).singleElement().satisfies(kept -> assertThat(out).hasSameBinaryContentAs(kept));
        }
        CliRun none = CliRun.of("crawl", "still", "x", "--from", into, "--out", out.toString());
        assertThat(none.code()).isEqualTo(ExitCode.USAGE);
        assertThat(none.err()).contains("no 'x' in");
    }

    @Test
    void folderWithoutACrawlIsNamed() {
        CliRun run = CliRun.of("crawl", "still", "x", "--from", folder.toString(), "--out", "y.jpg");
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("expected the folder of a crawl");
    }
}
