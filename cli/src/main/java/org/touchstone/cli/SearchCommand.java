package org.touchstone.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.touchstone.hit.Evidence;
import org.touchstone.image.ImageDecoder;
import org.touchstone.indexer.MarkFilter;
import org.touchstone.listing.Listing;
import org.touchstone.mark.Registration;
import org.touchstone.matcher.BrandPolicies;
import org.touchstone.matcher.Sighting;
import org.touchstone.matcher.image.ImageMatcher;
import org.touchstone.record.Formats;
import org.touchstone.record.Json;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Finds the marks that a text or an image resembles. */
@Command(name = "search")
final class SearchCommand implements Callable<Integer> {
    private final Console console;

    @ArgGroup(multiplicity = "1")
    private Where where;

    static final class Where {
        @Option(names = "--index", paramLabel = "DIR", required = true)
        private @Nullable Path index;

        @Option(names = "--marks", paramLabel = "FILE|DIR", required = true)
        private List<Path> marks = new ArrayList<>();
    }

    @Parameters(paramLabel = "TEXT", arity = "0..1", descriptionKey = "text")
    private @Nullable String text;

    @Option(names = "--image", paramLabel = "FILE")
    private @Nullable Path image;

    @Mixin
    private OwnModels own;

    @Option(names = "--nice", paramLabel = "CLASS", split = ",")
    private List<Integer> nice = List.of();

    @Option(names = "--office", paramLabel = "CODE")
    private @Nullable String office;

    @Mixin
    private OnDay on;

    @Option(names = "--top", paramLabel = "N", defaultValue = "20")
    private int top;

    @Option(names = "--json")
    private boolean json;

    SearchCommand(Console console) {
        this.console = console;
    }

    /** A mark that was found, by the strongest of its signs. */
    private record Found(Registration registration, Evidence evidence, double similarity, List<String> how) {}

    @Override
    public Integer call() throws IOException {
        if ((text == null) == (image == null)) {
            throw CliException.usage(console.text("search.needs"));
        }
        BrandPolicies none = new BrandPolicies(List.of(), java.time.Clock.systemUTC());
        try (MarkMatchers matchers = where.index != null
                ? MarkMatchers.ofIndex(where.index, on.day(), own.store(), image != null)
                : MarkMatchers.ofMarks(
                        where.marks,
                        on.day(),
                        none,
                        List.of(),
                        own.store(),
                        image != null,
                        console,
                        one -> console.line(one.toString()))) {
            List<Found> found = found(matchers, sightings(matchers));
            for (int i = 0; i < Math.min(top, found.size()); i++) {
                if (json) {
                    console.out().println(Json.line(asJson(i + 1, found.get(i))));
                } else {
                    print(i + 1, found.get(i));
                }
            }
            if (found.isEmpty()) {
                console.say("search.none");
            }
        }
        return ExitCode.DONE;
    }

    private List<Sighting> sightings(MarkMatchers matchers) throws IOException {
        if (text != null) {
            return matchers.texts()
                    .inEitherScript()
                    .match(Listing.builder("search").title(text).build());
        }
        ImageMatcher images = matchers.images();
        if (images == null || image == null) {
            throw new CliException(console.text("search.noImages"));
        }
        MarkFilter filter = new MarkFilter(office == null ? Set.of() : Set.of(office), Set.copyOf(nice), null);
        return images.among(filter)
                .match(image.toString(), new ImageDecoder().decode(image).image());
    }

    private List<Found> found(MarkMatchers matchers, List<Sighting> sightings) {
        Map<String, Evidence> strongest = new LinkedHashMap<>();
        for (Sighting sighting : sightings) {
            strongest.merge(sighting.mark(), sighting.evidence(), (a, b) -> a.weight() >= b.weight() ? a : b);
        }
        List<Found> found = new ArrayList<>();
        strongest.forEach((mark, evidence) -> matchers.index()
                .registration(mark)
                .filter(this::wanted)
                .ifPresent(registration -> found.add(
                        switch (evidence) {
                            case Evidence.Word word -> new Found(registration, word, word.similarity(), word.how());
                            case Evidence.Picture picture ->
                                new Found(registration, picture, picture.similarity(), picture.how());
                            case Evidence.Circumstance circumstance ->
                                new Found(registration, circumstance, 0, List.of());
                        })));
        found.sort(Comparator.comparingDouble((Found one) -> -one.similarity())
                .thenComparing(one -> -one.evidence().weight())
                .thenComparing(one -> one.registration().id()));
        return found;
    }

    private boolean wanted(Registration registration) {
        return (nice.isEmpty() || registration.niceClasses().stream().anyMatch(nice::contains))
                && (office == null || office.equalsIgnoreCase(registration.office()));
    }

    private static ObjectNode asJson(int rank, Found found) {
        ObjectNode node = Json.object();
        node.put("rank", rank);
        node.put("similarity", Math.round(found.similarity() * 1000) / 1000.0);
        ArrayNode how = node.putArray("how");
        found.how().forEach(how::add);
        if (found.evidence() instanceof Evidence.Word word) {
            node.put("against", word.against());
        }
        node.setAll(Formats.REGISTRATION.write(found.registration()));
        return node;
    }

    private void print(int rank, Found found) {
        Registration registration = found.registration();
        String against = found.evidence() instanceof Evidence.Word word
                ? word.against()
                : registration.mark().text();
        console.out()
                .println(String.format(Locale.ROOT, "%3d  %.3f  ", rank, found.similarity())
                        + DisplayWidth.fit(against, 24)
                        + "  " + DisplayWidth.fit(registration.id(), 18)
                        + "  " + DisplayWidth.fit(String.join("+", found.how()), 22)
                        + "  " + registration.holder());
    }
}
