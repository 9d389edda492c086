package org.touchstone.indexer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Sees two views in every file; a file that holds {@code broken} cannot be read. */
record FakeAnalyser(String id, String model, int dimension) implements ImageAnalyser {
    FakeAnalyser() {
        this("fake-1", "model-1", 4);
    }

    @Override
    public AnalysedImage analyse(Path image) throws IOException {
        byte[] bytes = Files.readAllBytes(image);
        if (new String(bytes, StandardCharsets.UTF_8).contains("broken")) {
            throw new IOException("not an image");
        }
        float[] vector = new float[dimension];
        if (dimension > 0) {
            vector[Math.floorMod(bytes[0], dimension)] = 1;
        }
        byte[] fingerprint = new byte[32];
        fingerprint[0] = bytes[0];
        return new AnalysedImage(
                List.of(
                        new ImageView("registered", fingerprint, vector, bytes, words(bytes)),
                        new ImageView("reversed", new byte[0], vector, new byte[0], VisualWords.NONE)),
                bytes);
    }

    /** A word of its own for each byte, at the place where it stands. */
    static VisualWords words(byte[] bytes) {
        VisualWords words = new VisualWords(new int[bytes.length], new long[bytes.length], new int[bytes.length]);
        for (int i = 0; i < bytes.length; i++) {
            words.words()[i] = (bytes[i] & 0xff) * 257;
            words.signatures()[i] = -1L - i;
            words.places()[i] = -5 - i;
        }
        return words;
    }
}
