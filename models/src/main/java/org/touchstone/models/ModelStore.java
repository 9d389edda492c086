package org.touchstone.models;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.touchstone.image.ImageEncoder;
import org.touchstone.image.RegionFinder;

/**
 * The models that can be used: those in a folder of the user's, then the one that comes with Touchstone. Nothing is
 * downloaded, unpacked or cached. Thread-safe.
 *
 * <pre>{@code
 * Optional<ImageEncoder> encoder = ModelStore.bundled().loadEncoder();
 * }</pre>
 */
public final class ModelStore {
    private static final String MANIFEST = "manifest.json";
    private static final List<String> BUNDLED = List.of("encoder", "regions");

    private final @Nullable Path folder;

    private ModelStore(@Nullable Path folder) {
        this.folder = folder;
    }

    /** Only what comes with Touchstone. */
    public static ModelStore bundled() {
        return new ModelStore(null);
    }

    /**
     * A user's folder before what comes with Touchstone.
     *
     * @param folder holds a {@code manifest.json} with its model file, or folders that do
     */
    public static ModelStore in(Path folder) {
        return new ModelStore(folder);
    }

    /**
     * All models, the preferred ones first; their files are not read yet.
     *
     * @throws IOException when the folder is missing or a manifest is broken
     */
    public List<StoredModel> list() throws IOException {
        List<StoredModel> models = new ArrayList<>();
        if (folder != null) {
            for (Path manifest : manifests(folder)) {
                models.add(open(manifest));
            }
        }
        for (String name : BUNDLED) {
            bundled(name).ifPresent(models::add);
        }
        return models;
    }

    /** The model of a kind that is used: the first one; empty when there is none at all. */
    public Optional<StoredModel> first(String kind) throws IOException {
        return list().stream()
                .filter(model -> model.manifest().kind().equals(kind))
                .findFirst();
    }

    /**
     * Loads the encoder to use, for one thread a call.
     *
     * @return empty when there is none; images are then compared without one
     * @throws ModelException when there is one but it is altered or does not run
     */
    public Optional<ImageEncoder> loadEncoder() throws IOException {
        Optional<StoredModel> model = first(ModelManifest.ENCODER);
        return model.isEmpty() ? Optional.empty() : Optional.of(DjlImageEncoder.load(model.get(), 1));
    }

    /** Loads the region finder to use, as {@link #loadEncoder} does the encoder; without one, places are guessed by edges. */
    public Optional<RegionFinder> loadRegionFinder() throws IOException {
        Optional<StoredModel> model = first(ModelManifest.REGIONS);
        return model.isEmpty() ? Optional.empty() : Optional.of(DjlRegionFinder.load(model.get(), 1));
    }

    private static List<Path> manifests(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new ModelException("expected a folder with models, found none at '" + folder + "'");
        }
        List<Path> found = new ArrayList<>();
        if (Files.isRegularFile(folder.resolve(MANIFEST))) {
            found.add(folder.resolve(MANIFEST));
        }
        try (Stream<Path> children = Files.list(folder)) {
            children.map(child -> child.resolve(MANIFEST))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .forEach(found::add);
        }
        if (found.isEmpty()) {
            throw new ModelException(
                    "expected a " + MANIFEST + " in '" + folder + "' or in a folder within it, found none");
        }
        return found;
    }

    private static StoredModel open(Path manifest) throws IOException {
        ModelManifest read;
        try (InputStream in = Files.newInputStream(manifest)) {
            read = ManifestReader.read(in, manifest.toString());
        }
        Path file = manifest.resolveSibling(read.file());
        return new StoredModel(read, file.toString(), () -> {
            if (!Files.isRegularFile(file)) {
                throw new ModelException(
                        "expected the model file '" + file + "' that " + manifest + " names, found none");
            }
            return Files.newInputStream(file);
        });
    }

    private static Optional<StoredModel> bundled(String name) throws IOException {
        try (InputStream in = ModelStore.class.getResourceAsStream(name + "/" + MANIFEST)) {
            if (in == null) {
                return Optional.empty();
            }
            ModelManifest manifest = ManifestReader.read(in, "bundled " + name + "/" + MANIFEST);
            String file = name + "/" + manifest.file();
            return Optional.of(new StoredModel(manifest, "bundled", () -> {
                InputStream content = ModelStore.class.getResourceAsStream(file);
                if (content == null) {
                    throw new FileNotFoundException("the bundled model file " + file + " is missing; install again");
                }
                return content;
            }));
        }
    }
}
