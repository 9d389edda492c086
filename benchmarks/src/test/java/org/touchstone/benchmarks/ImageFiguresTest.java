package org.touchstone.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.touchstone.benchmarks.Figures.Share;
import org.touchstone.benchmarks.ImageBench.Sign;
import org.touchstone.hit.Box;
import org.touchstone.hit.Evidence;
import org.touchstone.hit.Hit;
import org.touchstone.hit.Outlook;
import org.touchstone.hit.Versions;
import org.touchstone.listing.Listing;
import org.touchstone.record.Located;

class ImageFiguresTest {
    private static final Versions VERSIONS = new Versions("", "", "", "");

    /** Four photos with a sign, of which one shows two, and two without. */
    private static final ImageBench BENCH = new ImageBench(
            "test",
            List.of(),
            List.of(listing("1"), listing("2"), listing("3"), listing("4"), listing("5"), listing("6")),
            Map.of(
                    "1", List.of(sign("1", "A", "small/mono")),
                    "2", List.of(sign("2", "A", "large/mono"), sign("2", "B", "small")),
                    "3", List.of(sign("3", "C", "large/colour")),
                    "4", List.of(new Sign("4", "A", null, List.of()))));

    @Test
    void nothingFoundIsNothing() {
        ImageFigures figures = ImageFigures.of(BENCH, Map.of());
        assertThat(figures.found()).isEqualTo(new Share(0, 0, 4));
        assertThat(figures.among()).isZero();
        assertThat(figures.at97()).isEqualTo(new ImageFigures.AtPrecision(0, null, 0));
        assertThat(figures.meanOverlap()).isNaN();
        assertThat(figures.shown()).containsEntry("box IoU, mean", "–");
    }

    @Test
    void theBestHitOfAListingCounts() {
        ImageFigures figures = ImageFigures.of(
                BENCH,
                hits(
                        hit("1", "B", 0.3, new Box(0, 0, 10, 10)),
                        hit("1", "A", 0.9, new Box(0, 0, 10, 10)),
                        hit("2", "B", 0.8, new Box(0, 0, 10, 20)),
                        hit("3", "A", 0.7, new Box(0, 0, 10, 10)),
                        hit("3", "C", 0.6, new Box(0, 0, 10, 10))));
        assertThat(figures.found()).isEqualTo(new Share(2, 2, 4));
        assertThat(figures.among()).isEqualTo(0.75);
        assertThat(figures.byTreatment())
                .containsEntry("mono", new Share(2, 2, 2))
                .containsEntry("large", new Share(1, 1, 2))
                .containsEntry("small", new Share(1, 1, 1))
                .containsEntry("colour", new Share(0, 0, 1));
    }

    @Test
    void boxesOfRightBestHitsAreLaidOnTheTrueOnes() {
        ImageFigures figures = ImageFigures.of(
                BENCH,
                hits(
                        hit("1", "A", 0.9, new Box(0, 0, 10, 10)),
                        hit("2", "A", 0.9, new Box(5, 0, 10, 10)),
                        hit("3", "C", 0.9, new Box(100, 100, 10, 10)),
                        hit("4", "A", 0.9, new Box(0, 0, 10, 10))));
        assertThat(figures.overlaps()).containsExactly(1.0, 50 / 150.0, 0.0);
        assertThat(figures.meanOverlap()).isCloseTo(4 / 9.0, within(1e-9));
        assertThat(figures.halfOverlapped()).isCloseTo(1 / 3.0, within(1e-9));
    }

    @Test
    void recallAtPrecisionStopsBeforeTheFirstFalseHit() {
        ImageFigures figures = ImageFigures.of(
                BENCH,
                hits(
                        hit("1", "A", 0.9, null),
                        hit("2", "A", 0.8, null),
                        hit("5", "A", 0.7, null),
                        hit("3", "C", 0.6, null)));
        assertThat(figures.at97()).isEqualTo(new ImageFigures.AtPrecision(0.5, 0.8, 0));
    }

    @Test
    void hitsOfOneScoreStandOrFallTogether() {
        ImageFigures figures = ImageFigures.of(
                BENCH, hits(hit("1", "A", 0.9, null), hit("2", "A", 0.8, null), hit("5", "A", 0.8, null)));
        assertThat(figures.at99()).isEqualTo(new ImageFigures.AtPrecision(0.25, 0.9, 0));
    }

    @Test
    void falseAlarmsAreCountedWhereThePrecisionIsKept() {
        Map<String, List<Sign>> signs = new HashMap<>();
        Map<String, List<Hit>> hits = new HashMap<>();
        List<Located<Listing>> listings = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            String id = "L" + i;
            listings.add(listing(id));
            if (i != 20) {
                signs.put(id, List.of(sign(id, "A", "small")));
            }
            hits.put(id, List.of(hit(id, "A", 1 - i / 100.0, null)));
        }
        listings.add(listing("quiet"));
        ImageFigures figures = ImageFigures.of(new ImageBench("test", List.of(), listings, signs), hits);
        assertThat(figures.at97()).isEqualTo(new ImageFigures.AtPrecision(1, 0.51, 0.5));
        assertThat(figures.at99().recall()).isCloseTo(20 / 49.0, within(1e-9));
        assertThat(figures.at99().falseAlarms()).isZero();
    }

    @Test
    void aBenchIsReadFromItsFolder(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("marks.csv"), "id,text,images\nA,,marks/a.png\n");
        Files.writeString(folder.resolve("listings.jsonl"), """
                {"id":"1","images":["img/1.jpg"]}
                {"id":"2","images":["img/2.jpg"]}
                {"id":"3","images":["img/3.jpg"]}
                """);
        Files.writeString(
                folder.resolve("truth.csv"),
                "listing,mark,label,x,y,w,h,treatment\n1,A,,1,2,3,4.5,small/mono\n2,A,,,,,,large\n");
        ImageBench bench = ImageBench.read(folder);
        assertThat(bench.signs("1"))
                .containsExactly(new Sign("1", "A", new Rectangle2D.Double(1, 2, 3, 4.5), List.of("small", "mono")));
        assertThat(bench.signs("2").get(0).box()).isNull();
        assertThat(bench.listings(false)).containsExactly("3");
        assertThat(bench.every(2).listings(true)).containsExactly("1");
        assertThat(bench.sample(2).listings()).hasSize(2);
        assertThat(bench.sample(9).listings()).hasSize(3);
    }

    private static Map<String, List<Hit>> hits(Hit... all) {
        Map<String, List<Hit>> hits = new HashMap<>();
        for (Hit hit : all) {
            hits.computeIfAbsent(hit.listing(), id -> new ArrayList<>()).add(hit);
        }
        return hits;
    }

    private static Hit hit(String listing, String mark, double score, @Nullable Box box) {
        List<Evidence> evidence =
                box == null ? List.of() : List.of(new Evidence.Picture("logo", "", box, "", 1, List.of(), 0, ""));
        return new Hit(0, score, listing, mark, "", Outlook.UNCLEAR, evidence, VERSIONS);
    }

    private static Sign sign(String listing, String mark, String treatment) {
        return new Sign(listing, mark, new Rectangle2D.Double(0, 0, 10, 10), List.of(treatment.split("/")));
    }

    private static Located<Listing> listing(String id) {
        return new Located<>(Listing.builder(id).title("cup").build(), "test", Path.of(""), 0);
    }
}
