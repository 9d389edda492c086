package org.touchstone.review;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.touchstone.page.Page;
import org.touchstone.page.Phrases;

/**
 * The review pages over a case store, for browsers on this machine, or on others that know the token. Every page works
 * without its script. Thread-safe.
 */
@SuppressForbidden("the server of module jdk.httpserver, a supported part of every JDK though not of Java SE")
public final class ReviewServer implements Closeable {
    private final HttpServer server;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final Guard guard;
    private final Routes routes;
    private final Consumer<Throwable> failures;

    private ReviewServer(HttpServer server, Guard guard, Routes routes, Consumer<Throwable> failures) {
        this.server = server;
        this.guard = guard;
        this.routes = routes;
        this.failures = failures;
    }

    /**
     * How to serve.
     *
     * @param address to listen on; loopback unless there is a token
     * @param port 0 for any free one
     * @param token that lets a person in, at least 16 characters where the address is not loopback; empty for none
     * @param reviewer the name that decisions bear until a person gives another
     * @param prior decibans before any evidence
     */
    public record Settings(InetAddress address, int port, String token, String reviewer, double prior) {}

    /**
     * Starts serving.
     *
     * @param failures is told what went wrong inside; the browser is told only that something did
     * @throws IllegalArgumentException when the address is not loopback and there is no good token
     * @throws IOException when the address or the port cannot be had
     */
    public static ReviewServer start(CaseStore store, MarkSource marks, Settings settings, Consumer<Throwable> failures)
            throws IOException {
        Guard guard = new Guard(settings.address(), settings.token());
        HttpServer server = HttpServer.create(new InetSocketAddress(settings.address(), settings.port()), 0);
        ReviewServer review = new ReviewServer(server, guard, new Routes(store, marks, settings, guard), failures);
        server.setExecutor(review.workers);
        server.createContext("/", review::handle);
        server.start();
        return review;
    }

    /** Where a browser finds the pages, the token included. */
    public String url() {
        InetAddress address = server.getAddress().getAddress();
        String host = address.getHostAddress();
        String name = address.isAnyLocalAddress() ? "localhost" : host.contains(":") ? "[" + host + "]" : host;
        return "http://" + name + ":" + server.getAddress().getPort() + "/"
                + (guard.token().isEmpty() ? "" : "?token=" + guard.token());
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Reply reply;
            try {
                reply = reply(exchange);
            } catch (IOException | RuntimeException e) {
                failures.accept(e);
                reply = Reply.plain(500, "Touchstone failed inside; the command's output says why. 内部错误，详见命令输出。\n");
            }
            send(exchange, reply);
        }
    }

    private Reply reply(HttpExchange exchange) throws IOException {
        Request request = null;
        try {
            request = Request.read(exchange);
            guard.checkHost(request);
            if (request.path().equals("/healthz")) {
                return routes.health();
            }
            if (guard.bringsToken(request) && request.isGet()) {
                return Reply.to("/").cookie(Guard.TOKEN_COOKIE, guard.token(), 30L * 24 * 3600);
            }
            guard.checkToken(request);
            if (request.isPost()) {
                guard.checkForm(request);
            }
            return routes.answer(request);
        } catch (RefusedException e) {
            Page page =
                    new Page(Phrases.in(request == null ? org.touchstone.page.Language.ENGLISH : request.language()));
            return Reply.page(e.status(), PageFrame.message(page, e.key(), e.arguments()));
        }
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        var headers = exchange.getResponseHeaders();
        headers.set(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'self'; script-src 'self'; img-src data:; form-action 'self';"
                        + " base-uri 'none'; frame-ancestors 'none'");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "same-origin");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Cache-Control", "no-store");
        reply.headers().forEach(headers::set);
        reply.cookies().forEach(cookie -> headers.add("Set-Cookie", cookie));
        byte[] body = reply.body();
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(reply.status(), head || body.length == 0 ? -1 : body.length);
        if (!head && body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    /** Stops serving; requests under way are given a second. */
    @Override
    public void close() {
        server.stop(1);
        workers.close();
    }
}
