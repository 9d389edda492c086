package org.touchstone.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.touchstone.models.DjlImageEncoder;
import org.touchstone.models.ModelException;
import org.touchstone.models.ModelManifest;
import org.touchstone.models.ModelStore;
import org.touchstone.models.StoredModel;
import org.touchstone.record.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists the image models, holds their files against their manifests, measures their speed. */
@Command(name = "models")
final class ModelsCommand implements Callable<Integer> {
    private static final int[] BATCHES = {1, 32};
    private static final int CROP = 160;
    private static final long WARM_NANOS = 500_000_000L;
    private static final long MEASURED_NANOS = 2_000_000_000L;

    /** What to do with the models. */
    enum Action {
        LIST,
        VERIFY,
        BENCH
    }

    private final Console console;

    @Parameters(paramLabel = "list|verify|bench", arity = "0..1", descriptionKey = "action")
    private Action action = Action.LIST;

    @Option(names = "--models", paramLabel = "DIR")
    private @Nullable Path folder;

    @Option(names = "--json")
    private boolean json;

    ModelsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        ModelStore store = folder == null ? ModelStore.bundled() : ModelStore.in(folder);
        List<StoredModel> models = store.list();
        if (models.isEmpty()) {
            console.warn("models.none");
            return action == Action.LIST ? ExitCode.DONE : ExitCode.FAILED;
        }
        int failed = 0;
        for (StoredModel model : models) {
            failed += switch (action) {
                case LIST -> list(model);
                case VERIFY -> verify(model);
                case BENCH -> bench(model);
            };
        }
        return failed == 0 ? ExitCode.DONE : ExitCode.FAILED;
    }

    private int list(StoredModel model) {
        ModelManifest manifest = model.manifest();
        ObjectNode record = record(model)
                .put("width", manifest.input().width())
                .put("height", manifest.input().height())
                .put("dimension", manifest.output().dimension())
                .put("licence", manifest.licence())
                .put("sha256", manifest.sha256());
        print(
                record,
                console.text(
                        "models.row",
                        manifest.id(),
                        manifest.input().width(),
                        manifest.input().height(),
                        manifest.output().dimension(),
                        manifest.licence(),
                        model.location()));
        return 0;
    }

    private int verify(StoredModel model) {
        ModelManifest manifest = model.manifest();
        try (DjlImageEncoder encoder = DjlImageEncoder.load(model, 1)) {
            print(
                    record(model).put("ok", true).put("id", encoder.id()),
                    console.text("models.whole", encoder.id(), model.location()));
            return 0;
        } catch (IOException e) {
            String message = String.valueOf(e.getMessage());
            print(
                    record(model).put("ok", false).put("problem", message),
                    console.text("models.broken", manifest.id(), message));
            return 1;
        }
    }

    private int bench(StoredModel model) throws IOException {
        int cores = Runtime.getRuntime().availableProcessors();
        for (int threads : cores > 1 ? new int[] {1, cores} : new int[] {1}) {
            long start = System.nanoTime();
            try (DjlImageEncoder encoder = DjlImageEncoder.load(model, threads)) {
                double load = (System.nanoTime() - start) / 1e9;
                for (int batch : BATCHES) {
                    double rate = rate(encoder, images(batch));
                    ObjectNode record = record(model)
                            .put("threads", threads)
                            .put("load", round(load))
                            .put("batch", batch)
                            .put("imagesPerSecond", round(rate));
                    print(
                            record,
                            console.text(
                                    "models.speed",
                                    model.manifest().id(),
                                    threads,
                                    load * 1e3,
                                    batch,
                                    rate,
                                    1e3 * batch / rate));
                }
            } catch (ModelException e) {
                throw new CliException(String.valueOf(e.getMessage()), e);
            }
        }
        return 0;
    }

    /** Images a second, stretching them to the model's input included. */
    private static double rate(DjlImageEncoder encoder, List<BufferedImage> images) {
        long start = System.nanoTime();
        while (System.nanoTime() - start < WARM_NANOS) {
            encoder.encode(images);
        }
        long done = 0;
        start = System.nanoTime();
        while (System.nanoTime() - start < MEASURED_NANOS) {
            encoder.encode(images);
            done += images.size();
        }
        return done * 1e9 / (System.nanoTime() - start);
    }

    private static List<BufferedImage> images(int count) {
        Random random = new Random(1);
        List<BufferedImage> images = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            BufferedImage image = new BufferedImage(CROP, CROP, BufferedImage.TYPE_3BYTE_BGR);
            for (int y = 0; y < CROP; y++) {
                for (int x = 0; x < CROP; x++) {
                    image.setRGB(x, y, random.nextInt());
                }
            }
            images.add(image);
        }
        return images;
    }

    private static ObjectNode record(StoredModel model) {
        return Json.object()
                .put("model", model.manifest().id())
                .put("kind", model.manifest().kind())
                .put("location", model.location());
    }

    private static double round(double value) {
        return Double.parseDouble(String.format(Locale.ROOT, "%.3f", value));
    }

    private void print(ObjectNode record, String line) {
        console.out().println(json ? Json.line(record) : line);
    }
}
