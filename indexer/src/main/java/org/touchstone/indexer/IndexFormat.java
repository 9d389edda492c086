package org.touchstone.indexer;

import java.nio.file.Path;
import org.apache.lucene.util.Version;
import org.jspecify.annotations.Nullable;
import org.touchstone.indexer.sign.SignKeys;

/** What this version of the software writes and can read. */
final class IndexFormat {
    /** Changes with every change of {@link MarkFields}. */
    static final int FORMAT = 7;

    /** Changes whenever a sign would be given other keys. */
    static final String ANALYSER = SignKeys.VERSION;

    static final String LUCENE = Version.LATEST.toString();

    private IndexFormat() {}

    /** Refuses an index that this software did not write or cannot search as it stands. */
    static void require(IndexInfo info, Path dir) throws IndexMismatchException {
        require(dir, "format", String.valueOf(FORMAT), String.valueOf(info.format()));
        require(dir, "text analyser", ANALYSER, info.analyser());
        require(dir, "Lucene", LUCENE, info.lucene());
    }

    /** Refuses an index whose images were analysed by another analyser or model, or left out where there is one. */
    static void requireImages(IndexInfo info, @Nullable ImageAnalyser analyser, Path dir)
            throws IndexMismatchException {
        String images = analyser == null ? IndexInfo.NONE : analyser.id();
        if (images.equals(IndexInfo.NONE) != info.imageAnalyser().equals(IndexInfo.NONE)) {
            throw IndexMismatchException.ofImages(dir, info.imageAnalyser().equals(IndexInfo.NONE));
        }
        require(dir, "image analyser", images, info.imageAnalyser());
        String model = analyser == null ? IndexInfo.NONE : analyser.model();
        if (!model.equals(info.model())) {
            throw IndexMismatchException.ofModels(dir, model, info.model());
        }
    }

    private static void require(Path dir, String part, String expected, String found) throws IndexMismatchException {
        if (!expected.equals(found)) {
            throw new IndexMismatchException(dir, part + ": expected '" + expected + "', found '" + found + "'");
        }
    }
}
