package org.touchstone.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import org.touchstone.models.ModelManifest;
import org.touchstone.models.StoredModel;
import org.touchstone.record.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists the image models, holds their files against their manifests and tries them, measures their speed. */
@Command(name = "models")
final class ModelsCommand implements Callable<Integer> {
    private static final long MEASURED_NANOS = 2_000_000_000L;
    private static final int[] WIDTHS = {8, 9, 24, 15, 8, 14, 9, 0};

    /** A declared cosine of different signs that is farther from the measured one misleads the weights. */
    private static final double FAR = 0.15;

    /** What to do with the models. */
    enum Action {
        LIST,
        VERIFY,
        BENCH
    }

    private final Console console;

    @Parameters(paramLabel = "list|verify|bench", arity = "0..1", descriptionKey = "action")
    private Action action = Action.LIST;

    @Mixin
    private OwnModels own;

    @Option(names = "--json")
    private boolean json;

    ModelsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        List<StoredModel> models = own.store().list();
        if (models.isEmpty()) {
            console.warn("models.none");
            return action == Action.LIST ? ExitCode.DONE : ExitCode.FAILED;
        }
        switch (action) {
            case LIST -> list(models);
            case BENCH -> new ModelBench(console, json, MEASURED_NANOS).run(models);
            case VERIFY -> {
                long broken = models.stream().filter(model -> !verify(model)).count();
                return broken == 0 ? ExitCode.DONE : ExitCode.FAILED;
            }
        }
        return ExitCode.DONE;
    }

    private void list(List<StoredModel> models) {
        if (!json) {
            row(List.of("use", "kind", "model", "input", "output", "licence", "size", "place").stream()
                    .map(column -> console.text("models.column." + column))
                    .toList());
        }
        Set<String> kinds = new HashSet<>();
        for (StoredModel model : models) {
            boolean used = kinds.add(model.manifest().kind()); // the first of a kind is the one that is loaded
            if (json) {
                console.out().println(Json.line(described(model, used)));
            } else {
                row(cells(model, used));
            }
        }
    }

    private List<String> cells(StoredModel model, boolean used) {
        ModelManifest manifest = model.manifest();
        ModelManifest.Input input = manifest.input();
        OptionalLong size = size(model);
        return List.of(
                console.text(used ? "models.used" : "models.unused"),
                manifest.kind(),
                manifest.id(),
                input.width() + " x " + input.height() + " " + input.colour(),
                String.valueOf(manifest.output().dimension()),
                manifest.licence(),
                size.isEmpty()
                        ? console.text("models.gone")
                        : String.format(Locale.ROOT, "%.1f MB", size.getAsLong() / 1e6),
                model.location());
    }

    private void row(List<String> cells) {
        console.out().println(row(WIDTHS, cells));
    }

    /** One line of a table; what is wider than its column moves the rest of the line. */
    static String row(int[] widths, List<String> cells) {
        StringBuilder row = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            boolean last = i == cells.size() - 1;
            row.append(cell).append(" ".repeat(last ? 0 : Math.max(2, widths[i] - DisplayWidth.of(cell))));
        }
        return row.toString();
    }

    private static ObjectNode described(StoredModel model, boolean used) {
        ModelManifest manifest = model.manifest();
        ObjectNode record = record(model)
                .put("inUse", used)
                .put("input", manifest.input().name())
                .put("width", manifest.input().width())
                .put("height", manifest.input().height())
                .put("colour", manifest.input().colour())
                .put("output", manifest.output().name())
                .put("dimension", manifest.output().dimension())
                .put("licence", manifest.licence())
                .put("sha256", manifest.sha256());
        size(model).ifPresent(bytes -> record.put("bytes", bytes));
        return record;
    }

    /** Empty when the file is not there or cannot be read, which {@code verify} explains. */
    private static OptionalLong size(StoredModel model) {
        try {
            return OptionalLong.of(model.size());
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    private boolean verify(StoredModel model) {
        ModelManifest manifest = model.manifest();
        String id = manifest.id() + "@" + manifest.sha256().substring(0, 8);
        try (ModelTrial trial = ModelTrial.load(model, 1)) {
            trial.run(trial.pictures(2));
            OptionalDouble unrelated = trial.unrelated();
            ObjectNode record = record(model).put("ok", true).put("id", id);
            unrelated.ifPresent(cosine -> record.put("unrelated", Math.round(cosine * 100) / 100.0));
            print(record, console.text("models.whole", id, model.location()));
            double declared = manifest.output().unrelated();
            if (Math.abs(unrelated.orElse(declared) - declared) > FAR) {
                console.warn("models.unrelated", id, unrelated.getAsDouble(), declared);
            }
            return true;
        } catch (IOException | IllegalStateException e) {
            String message = String.valueOf(e.getMessage());
            print(
                    record(model).put("ok", false).put("problem", message),
                    console.text("models.broken", manifest.id(), message));
            return false;
        }
    }

    static ObjectNode record(StoredModel model) {
        return Json.object()
                .put("model", model.manifest().id())
                .put("kind", model.manifest().kind())
                .put("location", model.location());
    }

    private void print(ObjectNode record, String line) {
        console.out().println(json ? Json.line(record) : line);
    }
}
