package org.touchstone.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.touchstone.indexer.Facet;
import org.touchstone.indexer.RegistrationQuery;
import org.touchstone.matcher.goods.ClassifiedGoods;
import org.touchstone.matcher.search.Way;
import org.touchstone.record.Json;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Finds the earlier marks that may stand in the way of a new sign. */
@Command(name = "clearance")
final class ClearanceCommand implements Callable<Integer> {
    /** Marks like the sign of which the goods are compared. */
    private static final int CONSIDERED = 1_000;

    private final Console console;

    @ArgGroup(multiplicity = "1")
    private MarkOptions where;

    @Parameters(paramLabel = "TEXT", arity = "0..1", descriptionKey = "text")
    private @Nullable String text;

    @Option(names = "--image", paramLabel = "FILE")
    private @Nullable Path image;

    @Mixin
    private OwnModels own;

    @Option(names = "--nice", paramLabel = "CLASS", split = ",")
    private List<Integer> nice = List.of();

    @Option(names = "--groups", paramLabel = "GROUP", split = ",")
    private List<String> groups = List.of();

    @Option(names = "--office", paramLabel = "CODE", split = ",")
    private List<String> office = List.of();

    @Mixin
    private OnDay on;

    @Option(names = "--top", paramLabel = "N", defaultValue = "50")
    private int top;

    @Option(names = "--json")
    private boolean json;

    @Option(names = "--report", paramLabel = "FILE.html")
    private @Nullable Path report;

    ClearanceCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if ((text == null || text.isBlank()) && image == null) {
            throw CliException.usage(console.text("clearance.needs"));
        }
        ClassifiedGoods goods = goods();
        RegistrationQuery query =
                RegistrationQuery.ALL.with(Facet.OFFICE, office).notEndedOn(on.day());
        try (MarkMatchers matchers = where.open(on.day(), own, image != null, console)) {
            List<EarlierMark> earlier = earlier(new MarkSearch(matchers, on.day(), query), goods);
            for (int i = 0; i < earlier.size(); i++) {
                show(i + 1, earlier.get(i));
            }
            List<String> notes = notes(matchers, goods);
            if (earlier.isEmpty()) {
                console.say("clearance.none");
            }
            notes.forEach(console::line);
            if (report != null) {
                write(report, matchers, earlier, notes);
            }
        }
        return ExitCode.DONE;
    }

    private ClassifiedGoods goods() {
        try {
            return ClassifiedGoods.of(nice, groups);
        } catch (IllegalArgumentException e) {
            throw CliException.usage(console.text("clearance.goods", String.valueOf(e.getMessage())));
        }
    }

    private List<EarlierMark> earlier(MarkSearch search, ClassifiedGoods goods) throws IOException {
        try {
            return search.like(text, Way.ALL, image, CONSIDERED).stream()
                    .map(found -> EarlierMark.of(found, goods))
                    .sorted(EarlierMark.WORST_FIRST)
                    .limit(top)
                    .toList();
        } catch (MarkSearch.NoImagesException e) {
            throw new CliException(console.text("search.noImages"));
        }
    }

    private List<String> notes(MarkMatchers matchers, ClassifiedGoods goods) {
        List<String> notes = new ArrayList<>();
        if (goods.isEmpty()) {
            notes.add(console.text("clearance.noGoods"));
        }
        notes.add(console.text(
                "clearance.scope",
                new SearchedRegisters(matchers.index()).offices(),
                matchers.index().info().built(),
                on.day()));
        notes.add(console.text("clearance.noOpinion"));
        return notes;
    }

    private void show(int rank, EarlierMark earlier) {
        if (json) {
            ObjectNode node = MarkWords.json(rank, earlier.found(), List.of());
            node.put("level", earlier.level().key());
            node.put("goodsRelation", earlier.goods().relation().name().toLowerCase(java.util.Locale.ROOT));
            node.put("goodsReason", earlier.goods().reason());
            MarkWords.addMark(node, earlier.found().registration());
            console.out().println(Json.line(node));
        } else {
            new MarkTable(console)
                    .print(rank, earlier.found(), true, level(earlier), List.of(), List.of(goods(earlier)));
        }
    }

    private String level(EarlierMark earlier) {
        return console.text("clearance.level." + earlier.level().key());
    }

    private String goods(EarlierMark earlier) {
        String ground = earlier.goods()
                .ground()
                .name()
                .toLowerCase(java.util.Locale.ROOT)
                .replace('_', '-');
        return console.text(
                "clearance.goods." + ground,
                String.join(", ", earlier.goods().offered()),
                String.join(", ", earlier.goods().registered()));
    }

    private void write(Path file, MarkMatchers matchers, List<EarlierMark> earlier, List<String> notes)
            throws IOException {
        MarkWords words = new MarkWords(console.messages());
        List<MarkPage.Row> rows = new ArrayList<>();
        for (EarlierMark one : earlier) {
            List<String> reasons = new ArrayList<>(words.reasons(one.found(), List.of()));
            reasons.add(goods(one));
            rows.add(new MarkPage.Row(one.found(), level(one), reasons, true));
        }
        new MarkPage(console, matchers, on.day())
                .write(file, "clearance.title", text == null ? "" : text, image, notes, rows);
    }
}
