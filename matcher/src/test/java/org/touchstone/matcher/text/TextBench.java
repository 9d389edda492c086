package org.touchstone.matcher.text;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.touchstone.hit.Evidence;
import org.touchstone.hit.Hit;
import org.touchstone.hit.Outlook;
import org.touchstone.hit.Versions;
import org.touchstone.indexer.MarkIndex;
import org.touchstone.indexer.MarkIndexWriter;
import org.touchstone.listing.Listing;
import org.touchstone.matcher.Sighting;
import org.touchstone.record.Formats;
import org.touchstone.record.Located;
import org.touchstone.record.RecordReader;
import org.touchstone.record.RecordWriter;
import org.touchstone.register.RegisterRecord;

/**
 * Measures the matcher alone on a text bench. Arguments: the bench's folder, a folder for the index, a file for the
 * hits.
 */
final class TextBench {
    private TextBench() {}

    public static void main(String[] args) throws IOException {
        Path bench = Path.of(args[0]);
        Path dir = Path.of(args[1]);
        say("start");
        try (var marks = RecordReader.open(bench.resolve("marks.csv"), Formats.REGISTRATION, System.err::println)) {
            System.out.println(
                    MarkIndexWriter.build(dir, RegisterRecord.all(marks), null, System.err::println, n -> {}));
        }
        say("built");
        List<Hit> hits = new ArrayList<>();
        try (MarkIndex index = MarkIndex.open(dir)) {
            say("opened");
            TextMatcher matcher = new TextMatcher(index);
            long n = 0;
            Path file = bench.resolve("listings.jsonl");
            try (var listings = RecordReader.open(file, Formats.LISTING, System.err::println)) {
                while (listings.hasNext()) {
                    Located<Listing> next = listings.next();
                    n++;
                    for (Sighting sighting : matcher.match(next.value())) {
                        hits.add(hit(next.value(), sighting));
                    }
                }
            }
            say("matched " + n);
        }
        hits.sort(Comparator.comparingDouble(Hit::score).reversed());
        try (RecordWriter<Hit> writer = RecordWriter.create(Path.of(args[2]), Formats.HIT)) {
            for (Hit hit : hits) {
                writer.write(hit);
            }
            writer.commit();
        }
        say("written");
    }

    private static Hit hit(Listing listing, Sighting sighting) {
        Evidence evidence = sighting.evidence();
        double score = 1 / (1 + Math.pow(10, -(evidence.weight() - 6) / 10));
        return new Hit(
                1,
                score,
                listing.id(),
                sighting.mark(),
                "",
                Outlook.values()[0],
                List.of(evidence),
                new Versions("", "", "", ""));
    }

    private static void say(String what) {
        long cpu = ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
        System.out.printf("%-16s cpu %.2f s%n", what, cpu / 1e9);
    }
}
