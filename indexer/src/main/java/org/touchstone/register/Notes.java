package org.touchstone.register;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.touchstone.record.FieldException;
import org.touchstone.record.Rejection;

/** Collects what is wrong with the parts of one record; the rest of the record stands. Not thread-safe. */
final class Notes {
    /** More than this of one record tell nothing new. */
    private static final int MOST = 20;

    private static final int LONGEST_EXCERPT = 200;

    private final String source;
    private final @Nullable Pictures pictures;
    private Path folder;
    private final long line;
    private final List<Rejection> rejections = new ArrayList<>();

    /**
     * @param source the file, with the entry where it is an archive
     * @param folder against which relative paths of images are resolved
     * @param line first line of the record
     */
    Notes(String source, Path folder, long line) {
        this(source, folder, line, null);
    }

    /** @param pictures where images go that lie within records; null to leave them */
    Notes(String source, Path folder, long line, @Nullable Pictures pictures) {
        this.source = source;
        this.folder = folder;
        this.line = line;
        this.pictures = pictures;
    }

    /**
     * Keeps an image that lies within the record. From then on the record's images are those of the folder of such images.
     *
     * @return its path within that folder; empty where such images are left
     */
    String keep(byte[] image) throws IOException {
        if (pictures == null) {
            return "";
        }
        folder = pictures.folder();
        return pictures.put(image, "");
    }

    /** Notes a part that was left out or mended. */
    void add(String field, String reason, String excerpt) {
        if (rejections.size() < MOST) {
            rejections.add(new Rejection(source, line, field, reason, shortened(excerpt)));
        }
    }

    void add(FieldException e, String excerpt) {
        add(e.field(), e.reason(), excerpt);
    }

    String source() {
        return source;
    }

    Path folder() {
        return folder;
    }

    long line() {
        return line;
    }

    List<Rejection> rejections() {
        return rejections;
    }

    static String shortened(String excerpt) {
        return excerpt.length() <= LONGEST_EXCERPT ? excerpt : excerpt.substring(0, LONGEST_EXCERPT) + "…";
    }
}
