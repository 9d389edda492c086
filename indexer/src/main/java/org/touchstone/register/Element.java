package org.touchstone.register;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An element of a record, without its namespace: the offices use several for the same words. Texts are stripped, and blanks
 * within them made one. Not thread-safe while it is being read.
 */
final class Element {
    private final String name;
    private List<String> attributes = List.of();
    private List<Element> children = List.of();
    private String text = "";
    private @Nullable StringBuilder pieces;

    Element(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    void put(String attribute, String value) {
        if (attributes.isEmpty()) {
            attributes = new ArrayList<>(2);
        }
        attributes.add(attribute);
        attributes.add(value);
    }

    void add(Element child) {
        if (children.isEmpty()) {
            children = new ArrayList<>(4);
        }
        children.add(child);
    }

    /** Adds a piece of the element's own text; other elements stand between the pieces. */
    void addText(String piece) {
        if (pieces != null) {
            pieces.append(' ').append(piece);
        } else if (text.isEmpty()) {
            text = piece;
        } else {
            pieces = new StringBuilder(text).append(' ').append(piece);
        }
    }

    /** The element's own text; empty when it has none. */
    String text() {
        if (pieces != null) {
            text = pieces.toString();
            pieces = null;
        }
        return text;
    }

    /** An attribute by its local name; empty when it is not there. */
    String attribute(String wanted) {
        for (int i = 0; i < attributes.size(); i += 2) {
            if (attributes.get(i).equals(wanted)) {
                return attributes.get(i + 1);
            }
        }
        return "";
    }

    List<Element> children() {
        return children;
    }

    /** The first child of a name; null when there is none. */
    @Nullable
    Element child(String wanted) {
        for (Element child : children) {
            if (child.name.equals(wanted)) {
                return child;
            }
        }
        return null;
    }

    /** The text of the first element at a path of child names; empty when there is none. */
    String text(String... path) {
        Element at = this;
        for (String step : path) {
            at = at.child(step);
            if (at == null) {
                return "";
            }
        }
        return at.text();
    }

    /** All elements at a path of child names, in order. */
    List<Element> all(String... path) {
        List<Element> at = List.of(this);
        for (String step : path) {
            List<Element> next = new ArrayList<>();
            for (Element parent : at) {
                for (Element child : parent.children) {
                    if (child.name.equals(step)) {
                        next.add(child);
                    }
                }
            }
            at = next;
        }
        return at;
    }

    /** The texts of all elements at a path, without empty ones. */
    List<String> texts(String... path) {
        List<String> texts = new ArrayList<>();
        for (Element found : all(path)) {
            if (!found.text().isEmpty()) {
                texts.add(found.text());
            }
        }
        return texts;
    }

    /** All elements of one of these names anywhere below, in the order in which they stand. */
    List<Element> allBelow(String... names) {
        List<Element> found = new ArrayList<>();
        collect(names, found);
        return found;
    }

    private void collect(String[] names, List<Element> found) {
        for (Element child : children) {
            for (String wanted : names) {
                if (child.name.equals(wanted)) {
                    found.add(child);
                    break;
                }
            }
            child.collect(names, found);
        }
    }

    /** The text of the first element anywhere below that has one, of the first of these names that has any; else empty. */
    String textBelow(String... names) {
        for (String wanted : names) {
            String found = textBelow(wanted);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return "";
    }

    private String textBelow(String wanted) {
        for (Element child : children) {
            String found = child.name.equals(wanted) ? child.text() : "";
            if (found.isEmpty()) {
                found = child.textBelow(wanted);
            }
            if (!found.isEmpty()) {
                return found;
            }
        }
        return "";
    }

    @Override
    public String toString() {
        return "<" + name + ">" + text();
    }
}
