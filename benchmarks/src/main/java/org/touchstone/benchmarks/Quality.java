package org.touchstone.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.touchstone.benchmarks.Contestant.Found;

/** What each method finds in the titles of a bench, kind of disguise by kind of disguise. */
final class Quality {
    private final TextBench bench;
    private final PrintStream talk;

    Quality(TextBench bench, PrintStream talk) {
        this.bench = bench;
        this.talk = talk;
    }

    /** Runs the methods over all titles, on all cores; gives the tables. */
    String measure(List<Method> methods) throws IOException {
        Map<Method, Figures> figures = new LinkedHashMap<>();
        for (Method method : methods) {
            talk.println(method.title());
            figures.put(method, new Figures(bench, found(method)));
        }
        return overall(figures) + "\n" + byKind(figures);
    }

    private Map<String, List<Found>> found(Method method) throws IOException {
        MarkSource marks = new MarkSource(bench.words(), bench.words().size(), Growth.SCRAMBLED);
        Path folder = Folders.create();
        try {
            method.build(marks, folder);
            try (Contestant contestant = method.open(marks, folder)) {
                return bench.titles().parallelStream()
                        .collect(Collectors.toConcurrentMap(Title::id, title -> find(contestant, title)));
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            Folders.delete(folder);
        }
    }

    private static List<Found> find(Contestant contestant, Title title) {
        try {
            return contestant.find(title);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String overall(Map<Method, Figures> figures) {
        Table table = table("figure", figures, "");
        Map<String, List<String>> rows = new LinkedHashMap<>();
        for (Figures one : figures.values()) {
            one.overall()
                    .forEach((name, value) ->
                            rows.computeIfAbsent(name, key -> new ArrayList<>()).add(value));
        }
        rows.forEach((name, values) -> {
            List<Object> row = new ArrayList<>(List.of(name));
            row.addAll(values);
            table.row(row.toArray());
        });
        return table.toString();
    }

    private static String byKind(Map<Method, Figures> figures) {
        Set<String> kinds = new TreeSet<>();
        figures.values().forEach(one -> kinds.addAll(one.byKind().keySet()));
        Table table = table("kind", figures, ", on top");
        for (String kind : kinds) {
            List<Object> row = new ArrayList<>();
            row.add(kind + (Figures.WEAK.contains(kind) ? " (weak)" : ""));
            for (Figures one : figures.values()) {
                Figures.Share share = one.byKind().get(kind);
                row.add(share == null ? "–" : share.shown());
            }
            for (Figures one : figures.values()) {
                Figures.Share share = one.byKind().get(kind);
                row.add(share == null ? "–" : String.format(Locale.ROOT, "%.2f", share.top()));
            }
            table.row(row.toArray());
        }
        return table.toString();
    }

    /** A table with a column for each method, and one more each where these have a name. */
    private static Table table(String first, Map<Method, Figures> figures, String more) {
        List<String> heads = new ArrayList<>(List.of(first));
        figures.keySet().forEach(method -> heads.add(method.title()));
        if (!more.isEmpty()) {
            figures.keySet().forEach(method -> heads.add(method.title() + more));
        }
        return new Table(heads.toArray(new String[0]));
    }
}
