package org.touchstone.crawler;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPOutputStream;

/** A real web server on loopback that answers as told and remembers what it was asked. */
public final class StubSite implements AutoCloseable {
    /** Answers a request. */
    public interface Answer {
        void give(HttpExchange exchange) throws IOException;
    }

    /** A request as it came in. */
    public record Asked(String path, String userAgent, long startNanos, long endNanos) {}

    private final HttpServer server;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final AtomicInteger open = new AtomicInteger();

    public StubSite() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        open.incrementAndGet();
        long start = System.nanoTime();
        String path = exchange.getRequestURI().toString();
        try (exchange) {
            Answer answer = answers.get(path);
            if (answer == null) {
                exchange.sendResponseHeaders(404, -1);
            } else {
                answer.give(exchange);
            }
        } catch (IOException e) {
            // The client hung up, which some tests want.
        } finally {
            String agent = String.valueOf(exchange.getRequestHeaders().getFirst("User-Agent"));
            asked.add(new Asked(path, agent, start, System.nanoTime()));
            open.decrementAndGet();
        }
    }

    public StubSite on(String path, Answer answer) {
        answers.put(path, answer);
        return this;
    }

    public StubSite page(String path, String html) {
        return bytes(path, "text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8));
    }

    public StubSite page(String path, String contentType, String html, Charset charset) {
        return bytes(path, contentType, html.getBytes(charset));
    }

    public StubSite bytes(String path, String contentType, byte[] body) {
        return on(path, exchange -> send(exchange, 200, contentType, body));
    }

    public StubSite robots(String text) {
        return bytes("/robots.txt", "text/plain", text.getBytes(StandardCharsets.UTF_8));
    }

    public StubSite status(String path, int status, String... header) {
        return on(path, exchange -> {
            for (int i = 0; i < header.length; i += 2) {
                exchange.getResponseHeaders().set(header[i], header[i + 1]);
            }
            exchange.sendResponseHeaders(status, -1);
        });
    }

    public StubSite redirect(String path, String to) {
        return status(path, 302, "Location", to);
    }

    static void send(HttpExchange exchange, int status, String contentType, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", contentType);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    /** Spaces, packed. */
    public static byte[] packed(int bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            byte[] block = " ".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
            for (int left = bytes; left > 0; left -= block.length) {
                gzip.write(block, 0, Math.min(left, block.length));
            }
        }
        return out.toByteArray();
    }

    public URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    /** What was asked. A client may have its answer before the request is noted here, so open ones are waited for. */
    public List<Asked> asked() {
        for (int i = 0; i < 200 && open.get() > 0; i++) {
            LockSupport.parkNanos(10_000_000);
        }
        return asked;
    }

    public List<String> paths() {
        return asked().stream().map(Asked::path).toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
