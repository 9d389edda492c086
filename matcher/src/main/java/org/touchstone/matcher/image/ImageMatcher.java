package org.touchstone.matcher.image;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.Closeable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.touchstone.hit.Box;
import org.touchstone.hit.Evidence;
import org.touchstone.image.ImageEncoder;
import org.touchstone.image.RegionFinder;
import org.touchstone.indexer.MarkFilter;
import org.touchstone.indexer.MarkIndex;
import org.touchstone.indexer.ViewSet;
import org.touchstone.matcher.Sighting;
import org.touchstone.matcher.image.Aligner.Fit;

/**
 * Sees marks in pictures. Local features and, with an encoder, the vectors of windows propose marks and places; each
 * proposal is then laid onto the picture and judged by how well the edges agree. Without an encoder {@code embedding}
 * never stands in {@link Evidence.Picture#how}. Thread-safe. Index and encoder stay the caller's to close.
 */
public final class ImageMatcher implements Closeable {
    private static final int LONGEST = 1024;
    private static final int SHORTEST = 24;
    private static final int LARGE_ENOUGH = 480;
    private static final int MARKS_REPORTED = 5;
    private static final int MARKS_JUDGED = 12;

    /** Candidates that are laid onto the photo a second time. */
    private static final int NEAR = 40;

    /** Candidates that are laid onto the photo with tilt. */
    private static final int LAID = 32;

    /** Those of them that are laid on fine cells. */
    private static final int FINE = 16;

    /** Agreement on the middle grid below which a pose is given up. */
    private static final double HOPELESS = 0.28;

    /** Correlation from which two drawings are the same sign. */
    private static final double SAME_SIGN = 0.8;

    private final MarkIndex index;
    private final @Nullable ImageEncoder encoder;
    private final @Nullable RegionFinder regions;
    final MarkViews views;
    private final Copies copies;
    private final Proposals proposals;
    private final @Nullable Embeddings embeddings;

    /**
     * A matcher for the marks of an index, which must stay open.
     *
     * @param encoder the one that the index was made with, null to go by geometry alone
     * @param regions says where signs may stand; null to look everywhere
     */
    public ImageMatcher(MarkIndex index, @Nullable ImageEncoder encoder, @Nullable RegionFinder regions) {
        this(
                index,
                encoder != null && index.info().model().equals(encoder.id()) ? encoder : null,
                regions,
                new MarkViews(index.views()),
                MarkFilter.ALL);
    }

    private ImageMatcher(
            MarkIndex index,
            @Nullable ImageEncoder encoder,
            @Nullable RegionFinder regions,
            MarkViews views,
            MarkFilter filter) {
        this.index = index;
        this.encoder = encoder;
        this.regions = regions;
        this.views = views;
        ViewSet wanted = index.views().among(filter);
        copies = new Copies(index.views(), wanted, views);
        embeddings =
                encoder == null ? null : new Embeddings(index.views(), wanted, views, encoder, new Places(regions));
        proposals = new Proposals(index.features(), wanted);
    }

    /** A matcher that sees no other marks than those that pass a filter. */
    public ImageMatcher among(MarkFilter filter) {
        return new ImageMatcher(index, encoder, regions, views, filter);
    }

    /**
     * The marks seen in a picture, the most certain first; few or none.
     *
     * @param imageName as the listing names it
     * @param image of any size; boxes are in its pixels
     */
    public List<Sighting> match(String imageName, BufferedImage image) {
        if (views.count() == 0) {
            return List.of();
        }
        Pixels whole = Pixels.of(image, Color.WHITE, LONGEST);
        List<Sighting> out = new ArrayList<>(copies.match(imageName, whole, image.getWidth(), image.getHeight()));
        if (Math.min(whole.width(), whole.height()) >= SHORTEST) {
            Pixels photo = enlarged(whole);
            out.addAll(sightings(imageName, seen(photo), image, photo));
        }
        return out;
    }

    @Override
    public void close() {
        // all it holds is on the Java heap
    }

    /** A mark in a photo with its weight. */
    record Seen(Candidate candidate, double rival, double cosine, double weight) {}

    static Pixels enlarged(Pixels whole) {
        int longer = Math.max(whole.width(), whole.height());
        if (longer >= LARGE_ENOUGH) {
            return whole;
        }
        double factor = Math.min(2, LARGE_ENOUGH / (double) longer);
        return whole.resized((int) Math.round(whole.width() * factor), (int) Math.round(whole.height() * factor));
    }

    /** The marks that may stand in a photo, the most certain first. */
    List<Seen> seen(Pixels photo) {
        PhotoFields fields = new PhotoFields(photo);
        LocalFeatures features = Proposals.features(photo);
        List<Candidate> proposed = new ArrayList<>(proposals.of(features));
        if (embeddings != null) {
            proposed.addAll(embeddings.propose(photo, fields));
        }
        Map<String, Candidate> best = new HashMap<>();
        for (Candidate candidate : nearly(roughly(proposed, fields), fields)) {
            Candidate laid = exactly(candidate, fields, features);
            best.merge(views.get(laid.view()).mark(), laid, Candidate::or);
        }
        List<Candidate> ranked = new ArrayList<>(best.values());
        ranked.sort(Comparator.comparingDouble(Candidate::agreement).reversed());
        List<Candidate> kept = ranked.subList(0, Math.min(MARKS_JUDGED, ranked.size()));
        double[] cosines = embeddings == null ? null : embeddings.cosines(kept, fields);
        List<Seen> seen = new ArrayList<>();
        for (int i = 0; i < kept.size(); i++) {
            Candidate candidate = kept.get(i);
            double rival = rival(candidate, ranked);
            double cosine = cosines == null ? Double.NaN : cosines[i];
            seen.add(new Seen(candidate, rival, cosine, weight(candidate, rival, cosine)));
        }
        seen.sort(Comparator.comparingDouble(Seen::weight).reversed());
        return seen;
    }

    private double weight(Candidate candidate, double rival, double cosine) {
        MarkViews.View view = views.get(candidate.view());
        double lean = view.reference() == null ? 0 : view.reference().middle().lean();
        return Weights.logo(candidate, rival, cosine, view.part(), lean);
    }

    /** The best agreement among the other marks, but for those that are the same sign, registered twice. */
    private double rival(Candidate candidate, List<Candidate> ranked) {
        Reference own = views.get(candidate.view()).reference();
        for (Candidate other : ranked) {
            Reference its = views.get(other.view()).reference();
            if (other != candidate
                    && own != null
                    && its != null
                    && own.middle().correlation(its.middle()) < SAME_SIGN) {
                return other.agreement();
            }
        }
        return 0;
    }

    List<Sighting> sightings(String imageName, List<Seen> seen, BufferedImage image, Pixels photo) {
        double scale = image.getWidth() / (double) photo.width();
        List<Sighting> out = new ArrayList<>();
        for (Seen one : seen.subList(0, Math.min(MARKS_REPORTED, seen.size()))) {
            Sighting sighting = sighting(imageName, one, scale, image);
            if (sighting != null) {
                out.add(sighting);
            }
        }
        return out;
    }

    /** Lays candidates on a grid of middling cells, the more hopeful ones better, and keeps the best of them. */
    private List<Candidate> roughly(List<Candidate> proposed, PhotoFields fields) {
        List<Candidate> near = laid(proposed, fields, 0.06);
        List<Candidate> nearer = laid(best(near, NEAR), fields, 0.03);
        nearer.removeIf(candidate -> candidate.agreement() < HOPELESS);
        return best(nearer, LAID);
    }

    private List<Candidate> laid(List<Candidate> candidates, PhotoFields fields, double step) {
        List<Candidate> out = new ArrayList<>();
        for (Candidate candidate : candidates) {
            Reference reference = views.get(candidate.view()).reference();
            if (reference != null) {
                Fit fit = Aligner.refine(reference.middle(), fields, candidate.pose(), step, false);
                out.add(candidate.at(fit, candidate.support()));
            }
        }
        return out;
    }

    private static List<Candidate> best(List<Candidate> candidates, int limit) {
        candidates.sort(Comparator.comparingDouble(Candidate::promise).reversed());
        return candidates.subList(0, Math.min(limit, candidates.size()));
    }

    /** Lays candidates on middling cells with tilt, and keeps the best of them. */
    private List<Candidate> nearly(List<Candidate> candidates, PhotoFields fields) {
        List<Candidate> near = new ArrayList<>();
        for (Candidate candidate : candidates) {
            Reference reference = views.get(candidate.view()).reference();
            if (reference != null) {
                Fit fit = Aligner.refine(reference.middle(), fields, candidate.pose(), 0.02, true);
                near.add(candidate.at(fit, candidate.support()));
            }
        }
        return best(near, FINE);
    }

    private Candidate exactly(Candidate candidate, PhotoFields fields, LocalFeatures features) {
        Reference reference = views.get(candidate.view()).reference();
        if (reference == null) {
            return candidate;
        }
        Pose nearer = Aligner.refine(reference.fine(), fields, candidate.pose(), 0.015, true)
                .pose();
        Fit fit = Aligner.refine(reference.fine(), fields, nearer, 0.006, true);
        return candidate.at(fit, GuidedMatches.support(reference.features(), features, fit.pose()));
    }

    private @Nullable Sighting sighting(String imageName, Seen seen, double scale, BufferedImage image) {
        if (seen.weight < Weights.LEAST) {
            return null;
        }
        MarkViews.View view = views.get(seen.candidate.view());
        Reference reference = view.reference();
        Box box = reference == null
                ? null
                : seen.candidate
                        .pose()
                        .scaled(scale)
                        .box(reference.width(), reference.height(), image.getWidth(), image.getHeight());
        if (box == null) {
            return null;
        }
        List<String> how = new ArrayList<>();
        if (seen.candidate.embedded()) {
            how.add("embedding");
        }
        if (seen.candidate.featured()) {
            how.add("features");
        }
        how.add("geometry");
        double similarity = Math.clamp(seen.candidate.agreement(), 0, 1);
        return new Sighting(
                view.mark(),
                new Evidence.Picture(
                        "logo",
                        imageName,
                        box,
                        view.image(),
                        Math.round(similarity * 1000) / 1000.0,
                        how,
                        Math.round(seen.weight * 10) / 10.0,
                        ""));
    }
}
