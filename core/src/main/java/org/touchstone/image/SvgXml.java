package org.touchstone.image;

import java.io.ByteArrayInputStream;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLEventReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;

/** The JDK's XML parser, which opens nothing and expands entities within bounds. */
final class SvgXml {
    private static final int MAX_ENTITIES = 10_000;
    private static final int MAX_ENTITY_CHARS = 4_000_000;
    private static final int MAX_ATTRIBUTES = 1_000;

    private SvgXml() {}

    /** Reads events; a document type's external part is passed over, external entities are not resolved. */
    static XMLEventReader reader(byte[] content) throws XMLStreamException {
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
        return factory.createXMLEventReader(new ByteArrayInputStream(content));
    }
}
