package org.touchstone.benchmarks;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.touchstone.benchmarks.sift.BruteForce;
import org.touchstone.hit.Box;
import org.touchstone.hit.Evidence;
import org.touchstone.hit.Hit;
import org.touchstone.hit.Outlook;
import org.touchstone.hit.Versions;
import org.touchstone.image.ImageDecoder;
import org.touchstone.indexer.MarkIndex;
import org.touchstone.listing.Listing;
import org.touchstone.mark.Registration;
import org.touchstone.matcher.BrandPolicies;
import org.touchstone.matcher.Scanner;
import org.touchstone.matcher.Scorer;
import org.touchstone.matcher.image.ImageMatcher;
import org.touchstone.matcher.text.TextMatcher;
import org.touchstone.record.Formats;
import org.touchstone.record.Located;
import org.touchstone.record.RecordWriter;

/** What is found in the photos of a bench, beside SIFT and RANSAC on a sample of them. */
final class ImageQuality {
    private static final Versions VERSIONS = new Versions("benchmark", "none", "none", Scorer.CALIBRATION);

    private final ImageBench bench;
    private final Models models;
    private final int cores = Runtime.getRuntime().availableProcessors();
    private final @Nullable Path keep;
    private final PrintStream talk;

    /** @param keep folder for the hits of each method as {@code METHOD.jsonl}; null to keep none */
    ImageQuality(ImageBench bench, Models models, @Nullable Path keep, PrintStream talk) {
        this.bench = bench;
        this.models = models;
        this.keep = keep;
        this.talk = talk;
    }

    /**
     * Scans the listings of the bench, on all cores; gives the table.
     *
     * @param sampled photos that SIFT and RANSAC take, spread evenly; 0 for none
     */
    String measure(int sampled) throws IOException {
        ImageBench sample = bench.sample(sampled);
        Map<String, List<Hit>> ours = scanned();
        Map<String, ImageFigures> columns = new LinkedHashMap<>();
        columns.put("Touchstone", ImageFigures.of(bench, ours));
        if (!sample.listings().isEmpty()) {
            if (sample.listings().size() < bench.listings().size()) {
                columns.put("Touchstone, the sample", ImageFigures.of(sample, ours));
            }
            columns.put("SIFT + RANSAC, the sample", ImageFigures.of(sample, byForce(sample)));
        }
        return table(columns);
    }

    /** By the full path from listings to scored hits. */
    private Map<String, List<Hit>> scanned() throws IOException {
        Map<String, List<Hit>> hits = new TreeMap<>();
        Path folder = Folders.create();
        try {
            talk.printf(Locale.ROOT, "%,d marks%n", bench.marks().size());
            double seconds = ImageIndex.build(folder, bench.marks(), models);
            talk.printf(Locale.ROOT, "  indexed in %.1f s%n", seconds);
            try (MarkIndex index = MarkIndex.open(folder);
                    ImageMatcher matcher = new ImageMatcher(index, models.encoder(), models.regions())) {
                BrandPolicies none = new BrandPolicies(List.of(), Clock.systemUTC());
                long start = System.nanoTime();
                new Scanner(index, new TextMatcher(index), matcher, none, VERSIONS)
                        .scan(
                                bench.listings().iterator(),
                                cores,
                                (listing, found) -> hits.put(listing.value().id(), found),
                                rejection -> {
                                    throw new IllegalStateException("a photo of a bench was rejected: " + rejection);
                                },
                                done -> {});
                tell(bench, start);
            }
        } finally {
            Folders.delete(folder);
        }
        keep("touchstone", hits);
        return hits;
    }

    private Map<String, List<Hit>> byForce(ImageBench sample) throws IOException {
        Map<String, List<Hit>> hits = new ConcurrentHashMap<>();
        ImageDecoder decoder = new ImageDecoder();
        try (BruteForce force = byForce(bench.marks())) {
            long start = System.nanoTime();
            Pace.over(sample.listings().size(), cores, number -> {
                Located<Listing> listing = sample.listings().get((int) number);
                List<Hit> found = new ArrayList<>();
                for (String image : listing.value().images()) {
                    BufferedImage photo =
                            decoder.decode(listing.folder().resolve(image)).image();
                    for (BruteForce.Match match : force.match(photo)) {
                        found.add(hit(listing.value().id(), image, match));
                    }
                }
                hits.put(listing.value().id(), found);
            });
            tell(sample, start);
        }
        keep("sift", hits);
        return hits;
    }

    /** SIFT and RANSAC for the images of marks, their features found on all cores. */
    static BruteForce byForce(List<Located<Registration>> marks) throws IOException {
        BruteForce force = new BruteForce();
        ImageDecoder decoder = new ImageDecoder();
        Pace.over(marks.size(), Runtime.getRuntime().availableProcessors(), number -> {
            Located<Registration> mark = marks.get((int) number);
            for (String image : mark.value().mark().images()) {
                force.add(
                        mark.value().id(),
                        decoder.decode(mark.folder().resolve(image)).image());
            }
        });
        return force;
    }

    /** As a hit, a hundred features that agree being the highest score. */
    private static Hit hit(String listing, String image, BruteForce.Match match) {
        Rectangle2D around = match.box();
        Box box = new Box(
                (int) Math.round(around.getX()),
                (int) Math.round(around.getY()),
                (int) Math.round(around.getWidth()),
                (int) Math.round(around.getHeight()));
        double score = Math.min(1, match.agreeing() / 100.0);
        Evidence seen = new Evidence.Picture("logo", image, box, "", score, List.of("features"), 0, "");
        return new Hit(0, score, listing, match.mark(), "", Outlook.UNCLEAR, List.of(seen), VERSIONS);
    }

    private void tell(ImageBench scanned, long start) {
        double seconds = (System.nanoTime() - start) / 1e9;
        int count = scanned.listings().size();
        talk.printf(
                Locale.ROOT, "  %,d listings scanned, %.2f a second in %d threads%n", count, count / seconds, cores);
    }

    private void keep(String method, Map<String, List<Hit>> hits) throws IOException {
        if (keep == null) {
            return;
        }
        Path file = Files.createDirectories(keep).resolve(method + ".jsonl");
        try (RecordWriter<Hit> writer = RecordWriter.create(file, Formats.HIT)) {
            for (List<Hit> found : hits.values()) {
                for (Hit hit : found) {
                    writer.write(hit);
                }
            }
            writer.commit();
        }
    }

    private static String table(Map<String, ImageFigures> columns) {
        List<String> heads = new ArrayList<>(List.of("figure"));
        heads.addAll(columns.keySet());
        Table table = new Table(heads.toArray(new String[0]));
        List<Map<String, String>> shown =
                columns.values().stream().map(ImageFigures::shown).toList();
        // the first column has all rows: it is of all photos
        for (String name : shown.get(0).keySet()) {
            List<Object> row = new ArrayList<>(List.of(name));
            shown.forEach(one -> row.add(one.getOrDefault(name, "–")));
            table.row(row.toArray());
        }
        return table.toString();
    }
}
