import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How alike two characters look: by their drawings and by the parts that they share. Thread-safe. */
class Likeness {
    /** How deep parts are taken apart. */
    private static final int DEPTH = 3;
    /** What is left of a likeness where the same parts stand elsewhere. */
    private static final double MOVED = 0.9;
    /** What is left where one character is a part of the other. */
    private static final double ADDED = 0.95;

    private final Glyphs sans;
    private final Glyphs serif;
    private final Parts parts;
    private final Map<Integer, float[][]> inks = new ConcurrentHashMap<>();
    private final Map<Long, Double> stretched = new ConcurrentHashMap<>();
    private final Map<Long, Double> known = new ConcurrentHashMap<>();

    Likeness(Glyphs sans, Glyphs serif, Parts parts) {
        this.sans = sans;
        this.serif = serif;
        this.parts = parts;
    }

    /** How alike two parts look, each drawn alone and stretched: 0 to 1. */
    double ink(int a, int b) {
        if (a == b) {
            return 1;
        }
        long key = (long) Math.min(a, b) << 32 | Math.max(a, b);
        Double before = stretched.get(key);
        if (before == null) {
            before = compareInk(a, b);
            stretched.put(key, before);
        }
        return before;
    }

    private double compareInk(int a, int b) {
        float[][] x = inks.computeIfAbsent(a, this::inks);
        float[][] y = inks.computeIfAbsent(b, this::inks);
        return Math.max(0, (Glyphs.correlation(x[0], y[0]) + Glyphs.correlation(x[1], y[1])) / 2);
    }

    private float[][] inks(int point) {
        Glyphs second = serif.has(point) ? serif : sans;
        return new float[][] {sans.ink(point), second.ink(point)};
    }

    /** How alike two characters are in their parts: 0 to 1. */
    double byParts(int a, int b) {
        return byParts(a, b, DEPTH);
    }

    private double byParts(int a, int b, int depth) {
        if (a == b) {
            return 1;
        }
        if (depth == 0) {
            return ink(a, b);
        }
        long key = (long) Math.min(a, b) << 32 | (long) Math.max(a, b) << 4 | depth;
        Double before = known.get(key);
        if (before == null) {
            before = Math.max(Math.max(added(a, b), added(b, a)), aligned(a, b, depth));
            if (depth < DEPTH) {
                known.put(key, before);
            }
        }
        return before;
    }

    private double part(int a, int b, int depth) {
        return a == b ? 1 : Math.max(ink(a, b), byParts(a, b, depth - 1));
    }

    /** The share that one character has in another that it is a part of. */
    private double added(int part, int whole) {
        return ADDED * share(part, whole, 2);
    }

    private double share(int part, int whole, int depth) {
        if (part == whole) {
            return 1;
        }
        double best = 0;
        int[] pieces = parts.of(whole);
        if (depth > 0 && pieces.length > 1) {
            double[] shares = parts.shares(whole);
            for (int i = 0; i < pieces.length; i++) {
                best = Math.max(best, shares[i] * share(part, pieces[i], depth - 1));
            }
        }
        return best;
    }

    /** Parts laid against parts in their order, one level down or taken apart as far as it goes. */
    private double aligned(int a, int b, int depth) {
        int[] x = parts.of(a);
        int[] y = parts.of(b);
        if (x.length == 1 || y.length == 1) {
            return 0;
        }
        double[][] alike = new double[x.length][y.length];
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < y.length; j++) {
                alike[i][j] = x[i] == y[j] ? 1 : depth > 1 ? part(x[i], y[j], depth) : 0;
            }
        }
        double whole = order(alike, parts.shares(a), parts.shares(b));
        return Math.max(sameWay(a, b) ? whole : MOVED * whole, sameWay(a, b) ? pieces(a, b) : 0);
    }

    private boolean sameWay(int a, int b) {
        return parts.arrangement(a) == parts.arrangement(b);
    }

    private double pieces(int a, int b) {
        List<Parts.Piece> x = parts.pieces(a);
        List<Parts.Piece> y = parts.pieces(b);
        double[][] alike = new double[x.size()][y.size()];
        for (int i = 0; i < x.size(); i++) {
            for (int j = 0; j < y.size(); j++) {
                alike[i][j] = x.get(i).part() == y.get(j).part() ? 1 : ink(x.get(i).part(), y.get(j).part());
            }
        }
        return order(alike, shares(x), shares(y));
    }

    private static double[] shares(List<Parts.Piece> pieces) {
        return pieces.stream().mapToDouble(Parts.Piece::share).toArray();
    }

    /**
     * How much of a character the other is, or how much of the two is the same where it stands elsewhere: 0 to 1. A
     * drawing shows nothing of either.
     */
    double kin(int a, int b) {
        double kin = Math.max(added(a, b), added(b, a));
        int[] x = parts.of(a);
        int[] y = parts.of(b);
        if (x.length > 1 && y.length > 1) {
            kin = Math.max(kin, MOVED * moved(x, y, parts.shares(a), parts.shares(b), sameWay(a, b)));
        }
        return kin;
    }

    private static double order(double[][] alike, double[] p, double[] q) {
        double[][] best = new double[p.length + 1][q.length + 1];
        for (int i = 1; i <= p.length; i++) {
            for (int j = 1; j <= q.length; j++) {
                double both = (p[i - 1] + q[j - 1]) / 2 * alike[i - 1][j - 1];
                best[i][j] = Math.max(Math.max(best[i - 1][j], best[i][j - 1]), best[i - 1][j - 1] + both);
            }
        }
        return best[p.length][q.length];
    }

    private static double moved(int[] x, int[] y, double[] p, double[] q, boolean sameWay) {
        double sum = 0;
        boolean elsewhere = !sameWay;
        boolean[] used = new boolean[y.length];
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < y.length; j++) {
                if (!used[j] && x[i] == y[j]) {
                    used[j] = true;
                    sum += (p[i] + q[j]) / 2;
                    elsewhere |= i == 0 && j == y.length - 1 || j == 0 && i == x.length - 1;
                    break;
                }
            }
        }
        return elsewhere ? sum : 0;
    }
}
