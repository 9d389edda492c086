package org.touchstone.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.touchstone.indexer.Facet;
import org.touchstone.indexer.RegistrationQuery;
import org.touchstone.mark.MarkFeature;
import org.touchstone.mark.MarkKind;
import org.touchstone.mark.Standing;
import org.touchstone.matcher.search.Way;
import org.touchstone.record.Json;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Finds marks by what they are like, and by what the register says of them. */
@Command(name = "search")
final class SearchCommand implements Callable<Integer> {
    private final Console console;

    @ArgGroup(multiplicity = "1")
    private MarkOptions where;

    @Parameters(paramLabel = "TEXT", arity = "0..1", descriptionKey = "text")
    private @Nullable String text;

    @Option(names = "--image", paramLabel = "FILE")
    private @Nullable Path image;

    @Mixin
    private OwnModels own;

    @Option(names = "--how", paramLabel = "WAY", split = ",")
    private List<Way> how = List.of();

    @Option(names = "--number", paramLabel = "NUMBER")
    private String number = "";

    @Option(names = "--owner", paramLabel = "NAME")
    private String owner = "";

    @Option(names = "--nice", paramLabel = "CLASS", split = ",")
    private List<Integer> nice = List.of();

    @Option(names = "--vienna", paramLabel = "CODE", split = ",")
    private List<String> vienna = List.of();

    @Option(names = "--office", paramLabel = "CODE", split = ",")
    private List<String> office = List.of();

    @Option(names = "--status", paramLabel = "STATUS", split = ",")
    private List<Standing> status = List.of();

    @Option(names = "--feature", paramLabel = "FEATURE", split = ",")
    private List<MarkFeature> feature = List.of();

    @Option(names = "--kind", paramLabel = "KIND", split = ",")
    private List<MarkKind> kind = List.of();

    @Option(names = "--all")
    private boolean all;

    @Mixin
    private OnDay on;

    @Option(names = "--top", paramLabel = "N", defaultValue = "20")
    private int top;

    @Option(names = "--json")
    private boolean json;

    @Option(names = "--report", paramLabel = "FILE.html")
    private @Nullable Path report;

    SearchCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        boolean like = text != null && !text.isBlank() || image != null;
        RegistrationQuery query = query();
        if (!like && asked().isEmpty()) {
            throw CliException.usage(console.text("search.needs"));
        }
        try (MarkMatchers matchers = where.open(on.day(), own, image != null, console)) {
            MarkSearch search = new MarkSearch(matchers, on.day(), query);
            List<FoundMark> found = like ? like(search) : search.list(top);
            show(found, like);
            if (!like) {
                console.say("search.count", found.size(), search.count());
            } else if (found.isEmpty()) {
                console.say("search.none");
            }
            if (report != null) {
                write(report, matchers, found, like);
            }
        }
        return ExitCode.DONE;
    }

    private RegistrationQuery query() {
        RegistrationQuery query = RegistrationQuery.ALL
                .number(number)
                .owner(owner)
                .viennaCodes(vienna)
                .with(Facet.CLASS, nice)
                .with(Facet.OFFICE, office)
                .with(Facet.STATUS, status.stream().map(Standing::key).toList())
                .with(Facet.FEATURE, feature.stream().map(MarkFeature::key).toList())
                .with(Facet.KIND, kind.stream().map(MarkKind::key).toList());
        boolean ended = all || status.contains(Standing.DEAD) || !number.isBlank();
        return ended ? query : query.notEndedOn(on.day());
    }

    /** What the registers are asked for. */
    private List<String> asked() {
        List<String> asked = new ArrayList<>();
        ask(asked, "number", number.isBlank());
        ask(asked, "owner", owner.isBlank());
        ask(asked, "nice", nice.isEmpty());
        ask(asked, "vienna", vienna.isEmpty());
        ask(asked, "office", office.isEmpty());
        ask(asked, "status", status.isEmpty());
        ask(asked, "feature", feature.isEmpty());
        ask(asked, "kind", kind.isEmpty());
        return asked;
    }

    private static void ask(List<String> asked, String name, boolean nothing) {
        if (!nothing) {
            asked.add(name);
        }
    }

    private List<FoundMark> like(MarkSearch search) throws IOException {
        Set<Way> ways = how.isEmpty() ? Way.ALL : EnumSet.copyOf(how);
        try {
            return search.like(text, ways, image, top);
        } catch (MarkSearch.NoImagesException e) {
            throw new CliException(console.text("search.noImages"));
        }
    }

    private void show(List<FoundMark> found, boolean like) {
        MarkTable table = new MarkTable(console);
        for (int i = 0; i < found.size(); i++) {
            if (json) {
                ObjectNode node = MarkWords.json(i + 1, found.get(i), asked());
                MarkWords.addMark(node, found.get(i).registration());
                console.out().println(Json.line(node));
            } else {
                table.print(i + 1, found.get(i), like, "", asked(), List.of());
            }
        }
    }

    private void write(Path file, MarkMatchers matchers, List<FoundMark> found, boolean like) throws IOException {
        MarkWords words = new MarkWords(console.messages());
        List<MarkPage.Row> rows = new ArrayList<>();
        for (FoundMark one : found) {
            rows.add(new MarkPage.Row(one, "", words.reasons(one, asked()), like));
        }
        String wanted = text == null || text.isBlank() ? "" : text;
        new MarkPage(console, matchers, on.day()).write(file, "search.title", wanted, image, List.of(), rows);
    }
}
