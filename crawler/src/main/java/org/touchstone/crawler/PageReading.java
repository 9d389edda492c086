package org.touchstone.crawler;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.touchstone.crawler.extract.ContentDigest;
import org.touchstone.crawler.extract.Extraction;
import org.touchstone.crawler.extract.Link;
import org.touchstone.crawler.extract.ListingExtractor;
import org.touchstone.crawler.extract.Offered;
import org.touchstone.crawler.extract.PageText;
import org.touchstone.crawler.fetch.FetchResult.Fetched;
import org.touchstone.crawler.fetch.WebAddress;
import org.touchstone.record.Formats;

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

    /** How the page was come upon and read, for an archive's readers. */
    Map<String, List<String>> about(Frontier.Visit visit) {
        Map<String, List<String>> about = new LinkedHashMap<>();
        if (!visit.via().isEmpty()) {
            about.put("via", List.of(visit.via()));
        }
        about.put("hopsFromSeed", List.of("L".repeat(visit.depth())));
        about.put(
                "charset",
                List.of(text.charset().name() + ", by " + text.source().key()));
        about.put("read-by", List.of(extraction.syntax()));
        if (!extraction.offers().isEmpty()) {
            about.put(
                    "listing",
                    extraction.offers().stream()
                            .map(offered -> offered.listing().id())
                            .toList());
        }
        return about;
    }

    /** A digest of what the page offers and where it leads: another one says that the page has changed for us. */
    String content() {
        StringBuilder content = new StringBuilder();
        for (Offered offered : extraction.offers()) {
            ObjectNode listing = (ObjectNode) Formats.LISTING.write(offered.listing());
            listing.remove(List.of("capturedAt", "capture"));
            content.append(listing).append(offered.images()).append('\n');
        }
        links.stream()
                .map(link -> WebAddress.identity(link.address()))
                .sorted()
                .forEach(link -> content.append(link).append('\n'));
        return ContentDigest.of(content.toString().getBytes(StandardCharsets.UTF_8))
                .substring(0, 32);
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
