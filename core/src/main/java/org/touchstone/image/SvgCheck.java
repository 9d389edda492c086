package org.touchstone.image;

import java.util.Iterator;
import java.util.Locale;
import javax.xml.stream.XMLEventReader;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.events.Attribute;
import javax.xml.stream.events.ProcessingInstruction;
import javax.xml.stream.events.StartElement;
import javax.xml.stream.events.XMLEvent;

/**
 * Reads an SVG once before it is drawn: rejects external references, too many or too deep elements, references that
 * multiply, and embedded images beyond the limits. Scripts and links ({@code <a>}) pass; neither is ever followed.
 */
final class SvgCheck {
    private final ImageLimits limits;
    private final SvgCost cost = new SvgCost();
    private final SvgImages images;
    private int elements;
    private int depth;
    private int styleDepth;

    private SvgCheck(ImageLimits limits) {
        this.limits = limits;
        images = new SvgImages(limits);
    }

    /** The text of a document's bytes. */
    static String text(byte[] content) throws ImageRejectedException {
        try {
            return SvgXml.text(content);
        } catch (XMLStreamException e) {
            throw malformed(e);
        }
    }

    /**
     * Checks a document.
     *
     * @return what decodes the images embedded in it
     */
    static SvgImages check(String text, ImageLimits limits) throws ImageRejectedException {
        SvgReferences.checkDocumentType(text);
        SvgCheck check = new SvgCheck(limits);
        try {
            XMLEventReader reader = SvgXml.reader(text);
            while (reader.hasNext()) {
                check.event(reader.nextEvent());
            }
            reader.close();
        } catch (XMLStreamException e) {
            throw malformed(e);
        }
        check.cost.check();
        return check.images;
    }

    private void event(XMLEvent event) throws ImageRejectedException {
        switch (event.getEventType()) {
            case XMLEvent.PROCESSING_INSTRUCTION -> instruction((ProcessingInstruction) event);
            case XMLEvent.START_ELEMENT -> start(event.asStartElement());
            case XMLEvent.END_ELEMENT -> {
                cost.end();
                depth--;
                styleDepth = Math.min(styleDepth, depth);
            }
            case XMLEvent.CHARACTERS, XMLEvent.CDATA -> {
                if (styleDepth > 0) {
                    SvgReferences.checkStyle(event.asCharacters().getData(), "<style>");
                }
            }
            default -> {}
        }
    }

    private static void instruction(ProcessingInstruction event) throws ImageRejectedException {
        if (event.getTarget().equalsIgnoreCase("xml-stylesheet")) {
            SvgReferences.checkAddress(pseudoHref(event.getData()), "<?xml-stylesheet?>");
        }
    }

    private static String pseudoHref(String data) {
        int at = data.indexOf("href");
        String rest = at < 0 ? "" : data.substring(at + 4).strip();
        return rest.startsWith("=") ? rest.substring(1).strip().replaceAll("^[\"']([^\"']*).*", "$1") : data;
    }

    private void start(StartElement element) throws ImageRejectedException {
        String name = element.getName().getLocalPart();
        if (depth == 0 && !name.equals("svg")) {
            throw new ImageRejectedException("expected an SVG, found XML with the root <" + name + ">");
        }
        if (++depth > limits.svgDepth()) {
            throw new ImageRejectedException(
                    "expected an SVG at most " + limits.svgDepth() + " elements deep, found more at <" + name + ">");
        }
        if (++elements > limits.svgElements()) {
            throw new ImageRejectedException(
                    "expected an SVG of at most " + limits.svgElements() + " elements, found more");
        }
        if (styleDepth == 0 && name.equals("style")) {
            styleDepth = depth;
        }
        cost.start();
        for (Iterator<Attribute> it = element.getAttributes(); it.hasNext(); ) {
            Attribute attribute = it.next();
            attribute(name, attribute.getName().getLocalPart().toLowerCase(Locale.ROOT), attribute.getValue());
        }
    }

    private void attribute(String element, String name, String value) throws ImageRejectedException {
        String where = "<" + element + " " + name + ">";
        switch (name) {
            case "id" -> cost.id(value);
            case "href", "src" -> {
                if (!element.equals("a")) {
                    SvgReferences.checkAddress(value, where);
                    cost.address(value);
                    if (SvgReferences.isData(value.strip())) {
                        images.expect(value, where);
                    }
                }
            }
            default -> {
                if (!name.startsWith("on")) {
                    SvgReferences.checkStyle(value, where);
                    cost.style(value);
                }
            }
        }
    }

    private static ImageRejectedException malformed(XMLStreamException e) {
        String message = e.getMessage() == null ? "no reason given" : e.getMessage();
        String reason = message.replaceFirst("(?s)^ParseError at .*?Message: ", "")
                .lines()
                .findFirst()
                .orElse("");
        String where = e.getLocation() == null
                ? ""
                : " at line " + e.getLocation().getLineNumber() + ", column "
                        + e.getLocation().getColumnNumber();
        return new ImageRejectedException(
                "expected an SVG of well-formed XML, found an error" + where + ": " + reason, e);
    }
}
