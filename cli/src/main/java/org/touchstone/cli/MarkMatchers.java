package org.touchstone.cli;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.touchstone.hit.Evidence;
import org.touchstone.hit.Hit;
import org.touchstone.hit.Versions;
import org.touchstone.image.ImageEncoder;
import org.touchstone.image.RegionFinder;
import org.touchstone.indexer.ImageAnalyser;
import org.touchstone.indexer.IndexInfo;
import org.touchstone.indexer.MarkFilter;
import org.touchstone.indexer.MarkIndex;
import org.touchstone.mark.Mark;
import org.touchstone.mark.Registration;
import org.touchstone.matcher.BrandPolicies;
import org.touchstone.matcher.Scanner;
import org.touchstone.matcher.Scorer;
import org.touchstone.matcher.image.ImageMatcher;
import org.touchstone.matcher.image.OpenCvImageAnalyser;
import org.touchstone.matcher.text.TextMatcher;
import org.touchstone.models.ModelStore;
import org.touchstone.record.Rejection;

/**
 * An open index with all that is needed to match against it. What is heavy, OpenCV and the image model, is loaded only
 * where there are images of marks.
 */
final class MarkMatchers implements Closeable {
    private final MarkIndex index;
    private final LocalDate day;
    private final @Nullable ImageEncoder encoder;
    private final @Nullable RegionFinder regions;
    private final @Nullable ImageMatcher images;
    private final TextMatcher texts;

    private MarkMatchers(
            MarkIndex index, LocalDate day, @Nullable ImageEncoder encoder, ModelStore models, boolean withImages)
            throws IOException {
        RegionFinder regions =
                encoder == null ? null : models.loadRegionFinder().orElse(null);
        this.index = index;
        this.encoder = encoder;
        this.day = day;
        this.texts = new TextMatcher(index, day);
        this.regions = regions;
        this.images = withImages && index.views().count() > 0
                ? new ImageMatcher(index, encoder, regions).among(MarkFilter.ALL.on(day))
                : null;
    }

    /**
     * Over an index that the user keeps; refused when its images were seen by another encoder than the models have.
     *
     * @param day on which marks must be in force
     */
    static MarkMatchers ofIndex(Path dir, LocalDate day, ModelStore models, boolean withImages) throws IOException {
        MarkIndex index = MarkIndex.open(dir);
        try {
            if (!withImages || index.views().count() == 0) {
                return new MarkMatchers(index, day, null, models, false);
            }
            ImageEncoder encoder = index.info().model().equals(IndexInfo.NONE) ? null : encoder(models);
            index.close();
            index = MarkIndex.open(dir, new OpenCvImageAnalyser(encoder));
            return new MarkMatchers(index, day, encoder, models, true);
        } catch (IOException | RuntimeException e) {
            index.close();
            throw e;
        }
    }

    /**
     * Over marks as the user has them: the index is made in the cache when it is not there yet.
     *
     * @param day on which marks must be in force
     */
    static MarkMatchers ofMarks(
            List<Path> marks,
            LocalDate day,
            BrandPolicies policies,
            List<Path> policyFiles,
            ModelStore models,
            boolean withImages,
            Console console,
            Consumer<Rejection> rejections)
            throws IOException {
        @Nullable ImageEncoder[] encoder = new ImageEncoder[1];
        CachedIndex cached =
                new CachedIndex(CacheFolder.of(console.environment()), marks, policyFiles, withImages, console);
        MarkIndex index = cached.open(
                registration -> withOtherNames(registration, policies),
                () -> withImages ? analyser(models, encoder) : null,
                rejections);
        return new MarkMatchers(index, day, encoder[0], models, withImages);
    }

    private static ImageAnalyser analyser(ModelStore models, @Nullable ImageEncoder[] encoder) throws IOException {
        encoder[0] = encoder(models);
        return new OpenCvImageAnalyser(encoder[0]);
    }

    /** The image encoder; null when there is none, and images are then compared by geometry alone. */
    static @Nullable ImageEncoder encoder(ModelStore models) throws IOException {
        return models.loadEncoder().orElse(null);
    }

    /** A policy's aliases and nicknames are aliases of the brand's word marks. */
    private static Registration withOtherNames(Registration registration, BrandPolicies policies) {
        Mark mark = registration.mark();
        if (mark.text().isEmpty()) {
            return registration;
        }
        List<String> names = policies.otherNames(registration).stream()
                .filter(name -> !mark.aliases().contains(name))
                .toList();
        if (names.isEmpty()) {
            return registration;
        }
        List<String> aliases = new ArrayList<>(mark.aliases());
        aliases.addAll(names);
        return registration.change().mark(mark.withAliases(aliases)).build();
    }

    MarkIndex index() {
        return index;
    }

    TextMatcher texts() {
        return texts;
    }

    @Nullable
    ImageMatcher images() {
        return images;
    }

    /** The picture of the mark that a hit is about: the view it resembles, else the first; empty when there is none. */
    byte[] thumbnail(Registration registration, Hit hit) {
        List<String> views = new ArrayList<>();
        for (Evidence evidence : hit.evidence()) {
            if (evidence instanceof Evidence.Picture picture && !picture.view().isEmpty()) {
                views.add(picture.view());
            }
        }
        return thumbnail(registration, views);
    }

    /** The picture of a mark: the view that is named, else the first; empty when there is none. */
    byte[] thumbnail(Registration registration, String view) {
        return thumbnail(registration, view.isEmpty() ? List.of() : List.of(view));
    }

    private byte[] thumbnail(Registration registration, List<String> first) {
        List<String> views = new ArrayList<>(first);
        views.addAll(registration.mark().images());
        for (String view : views) {
            Optional<byte[]> thumbnail = index.thumbnail(registration.id(), view);
            if (thumbnail.isPresent()) {
                return thumbnail.get();
            }
        }
        return new byte[0];
    }

    /**
     * A scanner over these matchers.
     *
     * @param eitherScript as {@link TextMatcher#inEitherScript} has it
     */
    Scanner scanner(BrandPolicies policies, boolean eitherScript) {
        return new Scanner(index, eitherScript ? texts.inEitherScript() : texts, images, policies, versions()).on(day);
    }

    Versions versions() {
        String model = images == null ? IndexInfo.NONE : index.info().model();
        String fingerprint = index.info().fingerprint();
        return new Versions(
                VersionProvider.version(),
                fingerprint.substring(0, Math.min(12, fingerprint.length())),
                model,
                Scorer.CALIBRATION);
    }

    @Override
    public void close() throws IOException {
        if (images != null) {
            images.close();
        }
        if (regions != null) {
            regions.close();
        }
        if (encoder != null) {
            encoder.close();
        }
        index.close();
    }
}
