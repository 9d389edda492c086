package org.touchstone.matcher.image;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.touchstone.image.ImageEncoder;
import org.touchstone.indexer.Neighbour;
import org.touchstone.indexer.ViewDictionary;
import org.touchstone.indexer.ViewSet;
import org.touchstone.matcher.image.Aligner.Fit;
import org.touchstone.matcher.image.Windows.Window;

/** Proposes marks and places from the vectors of a photo's windows. Thread-safe. */
final class Embeddings {
    private static final int NEIGHBOURS = 8;
    private static final int PLACES = 28;

    /** Share of a square's side that a sign spans when it is straightened for the encoder. */
    private static final double SPAN = 0.85;

    private final ViewDictionary index;
    private final ViewSet wanted;
    private final MarkViews views;
    private final ImageEncoder encoder;
    private final Places places;

    Embeddings(ViewDictionary index, ViewSet wanted, MarkViews views, ImageEncoder encoder, Places places) {
        this.index = index;
        this.wanted = wanted;
        this.views = views;
        this.encoder = encoder;
        this.places = places;
    }

    private record Place(int view, Window window, double cosine) {}

    List<Candidate> propose(Pixels photo, PhotoFields fields) {
        List<Window> windows = places.in(photo);
        List<BufferedImage> crops = new ArrayList<>();
        for (Window window : windows) {
            crops.add(
                    fields.straightened(Pose.similarity(window.x(), window.y(), window.side(), 0), 1, encoder.side()));
        }
        float[][] vectors = encoder.encode(crops);
        Map<Integer, Place> best = new HashMap<>();
        for (int i = 0; i < vectors.length; i++) {
            for (Neighbour neighbour : index.nearest(vectors[i], NEIGHBOURS, wanted)) {
                Place place = new Place(neighbour.view(), windows.get(i), neighbour.cosine());
                best.merge(index.first(neighbour.view()), place, (a, b) -> a.cosine >= b.cosine ? a : b);
            }
        }
        List<Place> nearest = new ArrayList<>(best.values());
        nearest.sort(Comparator.comparingDouble(Place::cosine).reversed());
        List<Candidate> out = new ArrayList<>();
        for (Place place : nearest.subList(0, Math.min(PLACES, nearest.size()))) {
            for (int view : views.worthLaying(place.view)) {
                Reference reference = views.get(view).reference();
                if (reference != null) {
                    for (Fit fit : CoarseSearch.in(
                            place.window, reference.coarse(), reference.width(), reference.height(), fields, 2)) {
                        out.add(new Candidate(view, fit.pose(), 0, false, true, fit.agreement()));
                    }
                }
            }
        }
        return out;
    }

    /**
     * For each candidate the cosine of its straightened sign's vector with the nearest of the mark's, stretched so that 0 is
     * what different signs have and 1 stays 1.
     */
    double[] cosines(List<Candidate> candidates, PhotoFields fields) {
        List<BufferedImage> crops = new ArrayList<>();
        for (Candidate candidate : candidates) {
            crops.add(fields.straightened(candidate.pose(), 1 / SPAN, encoder.side()));
        }
        float[][] vectors = candidates.isEmpty() ? new float[0][] : encoder.encode(crops);
        double[] out = new double[vectors.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = -1;
            for (int view : views.ofImage(candidates.get(i).view()).toArray()) {
                out[i] = Math.max(out[i], dot(vectors[i], views.get(view).vector()));
            }
            out[i] = (out[i] - encoder.unrelated()) / (1 - encoder.unrelated());
        }
        return out;
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < Math.min(a.length, b.length); i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
