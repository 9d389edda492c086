package org.touchstone.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.touchstone.benchmarks.invented.MarkDrawer;
import org.touchstone.mark.Mark;
import org.touchstone.mark.Registration;
import org.touchstone.record.Located;

/** As many marks with images as wanted: a bench's own, then marks that the program draws. */
final class GrownRegister {
    private static final long SEED = 20_261_123;
    private static final int FILES_A_FOLDER = 1000;

    private GrownRegister() {}

    /**
     * The first marks of a bench, and drawn ones beyond them.
     *
     * @param count how many in all
     * @param folder where the drawn ones are put
     */
    static List<Located<Registration>> of(ImageBench bench, int count, Path folder) throws IOException {
        List<Located<Registration>> own = bench.marks();
        if (count <= own.size()) {
            return own.subList(0, count);
        }
        List<Located<Registration>> all = new ArrayList<>(own);
        // a drawn bench has drawn the first numbers itself
        all.addAll(drawn(own.size(), count, folder));
        return all;
    }

    /** Draws the marks from one number to below another, on all cores. */
    static List<Located<Registration>> drawn(int from, int to, Path folder) throws IOException {
        MarkDrawer drawer = new MarkDrawer(SEED);
        for (int sub = from / FILES_A_FOLDER; sub <= (to - 1) / FILES_A_FOLDER; sub++) {
            Files.createDirectories(folder.resolve("marks/" + sub));
        }
        try {
            return IntStream.range(from, to)
                    .parallel()
                    .mapToObj(number -> draw(drawer, number, folder))
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static Located<Registration> draw(MarkDrawer drawer, int number, Path folder) {
        String id = String.format(Locale.ROOT, "D%06d", number);
        String image = "marks/" + number / FILES_A_FOLDER + "/" + id + ".png";
        try {
            Files.write(folder.resolve(image), drawer.png(number));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Mark mark = Mark.picture(image);
        return new Located<>(Registration.of(id, mark), "drawn", folder, 0);
    }
}
