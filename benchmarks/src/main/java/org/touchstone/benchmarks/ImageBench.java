package org.touchstone.benchmarks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.touchstone.listing.Listing;
import org.touchstone.mark.Registration;
import org.touchstone.record.FieldException;
import org.touchstone.record.Fields;
import org.touchstone.record.Formats;
import org.touchstone.record.Json;
import org.touchstone.record.Located;
import org.touchstone.record.RecordFormat;
import org.touchstone.record.RecordReader;

/**
 * Marks with images, and listings with photos of which it is known what they show.
 *
 * @param name for the report
 * @param signs by the id of the listing, in the order of the file; none for a listing without a sign
 */
record ImageBench(
        String name,
        List<Located<Registration>> marks,
        List<Located<Listing>> listings,
        Map<String, List<Sign>> signs) {
    ImageBench {
        marks = List.copyOf(marks);
        listings = List.copyOf(listings);
        signs = Map.copyOf(signs);
    }

    /**
     * A mark in the photo of a listing.
     *
     * @param box in the photo's pixels as stored; null when not known
     * @param treatments how the mark was put there, one word each
     */
    record Sign(String listing, String mark, @Nullable Rectangle2D box, List<String> treatments) {}

    /** Reads {@code marks.csv}, {@code listings.jsonl} and {@code truth.csv}. */
    static ImageBench read(Path folder) throws IOException {
        Map<String, List<Sign>> signs = new LinkedHashMap<>();
        for (Located<Sign> sign : all(folder.resolve("truth.csv"), new SignFormat())) {
            signs.computeIfAbsent(sign.value().listing(), id -> new ArrayList<>())
                    .add(sign.value());
        }
        return new ImageBench(
                String.valueOf(folder.getFileName()),
                all(folder.resolve("marks.csv"), Formats.REGISTRATION),
                all(folder.resolve("listings.jsonl"), Formats.LISTING),
                signs);
    }

    private static <T> List<Located<T>> all(Path file, RecordFormat<T> format) throws IOException {
        List<Located<T>> records = new ArrayList<>();
        try (RecordReader<T> reader = RecordReader.open(file, format, rejection -> {
            throw new IllegalArgumentException("a bench must be without fault: " + rejection);
        })) {
            reader.forEachRemaining(records::add);
        }
        return records;
    }

    /** The same bench with every so many-th of its listings alone, beginning with the first. */
    ImageBench every(int step) {
        return with(IntStream.iterate(0, i -> i < listings.size(), i -> i + step)
                .mapToObj(listings::get)
                .toList());
    }

    /** The same bench with so many of its listings at most, spread evenly. */
    ImageBench sample(int count) {
        int taken = Math.min(count, listings.size());
        return with(IntStream.range(0, taken)
                .mapToObj(i -> listings.get((int) ((long) i * listings.size() / taken)))
                .toList());
    }

    private ImageBench with(List<Located<Listing>> fewer) {
        return new ImageBench(name, marks, fewer, signs);
    }

    /** The signs of a listing; none for a listing without. */
    List<Sign> signs(String listing) {
        return signs.getOrDefault(listing, List.of());
    }

    /** Listings with a sign, or without one. */
    List<String> listings(boolean withSign) {
        Predicate<String> fits = id -> signs.containsKey(id) == withSign;
        return listings.stream()
                .map(listing -> listing.value().id())
                .filter(fits)
                .toList();
    }

    /** The truth of an image bench: {@code listing,mark}, a box {@code x,y,w,h} and {@code treatment}, or {@code kind}. */
    private static final class SignFormat implements RecordFormat<Sign> {
        @Override
        public Sign read(Fields fields) throws FieldException {
            BigDecimal width = fields.decimal("w");
            Rectangle2D box = width == null
                    ? null
                    : new Rectangle2D.Double(
                            fields.number("x", 0), fields.number("y", 0), width.doubleValue(), fields.number("h", 0));
            String treatment = fields.text("treatment");
            String words = treatment.isEmpty() ? fields.text("kind") : treatment;
            return new Sign(
                    fields.required("listing"),
                    fields.required("mark"),
                    box,
                    words.isEmpty() ? List.of() : List.of(words.split("/")));
        }

        @Override
        public ObjectNode write(Sign sign) {
            ObjectNode node = Json.object();
            node.put("listing", sign.listing());
            node.put("mark", sign.mark());
            return node;
        }

        @Override
        public Set<String> lists() {
            return Set.of();
        }

        @Override
        public Set<Set<String>> needs() {
            return Set.of(Set.of("listing"), Set.of("mark"));
        }
    }
}
