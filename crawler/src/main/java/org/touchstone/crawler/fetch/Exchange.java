package org.touchstone.crawler.fetch;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer, with what an archive wants to keep of them. The arrays are shared, not copied: read them, do
 * not change them.
 *
 * @param kind what was asked for
 * @param address without fragment
 * @param started when the request was handed to the connection
 * @param took from then to the last byte read
 * @param connectedTo the network address at the other end; null when it is not known
 * @param requestLine in HTTP/1.1 form without line end, whatever version was spoken: {@code GET /a?b HTTP/1.1}
 * @param requestHeaders as sent, {@code Host} first; in HTTP/2 that one went as {@code :authority}
 * @param version {@code HTTP/1.1} or {@code HTTP/2}
 * @param status such as 200
 * @param responseHeaders sorted by name, several of one name in the order sent
 * @param received the body without transfer coding, but packed as it was sent; as much of it as was read
 * @param body unpacked; the same array as {@code received} when nothing was packed
 * @param cut why the body is not whole; null when it is
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody; bodies are large and not copied
public record Exchange(
        FetchKind kind,
        URI address,
        Instant started,
        Duration took,
        @Nullable InetAddress connectedTo,
        String requestLine,
        List<Header> requestHeaders,
        String version,
        int status,
        List<Header> responseHeaders,
        byte[] received,
        byte[] body,
        @Nullable FetchFailure cut) {
    /** One line of a head. */
    public record Header(String name, String value) {}

    /** The first answer header of that name, in any case; empty when there is none. */
    public String header(String name) {
        return responseHeaders.stream()
                .filter(h -> h.name().equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst()
                .orElse("");
    }
}
