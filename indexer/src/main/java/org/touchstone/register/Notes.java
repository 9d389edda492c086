package org.touchstone.register;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.touchstone.record.FieldException;
import org.touchstone.record.Rejection;

/** Collects what is wrong with the parts of one record; the rest of the record stands. Not thread-safe. */
final class Notes {
    /** More than this of one record tell nothing new. */
    private static final int MOST = 20;

    private static final int LONGEST_EXCERPT = 200;

    private final String source;
    private final Path folder;
    private final long line;
    private final List<Rejection> rejections = new ArrayList<>();

    /**
     * @param source the file, with the entry where it is an archive
     * @param folder against which relative paths of images are resolved
     * @param line first line of the record
     */
    Notes(String source, Path folder, long line) {
        this.source = source;
        this.folder = folder;
        this.line = line;
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
