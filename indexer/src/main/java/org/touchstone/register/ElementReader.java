package org.touchstone.register;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.touchstone.record.FieldException;

/**
 * Reads one record as a tree. Documents' own entities are never expanded and nothing outside is read; depth and number of
 * elements are limited. Not thread-safe.
 */
final class ElementReader {
    private static final int DEEPEST = 100;
    private static final int MOST_ELEMENTS = 2_000_000;

    private final WstxInputFactory factory = new WstxInputFactory();
    private final Map<String, String> localNames = new HashMap<>();

    ElementReader() {
        factory.configureForSpeed();
        // Read lazily, an error in a text would come as an exception that nobody declares.
        factory.setProperty(WstxInputProperties.P_LAZY_PARSING, false);
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    }

    /**
     * @throws FieldException when it is not well-formed, too deep or too large; the reason says where in the record
     */
    Element read(String xml) throws FieldException {
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(xml));
            try {
                return tree(reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            String what = String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
            String where = e.getLocation() == null
                    ? ""
                    : " at line " + e.getLocation().getLineNumber() + ", column "
                            + e.getLocation().getColumnNumber() + " of the record";
            throw new FieldException("", "expected well-formed XML, found an error" + where + ": " + what);
        }
    }

    private Element tree(XMLStreamReader reader) throws XMLStreamException, FieldException {
        Deque<Element> open = new ArrayDeque<>();
        Element root = new Element("");
        open.push(root);
        StringBuilder text = new StringBuilder();
        int elements = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (open.size() > DEEPEST || ++elements > MOST_ELEMENTS) {
                        throw new FieldException(
                                "",
                                "expected at most " + DEEPEST + " levels and " + MOST_ELEMENTS
                                        + " elements in a record, found more");
                    }
                    keep(open.element(), text);
                    Element element = new Element(local(reader.getLocalName()));
                    for (int i = 0; i < reader.getAttributeCount(); i++) {
                        element.put(local(reader.getAttributeLocalName(i)), reader.getAttributeValue(i));
                    }
                    open.element().add(element);
                    open.push(element);
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    keep(open.element(), text);
                    open.pop();
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                    text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new FieldException(
                            "",
                            "expected no entity of the document's own, found '&" + reader.getLocalName()
                                    + ";', which is not expanded");
                default -> {} // comments and the like say nothing
            }
        }
        return root.children().get(0);
    }

    /** Adds a piece of text to an element, its blanks made one. */
    private static void keep(Element element, StringBuilder text) {
        int end = 0;
        boolean isBlank = true;
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (!Character.isWhitespace(unit)) {
                text.setCharAt(end++, unit);
                isBlank = false;
            } else if (!isBlank) {
                text.setCharAt(end++, ' ');
                isBlank = true;
            }
        }
        if (end > 0) {
            element.addText(text.substring(0, isBlank ? end - 1 : end));
        }
        text.setLength(0);
    }

    private String local(String name) {
        return localNames.computeIfAbsent(name, full -> full.substring(full.indexOf(':') + 1));
    }
}
