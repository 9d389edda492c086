package org.touchstone.matcher.image;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.touchstone.image.ImageDecoder;
import org.touchstone.image.ImageEncoder;
import org.touchstone.image.RegionFinder;
import org.touchstone.indexer.MarkIndex;
import org.touchstone.indexer.MarkIndexWriter;
import org.touchstone.listing.Listing;
import org.touchstone.mark.Registration;
import org.touchstone.models.ModelStore;
import org.touchstone.record.Formats;
import org.touchstone.record.Located;
import org.touchstone.record.RecordReader;
import org.touchstone.register.RegisterRecord;

/**
 * Writes down what {@link ImageMatcher} sees in the photos of a bench, a line for each mark judged, for {@code
 * fit_weights.py}. See SOURCES.md for the command.
 */
final class DumpSightings {
    private DumpSightings() {}

    /** @param arguments folder of the bench, folder for its index, file to write, {@code geometry} for no models */
    public static void main(String[] arguments) throws Exception {
        Path bench = Path.of(arguments[0]);
        boolean models = arguments.length < 4 || !arguments[3].equals("geometry");
        ModelStore store = ModelStore.bundled();
        try (ImageEncoder encoder = models ? store.loadEncoder().orElseThrow() : null;
                RegionFinder regions = models ? store.loadRegionFinder().orElseThrow() : null) {
            Path folder = Path.of(arguments[1]);
            if (!Files.exists(folder)) {
                try (RecordReader<Registration> marks = RecordReader.open(
                        bench.resolve("marks.csv"), Formats.REGISTRATION, System.err::println)) {
                    MarkIndexWriter.build(
                            folder, RegisterRecord.all(marks), new OpenCvImageAnalyser(encoder), System.err::println, n -> {});
                }
            }
            try (MarkIndex index = MarkIndex.open(folder);
                    ImageMatcher matcher = new ImageMatcher(index, encoder, regions);
                    PrintStream out = new PrintStream(Files.newOutputStream(Path.of(arguments[2])))) {
                dump(bench, matcher, out);
            }
        }
    }

    private static void dump(Path bench, ImageMatcher matcher, PrintStream out) throws Exception {
        Map<String, String> truth = new HashMap<>();
        for (String line : Files.readAllLines(bench.resolve("truth.csv"))) {
            truth.put(line.split(",")[0], line.split(",")[1]);
        }
        ImageDecoder decoder = new ImageDecoder();
        out.println("listing\tright\tagreement\trival\tcosine\tsupport\tsize\tpart\tfeatured\tlean\tweight");
        try (RecordReader<Listing> listings = RecordReader.open(
                bench.resolve("listings.jsonl"), Formats.LISTING, System.err::println)) {
            while (listings.hasNext()) {
                Located<Listing> listing = listings.next();
                BufferedImage image = decoder.decode(
                                bench.resolve(listing.value().images().get(0)))
                        .image();
                String mark = truth.get(listing.value().id());
                for (ImageMatcher.Seen seen : matcher.seen(ImageMatcher.enlarged(Pixels.of(image, Color.WHITE, 1024)))) {
                    print(out, listing.value().id(), mark, seen, matcher.views.get(seen.candidate().view()));
                }
            }
        }
    }

    private static void print(
            PrintStream out, String listing, @Nullable String mark, ImageMatcher.Seen seen, MarkViews.View view) {
        Candidate candidate = seen.candidate();
        Reference reference = view.reference();
        out.printf(
                "%s\t%d\t%.4f\t%.4f\t%.4f\t%.3f\t%.1f\t%d\t%d\t%.4f\t%.2f%n",
                listing,
                view.mark().equals(mark) ? 1 : 0,
                candidate.agreement(),
                seen.rival(),
                seen.cosine(),
                candidate.support(),
                candidate.pose().size(),
                view.part() ? 1 : 0,
                candidate.featured() ? 1 : 0,
                reference == null ? 0 : reference.middle().lean(),
                seen.weight());
    }
}
