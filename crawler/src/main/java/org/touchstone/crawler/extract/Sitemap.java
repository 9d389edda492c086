package org.touchstone.crawler.extract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.touchstone.crawler.fetch.WebAddress;

/**
 * What a sitemap lists, after sitemaps.org: XML of pages or of further sitemaps, Atom or RSS, or plain text with an address
 * a line; packed with gzip or not. Namespaces are not insisted on.
 *
 * @param pages the first {@value #MOST}
 * @param sitemaps further ones, as many
 * @param flaw why it could not be read to its end; empty when it could
 */
public record Sitemap(List<URI> pages, List<URI> sitemaps, String flaw) {
    /** Entries that a sitemap may have. */
    static final int MOST = 50_000;

    /** Bytes that a sitemap may have, unpacked. */
    static final int MOST_BYTES = 50 << 20;

    private static final XMLInputFactory XML = XMLInputFactory.newDefaultFactory();

    static {
        XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XML.setProperty(XMLInputFactory.IS_COALESCING, true);
    }

    /** Reads a sitemap; never fails: what stands before a flaw counts. */
    public static Sitemap read(byte[] body, URI address) {
        Set<URI> pages = new LinkedHashSet<>();
        Set<URI> sitemaps = new LinkedHashSet<>();
        String flaw = "";
        try {
            byte[] plain = unpacked(body);
            String start = new String(plain, 0, Math.min(plain.length, 200), StandardCharsets.UTF_8);
            if (start.replace("\uFEFF", "").stripLeading().startsWith("<")) {
                xml(plain, address, pages, sitemaps);
            } else {
                text(plain, address, pages);
            }
        } catch (IOException | XMLStreamException e) {
            flaw = "expected a sitemap, found a flaw: "
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        }
        return new Sitemap(List.copyOf(pages), List.copyOf(sitemaps), flaw);
    }

    private static byte[] unpacked(byte[] body) throws IOException {
        if (body.length < 2 || (body[0] & 0xff) != 0x1f || (body[1] & 0xff) != 0x8b) {
            return body;
        }
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            byte[] plain = in.readNBytes(MOST_BYTES);
            if (plain.length == MOST_BYTES) {
                throw new IOException("it unpacks to more than " + MOST_BYTES + " bytes");
            }
            return plain;
        }
    }

    private static void text(byte[] plain, URI address, Set<URI> pages) {
        new String(plain, StandardCharsets.UTF_8)
                .replace("\uFEFF", "")
                .lines()
                .limit(MOST)
                .filter(line -> !line.isBlank())
                .forEach(line -> add(pages, address, line));
    }

    private static void xml(byte[] plain, URI address, Set<URI> pages, Set<URI> sitemaps) throws XMLStreamException {
        int start = plain.length > 2 && plain[0] == (byte) 0xef && plain[1] == (byte) 0xbb ? 3 : 0;
        XMLStreamReader xml = XML.createXMLStreamReader(new ByteArrayInputStream(plain, start, plain.length - start));
        String parent = "";
        while (xml.hasNext() && pages.size() < MOST && sitemaps.size() < MOST) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (xml.getLocalName()) {
                case "url", "sitemap", "item", "entry" -> parent = xml.getLocalName();
                case "loc" -> {
                    // an image's or a video's place is another element, of a namespace of its own
                    String prefix = xml.getPrefix() == null ? "" : xml.getPrefix();
                    if (!prefix.equals("image") && !prefix.equals("video")) {
                        add(parent.equals("sitemap") ? sitemaps : pages, address, xml.getElementText());
                    }
                }
                case "link" -> {
                    String href = xml.getAttributeValue(null, "href");
                    if (!parent.isEmpty() && !parent.equals("url")) {
                        add(pages, address, href != null ? href : xml.getElementText());
                    }
                }
                default -> {}
            }
        }
    }

    private static void add(Set<URI> into, URI address, String written) {
        if (!written.isBlank()) {
            WebAddress.resolve(address, written).ifPresent(into::add);
        }
    }
}
