package org.touchstone.register;

import java.io.IOException;
import java.util.function.Consumer;

/** Passes over a document type declaration. Nothing that it declares is read. */
final class Doctype {
    private final XmlBytes bytes;
    private final Consumer<String> complaints;

    Doctype(XmlBytes bytes, Consumer<String> complaints) {
        this.bytes = bytes;
        this.complaints = complaints;
    }

    /** Reads to behind its end. Entities are told as a complaint. */
    void pass() throws IOException {
        int brackets = 0;
        boolean hasEntities = false;
        for (int next = bytes.take(); next >= 0 && (next != '>' || brackets > 0); next = bytes.take()) {
            switch (next) {
                case '"', '\'' -> quoted(next);
                case '[' -> brackets++;
                case ']' -> brackets--;
                case '<' -> hasEntities |= markup();
                default -> {} // of no meaning here
            }
        }
        if (hasEntities) {
            complaints.accept(
                    "expected no entities of the document's own, found <!ENTITY: they are not read, and a record that"
                            + " uses one is rejected");
        }
    }

    /** A declaration, a comment or an instruction within; says whether it declares an entity. */
    private boolean markup() throws IOException {
        if (bytes.take() != '!') {
            until('?', 0);
            return false;
        }
        int kind = bytes.take();
        if (kind == '-') {
            bytes.take();
            until('-', '-');
            return false;
        }
        boolean isEntity = kind == 'E' && bytes.take() == 'N';
        for (int next = bytes.take(); next >= 0 && next != '>'; next = bytes.take()) {
            if (next == '"' || next == '\'') {
                quoted(next);
            }
        }
        return isEntity;
    }

    /** Reads to behind the bracket that follows a character, and that another one where it is given. */
    private void until(int character, int other) throws IOException {
        int before = 0;
        int last = 0;
        for (int next = bytes.take(); next >= 0; next = bytes.take()) {
            if (next == '>' && last == character && (other == 0 || before == other)) {
                return;
            }
            before = last;
            last = next;
        }
    }

    private void quoted(int quote) throws IOException {
        int next = bytes.take();
        while (next >= 0 && next != quote) {
            next = bytes.take();
        }
    }
}
