package org.touchstone.cli.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongConsumer;
import org.touchstone.record.AtomicFile;

/**
 * The fictional shop on loopback: a web server with a front page, a page and a photo for each offer, and a robots.txt.
 * Close it to take it down.
 */
public final class DemoShop implements Closeable {
    /** Chinese pages of this syntax are sent in GB18030, as many shops still do. */
    private static final String OLD_SYNTAX = "microdata";

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final String ROBOTS = "User-agent: *\nDisallow: /cart\nCrawl-delay: 0.01\n";

    private record Page(String contentType, byte[] body) {}

    private final HttpServer server;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Page> pages = new LinkedHashMap<>();
    private final List<Offer> offers;

    private DemoShop(LongConsumer progress) throws IOException {
        offers = Catalogue.offers();
        pages.put("/", html(ShopPage.front(offers), StandardCharsets.UTF_8));
        pages.put("/robots.txt", new Page("text/plain", ROBOTS.getBytes(StandardCharsets.UTF_8)));
        for (Offer offer : offers) {
            boolean old = offer.isChinese() && offer.syntax().equals(OLD_SYNTAX);
            pages.put(offer.path(), html(ShopPage.offer(offer), old ? GB18030 : StandardCharsets.UTF_8));
        }
        Studio.photos(offers, progress).forEach((path, jpeg) -> pages.put(path, new Page("image/jpeg", jpeg)));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.setExecutor(executor);
        server.createContext("/", this::answer);
    }

    /**
     * Draws the photos and opens the shop on a free port.
     *
     * @param progress is told how many photos are drawn; there are {@link #offerCount} in the end
     */
    public static DemoShop open(LongConsumer progress) throws IOException {
        DemoShop shop = new DemoShop(progress);
        shop.server.start();
        return shop;
    }

    /** Where the shop stands. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    public int offerCount() {
        return offers.size();
    }

    /** Brands whose marks the shop's offers use. */
    public int brandCount() {
        return Catalogue.brands();
    }

    /** Writes the brands' marks and policies, and the plan to crawl this shop: what a user brings along. */
    public void writeMaterial(Path folder) throws IOException {
        Catalogue.writeTo(folder);
        String template = """
                # The plan that the demo crawled its shop with; the address was that of its run.
                name: demo
                agent: {name: TouchstoneBot, contact: demo@example.org}
                seeds: [%s]
                limits: {pages: 200, depth: 2, bytes: 64MiB, duration: 5m}
                delay: 5ms                # the shop is our own; leave the default of 2s for others'
                privateNetworks: true     # the shop is on this machine
                """;
        String plan = String.format(Locale.ROOT, template, address());
        AtomicFile.write(folder.resolve("plan.yaml"), plan.getBytes(StandardCharsets.UTF_8));
    }

    private static Page html(String page, Charset charset) {
        String named = page.replace(ShopPage.CHARSET, charset.equals(GB18030) ? "gb2312" : "utf-8");
        return new Page("text/html", named.getBytes(charset));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Page page = pages.get(exchange.getRequestURI().getPath());
            if (page == null) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            exchange.getResponseHeaders().set("Content-Type", page.contentType());
            exchange.sendResponseHeaders(200, page.body().length);
            exchange.getResponseBody().write(page.body());
        }
    }

    @Override
    public void close() {
        server.stop(0);
        executor.close();
    }
}
