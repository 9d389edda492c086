package org.touchstone.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.touchstone.mark.Registration;
import org.touchstone.record.Located;

/** The measurements with photos: {@code images}, {@code photos} and {@code endurance}. */
final class ImageBenchmarks {
    /** Marks where the command line does not say how many. */
    static final String MARKS = "800";

    private static final int DRAWN_MARKS = 200;
    private static final int DRAWN_PHOTOS = 90;
    private static final int LONGER_SIDE = 640;

    private final Arguments arguments;
    private final PrintStream talk;

    ImageBenchmarks(Arguments arguments, PrintStream talk) {
        this.arguments = arguments;
        this.talk = talk;
    }

    /** What measures with a bench, and may draw into a folder that is removed afterwards. */
    @FunctionalInterface
    private interface Measurement {
        String measure(ImageBench bench, Path folder) throws IOException;
    }

    /** Measures one of the three; gives its tables. */
    String measure(String what) throws IOException {
        return switch (what) {
            case "images" -> with((bench, folder) -> quality(bench));
            case "photos" -> with(this::speed);
            default -> with(this::endurance);
        };
    }

    /** The last name of the bench's folder; {@code drawn} without one. */
    static String benchName(Arguments arguments) {
        String folder = arguments.value("bench", "");
        return folder.isEmpty() ? "drawn" : String.valueOf(Path.of(folder).getFileName());
    }

    private String with(Measurement measurement) throws IOException {
        Path folder = Folders.create();
        try {
            String bench = arguments.value("bench", "");
            return measurement.measure(
                    bench.isEmpty()
                            ? DrawnBench.make(folder, DRAWN_MARKS, DRAWN_PHOTOS)
                            : ImageBench.read(Path.of(bench)),
                    folder);
        } finally {
            Folders.delete(folder);
        }
    }

    String quality(ImageBench all) throws IOException {
        ImageBench bench = all.every(arguments.number("every", 1));
        @Nullable String hits = arguments.value("hits");
        int sample = arguments.count("sift", 40);
        try (Models models = Models.load()) {
            return String.format(
                            Locale.ROOT,
                            "The bench is %s: %,d of its %,d listings, %,d marks. SIFT + RANSAC tries every mark in turn. %s%n%n",
                            bench.name(),
                            bench.listings().size(),
                            all.listings().size(),
                            bench.marks().size(),
                            models.line())
                    + new ImageQuality(bench, models, hits == null ? null : Path.of(hits), talk).measure(sample);
        }
    }

    String speed(ImageBench bench, Path folder) throws IOException {
        List<Located<Registration>> marks = marks(bench, folder);
        List<Photo> photos = Photo.of(bench, arguments.number("photos", 100), LONGER_SIDE);
        double seconds = arguments.number("seconds", 20);
        return String.format(
                        Locale.ROOT,
                        "%s; %,d photos of it, %d pixels, as JPEG files in memory, over and over for %.0f s after as long a warm-up.%n%n",
                        said(marks, bench),
                        photos.size(),
                        LONGER_SIDE,
                        seconds)
                + new PhotoSpeed(marks, photos, seconds, arguments.numbers("threads", "1,2"), talk)
                        .measure(arguments.count("sift", 4));
    }

    String endurance(ImageBench bench, Path folder) throws IOException {
        List<Located<Registration>> marks = marks(bench, folder);
        int count = arguments.number("photos", 10_000);
        int threads = arguments.number("threads", 2);
        List<Photo> photos = Photo.of(bench, count, LONGER_SIDE);
        return String.format(
                        Locale.ROOT,
                        "%s; its %,d photos, %d pixels, over and over in %d threads.%n%n",
                        said(marks, bench),
                        photos.size(),
                        LONGER_SIDE,
                        threads)
                + new Endurance(marks, photos, talk).measure(count, threads);
    }

    private List<Located<Registration>> marks(ImageBench bench, Path folder) throws IOException {
        int count = arguments.number("marks", Arguments.number(MARKS));
        talk.printf(Locale.ROOT, "%,d marks%n", count);
        long start = System.nanoTime();
        List<Located<Registration>> marks = GrownRegister.of(bench, count, folder);
        talk.printf(Locale.ROOT, "drawn in %.1f s%n", (System.nanoTime() - start) / 1e9);
        return marks;
    }

    private static String said(List<Located<Registration>> marks, ImageBench bench) {
        return String.format(
                Locale.ROOT,
                marks.size() > bench.marks().size()
                        ? "%,d marks, drawn beyond the %,d of %s"
                        : "%,d of the %,d marks of %s",
                marks.size(),
                bench.marks().size(),
                bench.name());
    }
}
