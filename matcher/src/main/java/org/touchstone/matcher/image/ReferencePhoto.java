package org.touchstone.matcher.image;

import java.util.ArrayList;
import java.util.List;
import org.touchstone.hit.Box;

/**
 * An official photo as copies of it are recognised by.
 *
 * @param brand key of the brand whose policy names it
 * @param name as the policy names it
 * @param hashes of the photo in its eight positions, as it is and without its margins; only telling ones
 * @param features in the photo's own measure: centred on 0, the longer side 1
 * @param overlay the photo itself, small
 */
record ReferencePhoto(String brand, String name, List<Pdq> hashes, LocalFeatures features, Overlay overlay) {
    /** Longer side in pixels at which photos are looked at for features. */
    static final int LONGEST = 640;

    private static final double CONTRAST = 0.03;
    private static final int FEATURES = 300;
    private static final int FEATURES_SOUGHT = 600;

    static ReferencePhoto of(String brand, String name, Pixels photo) {
        Pixels small = photo.within(LONGEST);
        List<Pdq> hashes = new ArrayList<>();
        for (Box part : parts(small)) {
            Pdq.dihedral(cut(small, part)).stream().filter(Pdq::telling).forEach(hashes::add);
        }
        double longer = Math.max(small.width(), small.height());
        LocalFeatures features = Sift.of(small, CONTRAST, FEATURES)
                .strongest(FEATURES)
                .measured(small.width() / 2.0, small.height() / 2.0, 1 / longer);
        return new ReferencePhoto(brand, name, hashes, features, Overlay.of(small));
    }

    /** The features of a photo that may be a copy, in its pixels. */
    static LocalFeatures features(Pixels photo) {
        return Sift.of(photo, CONTRAST, FEATURES_SOUGHT).strongest(FEATURES_SOUGHT);
    }

    /** The whole photo and, where it has margins, what lies within them. */
    static List<Box> parts(Pixels photo) {
        Box whole = new Box(0, 0, photo.width(), photo.height());
        Box within = Margins.within(photo.luminance(), photo.width(), photo.height());
        return within.equals(whole) ? List.of(whole) : List.of(whole, within);
    }

    static Pixels cut(Pixels photo, Box part) {
        return part.width() == photo.width() && part.height() == photo.height()
                ? photo
                : photo.crop(part.x(), part.y(), part.width(), part.height(), null);
    }

    double width() {
        return overlay.width() / (double) Math.max(overlay.width(), overlay.height());
    }

    double height() {
        return overlay.height() / (double) Math.max(overlay.width(), overlay.height());
    }
}
