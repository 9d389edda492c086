package org.touchstone.table;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The elements of a part, one at a time; no part of an XLSX file has a document type, and one that has is refused. Not thread-safe. */
final class XlsxXml implements Closeable {
    /** Characters of a text; a cell holds at most 32,767. */
    static final int MAX_TEXT = 100_000;

    private static final String REFERENCES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String STRICT_REFERENCES = "http://purl.oclc.org/ooxml/officeDocument/relationships";
    private static final XMLInputFactory FACTORY = factory();

    private final InputStream in;
    private final XMLStreamReader reader;
    private final String part;

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    XlsxXml(InputStream in, String part) throws IOException {
        this.in = in;
        this.part = part;
        try {
            reader = FACTORY.createXMLStreamReader(in);
        } catch (XMLStreamException | RuntimeException e) {
            in.close();
            throw wrong(e);
        }
    }

    /** Goes to the next start of an element; false at the end. */
    boolean nextElement() throws IOException {
        int event;
        while ((event = next()) != XMLStreamConstants.END_DOCUMENT) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                return true;
            }
        }
        return false;
    }

    /** Goes to the next start or end of an element, or piece of text, or the end. */
    int next() throws IOException {
        try {
            int event = reader.next();
            if (event == XMLStreamConstants.DTD) {
                throw new TableException("expected no document type in " + part + ", found one; it is not read");
            }
            return event;
        } catch (XMLStreamException | RuntimeException e) {
            throw wrong(e);
        }
    }

    /** Whether the element has this name, whatever its namespace. */
    boolean is(String name) {
        return reader.getLocalName().equals(name);
    }

    /** An attribute's value; empty when there is none. */
    String attribute(String name) {
        String value = reader.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    /** The key of a relation that an attribute holds; empty when there is none. */
    String reference(String name) {
        String value = reader.getAttributeValue(REFERENCES, name);
        String strict = value == null ? reader.getAttributeValue(STRICT_REFERENCES, name) : value;
        return strict == null ? "" : strict;
    }

    /** The element's text up to its end, without what stands in elements of the name left out. */
    String text(String leftOut) throws IOException {
        StringBuilder text = new StringBuilder();
        int depth = 1;
        int out = 0;
        while (depth > 0) {
            switch (next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    out += out > 0 || is(leftOut) ? 1 : 0;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    out -= out > 0 ? 1 : 0;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (out == 0) {
                        text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
                    }
                }
                case XMLStreamConstants.END_DOCUMENT ->
                    throw new TableException("expected a whole part, found the end of " + part);
                default -> {
                    // comments and instructions say nothing
                }
            }
            if (text.length() > MAX_TEXT) {
                throw new TableException(
                        "expected texts of at most " + MAX_TEXT + " characters, found a longer one in " + part);
            }
        }
        return text.toString();
    }

    private IOException wrong(Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof TableException known) {
                return known;
            }
            if (cause instanceof XMLStreamException nested
                    && nested.getNestedException() instanceof TableException known) {
                return known;
            }
        }
        String what = String.valueOf(e.getMessage())
                .lines()
                .reduce((first, last) -> last)
                .orElse("no reason given");
        return new TableException("expected XML in " + part + ", found other content: " + what);
    }

    @Override
    public void close() throws IOException {
        try (in) {
            reader.close();
        } catch (XMLStreamException e) {
            throw wrong(e);
        }
    }
}
