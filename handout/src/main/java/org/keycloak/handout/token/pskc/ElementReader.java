package org.keycloak.handout.token.pskc;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads the children of a document's root one after another, so that only one of them is in memory. A document type is refused, and with it all
 * entities of a document's own. Depth, elements and text of a child are bounded.
 */
final class ElementReader implements AutoCloseable {

    private static final int MAX_DEPTH = 32;
    private static final int MAX_ELEMENTS = 1_000;
    private static final int MAX_CHARACTERS = 100_000;

    private final XMLStreamReader reader;
    private int elements;
    private int characters;

    /**
     * @throws XMLStreamException if the stream doesn't begin with an XML document
     */
    ElementReader(InputStream stream) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory(); // the JDK's own: another on the class path can have other defaults
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false); // text comes in parts, so that it can be bounded
        reader = factory.createXMLStreamReader(stream);
        while (next() != XMLStreamConstants.START_ELEMENT) {
            // the prologue
        }
    }

    /** The root with its attributes, but without its children. Call it before {@link #nextChild()}. */
    XmlElement root() {
        return new XmlElement(namespace(), reader.getLocalName(), attributes(), "", List.of());
    }

    /**
     * @return the root's next child; {@code null} at the end of the document
     * @throws XMLStreamException if the document isn't well-formed
     */
    XmlElement nextChild() throws XMLStreamException {
        while (reader.hasNext()) {
            if (next() == XMLStreamConstants.START_ELEMENT) {
                elements = 0;
                characters = 0;
                return element(2);
            }
        }
        return null;
    }

    private XmlElement element(int depth) throws XMLStreamException {
        bound(depth, MAX_DEPTH, "levels of elements");
        bound(++elements, MAX_ELEMENTS, "elements in one child of the root");
        String namespace = namespace();
        String name = reader.getLocalName();
        Map<String, String> attributes = attributes();
        List<XmlElement> children = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (int event = next(); event != XMLStreamConstants.END_ELEMENT; event = next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                children.add(element(depth + 1));
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                characters += reader.getTextLength();
                bound(characters, MAX_CHARACTERS, "characters in one child of the root");
                text.append(reader.getText());
            }
        }
        return new XmlElement(namespace, name, attributes, text.toString().strip(), children);
    }

    private int next() throws XMLStreamException {
        int event = reader.next();
        if (event == XMLStreamConstants.DTD) {
            throw new UnusableFile("The file has a document type (DOCTYPE), which key containers don't need. Remove it.");
        }
        return event;
    }

    private String namespace() {
        return reader.getNamespaceURI() == null ? "" : reader.getNamespaceURI();
    }

    private Map<String, String> attributes() {
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i).strip());
        }
        return attributes;
    }

    private void bound(int number, int maximum, String what) {
        if (number > maximum) {
            throw new UnusableFile("Line " + reader.getLocation().getLineNumber() + ": the file has more than " + maximum + " " + what
                    + ". A key container has far fewer.");
        }
    }

    @Override
    public void close() throws XMLStreamException {
        reader.close();
    }
}
