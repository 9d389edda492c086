package org.touchstone.crawler.live;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.touchstone.crawler.fetch.Exchange;
import org.touchstone.crawler.fetch.FetchKind;
import org.touchstone.crawler.keep.WarcArchive;

/** A real archive in a crawl's folder, into which answers are put that nobody asked for. */
final class TestArchive {
    private final Path folder;
    private WarcArchive archive;

    TestArchive(Path folder) {
        this.folder = folder;
    }

    /** Keeps an answer with status 200. */
    Footage.Piece keep(URI address, Instant at, byte[] body) throws IOException {
        return keep(address, at, 200, List.of(), body);
    }

    Footage.Piece keep(URI address, Instant at, int status, List<Exchange.Header> headers, byte[] body)
            throws IOException {
        if (archive == null) {
            archive = new WarcArchive(folder.resolve("warc"), "test", 0, Map.of());
        }
        Exchange exchange = new Exchange(
                FetchKind.MEDIA,
                address,
                at,
                Duration.ZERO,
                null,
                "GET " + address.getPath() + " HTTP/1.1",
                List.of(new Exchange.Header("Host", address.getAuthority())),
                "HTTP/1.1",
                status,
                headers,
                body,
                body,
                null);
        return new Footage.Piece(archive.add(exchange), Optional.empty());
    }
}
