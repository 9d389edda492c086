package org.touchstone.cli.attack.image;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.touchstone.image.ImageDecoder;
import org.touchstone.image.ImageRejectedException;
import org.touchstone.indexer.MarkIndex;
import org.touchstone.matcher.Sighting;
import org.touchstone.matcher.image.ImageMatcher;
import org.touchstone.record.FieldException;
import org.touchstone.record.Rejection;
import org.touchstone.record.SafePath;

/**
 * Alters the pictures of marks, puts them onto goods, and looks for them with the matcher that scans listings. Memory is
 * bounded by the number of threads. One use.
 */
public final class ImageCampaign {
    private static final ImageDecoder DECODER = new ImageDecoder();

    private final MarkIndex index;
    private final ImageMatcher matcher;
    private final long seed;
    private final Consumer<Rejection> rejections;
    private final LongConsumer progress;
    private final AtomicLong done = new AtomicLong();

    /**
     * @param index of the matcher; says whose a mark is
     * @param rejections told of a variant that could not be scanned; it counts as missed
     * @param progress told the number of variants done so far
     */
    public ImageCampaign(
            MarkIndex index, ImageMatcher matcher, long seed, Consumer<Rejection> rejections, LongConsumer progress) {
        this.index = index;
        this.matcher = matcher;
        this.seed = seed;
        this.rejections = rejections;
        this.progress = progress;
    }

    /** How many variants a campaign scans, when all pictures can be read. */
    public static long count(ImageTargets targets, List<ImageOperator> operators) {
        return (long) targets.count()
                * operators.stream()
                        .mapToInt(operator -> operator.levels().size())
                        .sum();
    }

    private record Scanned(ImageVariant variant, Outcome outcome) {}

    /**
     * Scans all variants. A picture that cannot be read is passed over: making the index has named it.
     *
     * @param threads workers, at least 1
     */
    public ImageMatrix run(ImageTargets targets, List<ImageOperator> operators, int threads) throws IOException {
        AtomicLong number = new AtomicLong();
        ImageMatrix matrix = new ImageMatrix();
        try (ExecutorService workers =
                Executors.newFixedThreadPool(threads, task -> new Thread(task, "attack-" + number.incrementAndGet()))) {
            List<Future<List<Scanned>>> results = new ArrayList<>();
            for (ImageTarget target : targets.all()) {
                results.add(workers.submit(() -> scan(target, operators)));
            }
            try {
                for (Future<List<Scanned>> result : results) {
                    for (Scanned one : result.get()) {
                        matrix.add(one.variant(), one.outcome());
                    }
                }
            } catch (ExecutionException | InterruptedException e) {
                workers.shutdownNow();
                throw e;
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("the attack stopped after " + done + " variants", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the attack was interrupted after " + done + " variants", e);
        }
        return matrix;
    }

    private List<Scanned> scan(ImageTarget target, List<ImageOperator> operators) {
        Optional<BufferedImage> mark = read(target);
        if (mark.isEmpty()) {
            return List.of();
        }
        List<Scanned> scanned = new ArrayList<>();
        for (ImageOperator operator : operators) {
            for (Level level : operator.levels()) {
                if (Thread.currentThread().isInterrupted()) {
                    return scanned;
                }
                ImageVariant variant = new ImageVariant(target, operator, level);
                Photo photo = Photo.of(mark.get(), target.image(), operator, level, seed);
                scanned.add(new Scanned(variant, look(variant, photo)));
                progress.accept(done.incrementAndGet());
            }
        }
        return scanned;
    }

    private Outcome look(ImageVariant variant, Photo photo) {
        try {
            List<Sighting> sightings = matcher.match(variant.target().image(), photo.picture());
            return Outcome.of(
                    variant.target(),
                    photo.place(),
                    sightings,
                    id -> index.registration(id).map(ImageTargets::owner));
        } catch (RuntimeException e) {
            rejections.accept(Rejection.ofFile(
                    variant.target().image(),
                    variant.operator().key() + " " + variant.level().label()
                            + " could not be scanned, please report this: " + e));
            return Outcome.MISSED;
        }
    }

    /** A target's picture, ready to print; empty when it cannot be read. */
    static Optional<BufferedImage> read(ImageTarget target) {
        try {
            return Optional.of(
                    Cutout.of(DECODER.decodeTransparent(SafePath.within(target.folder(), "images", target.image()))
                            .image()));
        } catch (FieldException | ImageRejectedException e) {
            return Optional.empty();
        }
    }
}
