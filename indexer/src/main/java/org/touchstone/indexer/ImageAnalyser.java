package org.touchstone.indexer;

import java.io.IOException;
import java.nio.file.Path;

/** Turns a mark's image into what the index keeps of it. Implementations are thread-safe. */
public interface ImageAnalyser {
    /** Changes whenever the analyser would give other fingerprints, vectors or features for the same image. */
    String id();

    /** Id of the image encoder whose vectors it gives, {@code none} without one. */
    String model();

    /** Length of the vectors, 0 without an encoder. */
    int dimension();

    /**
     * Analyses an image file.
     *
     * @throws IOException when it cannot be decoded; the message is fit for a rejection
     */
    AnalysedImage analyse(Path image) throws IOException;
}
