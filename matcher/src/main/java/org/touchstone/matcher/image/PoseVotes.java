package org.touchstone.matcher.image;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.touchstone.matcher.image.FeatureSearch.Match;

/**
 * Finds the pose in which most matches of a mark agree. Each match alone says where, how large and how turned the mark
 * would stand; the pose with the heaviest support is fitted to its supporters.
 */
final class PoseVotes {
    private static final int TRIED = 40;

    /**
     * How far from its place a supporter may stand, as shares of the length of what is looked for.
     *
     * @param first when one match alone says where that is
     * @param fitted when the pose has been fitted
     */
    record Reach(double first, double fitted) {
        /** For signs on things, which are seen in perspective and on folds. */
        static final Reach SIGN = new Reach(0.18, 0.1);

        /** For pictures, which stay flat. */
        static final Reach PICTURE = new Reach(0.06, 0.02);
    }

    private PoseVotes() {}

    /**
     * A pose with its support.
     *
     * @param weight sum of the supporters' weights, each feature of photo and mark counted once
     * @param inliers number of supporters counted so
     */
    record Vote(Pose pose, double weight, int inliers) {}

    static @Nullable Vote best(List<Match> matches, LocalFeatures mark, LocalFeatures photo, Reach reach) {
        List<Match> sorted = new ArrayList<>(matches);
        sorted.sort(Comparator.comparingDouble(Match::weight).reversed());
        Vote best = null;
        List<Match> supporters = List.of();
        for (Match seed : sorted.subList(0, Math.min(TRIED, sorted.size()))) {
            Pose pose = alone(seed, mark, photo);
            List<Match> support = support(sorted, mark, photo, pose, reach.first);
            Vote vote = count(pose, support);
            if (best == null || vote.weight > best.weight) {
                best = vote;
                supporters = support;
            }
        }
        if (best == null || best.inliers < 2) {
            return best;
        }
        for (int round = 0; round < 3; round++) {
            Pose fitted = fit(supporters, mark, photo, best.pose);
            if (!fitted.plausible()) {
                break;
            }
            List<Match> support = support(sorted, mark, photo, fitted, reach.fitted);
            Vote vote = count(fitted, support);
            if (vote.weight < best.weight * 0.8) {
                break;
            }
            best = vote;
            supporters = support;
        }
        return best;
    }

    private static Pose alone(Match match, LocalFeatures mark, LocalFeatures photo) {
        int m = match.ofMark();
        int p = match.ofPhoto();
        double size = photo.size()[p] / mark.size()[m];
        double turn = photo.angle()[p] - mark.angle()[m];
        double cos = size * Math.cos(turn);
        double sin = size * Math.sin(turn);
        return Pose.affine(
                cos,
                -sin,
                photo.x()[p] - cos * mark.x()[m] + sin * mark.y()[m],
                sin,
                cos,
                photo.y()[p] - sin * mark.x()[m] - cos * mark.y()[m]);
    }

    private static List<Match> support(
            List<Match> matches, LocalFeatures mark, LocalFeatures photo, Pose pose, double tolerance) {
        double size = pose.size();
        double angle = pose.angle();
        double reach = Math.max(3, tolerance * size);
        List<Match> out = new ArrayList<>();
        for (Match match : matches) {
            int m = match.ofMark();
            int p = match.ofPhoto();
            double ratio = photo.size()[p] / (mark.size()[m] * size);
            if (ratio > 1.8 || ratio < 1 / 1.8) {
                continue;
            }
            double turn = Math.IEEEremainder(photo.angle()[p] - mark.angle()[m] - angle, 2 * Math.PI);
            if (Math.abs(turn) > 0.6) {
                continue;
            }
            double dx = pose.x(mark.x()[m], mark.y()[m]) - photo.x()[p];
            double dy = pose.y(mark.x()[m], mark.y()[m]) - photo.y()[p];
            if (dx * dx + dy * dy <= reach * reach) {
                out.add(match);
            }
        }
        return out;
    }

    /** Counts each place of the mark and each feature of the photo once; matches come heaviest first. */
    private static Vote count(Pose pose, List<Match> support) {
        Set<Integer> seenOfMark = new HashSet<>();
        Set<Integer> seenOfPhoto = new HashSet<>();
        double weight = 0;
        int n = 0;
        for (Match match : support) {
            if (!seenOfMark.contains(match.ofMark()) && !seenOfPhoto.contains(match.ofPhoto())) {
                seenOfMark.add(match.ofMark());
                seenOfPhoto.add(match.ofPhoto());
                weight += match.weight();
                n++;
            }
        }
        return new Vote(pose, weight, n);
    }

    /** Least squares for the affine map, held near the pose so far where the supporters say little. */
    private static Pose fit(List<Match> support, LocalFeatures mark, LocalFeatures photo, Pose near) {
        double hold = 0.02 * support.size() + 0.02;
        double[][] normal = new double[3][5];
        for (Match match : support) {
            double[] row = {mark.x()[match.ofMark()], mark.y()[match.ofMark()], 1};
            double dx = photo.x()[match.ofPhoto()] - near.x(row[0], row[1]);
            double dy = photo.y()[match.ofPhoto()] - near.y(row[0], row[1]);
            for (int i = 0; i < 3; i++) {
                for (int j = 0; j < 3; j++) {
                    normal[i][j] += match.weight() * row[i] * row[j];
                }
                normal[i][3] += match.weight() * row[i] * dx;
                normal[i][4] += match.weight() * row[i] * dy;
            }
        }
        normal[0][0] += hold;
        normal[1][1] += hold;
        normal[2][2] += 1e-3;
        solve(normal);
        return Pose.affine(
                near.a() + normal[0][3],
                near.b() + normal[1][3],
                near.c() + normal[2][3],
                near.d() + normal[0][4],
                near.e() + normal[1][4],
                near.f() + normal[2][4]);
    }

    /** Gauss and Jordan on a positive definite 3 x 3 system with two right sides, in place. */
    private static void solve(double[][] m) {
        for (int i = 0; i < 3; i++) {
            double pivot = m[i][i];
            for (int j = i; j < 5; j++) {
                m[i][j] /= pivot;
            }
            for (int other = 0; other < 3; other++) {
                if (other != i) {
                    double factor = m[other][i];
                    for (int j = i; j < 5; j++) {
                        m[other][j] -= factor * m[i][j];
                    }
                }
            }
        }
    }
}
