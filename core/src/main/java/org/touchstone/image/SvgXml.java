package org.touchstone.image;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLEventReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;

/** The JDK's XML parser, which opens nothing and expands entities within bounds. */
final class SvgXml {
    private static final int MAX_ENTITIES = 10_000;
    private static final int MAX_ENTITY_CHARS = 4_000_000;
    private static final int MAX_ATTRIBUTES = 1_000;

    private static final int DECLARATION = 200;
    private static final Pattern ENCODING =
            Pattern.compile("^(?:\u00ef\u00bb\u00bf)?\\s*<\\?xml[^>]*\\bencoding\\s*=\\s*[\"']([\\w.:-]+)");

    private SvgXml() {}

    /** Reads the events of {@link #text}; a document type's external part is passed over, external entities are not resolved. */
    static XMLEventReader reader(String text) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty("http://java.sun.com/xml/stream/properties/ignore-external-dtd", true);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setProperty("jdk.xml.entityExpansionLimit", MAX_ENTITIES);
        factory.setProperty("jdk.xml.totalEntitySizeLimit", MAX_ENTITY_CHARS);
        factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", MAX_ENTITY_CHARS);
        factory.setProperty("jdk.xml.elementAttributeLimit", MAX_ATTRIBUTES);
        factory.setProperty("jdk.xml.maxElementDepth", 0); // SvgCheck counts, and says so in its own words
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("external reference '" + systemId + "'");
        });
        return factory.createXMLEventReader(new StringReader(text));
    }

    /** Decodes strictly, and here: the parser would grumble on stderr about bytes that are no text. */
    static String text(byte[] content) throws XMLStreamException {
        Charset charset = charset(content);
        try {
            String text = charset.newDecoder().decode(ByteBuffer.wrap(content)).toString();
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new XMLStreamException("bytes that are not " + charset.name(), e);
        }
    }

    private static Charset charset(byte[] content) throws XMLStreamException {
        if (content.length > 1 && (content[0] == 0 || (content[0] & 0xff) == 0xfe)) {
            return StandardCharsets.UTF_16BE;
        }
        if (content.length > 1 && (content[1] == 0 || (content[0] & 0xff) == 0xff)) {
            return StandardCharsets.UTF_16LE;
        }
        String start = new String(content, 0, Math.min(content.length, DECLARATION), StandardCharsets.ISO_8859_1);
        Matcher declared = ENCODING.matcher(start);
        if (!declared.find()) {
            return StandardCharsets.UTF_8;
        }
        try {
            return Charset.forName(declared.group(1));
        } catch (IllegalArgumentException e) {
            throw new XMLStreamException("the unknown encoding '" + declared.group(1) + "'", e);
        }
    }
}
