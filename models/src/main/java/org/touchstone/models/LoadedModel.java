package org.touchstone.models;

import ai.djl.Model;
import ai.djl.inference.Predictor;
import ai.djl.translate.TranslateException;
import java.io.IOException;
import java.util.List;

/** A model that pictures can be put through, by DJL and ONNX Runtime on the CPU. Thread-safe: calls run side by side. */
final class LoadedModel implements AutoCloseable {
    private final String id;
    private final Model model;
    private final PictureTranslator translator;

    private LoadedModel(String id, Model model, PictureTranslator translator) {
        this.id = id;
        this.model = model;
        this.translator = translator;
    }

    /**
     * Loads a model.
     *
     * @param threads that one call uses, at least 1; with several callers 1 is best
     * @throws ModelException when the file is not the manifest's, or cannot be run
     * @throws IOException when the file cannot be read
     */
    static LoadedModel load(StoredModel stored, int threads) throws IOException {
        if (threads < 1) {
            throw new IllegalArgumentException("threads < 1: " + threads);
        }
        byte[] content = stored.content();
        ModelManifest manifest = stored.manifest();
        try {
            return new LoadedModel(
                    manifest.id() + "@" + manifest.sha256().substring(0, 8),
                    DjlEngine.load(manifest.id(), content, threads),
                    new PictureTranslator(manifest.input()));
        } catch (IOException | RuntimeException | LinkageError e) {
            throw new ModelException(stored.name() + " cannot be run: " + e.getMessage(), e);
        }
    }

    /** The manifest's id and the beginning of the file's sha256: {@code touchstone-encoder-1@1fee25f2}. */
    String id() {
        return id;
    }

    /**
     * Puts pictures through the model in one batch.
     *
     * @param pictures as {@link PictureTranslator} takes them
     * @return its first output
     */
    float[] run(List<float[]> pictures) throws TranslateException {
        // A predictor belongs to one thread, and costs next to nothing; the session behind it is shared.
        try (Predictor<List<float[]>, float[]> predictor = model.newPredictor(translator)) {
            return predictor.predict(pictures);
        }
    }

    @Override
    public void close() {
        model.close();
    }
}
