package org.touchstone.matcher.image;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.touchstone.hit.Box;
import org.touchstone.hit.Evidence;
import org.touchstone.image.ImageDecoder;
import org.touchstone.image.ImageRejectedException;
import org.touchstone.mark.BrandPolicy;
import org.touchstone.matcher.image.FeatureSearch.Match;
import org.touchstone.matcher.image.FeatureSearch.Matches;
import org.touchstone.matcher.image.PoseVotes.Vote;
import org.touchstone.record.Rejection;

/**
 * The official photos that brand policies name, and the search for copies of them in listings.
 *
 * <p>First by {@link Pdq}: whole copies, in other sizes, compressed, turned or mirrored, with margins added or taken away.
 * Where that finds none, by local features: they say where in the picture an official photo would lie, and the picture is
 * a copy when {@link Overlay} sees the same in most of that place. So parts of photos are found, photos within others,
 * and photos with writing over them; while two photos of the same goods, which share a label but not the rest, are told
 * apart. Immutable and thread-safe.
 */
public final class ReferencePhotos {
    private static final int LONGEST = 1024;

    /** Photos whose matches are worth a vote, and of those the ones worth laying over. */
    private static final int VOTED = 24;

    private static final int LAID = 6;

    /** Matches that must agree on a pose. */
    private static final int LEAST_INLIERS = 8;

    /** Squares of an {@link Overlay} that must show the same. */
    private static final int LEAST_SAME = 12;

    /** Their share of all that show something: with the fewest matches, less for each doubling, and at least. */
    private static final double USUAL_SHARE = 0.65;

    private static final double LESS_SHARE = 0.1;
    private static final double LEAST_SHARE = 0.4;

    private final List<ReferencePhoto> photos;
    private final Map<Key, Path> files;
    private final FeatureSearch search;

    private record Key(String brand, String name) {}

    /**
     * A copy of an official photo.
     *
     * @param brand key of the policy that names the photo
     * @param evidence of kind {@code copy}: where it lies in the listing's picture; its view is the photo as the policy
     *     names it
     */
    public record Copy(String brand, Evidence.Picture evidence) {}

    private ReferencePhotos(List<ReferencePhoto> photos, Map<Key, Path> files) {
        this.photos = photos;
        this.files = files;
        search = new FeatureSearch(photos.stream().map(ReferencePhoto::features).toList());
    }

    /** Reads the photos that the policies name. One that cannot be read is rejected by name and left out. */
    public static ReferencePhotos read(List<BrandPolicy> policies, Consumer<Rejection> rejections) {
        record Named(BrandPolicy policy, BrandPolicy.ReferenceImage image) {}
        List<Named> named = policies.stream()
                .flatMap(policy -> policy.referenceImages().stream().map(image -> new Named(policy, image)))
                .distinct()
                .toList();
        ImageDecoder decoder = new ImageDecoder();
        Map<Key, Path> files = new LinkedHashMap<>();
        named.forEach(one -> files.put(
                new Key(one.policy().key(), one.image().name()), one.image().file()));
        List<ReferencePhoto> photos = named.parallelStream()
                .map(one -> {
                    try {
                        BufferedImage image = decoder.decode(one.image().file()).image();
                        return Optional.of(ReferencePhoto.of(
                                one.policy().key(), one.image().name(), Pixels.of(image, Color.WHITE, LONGEST)));
                    } catch (ImageRejectedException e) {
                        synchronized (rejections) {
                            rejections.accept(new Rejection(
                                    one.image().file().toString(),
                                    0,
                                    "referenceImages",
                                    String.valueOf(e.getMessage()),
                                    one.policy().key()));
                        }
                        return Optional.<ReferencePhoto>empty();
                    }
                })
                .flatMap(Optional::stream)
                .toList();
        return new ReferencePhotos(photos, files);
    }

    /** Over photos that have been read. */
    static ReferencePhotos of(List<ReferencePhoto> photos) {
        return new ReferencePhotos(List.copyOf(photos), Map.of());
    }

    /** Whether there is nothing to compare with. */
    public boolean isEmpty() {
        return photos.isEmpty();
    }

    /** The file of a photo; empty where the brand's policy names no such photo. */
    public Optional<Path> file(String brand, String name) {
        return Optional.ofNullable(files.get(new Key(brand, name)));
    }

    /**
     * The official photos of which a picture is a copy or has one in it: for each brand the one that is most alike.
     *
     * @param imageName as the listing names it
     * @param image of any size; boxes are in its pixels
     */
    public List<Copy> match(String imageName, BufferedImage image) {
        if (photos.isEmpty()) {
            return List.of();
        }
        Pixels whole = Pixels.of(image, Color.WHITE, LONGEST).within(ReferencePhoto.LONGEST);
        List<Found> found = byHash(whole);
        if (found.isEmpty()) {
            LocalFeatures features = ReferencePhoto.features(whole);
            found = byFeatures(whole.luminance(), whole.width(), whole.height(), features);
            if (found.isEmpty()) {
                found = byFeatures(
                                mirrored(whole.luminance(), whole.width()),
                                whole.width(),
                                whole.height(),
                                features.mirrored(whole.width()))
                        .stream()
                        .map(one -> one.mirroredIn(whole.width()))
                        .toList();
            }
        }
        Map<String, Found> best = new LinkedHashMap<>();
        for (Found one : found) {
            best.merge(one.photo.brand(), one, (a, b) -> a.similarity >= b.similarity ? a : b);
        }
        double scaleX = image.getWidth() / (double) whole.width();
        double scaleY = image.getHeight() / (double) whole.height();
        return best.values().stream()
                .map(one -> new Copy(one.photo.brand(), one.evidence(imageName, scaleX, scaleY)))
                .toList();
    }

    /** A copy, its box in the picture as it was compared. */
    record Found(ReferencePhoto photo, Box box, double similarity, List<String> how) {
        Found mirroredIn(int width) {
            return new Found(
                    photo, new Box(width - box.x() - box.width(), box.y(), box.width(), box.height()), similarity, how);
        }

        Evidence.Picture evidence(String imageName, double scaleX, double scaleY) {
            int left = (int) Math.round(box.x() * scaleX);
            int top = (int) Math.round(box.y() * scaleY);
            int right = (int) Math.round((box.x() + box.width()) * scaleX);
            int bottom = (int) Math.round((box.y() + box.height()) * scaleY);
            return new Evidence.Picture(
                    "copy",
                    imageName,
                    new Box(left, top, Math.max(1, right - left), Math.max(1, bottom - top)),
                    photo.name(),
                    Math.round(similarity * 1000) / 1000.0,
                    how,
                    Weights.officialPhoto(similarity),
                    "official photo: " + photo.brand());
        }
    }

    /** Photos whose hash is near; 64 comparisons at most for each photo, which take less than a microsecond. */
    List<Found> byHash(Pixels picture) {
        List<Found> found = new ArrayList<>();
        for (Box part : ReferencePhoto.parts(picture)) {
            Pdq hash = Pdq.of(ReferencePhoto.cut(picture, part));
            if (!hash.telling()) {
                continue;
            }
            for (ReferencePhoto photo : photos) {
                int nearest = Pdq.COPY_DISTANCE + 1;
                for (Pdq known : photo.hashes()) {
                    nearest = Math.min(nearest, Pdq.distance(hash.bits(), known.bits()));
                }
                if (nearest <= Pdq.COPY_DISTANCE) {
                    found.add(new Found(photo, part, 1 - nearest / 128.0, List.of("hash")));
                }
            }
        }
        return found;
    }

    /** Photos of which a part is seen. */
    private List<Found> byFeatures(float[] luminance, int width, int height, LocalFeatures features) {
        List<Found> found = new ArrayList<>();
        for (Laid laid : laid(luminance, width, height, features)) {
            if (laid.isCopy()) {
                ReferencePhoto photo = laid.photo;
                Box box = laid.vote.pose().box(photo.width(), photo.height(), width, height);
                if (box != null) {
                    found.add(new Found(photo, box, laid.agreement.share(), List.of("features", "geometry")));
                }
            }
        }
        return found;
    }

    /** A photo laid over a picture where the features say that it lies. */
    record Laid(ReferencePhoto photo, Vote vote, Overlay.Agreement agreement) {
        boolean isCopy() {
            double doublings = Math.log(vote.inliers() / (double) LEAST_INLIERS) / Math.log(2);
            return agreement.same() >= LEAST_SAME
                    && agreement.share() >= Math.max(LEAST_SHARE, USUAL_SHARE - LESS_SHARE * doublings);
        }
    }

    List<Laid> laid(float[] luminance, int width, int height, LocalFeatures features) {
        record Voted(ReferencePhoto photo, Vote vote) {}
        return search.search(features).stream()
                .filter(matches -> matches.matches().size() >= LEAST_INLIERS)
                .sorted(Comparator.comparingDouble(ReferencePhotos::weight).reversed())
                .limit(VOTED)
                .flatMap(matches ->
                        vote(matches, features).map(vote -> new Voted(photos.get(matches.mark()), vote)).stream())
                .sorted(Comparator.comparingDouble((Voted one) -> one.vote.weight())
                        .reversed())
                .limit(LAID)
                .map(one -> new Laid(
                        one.photo, one.vote, one.photo.overlay().on(luminance, width, height, one.vote.pose())))
                .toList();
    }

    private static double weight(Matches matches) {
        return matches.matches().stream().mapToDouble(Match::weight).sum();
    }

    private Optional<Vote> vote(Matches matches, LocalFeatures features) {
        Vote vote = PoseVotes.best(
                matches.matches(), photos.get(matches.mark()).features(), features, PoseVotes.Reach.PICTURE);
        return Optional.ofNullable(vote)
                .filter(one -> one.inliers() >= LEAST_INLIERS && one.pose().plausible());
    }

    static float[] mirrored(float[] plane, int width) {
        float[] out = new float[plane.length];
        for (int i = 0; i < plane.length; i++) {
            out[i] = plane[i - i % width + width - 1 - i % width];
        }
        return out;
    }
}
