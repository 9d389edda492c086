package org.touchstone.register;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.touchstone.record.FieldException;
import org.touchstone.record.SafePath;

/**
 * The images of a mark in XML: within the record, or in files that it names and that lie in the register's folder or below it. Addresses
 * in the network are never asked.
 */
final class MarkImages {
    /** The names that ST.66 and ST.96 have for an image's file. */
    private static final String[] FILES = {"FileName", "ImageFileName", "MarkImageFilename", "MarkImageURI"};

    /** The names for its bytes, in Base64. */
    private static final String[] BYTES = {"MarkImageBinary", "ImageBinary"};

    private static final String LOCAL = "file://";

    private MarkImages() {}

    /** @param images the elements that tell of one image each */
    static List<String> of(List<Element> images, Notes notes) {
        List<String> kept = new ArrayList<>();
        for (Element image : images) {
            String bytes = image.textBelow(BYTES);
            if (!bytes.isEmpty()) {
                keep(bytes, kept, notes);
            }
        }
        return kept.isEmpty() ? named(images, notes) : kept;
    }

    private static void keep(String base64, List<String> kept, Notes notes) {
        try {
            String name = notes.keep(Base64.getMimeDecoder().decode(base64));
            if (!name.isEmpty()) {
                kept.add(name);
            }
        } catch (IllegalArgumentException | IOException e) {
            notes.add("images", "expected an image in Base64, found none: " + e.getMessage() + "; left out", "");
        }
    }

    private static List<String> named(List<Element> images, Notes notes) {
        Set<String> named = new LinkedHashSet<>();
        for (Element image : images) {
            String name = image.textBelow(FILES);
            String path = name.startsWith(LOCAL) ? name.substring(LOCAL.length()) : name;
            if (!path.isEmpty() && isBeside(path, notes)) {
                named.add(path);
            }
        }
        return List.copyOf(named);
    }

    /** Whether a file lies in the register's folder or below it. */
    static boolean isBeside(String path, Notes notes) {
        try {
            return Files.isRegularFile(SafePath.within(notes.folder(), "images", path));
        } catch (FieldException e) {
            return false; // an address, or a path that leads elsewhere
        }
    }
}
