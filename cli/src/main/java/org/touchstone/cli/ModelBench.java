package org.touchstone.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.touchstone.models.StoredModel;
import org.touchstone.record.Json;

/** Measures how long models take to load and how many pictures a second go through them on this machine. */
final class ModelBench {
    private static final int[] WIDTHS = {24, 9, 9, 10, 7, 10, 0};

    private final Console console;
    private final boolean json;
    private final long nanos;

    /**
     * A bench.
     *
     * @param nanos how long each figure is measured, after a quarter of that to warm up
     */
    ModelBench(Console console, boolean json, long nanos) {
        this.console = console;
        this.json = json;
        this.nanos = nanos;
    }

    /**
     * Measures models one after another. The first loading of each is told as {@code coldLoad}; the very first in a process
     * starts the engine too, as every scan does.
     */
    void run(List<StoredModel> models) throws IOException {
        double[] cold = new double[models.size()];
        double sum = 0;
        for (int i = 0; i < cold.length; i++) {
            long start = System.nanoTime();
            try (ModelTrial trial = ModelTrial.load(models.get(i), 1)) {
                cold[i] = (System.nanoTime() - start) / 1e9;
                sum += cold[i];
            }
        }
        if (!json) {
            console.out()
                    .println(ModelsCommand.row(
                            WIDTHS,
                            Stream.of("model", "kind", "threads", "load", "batch", "rate", "time")
                                    .map(column -> console.text("models.column." + column))
                                    .toList()));
        }
        int cores = Runtime.getRuntime().availableProcessors();
        for (int i = 0; i < cold.length; i++) {
            for (int threads : cores > 1 ? new int[] {1, cores} : new int[] {1}) {
                run(models.get(i), threads, cold[i]);
            }
        }
        console.say("models.cold", cold.length, sum * 1e3);
    }

    private void run(StoredModel model, int threads, double cold) throws IOException {
        long start = System.nanoTime();
        try (ModelTrial trial = ModelTrial.load(model, threads)) {
            double load = (System.nanoTime() - start) / 1e9;
            for (int batch : trial.batches()) {
                double rate = rate(trial, trial.pictures(batch));
                print(model, threads, cold, load, batch, rate);
            }
        }
    }

    /** Pictures a second, stretching them to the model's input included. */
    private double rate(ModelTrial trial, List<BufferedImage> pictures) {
        long start = System.nanoTime();
        do {
            trial.run(pictures);
        } while (System.nanoTime() - start < nanos / 4);
        long done = 0;
        start = System.nanoTime();
        do {
            trial.run(pictures);
            done += pictures.size();
        } while (System.nanoTime() - start < nanos);
        return done * 1e9 / (System.nanoTime() - start);
    }

    private void print(StoredModel model, int threads, double cold, double load, int batch, double rate) {
        if (json) {
            ObjectNode record = ModelsCommand.record(model)
                    .put("threads", threads)
                    .put("coldLoad", round(cold))
                    .put("load", round(load))
                    .put("batch", batch)
                    .put("imagesPerSecond", round(rate))
                    .put("milliseconds", round(1e3 * batch / rate));
            console.out().println(Json.line(record));
            return;
        }
        console.out()
                .println(ModelsCommand.row(
                        WIDTHS,
                        List.of(
                                model.manifest().id(),
                                model.manifest().kind(),
                                String.valueOf(threads),
                                number("%.0f", load * 1e3),
                                String.valueOf(batch),
                                number(rate < 100 ? "%.1f" : "%.0f", rate),
                                number("%.2f", 1e3 * batch / rate))));
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }

    private static double round(double value) {
        return Math.round(value * 1e3) / 1e3;
    }
}
