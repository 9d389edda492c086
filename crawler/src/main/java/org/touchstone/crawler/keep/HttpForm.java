package org.touchstone.crawler.keep;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.touchstone.crawler.fetch.Exchange;
import org.touchstone.crawler.fetch.Exchange.Header;

/**
 * Requests and answers in HTTP/1.1's form (RFC 9112), whatever version was spoken. The transfer coding is undone already:
 * its header is kept as {@code X-Original-Transfer-Encoding}, and the length is that of the body as it lies there.
 */
final class HttpForm {
    private HttpForm() {}

    static byte[] request(Exchange exchange) {
        StringBuilder head = new StringBuilder(exchange.requestLine()).append("\r\n");
        exchange.requestHeaders().forEach(header -> line(head, header.name(), header.value()));
        return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] response(Exchange exchange) {
        StringBuilder head =
                new StringBuilder("HTTP/1.1 ").append(exchange.status()).append(" \r\n");
        List<Header> headers = exchange.responseHeaders();
        for (Header header : headers) {
            if (header.name().equalsIgnoreCase("transfer-encoding")) {
                line(head, "X-Original-Transfer-Encoding", header.value());
            } else if (header.name().equalsIgnoreCase("content-length")
                    && !header.value().strip().equals(String.valueOf(exchange.received().length))) {
                line(head, "X-Original-Content-Length", header.value());
            } else if (!header.name().startsWith(":")) {
                line(head, header.name(), header.value());
            }
        }
        if (headers.stream()
                .noneMatch(h -> h.name().equalsIgnoreCase("content-length")
                        && h.value().strip().equals(String.valueOf(exchange.received().length)))) {
            line(head, "Content-Length", String.valueOf(exchange.received().length));
        }
        byte[] start = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream out = new ByteArrayOutputStream(start.length + exchange.received().length);
        out.writeBytes(start);
        out.writeBytes(exchange.received());
        return out.toByteArray();
    }

    /** The head of an answer alone, as it was sent. */
    static byte[] head(Exchange exchange) {
        StringBuilder head =
                new StringBuilder("HTTP/1.1 ").append(exchange.status()).append(" \r\n");
        exchange.responseHeaders().stream()
                .filter(header -> !header.name().startsWith(":"))
                .forEach(header -> line(head, header.name(), header.value()));
        return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void line(StringBuilder head, String name, String value) {
        head.append(name).append(": ").append(value.replaceAll("[\\r\\n]", " ")).append("\r\n");
    }
}
