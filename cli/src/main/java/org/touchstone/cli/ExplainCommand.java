package org.touchstone.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.touchstone.hit.Evidence;
import org.touchstone.hit.Hit;
import org.touchstone.matcher.Scorer;
import org.touchstone.page.Phrases;
import org.touchstone.record.Formats;
import org.touchstone.record.RecordReader;
import org.touchstone.record.RejectionLog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows how the score of one hit comes about. */
@Command(name = "explain")
final class ExplainCommand implements Callable<Integer> {
    private final Console console;

    @Option(names = "--hits", paramLabel = "FILE", required = true)
    private Path hits;

    @Parameters(paramLabel = "RANK | LISTING MARK", arity = "1..2", descriptionKey = "which")
    private List<String> which;

    ExplainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (which.size() == 1 && !which.get(0).matches("\\d{1,18}")) {
            throw CliException.usage(console.text("explain.needs", which.get(0)));
        }
        Hit hit = find();
        if (hit == null) {
            throw new CliException(console.text("explain.none", String.join(" ", which), hits));
        }
        print(hit, console.out());
        return ExitCode.DONE;
    }

    private @Nullable Hit find() throws IOException {
        try (RejectionLog rejections = new RejectionLog(null, one -> console.line(one.toString()));
                RecordReader<Hit> list = RecordReader.open(hits, Formats.HIT, rejections)) {
            while (list.hasNext()) {
                Hit hit = list.next().value();
                boolean wanted = which.size() == 1
                        ? hit.rank() == Long.parseLong(which.get(0))
                        : hit.listing().equals(which.get(0)) && hit.mark().equals(which.get(1));
                if (wanted) {
                    return hit;
                }
            }
        }
        return null;
    }

    private void print(Hit hit, PrintStream out) {
        out.println(console.text("explain.head", hit.rank(), hit.listing(), hit.mark()));
        out.println(row(Scorer.PRIOR, console.text("explain.prior")));
        for (Evidence evidence : hit.evidence()) {
            out.println(row(evidence.weight(), describe(evidence)));
        }
        double sum = Scorer.PRIOR + hit.weight();
        out.println(row(sum, console.text("explain.sum", 100 * Scorer.probability(sum))));
        out.println(console.text(
                "explain.versions",
                hit.versions().touchstone(),
                hit.versions().index(),
                hit.versions().model(),
                hit.versions().calibration()));
    }

    private static String row(double weight, String text) {
        return String.format(Locale.ROOT, "%+7.1f dB  %s", weight, text);
    }

    /** A word of the format as the reports have it in the reader's language; as it is where they have none. */
    private String shown(String of, String word) {
        if (console.language() == Language.EN) {
            return word; // the format's own words are English
        }
        Phrases phrases = Phrases.in(org.touchstone.page.Language.CHINESE);
        String key = of + word.toLowerCase(Locale.ROOT).replace(' ', '-');
        return phrases.has(key) ? phrases.get(key) : word;
    }

    private String ways(List<String> how) {
        return how.stream().map(way -> shown("how.", way)).collect(Collectors.joining(" + "));
    }

    /** A note such as {@code expires soon: 2031-01-31}, of which the first words are put in the reader's language. */
    private String note(String note) {
        int colon = note.indexOf(": ");
        return colon < 0 ? shown("note.", note) : shown("note.", note.substring(0, colon)) + note.substring(colon);
    }

    private String describe(Evidence evidence) {
        String said = switch (evidence) {
            case Evidence.Word word
            when word.spot() != null ->
                console.text(
                        "explain.read",
                        word.quote(),
                        word.spot().image(),
                        word.spot().box().x(),
                        word.spot().box().y(),
                        word.spot().box().width(),
                        word.spot().box().height(),
                        word.against(),
                        word.similarity(),
                        ways(word.how()));
            case Evidence.Word word ->
                console.text(
                        "explain.word",
                        word.quote(),
                        shown("field.", word.field()),
                        word.start(),
                        word.end(),
                        word.against(),
                        word.similarity(),
                        ways(word.how()));
            case Evidence.Picture picture ->
                console.text(
                        "explain.picture",
                        picture.image(),
                        picture.box().x(),
                        picture.box().y(),
                        picture.box().width(),
                        picture.box().height(),
                        picture.view(),
                        picture.similarity(),
                        ways(picture.how()));
            case Evidence.Circumstance circumstance -> "";
        };
        return shown("evidence.", evidence.kind()) + ": " + said
                + (said.isEmpty() || evidence.note().isEmpty() ? "" : "; ") + note(evidence.note());
    }
}
