package org.touchstone.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.touchstone.image.ImageEncoder;
import org.touchstone.indexer.Facet;
import org.touchstone.indexer.ImageAnalyser;
import org.touchstone.indexer.IndexInfo;
import org.touchstone.indexer.IndexReport;
import org.touchstone.indexer.MarkIndex;
import org.touchstone.indexer.MarkIndexWriter;
import org.touchstone.mark.Registration;
import org.touchstone.matcher.image.OpenCvImageAnalyser;
import org.touchstone.record.Formats;
import org.touchstone.record.Json;
import org.touchstone.record.RecordWriter;
import org.touchstone.record.RejectionLog;
import org.touchstone.register.RegisterRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Builds and updates an index; its subcommands look into one. */
@Command(
        name = "index",
        subcommands = {IndexCommand.Info.class, IndexCommand.Verify.class, IndexCommand.Export.class})
final class IndexCommand implements Callable<Integer> {
    private static final int HEADING = 26;
    private static final int GAP = 2;

    private final Console console;

    @Option(names = "--marks", paramLabel = "FILE|DIR", arity = "1..*")
    private List<Path> marks = List.of();

    @Option(names = "--into", paramLabel = "DIR")
    private @Nullable Path into;

    @Option(names = "--update")
    private boolean update;

    @Mixin
    private OwnModels own;

    @Option(names = "--no-images")
    private boolean noImages;

    @Option(names = "--json")
    private boolean json;

    IndexCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (marks.isEmpty() || into == null) {
            throw CliException.usage(console.text("index.needs"));
        }
        long rejectedLines;
        IndexReport report;
        try (RejectionLog rejections =
                        new RejectionLog(Path.of(into + ".rejected.jsonl"), one -> console.line(one.toString()));
                RecordChain<RegisterRecord> records = MarkSources.open(
                        marks,
                        MarkSources.pictures(console),
                        rejections,
                        bystanders -> MarkSources.tell(console, bystanders));
                ImageEncoder encoder = noImages ? null : MarkMatchers.encoder(own.store());
                Progress progress = console.progress("scan.indexing", 0)) {
            ImageAnalyser analyser = noImages ? null : new OpenCvImageAnalyser(encoder);
            if (!update && !records.hasNext()) {
                throw new CliException(console.text("index.nothing", into));
            }
            report = update
                    ? MarkIndexWriter.update(into, records, analyser, rejections, progress)
                    : MarkIndexWriter.build(into, records, analyser, rejections, progress);
            rejectedLines = rejections.count();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        tell(report, rejectedLines);
        return ExitCode.of(rejectedLines);
    }

    private void tell(IndexReport report, long rejected) {
        if (json) {
            ObjectNode node = Json.object();
            node.put("read", report.read());
            node.put("added", report.added());
            node.put("changed", report.changed());
            node.put("removed", report.removed());
            node.put("ended", report.ended());
            node.put("outdated", report.outdated());
            node.put("unchanged", report.unchanged());
            node.put("refused", report.refused());
            node.put("rejected", rejected);
            node.put("seconds", Math.round(report.seconds() * 1000) / 1000.0);
            console.out().println(Json.line(node));
            return;
        }
        StringJoiner counts = new StringJoiner(console.text("index.done.and"));
        count(counts, "added", report.added());
        count(counts, "changed", report.changed());
        count(counts, "removed", report.removed());
        count(counts, "unchanged", report.unchanged());
        count(counts, "outdated", report.outdated());
        count(counts, "refused", report.refused());
        if (counts.length() == 0) {
            counts.add(console.text("index.done.none"));
        }
        String ended = report.ended() == 0 ? "" : console.text("index.done.ended", report.ended());
        console.say("index.done", report.read(), report.seconds(), counts + ended, String.valueOf(into));
        if (rejected > 0) {
            console.warn("index.rejected", rejected, into + ".rejected.jsonl");
        }
    }

    private void count(StringJoiner counts, String what, long number) {
        if (number > 0) {
            counts.add(console.text("index.done." + what, number));
        }
    }

    /** Says what an index holds. */
    @Command(name = "info")
    static final class Info implements Callable<Integer> {
        private final Console console;

        @Parameters(paramLabel = "DIR", descriptionKey = "dir")
        private Path dir;

        @Option(names = "--json")
        private boolean json;

        @Option(names = "--marks-at-risk", paramLabel = "N", arity = "0..1", fallbackValue = "20")
        private @Nullable Integer marksAtRisk;

        Info(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() throws IOException {
            if (marksAtRisk != null && marksAtRisk < 1) {
                throw CliException.usage(console.text("index.risk.count", marksAtRisk));
            }
            try (MarkIndex index = MarkIndex.open(dir)) {
                ObjectNode info = describe(index.info());
                RiskTable table = marksAtRisk == null ? null : RiskTable.of(index, marksAtRisk);
                if (table != null && json) {
                    info.set("marksAtRisk", table.asJson());
                }
                ObjectNode counts = counts(index);
                if (json) {
                    info.set("counts", counts);
                }
                print(console, info, json);
                if (!json) {
                    printCounts(console, index.counts());
                }
                if (table != null && !json) {
                    table.print(console);
                }
            }
            return ExitCode.DONE;
        }
    }

    /** Reads a whole index back and checks it. */
    @Command(name = "verify")
    static final class Verify implements Callable<Integer> {
        private final Console console;

        @Parameters(paramLabel = "DIR", descriptionKey = "dir")
        private Path dir;

        @Option(names = "--json")
        private boolean json;

        Verify(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() throws IOException {
            print(console, describe(MarkIndex.verify(dir)), json);
            console.say("index.whole", dir);
            return ExitCode.DONE;
        }
    }

    /** Gives back every record in the marks format. */
    @Command(name = "export")
    static final class Export implements Callable<Integer> {
        private final Console console;

        @Parameters(paramLabel = "DIR", descriptionKey = "dir")
        private Path dir;

        @Option(
                names = {"-o", "--out"},
                paramLabel = "FILE")
        private @Nullable Path out;

        Export(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() throws IOException {
            try (MarkIndex index = MarkIndex.open(dir);
                    RecordWriter<Registration> writer = out == null
                            ? RecordWriter.to(console.out(), Formats.REGISTRATION)
                            : RecordWriter.create(out, Formats.REGISTRATION)) {
                index.forEach(registration -> {
                    try {
                        writer.write(registration);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
                writer.commit();
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
            return ExitCode.DONE;
        }
    }

    private static ObjectNode counts(MarkIndex index) {
        ObjectNode counts = Json.object();
        index.counts().forEach((facet, values) -> {
            ObjectNode of = counts.putObject(facet.key());
            values.forEach(of::put);
        });
        return counts;
    }

    /** The counts, a facet after the other, in columns as the terminal has room for. */
    private static void printCounts(Console console, Map<Facet, SortedMap<String, Long>> counts) {
        int room = console.terminal().columns() - HEADING;
        counts.forEach((facet, values) -> {
            List<String> cells = values.entrySet().stream()
                    .map(value -> String.format(
                            Locale.ROOT, "%s: %,d", shown(console, facet, value.getKey()), value.getValue()))
                    .toList();
            int width = cells.stream().mapToInt(DisplayWidth::of).max().orElse(0) + GAP;
            int columns = Math.max(1, (room + GAP) / width);
            String heading = DisplayWidth.fit(console.text("index.info." + facet.key()), HEADING);
            for (int i = 0; i < cells.size(); i += columns) {
                StringBuilder line = new StringBuilder(i == 0 ? heading : " ".repeat(HEADING));
                cells.subList(i, Math.min(cells.size(), i + columns))
                        .forEach(cell -> line.append(DisplayWidth.fit(cell, width)));
                console.out().println(line.toString().stripTrailing());
            }
        });
    }

    /** A value as people call it; offices and classes go by their codes. */
    private static String shown(Console console, Facet facet, String value) {
        return switch (facet) {
            case OFFICE, CLASS -> value;
            case STATUS, SCRIPT, FEATURE, KIND -> console.text("index.info." + facet.key() + "." + value);
        };
    }

    private static ObjectNode describe(IndexInfo info) {
        ObjectNode node = Json.object();
        node.put("format", info.format());
        node.put("analyser", info.analyser());
        node.put("lucene", info.lucene());
        node.put("imageAnalyser", info.imageAnalyser());
        node.put("model", info.model());
        node.put("registrations", info.registrations());
        node.put("ended", info.ended());
        node.put("signs", info.signs());
        node.put("images", info.images());
        node.put("views", info.views());
        node.put("fingerprint", info.fingerprint());
        node.put("built", info.built().toString());
        return node;
    }

    private static void print(Console console, ObjectNode node, boolean json) {
        if (json) {
            console.out().println(Json.line(node));
            return;
        }
        node.properties()
                .forEach(entry -> console.out()
                        .println(DisplayWidth.fit(console.text("index.info." + entry.getKey()), HEADING)
                                + (entry.getValue().isIntegralNumber()
                                        ? String.format(
                                                Locale.ROOT,
                                                "%,d",
                                                entry.getValue().asLong())
                                        : entry.getValue().asText())));
    }
}
