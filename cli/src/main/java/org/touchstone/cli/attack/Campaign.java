package org.touchstone.cli.attack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import org.touchstone.hit.Evidence;
import org.touchstone.hit.Hit;
import org.touchstone.listing.Listing;
import org.touchstone.matcher.Scanner;
import org.touchstone.record.Located;
import org.touchstone.record.Rejection;

/** Scans the variants of a plan, each as the title of an offer, and counts what was found. */
public final class Campaign {
    private static final String SOURCE = "attack";

    private Campaign() {}

    /**
     * Scans all variants with the matcher that scans listings.
     *
     * @param threads workers, at least 1
     * @param rejections told of a variant that could not be scanned; it counts as missed
     * @param progress told the number of variants done so far
     */
    public static Matrix run(
            Plan plan, Scanner scanner, int threads, Consumer<Rejection> rejections, LongConsumer progress)
            throws IOException {
        List<Variant> variants = plan.variants();
        Tally[] outcomes = new Tally[variants.size()];
        java.util.Arrays.fill(outcomes, new Tally(1, 0, 0));
        Iterator<Located<Listing>> listings = IntStream.range(0, variants.size())
                .mapToObj(i -> listing(i, variants.get(i)))
                .iterator();
        scanner.scan(
                listings,
                threads,
                (listing, hits) -> {
                    int number = Integer.parseInt(listing.value().id());
                    outcomes[number] = outcome(variants.get(number), hits);
                },
                rejections,
                progress);
        return Matrix.of(variants, List.of(outcomes));
    }

    private static Located<Listing> listing(int number, Variant variant) {
        return new Located<>(
                Listing.builder(String.valueOf(number)).title(variant.title()).build(),
                SOURCE,
                Path.of(""),
                number + 1L);
    }

    /** Hits come best first; marks with the same score are all on top. */
    private static Tally outcome(Variant variant, List<Hit> hits) {
        for (Hit hit : hits) {
            if (variant.target().registrations().contains(hit.mark()) && isOf(variant, hit)) {
                return new Tally(1, 1, hit.score() >= hits.getFirst().score() ? 1 : 0);
            }
        }
        return new Tally(1, 0, 0);
    }

    /** Whether the hit rests on the sign, and not on a word of the title around it. */
    private static boolean isOf(Variant variant, Hit hit) {
        return hit.evidence().stream()
                .anyMatch(evidence -> evidence instanceof Evidence.Word word
                        && word.start() < variant.end()
                        && word.end() > variant.start());
    }
}
