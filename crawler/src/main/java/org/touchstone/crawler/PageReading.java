package org.touchstone.crawler;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.touchstone.crawler.extract.Extraction;
import org.touchstone.crawler.extract.Link;
import org.touchstone.crawler.extract.ListingExtractor;
import org.touchstone.crawler.extract.PageText;
import org.touchstone.crawler.fetch.FetchResult.Fetched;

/**
 * A page as read.
 *
 * @param text bytes as text
 * @param extraction what it offers
 * @param links where it leads
 */
record PageReading(PageText text, Extraction extraction, List<Link> links) {
    static PageReading of(ListingExtractor extractor, Fetched fetched, Instant at) {
        PageText text = PageText.decode(fetched.body(), fetched.contentType());
        Document page = text.document(fetched.address());
        return new PageReading(
                text, extractor.extract(page, fetched.address(), at), extractor.links(page, fetched.address()));
    }

    /** What bytes are that call themselves a page but are none; empty for a page. */
    static Optional<String> notAPage(byte[] body) {
        Optional<ImageType> image = ImageType.of(body).filter(type -> type != ImageType.SVG);
        if (image.isPresent()) {
            return Optional.of("expected a page, found a " + image.get() + " image");
        }
        String head = new String(body, 0, Math.min(body.length, 512), StandardCharsets.ISO_8859_1);
        boolean binary = head.startsWith("%PDF") || head.startsWith("PK\u0003\u0004") || head.indexOf('\0') >= 0;
        return binary && !PageText.isUtf16(body) ? Optional.of("expected a page, found binary data") : Optional.empty();
    }
}
