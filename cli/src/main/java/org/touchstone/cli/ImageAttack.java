package org.touchstone.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.touchstone.cli.attack.image.ContactSheet;
import org.touchstone.cli.attack.image.ImageCampaign;
import org.touchstone.cli.attack.image.ImageMatrix;
import org.touchstone.cli.attack.image.ImageMatrixJson;
import org.touchstone.cli.attack.image.ImageMatrixTable;
import org.touchstone.cli.attack.image.ImageMisses;
import org.touchstone.cli.attack.image.ImageOperator;
import org.touchstone.cli.attack.image.ImageTargets;
import org.touchstone.indexer.IndexInfo;
import org.touchstone.indexer.MarkIndex;
import org.touchstone.mark.Registration;
import org.touchstone.matcher.BrandPolicies;
import org.touchstone.matcher.image.ImageMatcher;
import org.touchstone.models.ModelStore;
import org.touchstone.record.Json;
import org.touchstone.record.Located;
import org.touchstone.record.RejectionLog;
import org.touchstone.register.RegisterChange;
import org.touchstone.register.RegisterRecord;

/** What {@code touchstone attack --images} does: alters the pictures of marks and looks for them on goods. */
final class ImageAttack {
    private final Console console;

    /**
     * What to attack.
     *
     * @param most pictures attacked
     * @param worst how many marks at risk are named
     * @param sheet where the contact sheet goes
     * @param misses null not to keep what was not found
     * @param json whether to print JSON and no table
     */
    record Order(
            List<Path> marks,
            ModelStore models,
            List<ImageOperator> operators,
            int most,
            long seed,
            int worst,
            Path sheet,
            @Nullable Path misses,
            boolean json) {}

    ImageAttack(Console console) {
        this.console = console;
    }

    /** Attacks, and prints and writes what came of it. */
    void run(Order order, BrandPolicies policies, List<Path> brands, RejectionLog rejections) throws IOException {
        long started = System.nanoTime();
        try (MarkMatchers matchers = MarkMatchers.ofMarks(
                order.marks(), OnDay.today(), policies, brands, order.models(), true, console, rejections)) {
            ImageMatcher matcher = matchers.images();
            ImageTargets targets = targets(order, matchers.index());
            if (matcher == null || targets.count() == 0) {
                throw new CliException(console.text("attack.noPictures"));
            }
            if (matchers.versions().model().equals(IndexInfo.NONE)) {
                console.say("models.none");
            }
            ImageMatrix matrix = scan(order, matchers, matcher, targets, rejections);
            if (matrix.marks() == 0) {
                throw new CliException(console.text("attack.noPictures"));
            }
            if (order.json()) {
                console.out()
                        .println(Json.line(
                                ImageMatrixJson.of(matrix, order.seed(), order.worst(), matchers.versions())));
            } else {
                int columns = console.terminal().out() ? console.terminal().columns() : 0;
                new ImageMatrixTable(console, columns).print(matrix, order.worst());
            }
            tell(order, matrix, (System.nanoTime() - started) / 1e9);
        }
    }

    /** The index does not know where the files are, so the register is read once more; what is bad in it was told. */
    private ImageTargets targets(Order order, MarkIndex index) throws IOException {
        ImageTargets targets = new ImageTargets(
                order.seed(),
                order.most(),
                (id, image) -> index.thumbnail(id, image).isPresent());
        try (RecordChain<RegisterRecord> chain =
                MarkSources.open(order.marks(), MarkSources.pictures(console), rejection -> {}, bystanders -> {})) {
            chain.forEachRemaining(record -> {
                Located<RegisterChange> change = record.read().change();
                if (change != null && change.value() instanceof RegisterChange.Put(Registration registration)) {
                    targets.add(new Located<>(registration, change.source(), change.folder(), change.line()));
                }
            });
        }
        return targets;
    }

    private ImageMatrix scan(
            Order order, MarkMatchers matchers, ImageMatcher matcher, ImageTargets targets, RejectionLog rejections)
            throws IOException {
        long variants = ImageCampaign.count(targets, order.operators());
        try (Progress progress = console.progress("attack.scanning", variants)) {
            return new ImageCampaign(matchers.index(), matcher, order.seed(), rejections, progress)
                    .run(targets, order.operators(), Runtime.getRuntime().availableProcessors());
        }
    }

    private void tell(Order order, ImageMatrix matrix, double seconds) throws IOException {
        long tried = matrix.strong().attacked() + matrix.weak().attacked();
        console.say("attack.image.done", tried, matrix.marks(), seconds);
        ContactSheet sheet = new ContactSheet(console);
        sheet.write(matrix, order.seed(), order.sheet());
        console.say("attack.sheetWritten", order.sheet());
        if (!sheet.hasWords()) {
            console.say("attack.sheetWithoutWords");
        }
        if (order.misses() != null) {
            long missed = ImageMisses.write(matrix, order.seed(), order.misses());
            console.say("attack.missesWritten", missed, order.misses());
        }
    }
}
