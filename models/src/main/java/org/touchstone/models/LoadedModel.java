package org.touchstone.models;

import ai.djl.Model;
import ai.djl.engine.EngineException;
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
            Model model = DjlEngine.load(manifest.id(), content, threads);
            LoadedModel loaded = new LoadedModel(
                    manifest.id() + "@" + manifest.sha256().substring(0, 8),
                    model,
                    new PictureTranslator(manifest.input(), manifest.output().name()));
            loaded.requireInput(stored);
            return loaded;
        } catch (ModelException e) {
            throw e;
        } catch (IOException | RuntimeException | LinkageError e) {
            throw new ModelException(stored.name() + " cannot be run: " + e.getMessage(), e);
        }
    }

    private void requireInput(StoredModel stored) throws ModelException {
        String name = stored.manifest().input().name();
        List<String> found = model.describeInput().keys();
        if (!found.equals(List.of(name))) {
            close();
            throw new ModelException(stored.name() + ": expected a graph with the one input '" + name + "', found '"
                    + String.join("', '", found)
                    + "'; name it in the manifest as input.name, and export no more than the part that sees images");
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
     * @return the output that the manifest names
     */
    float[] run(List<float[]> pictures) throws TranslateException {
        // A predictor belongs to one thread, and costs next to nothing; the session behind it is shared.
        try (Predictor<List<float[]>, float[]> predictor = model.newPredictor(translator)) {
            return predictor.predict(pictures);
        }
    }

    /** Why a run failed: the first reason that says something, for the engine wraps its failures in others. */
    static String reason(Throwable failure) {
        Throwable at = failure;
        while (at.getCause() != null && (at instanceof TranslateException || at instanceof EngineException)) {
            at = at.getCause();
        }
        return String.valueOf(at.getMessage());
    }

    @Override
    public void close() {
        model.close();
    }
}
