package org.touchstone.cli.report;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.touchstone.record.Json;

/** A Chromium without a window, spoken to over the DevTools protocol, for tests of pages. */
public final class Browser implements Closeable {
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final Process process;
    private final Path profile;
    private final WebSocket socket;
    private final Answers answers;
    private final AtomicInteger number = new AtomicInteger();
    private final String session;

    private Browser(Process process, Path profile, WebSocket socket, Answers answers) throws IOException {
        this.process = process;
        this.profile = profile;
        this.socket = socket;
        this.answers = answers;
        String target = call("", "Target.createTarget", Json.object().put("url", "about:blank"))
                .path("targetId")
                .asText();
        session = call(
                        "",
                        "Target.attachToTarget",
                        Json.object().put("targetId", target).put("flatten", true))
                .path("sessionId")
                .asText();
        call(session, "Page.enable", Json.object());
    }

    /** Starts a browser; the test is skipped where there is none. */
    public static Browser start(String language) throws IOException {
        Optional<Path> program = Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(program.isPresent(), "no Chromium on this machine");
        Path profile = Files.createTempDirectory("touchstone-browser");
        Process process = new ProcessBuilder(
                        program.get().toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--remote-debugging-port=0",
                        "--remote-allow-origins=*",
                        "--accept-lang=" + language,
                        "--lang=" + language,
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectErrorStream(true)
                .start();
        Answers answers = new Answers();
        WebSocket socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(address(process.inputReader()), answers)
                .orTimeout(LONGEST.toSeconds(), TimeUnit.SECONDS)
                .join();
        return new Browser(process, profile, socket, answers);
    }

    private static URI address(BufferedReader output) throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith("DevTools listening on ")) {
                Thread.ofPlatform().daemon().start(() -> output.lines().forEach(rest -> {}));
                return URI.create(
                        line.substring("DevTools listening on ".length()).strip());
            }
        }
        throw new IOException("the browser ended before it listened");
    }

    /** Opens an address, and waits until it is loaded. */
    public void open(String address) throws IOException {
        call(session, "Page.navigate", Json.object().put("url", address));
        boolean blank = address.equals("about:blank");
        await("document.readyState === 'complete' && (location.href === 'about:blank') === " + blank);
    }

    /** Waits until an expression is true. */
    public void await(String expression) throws IOException {
        long until = System.nanoTime() + LONGEST.toNanos();
        while (System.nanoTime() < until) {
            if (evaluate(expression).asBoolean()) {
                return;
            }
            try {
                Thread.sleep(30);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            }
        }
        throw new IOException("never came true: " + expression);
    }

    /** The value of an expression in the page. */
    public JsonNode evaluate(String expression) throws IOException {
        ObjectNode parameters = Json.object().put("expression", expression).put("returnByValue", true);
        JsonNode answer = call(session, "Runtime.evaluate", parameters);
        if (answer.has("exceptionDetails")) {
            throw new IOException(answer.path("exceptionDetails").toString());
        }
        return answer.path("result").path("value");
    }

    /** Presses a key that makes a character. */
    public void press(String key) throws IOException {
        call(
                session,
                "Input.dispatchKeyEvent",
                Json.object().put("type", "keyDown").put("key", key).put("text", key));
        call(
                session,
                "Input.dispatchKeyEvent",
                Json.object().put("type", "keyUp").put("key", key));
    }

    /** Sets the size of the page in pixels. */
    public void resize(int width, int height) throws IOException {
        call(
                session,
                "Emulation.setDeviceMetricsOverride",
                Json.object()
                        .put("width", width)
                        .put("height", height)
                        .put("deviceScaleFactor", 1)
                        .put("mobile", width < 600));
    }

    /** Writes the page as people see it. */
    public void screenshot(Path file) throws IOException {
        String data = call(session, "Page.captureScreenshot", Json.object().put("captureBeyondViewport", true))
                .path("data")
                .asText();
        Files.write(file, Base64.getDecoder().decode(data));
    }

    private JsonNode call(String to, String method, ObjectNode parameters) throws IOException {
        int id = number.incrementAndGet();
        ObjectNode message = Json.object().put("id", id).put("method", method);
        message.set("params", parameters);
        if (!to.isEmpty()) {
            message.put("sessionId", to);
        }
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        answers.waiting.put(id, answer);
        socket.sendText(Json.line(message), true).join();
        JsonNode reply = answer.orTimeout(LONGEST.toSeconds(), TimeUnit.SECONDS).join();
        if (reply.has("error")) {
            throw new IOException(method + ": " + reply.path("error"));
        }
        return reply.path("result");
    }

    @Override
    public void close() throws IOException {
        socket.abort();
        List<ProcessHandle> children = process.descendants().toList();
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
        process.onExit().orTimeout(10, TimeUnit.SECONDS).join();
        for (int attempt = 0; attempt < 20 && Files.exists(profile); attempt++) {
            try (Stream<Path> files = Files.walk(profile)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            } catch (IOException | java.io.UncheckedIOException e) {
                // a dying process still wrote; the next attempt finds it
            }
        }
    }

    /** Hands each answer to who waits for it. */
    private static final class Answers implements WebSocket.Listener {
        private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
        private final StringBuilder message = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            message.append(data);
            if (last) {
                try {
                    JsonNode node = Json.mapper().readTree(message.toString());
                    CompletableFuture<JsonNode> one =
                            waiting.remove(node.path("id").asInt());
                    if (one != null) {
                        one.complete(node);
                    }
                } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
                    waiting.values().forEach(one -> one.completeExceptionally(e));
                }
                message.setLength(0);
            }
            socket.request(1);
            return CompletableFuture.completedFuture(null);
        }
    }
}
