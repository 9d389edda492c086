package org.touchstone.matcher.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.touchstone.hit.Box;
import org.touchstone.hit.Evidence;
import org.touchstone.image.ImageEncoder;
import org.touchstone.indexer.MarkFilter;
import org.touchstone.indexer.MarkIndex;
import org.touchstone.matcher.Scorer;
import org.touchstone.matcher.Sighting;

class ImageMatcherTest {
    private static final int MARKS = 16;

    @TempDir
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static MarkIndex index;

    @SuppressWarnings("NullAway.Init")
    private static ImageMatcher byGeometry;

    @SuppressWarnings("NullAway.Init")
    private static ImageMatcher withEncoder;

    @BeforeAll
    static void indexMarks() throws IOException {
        MarkIndexes.EdgeEncoder encoder = new MarkIndexes.EdgeEncoder();
        index = MarkIndexes.build(folder, MARKS, encoder);
        byGeometry = new ImageMatcher(index, null, null);
        withEncoder = new ImageMatcher(index, encoder, null);
    }

    @AfterAll
    static void closeIndex() throws IOException {
        byGeometry.close();
        withEncoder.close();
        index.close();
    }

    @Test
    void encoderIsGivenCropsOfItsSizeAndItsCosinesAreStretched() {
        Set<Integer> sides = ConcurrentHashMap.newKeySet();
        ImageEncoder alike = new ImageEncoder() {
            private final MarkIndexes.EdgeEncoder edges = new MarkIndexes.EdgeEncoder();

            @Override
            public String id() {
                return edges.id();
            }

            @Override
            public int dimension() {
                return edges.dimension();
            }

            @Override
            public int side() {
                return 120;
            }

            @Override
            public double unrelated() {
                return 0.5;
            }

            @Override
            public float[][] encode(List<BufferedImage> images) {
                images.forEach(image -> sides.add(image.getWidth()));
                return edges.encode(images);
            }

            @Override
            public void close() {}
        };
        BufferedImage photo = photo(45, g -> Drawings.drawMark(g, 5, 300, 260, 200));
        double usual = withEncoder.match("a.jpg", photo).get(0).evidence().weight();
        try (ImageMatcher matcher = new ImageMatcher(index, alike, null)) {
            List<Sighting> seen = matcher.match("a.jpg", photo);
            assertFound(seen, 5);
            assertThat(seen.get(0).evidence().weight()).isLessThan(usual);
        }
        assertThat(sides).containsExactly(120);
    }

    @Test
    void amongSeesTheMarksAskedForAlone() {
        BufferedImage photo = photo(45, g -> Drawings.drawMark(g, 5, 300, 260, 200));
        for (ImageMatcher matcher : List.of(byGeometry, withEncoder)) {
            assertFound(
                    matcher.among(new MarkFilter(Set.of("XB"), Set.of(), null)).match("a.jpg", photo), 5);
            assertThat(matcher.among(new MarkFilter(Set.of("XA"), Set.of(), null))
                            .match("a.jpg", photo))
                    .noneMatch(sighting -> sighting.mark().equals("M5"));
            assertThat(matcher.among(new MarkFilter(Set.of(), Set.of(7), null)).match("a.jpg", photo))
                    .isEmpty();
        }
        BufferedImage copy = Drawings.mark(5);
        assertThat(byGeometry
                        .among(new MarkFilter(Set.of("XB"), Set.of(), null))
                        .match("a.jpg", copy))
                .anyMatch(sighting -> sighting.evidence().kind().equals("copy"));
        assertThat(byGeometry
                        .among(new MarkFilter(Set.of("XA"), Set.of(), null))
                        .match("a.jpg", copy))
                .noneMatch(sighting -> sighting.evidence().kind().equals("copy"));
    }

    @ParameterizedTest
    @CsvSource({"0,150,0", "3,90,12", "5,240,-20", "9,120,25", "11,180,-8", "14,200,160"})
    void matchFindsTheMarkAndItsPlace(int mark, int size, int degrees) {
        BufferedImage photo = photo(mark + 40, g -> {
            g.rotate(Math.toRadians(degrees), 300, 260);
            g.shear(0.1, 0);
            Drawings.drawMark(g, mark, 300, 260, size);
        });
        List<Sighting> seen = byGeometry.match("a.jpg", photo);
        assertFound(seen, mark);
        Evidence.Picture picture = (Evidence.Picture) seen.get(0).evidence();
        assertThat(picture.kind()).isEqualTo("logo");
        assertThat(picture.image()).isEqualTo("a.jpg");
        assertThat(picture.view()).isEqualTo("m" + mark + ".png");
        assertThat(picture.how()).contains("geometry").doesNotContain("embedding");
        int half = size / 2;
        if (Math.abs(degrees) < 15) {
            assertThat(picture.box().overlap(new Box(300 + 26 - half, 260 - half, size, size)))
                    .isGreaterThan(0.5);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 12})
    void matchFindsOneInkOnADarkPlate(int mark) {
        assertFound(
                withEncoder.match("a.jpg", photo(mark, g -> {
                    Drawings.plate(g, 250, 300, 190, new Color(30, 30, 40));
                    Drawings.printMark(g, mark, 250, 300, 150, new Color(235, 235, 220));
                })),
                mark);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4, 8, 13})
    void matchFindsReversedContrast(int mark) {
        BufferedImage photo = photo(mark + 20, g -> {
            BufferedImage drawn = Drawings.mark(mark);
            for (int y = 0; y < drawn.getHeight(); y++) {
                for (int x = 0; x < drawn.getWidth(); x++) {
                    drawn.setRGB(x, y, ~drawn.getRGB(x, y));
                }
            }
            g.drawImage(drawn, 120, 200, 170, 170, null);
        });
        assertFound(byGeometry.match("a.jpg", photo), mark);
    }

    @Test
    void matchSaysWhenTheEncoderProposedIt() {
        List<Sighting> seen = withEncoder.match("a.jpg", photo(5, g -> {
            Drawings.plate(g, 250, 300, 200, Color.WHITE);
            Drawings.drawMark(g, 6, 250, 300, 160);
        }));
        assertFound(seen, 6);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void matchIsSilentOnAScene(int scene) {
        assertThat(withEncoder.match("a.jpg", Drawings.scene(scene, 500, 600)))
                .allSatisfy(sighting -> assertThat(Scorer.probability(
                                Scorer.PRIOR + sighting.evidence().weight()))
                        .isLessThan(0.5));
    }

    @Test
    void matchIsSilentOnAnUnregisteredMark() {
        List<Sighting> seen = byGeometry.match("a.jpg", photo(3, g -> Drawings.drawMark(g, 70, 250, 250, 180)));
        assertThat(seen)
                .allSatisfy(sighting -> assertThat(Scorer.probability(
                                Scorer.PRIOR + sighting.evidence().weight()))
                        .isLessThan(0.5));
    }

    @Test
    void matchKnowsTheRegisteredImageItself() {
        List<Sighting> seen = byGeometry.match("a.jpg", Drawings.mark(10));
        assertThat(seen).anySatisfy(sighting -> {
            assertThat(sighting.mark()).isEqualTo("M10");
            assertThat(sighting.evidence().kind()).isEqualTo("copy");
        });
        assertFound(seen, 10);
    }

    @Test
    void matchGivesBoxesInTheImagesOwnPixels() {
        BufferedImage photo = new BufferedImage(2600, 2000, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = Drawings.graphics(photo);
        g.drawImage(Drawings.scene(9, 650, 500), 0, 0, 2600, 2000, null);
        Drawings.drawMark(g, 5, 1500, 900, 800);
        g.dispose();
        List<Sighting> seen = byGeometry.match("a.jpg", photo);
        assertFound(seen, 5);
        Evidence.Picture picture = (Evidence.Picture) seen.get(0).evidence();
        assertThat(picture.box().overlap(new Box(1100, 500, 800, 800))).isGreaterThan(0.6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1x1", "2x3", "1x10000", "10000x1", "25x25", "30x4000", "300x300"})
    void matchOfDegenerateImageIsEmpty(String size) {
        String[] sides = size.split("x");
        BufferedImage image =
                new BufferedImage(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]), BufferedImage.TYPE_BYTE_GRAY);
        assertThat(withEncoder.match("a.jpg", image)).isEmpty();
    }

    @Test
    void matchOfHugeImageStaysWithinBounds() {
        BufferedImage image = new BufferedImage(9000, 7000, BufferedImage.TYPE_BYTE_GRAY);
        assertThatCode(() -> byGeometry.match("a.jpg", image)).doesNotThrowAnyException();
    }

    @Test
    void matchIsTheSameFromManyThreads() throws Exception {
        List<BufferedImage> photos = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            int mark = i;
            photos.add(photo(i, g -> Drawings.drawMark(g, mark, 250, 250, 150)));
        }
        List<List<Sighting>> alone =
                photos.stream().map(photo -> withEncoder.match("a.jpg", photo)).toList();
        List<Future<List<Sighting>>> together = new ArrayList<>();
        try (ExecutorService workers = Executors.newFixedThreadPool(4)) {
            for (BufferedImage photo : photos) {
                together.add(workers.submit(() -> withEncoder.match("a.jpg", photo)));
            }
        }
        for (int i = 0; i < photos.size(); i++) {
            assertThat(together.get(i).get()).isEqualTo(alone.get(i));
        }
    }

    @Test
    void matchLeavesNoNativeMemoryBehind() {
        BufferedImage photo = photo(1, g -> Drawings.drawMark(g, 1, 250, 250, 150));
        byGeometry.match("a.jpg", photo);
        long before = Pointer.totalBytes();
        for (int i = 0; i < 5; i++) {
            byGeometry.match("a.jpg", photo);
        }
        assertThat(Pointer.totalBytes()).isLessThanOrEqualTo(before);
    }

    @Test
    void matchAgainstNoMarksIsEmpty(@TempDir Path empty) throws IOException {
        try (MarkIndex none = MarkIndexes.build(empty, 0, null);
                ImageMatcher matcher = new ImageMatcher(none, null, null)) {
            assertThat(matcher.match("a.jpg", Drawings.scene(1, 200, 200))).isEmpty();
        }
    }

    private static void assertFound(List<Sighting> seen, int mark) {
        assertThat(seen).isNotEmpty();
        assertThat(seen.get(0).mark()).isEqualTo("M" + mark);
        double weight = seen.stream()
                .filter(sighting -> sighting.mark().equals("M" + mark))
                .mapToDouble(sighting -> sighting.evidence().weight())
                .sum();
        assertThat(Scorer.probability(Scorer.PRIOR + weight)).isGreaterThan(0.8);
    }

    private static BufferedImage photo(int scene, Consumer<Graphics2D> sign) {
        BufferedImage image = Drawings.scene(scene, 520, 600);
        Graphics2D g = Drawings.graphics(image);
        sign.accept(g);
        g.dispose();
        try {
            return Drawings.jpeg(image, 0.85f);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
