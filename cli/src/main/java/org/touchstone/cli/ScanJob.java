package org.touchstone.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import org.touchstone.cli.report.HtmlReport;
import org.touchstone.cli.report.Report;
import org.touchstone.cli.report.ReportEntry;
import org.touchstone.cli.report.ReportSummary;
import org.touchstone.cli.report.Reports;
import org.touchstone.hit.Evidence;
import org.touchstone.hit.Hit;
import org.touchstone.listing.Listing;
import org.touchstone.mark.BrandPolicy;
import org.touchstone.matcher.BrandPolicies;
import org.touchstone.matcher.RankedHits;
import org.touchstone.matcher.Scanner;
import org.touchstone.matcher.image.ReferencePhotos;
import org.touchstone.matcher.reading.LanguageData;
import org.touchstone.matcher.reading.PictureWords;
import org.touchstone.matcher.text.TextMatcher;
import org.touchstone.models.ModelStore;
import org.touchstone.record.BrandFile;
import org.touchstone.record.Formats;
import org.touchstone.record.Located;
import org.touchstone.record.RecordWriter;
import org.touchstone.record.RejectionLog;

/** A scan from files to files: listings in, ranked hits and a report out. */
public final class ScanJob {
    /** Hits that a page can show; the hit list has them all. */
    private static final int ON_A_PAGE = 2000;

    /** Hits that a table can hold; they wait in memory for their place in the ranking. */
    private static final int IN_A_TABLE = 50_000;

    /** Hits told on the terminal. */
    private static final int TOLD = 10;

    private final Console console;
    private final ModelStore models;

    /**
     * What to scan.
     *
     * @param marks files or folders of marks; empty when an index is given
     * @param index null when marks are given
     * @param on day on which marks must be in force; null for today
     * @param brands files of brand policies
     * @param listings files, folders or {@code -}
     * @param out where the hit list goes, {@code -} for stdout; null for none
     * @param report null for none
     * @param minScore hits below it are left out, 0 to 1
     * @param images whether logos are looked for in images
     * @param readImages whether the words in images are read
     * @param eitherScript whether Chinese marks are found in texts that are all in the other script
     * @param threads workers, at least 1
     * @param commandLine as the user typed it, for the report
     */
    public record Order(
            List<Path> marks,
            @Nullable Path index,
            @Nullable LocalDate on,
            List<Path> brands,
            List<String> listings,
            @Nullable String out,
            @Nullable Path report,
            double minScore,
            boolean images,
            boolean readImages,
            boolean eitherScript,
            int threads,
            String commandLine) {}

    /**
     * What came of it.
     *
     * @param listings scanned
     * @param hits found
     * @param rejected records and images set aside
     * @param top the best hits, best first; all that a report shows
     * @param seconds of wall clock
     */
    public record Outcome(long listings, long hits, long rejected, List<ReportEntry> top, double seconds) {}

    /** Scans with the models that come with Touchstone. */
    public ScanJob(Console console) {
        this(console, ModelStore.bundled());
    }

    /**
     * Scans.
     *
     * @param models where images are compared
     */
    public ScanJob(Console console, ModelStore models) {
        this.console = console;
        this.models = models;
    }

    /** Scans. Files appear whole or not at all. */
    public Outcome run(Order order) throws IOException {
        if (order.report() != null) {
            report(order.report()); // a wrong ending is better known now than after an hour
        }
        Instant started = Instant.now();
        LocalDate day = order.on() != null ? order.on() : OnDay.today();
        boolean toFile = order.out() != null && !order.out().equals("-");
        Path rejected = toFile ? Path.of(order.out() + ".rejected.jsonl") : null;
        try (RejectionLog rejections = new RejectionLog(rejected, one -> console.line(one.toString()))) {
            List<BrandPolicy> brands = read(order.brands(), rejections);
            BrandPolicies policies = new BrandPolicies(brands, Clock.systemUTC());
            ReferencePhotos photos = ReferencePhotos.read(order.images() ? brands : List.of(), rejections);
            try (MarkMatchers matchers = order.index() != null
                            ? MarkMatchers.ofIndex(order.index(), day, models, order.images())
                            : MarkMatchers.ofMarks(
                                    order.marks(),
                                    day,
                                    policies,
                                    order.brands(),
                                    models,
                                    order.images(),
                                    console,
                                    rejections);
                    RankedHits ranking = new RankedHits();
                    RecordChain<Located<Listing>> listings =
                            ListingSources.open(order.listings(), System.in, rejections)) {
                Best best = new Best(shown(order.report()));
                long count = scan(
                        order,
                        matchers,
                        matchers.scanner(policies, order.eitherScript()).lookingFor(photos),
                        listings,
                        ranking,
                        best,
                        rejections);
                write(order, ranking);
                List<ReportEntry> top = best.entries(matchers, photos);
                double seconds = (Instant.now().toEpochMilli() - started.toEpochMilli()) / 1000.0;
                if (order.report() != null) {
                    ReportSummary summary = new ReportSummary(
                            sources(order),
                            count,
                            matchers.index().info().registrations(),
                            ranking.count(),
                            rejections.count(),
                            matchers.versions(),
                            started,
                            seconds,
                            order.commandLine());
                    Language asked = console.asked();
                    report(order.report()).write(order.report(), summary, top, asked == null ? null : asked.locale());
                }
                return new Outcome(count, ranking.count(), rejections.count(), top, seconds);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private long scan(
            Order order,
            MarkMatchers matchers,
            Scanner scanner,
            RecordChain<Located<Listing>> listings,
            RankedHits ranking,
            Best best,
            RejectionLog rejections)
            throws IOException {
        try (PictureWords words = order.readImages() ? words(matchers, order.eitherScript()) : null;
                Progress progress = console.progress("scan.scanning", 0)) {
            return (words == null ? scanner : scanner.reading(words))
                    .scan(
                            listings,
                            order.threads(),
                            (listing, hits) -> {
                                for (Hit hit : hits) {
                                    if (hit.score() >= order.minScore()) {
                                        ranking.add(hit);
                                        best.offer(hit, listing);
                                    }
                                }
                            },
                            rejections,
                            progress);
        }
    }

    /** Reads the words in pictures; null, after one clear line, where this machine cannot. */
    private @Nullable PictureWords words(MarkMatchers matchers, boolean eitherScript) {
        LanguageData data = LanguageData.find(console.environment()).orElse(null);
        if (data == null) {
            console.warn("scan.noLanguages");
            return null;
        }
        if (!data.readsChinese()) {
            console.warn("scan.noChinese", data.folder());
        }
        try {
            TextMatcher texts = matchers.texts();
            return new PictureWords(data, eitherScript ? texts.inEitherScript() : texts);
        } catch (IOException e) {
            console.warn("scan.notRead", String.valueOf(e.getMessage()));
            return null;
        }
    }

    private void write(Order order, RankedHits ranking) throws IOException {
        if (order.out() == null) {
            return;
        }
        try (RecordWriter<Hit> writer = order.out().equals("-")
                ? RecordWriter.to(console.out(), Formats.HIT)
                : RecordWriter.create(Path.of(order.out()), Formats.HIT)) {
            ranking.drainTo(writer::write);
            writer.commit();
        }
    }

    private static int shown(@Nullable Path report) {
        if (report == null) {
            return TOLD;
        }
        return report(report) instanceof HtmlReport ? ON_A_PAGE : IN_A_TABLE;
    }

    private static Report report(Path file) {
        try {
            return Reports.forFile(file);
        } catch (IllegalArgumentException e) {
            throw CliException.usage(String.valueOf(e.getMessage()));
        }
    }

    private static List<String> sources(Order order) {
        List<String> sources = new ArrayList<>();
        order.marks().forEach(path -> sources.add(path.toString()));
        if (order.index() != null) {
            sources.add(order.index().toString());
        }
        order.brands().forEach(path -> sources.add(path.toString()));
        sources.addAll(order.listings());
        return sources;
    }

    private static List<BrandPolicy> read(List<Path> files, RejectionLog rejections) throws IOException {
        List<BrandPolicy> policies = new ArrayList<>();
        for (Path file : files) {
            policies.addAll(BrandFile.read(file, rejections));
        }
        return policies;
    }

    /** The best hits with their listings, in bounded memory. */
    private static final class Best {
        private record Found(Hit hit, Located<Listing> listing) {}

        private final int most;
        private final PriorityQueue<Found> worstFirst =
                new PriorityQueue<>(Comparator.comparing(Found::hit, RankedHits.BEST_FIRST.reversed()));

        Best(int most) {
            this.most = most;
        }

        void offer(Hit hit, Located<Listing> listing) {
            worstFirst.add(new Found(hit, listing));
            if (worstFirst.size() > most) {
                worstFirst.remove();
            }
        }

        List<ReportEntry> entries(MarkMatchers matchers, ReferencePhotos photos) {
            List<Found> found = new ArrayList<>(worstFirst);
            found.sort(Comparator.comparing(Found::hit, RankedHits.BEST_FIRST));
            List<ReportEntry> entries = new ArrayList<>(found.size());
            for (Found one : found) {
                matchers.index()
                        .registration(one.hit().mark())
                        .ifPresent(registration -> entries.add(new ReportEntry(
                                one.hit().withRank(entries.size() + 1L),
                                one.listing().value(),
                                one.listing().folder(),
                                registration,
                                matchers.thumbnail(registration, one.hit()),
                                officialPhoto(one.hit(), photos))));
            }
            return entries;
        }

        /** The file of the official photo that the heaviest copy is of. */
        private static @Nullable Path officialPhoto(Hit hit, ReferencePhotos photos) {
            for (Evidence evidence : hit.evidence()) {
                if (evidence instanceof Evidence.Picture picture
                        && picture.kind().equals("copy")) {
                    Optional<Path> file = photos.file(hit.brand(), picture.view());
                    if (file.isPresent()) {
                        return file.get();
                    }
                }
            }
            return null;
        }
    }
}
