package org.touchstone.cli.attack.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.touchstone.hit.Box;
import org.touchstone.hit.Evidence;
import org.touchstone.mark.Mark;
import org.touchstone.mark.Registration;
import org.touchstone.matcher.Sighting;
import org.touchstone.record.Located;

class PhotoTest {
    private static final ImageTarget TARGET =
            new ImageTarget("a.png", Path.of(""), "NUVIMO", "brand nuvimo", Set.of("CN-1", "CN-2"));
    private static final Box PLACE = new Box(100, 100, 200, 100);

    private static Sighting sighting(String mark, Box box, double weight) {
        return new Sighting(
                mark, new Evidence.Picture("logo", "photo", box, "a.png", 0.9, List.of("geometry"), weight, ""));
    }

    private static Outcome outcome(Sighting... sightings) {
        return Outcome.of(
                TARGET,
                PLACE,
                List.of(sightings),
                id -> Optional.of(id.equals("CN-3") ? "brand nuvimo" : "mark " + id));
    }

    @Test
    void whitePaperIsCutAwayAndWhiteWithinTheDrawingStays() {
        BufferedImage image = new BufferedImage(300, 300, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 300, 300);
        pen.setColor(Color.BLUE);
        pen.fillOval(100, 100, 100, 100);
        pen.setColor(Color.WHITE);
        pen.fillOval(130, 130, 40, 40);
        pen.dispose();

        BufferedImage cut = Cutout.of(image);

        assertThat(cut.getWidth()).isEqualTo(Cutout.SIZE);
        assertThat(cut.getRGB(1, 1) >>> 24).as("corner").isZero();
        assertThat(cut.getRGB(110, 110)).as("middle").isEqualTo(-1);
        assertThat(cut.getRGB(30, 110)).as("ring").isEqualTo(0xff0000ff);
    }

    @Test
    void pictureWithAGroundOfItsOwnIsALabel() {
        BufferedImage image = new BufferedImage(30, 10, BufferedImage.TYPE_INT_RGB);
        image.setRGB(3, 3, -1);

        assertThat(Arrays.stream(Rasters.pixels(Cutout.of(image)))).allMatch(pixel -> pixel >>> 24 == 255);
    }

    @Property(tries = 40)
    void anyMarkIsPutOntoGoods(
            @ForAll @IntRange(min = 1, max = 600) int width,
            @ForAll @IntRange(min = 1, max = 600) int height,
            @ForAll long seed) {
        BufferedImage mark = Cutout.of(new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB));
        for (ImageOperator operator : List.of(ImageOperators.ALL.getFirst(), ImageOperators.ALL.getLast())) {
            Photo photo = Photo.of(mark, "a.png", operator, operator.levels().getLast(), seed);
            assertThat(photo.picture().getWidth()).isEqualTo(Goods.SIZE);
            assertThat(photo.place().x()).isNotNegative();
            assertThat(photo.place().y() + photo.place().height()).isLessThanOrEqualTo(Goods.SIZE);
            assertThat(photo.picture().getRGB(0, 0) >>> 24).isEqualTo(255);
        }
    }

    @Test
    void levelsOfAnOperatorShowTheSameGoods() {
        ImageOperator cover = ImageOperators.ALL.stream()
                .filter(one -> one.key().equals("cover"))
                .findFirst()
                .orElseThrow();
        BufferedImage mark = ImageOperatorsTest.mark();
        Photo mild = Photo.of(mark, "a.png", cover, cover.levels().getFirst(), 5);
        Photo strong = Photo.of(mark, "a.png", cover, cover.levels().getLast(), 5);

        assertThat(mild.place()).isEqualTo(strong.place());
        assertThat(mild.picture().getRGB(5, 5)).isEqualTo(strong.picture().getRGB(5, 5));
    }

    @Test
    void nothingReportedIsAMiss() {
        assertThat(outcome()).isEqualTo(Outcome.MISSED);
        assertThat(outcome(sighting("CN-9", PLACE, 9))).isEqualTo(Outcome.MISSED);
    }

    @Test
    void sightingElsewhereIsAMiss() {
        assertThat(outcome(sighting("CN-1", new Box(0, 0, 50, 50), 9))).isEqualTo(Outcome.MISSED);
    }

    @Test
    void anothersHeavierMarkTakesTheTop() {
        assertThat(outcome(sighting("CN-9", PLACE, 9), sighting("CN-2", PLACE, 5)))
                .isEqualTo(Outcome.BESIDE);
        assertThat(outcome(sighting("CN-2", PLACE, 9), sighting("CN-9", PLACE, 9)))
                .isEqualTo(Outcome.TOP);
    }

    @Test
    void markOfTheSameOwnerTakesNothing() {
        assertThat(outcome(sighting("CN-3", PLACE, 9), sighting("CN-2", PLACE, 5)))
                .isEqualTo(Outcome.TOP);
    }

    @Test
    void drawOfPicturesDoesNotDependOnTheOrderOfTheFile() {
        List<Located<Registration>> all = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            all.add(registration("CN-" + i, "logo" + i / 2 + ".png", "registered"));
        }
        all.add(registration("CN-98", "gone.png", "registered"));
        all.add(registration("CN-99", "ended.png", "expired"));

        List<String> one = drawn(all, 3);
        Collections.shuffle(all, new Random(1));

        assertThat(drawn(all, 3)).isEqualTo(one).hasSize(3).doesNotContain("ended.png");
        assertThat(drawn(all, 100)).hasSize(20);
    }

    private static List<String> drawn(List<Located<Registration>> all, int most) {
        ImageTargets targets = new ImageTargets(7, most, (id, image) -> !image.equals("gone.png"));
        all.forEach(targets::add);
        assertThat(targets.all())
                .allSatisfy(target -> assertThat(target.registrations()).hasSize(2));
        return targets.all().stream().map(ImageTarget::image).toList();
    }

    private static Located<Registration> registration(String id, String image, String status) {
        Registration plain = Registration.of(id, Mark.picture(image));
        return new Located<>(
                status.equals("expired") ? plain.change().status("expired").build() : plain,
                "marks.csv",
                Path.of(""),
                1);
    }
}
