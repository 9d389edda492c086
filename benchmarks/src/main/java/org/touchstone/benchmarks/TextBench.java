package org.touchstone.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.touchstone.listing.Listing;
import org.touchstone.mark.Registration;
import org.touchstone.record.Formats;
import org.touchstone.record.RecordFormat;
import org.touchstone.record.RecordReader;
import org.touchstone.record.Truth;

/**
 * Marks, and titles of which it is known what they hold.
 *
 * @param name for the report
 * @param words the marks, in their order
 * @param titles in an order that mixes the groups
 * @param targets ids of the marks whose hits on clean titles are false
 */
record TextBench(String name, List<Word> words, List<Title> titles, Set<String> targets) {
    TextBench {
        words = List.copyOf(words);
        titles = List.copyOf(titles);
        targets = Set.copyOf(targets);
    }

    /** Reads {@code marks.csv}, {@code listings.jsonl}, {@code truth.csv}, {@code groups.csv} and {@code targets.txt}. */
    static TextBench read(Path folder) throws IOException {
        List<Word> words = new ArrayList<>();
        for (Registration registration : all(folder.resolve("marks.csv"), Formats.REGISTRATION)) {
            words.add(new Word(registration.id(), registration.mark().text()));
        }
        Map<String, List<Truth>> truths = new HashMap<>();
        for (Truth truth : all(folder.resolve("truth.csv"), Formats.TRUTH)) {
            truths.computeIfAbsent(truth.listing(), id -> new ArrayList<>()).add(truth);
        }
        Map<String, String[]> groups = new HashMap<>();
        for (String line : Files.readAllLines(folder.resolve("groups.csv"))) {
            String[] fields = line.split(",", -1);
            groups.put(fields[0], fields);
        }
        List<Title> titles = new ArrayList<>();
        for (Listing listing : all(folder.resolve("listings.jsonl"), Formats.LISTING)) {
            String[] group = groups.getOrDefault(listing.id(), new String[] {listing.id(), "", ""});
            titles.add(new Title(listing, group[1], group[2], truths.getOrDefault(listing.id(), List.of())));
        }
        String targets = Files.readString(folder.resolve("targets.txt"), StandardCharsets.UTF_8);
        return new TextBench("bench/text", words, titles, new HashSet<>(List.of(targets.split("\\s+"))));
    }

    private static <T> List<T> all(Path file, RecordFormat<T> format) throws IOException {
        List<T> records = new ArrayList<>();
        try (RecordReader<T> reader = RecordReader.open(file, format, rejection -> {
            throw new IllegalArgumentException("a bench must be without fault: " + rejection);
        })) {
            reader.forEachRemaining(located -> records.add(located.value()));
        }
        return records;
    }

    /** The same bench with its first titles alone. */
    TextBench withTitles(int most) {
        return new TextBench(name, words, titles.subList(0, Math.min(most, titles.size())), targets);
    }
}
