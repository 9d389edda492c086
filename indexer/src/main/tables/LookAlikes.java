import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Makes the table of look-alike Chinese characters from drawings in two fonts and from the parts of the characters.
 * See SOURCES.md. Takes some minutes.
 *
 * usage: java LookAlikes.java SANS SERIF CHARACTERS CHAIZI ARRANGEMENTS UNIHAN_IRG WORDS OUT, where CHARACTERS is a text
 * whose Chinese characters are compared, and WORDS the table chinese.txt.gz
 */
class LookAlikes {
    /** How many a character lists of its own, and how many at most when those that list it are added. */
    private static final int MOST = 20;

    private static final int MOST_BOTH_WAYS = 40;
    /** How many of those that are found by kinship of the parts alone. */
    private static final int MOST_KIN = 6;
    /** From where two characters are taken for each other; under it a poor character still lists its best few. */
    private static final double FLOOR = 0.72;

    private static final double LOWEST = 0.62;
    private static final int FEW = 8;
    /** What makes two characters one, near enough. */
    private static final double ONE = 0.95;

    private static final double LEAST_KIN = 0.6;
    /** How many nearest drawings are looked at closely. */
    private static final int NEAREST = 80;
    /** Of two that are equally alike the commoner is listed: what a doubling of its use is worth. */
    private static final double COMMON = 0.012;

    /** One entry: the likeness that is written, what the order goes by, and whether it is alike enough for any list. */
    private record Entry(int other, double likeness, double worth, boolean plain) {}

    /** Two characters by their places, how alike they look, and how much of the one is the other. */
    private record Pair(int i, int j, double alike, double kin) {
        double likeness() {
            double drawn = 0.3 * Math.max(0, alike - FLOOR) / (ONE - FLOOR);
            return 0.7 + Math.max(drawn, Math.max(0, kin - LEAST_KIN) / 2);
        }
    }

    private static final Comparator<Entry> BEST =
            Comparator.comparingDouble(Entry::worth).reversed().thenComparing(Entry::other);

    private final Likeness likeness;
    private final Parts parts;
    private final int[] points;
    private final float[][] sans;
    private final float[][] serif;
    private final float[][] sansPadded;
    private final float[][] serifPadded;
    private final Map<Integer, Integer> uses;
    private final Map<Integer, List<Integer>> byPart = new HashMap<>();

    private LookAlikes(Glyphs first, Glyphs second, Parts parts, int[] points, Map<Integer, Integer> uses) {
        this.likeness = new Likeness(first, second, parts);
        this.parts = parts;
        this.points = points;
        this.uses = uses;
        sans = new float[points.length][];
        serif = new float[points.length][];
        sansPadded = new float[points.length][];
        serifPadded = new float[points.length][];
        for (int i = 0; i < points.length; i++) {
            sans[i] = first.whole(points[i]);
            serif[i] = second.whole(points[i]);
            sansPadded[i] = Glyphs.padded(sans[i]);
            serifPadded[i] = Glyphs.padded(serif[i]);
            for (int part : within(points[i])) {
                byPart.computeIfAbsent(part, any -> new ArrayList<>()).add(i);
            }
        }
    }

    public static void main(String[] args) throws Exception {
        int[] points = Files.readString(Path.of(args[2])).codePoints()
                .filter(c -> c >= 0x4e00 && c <= 0x9fff).distinct().sorted().toArray();
        Parts parts = new Parts(Path.of(args[3]), Path.of(args[4]), Path.of(args[5]));
        Glyphs sans = new Glyphs(new File(args[0]));
        Glyphs serif = new Glyphs(new File(args[1]));
        write(Path.of(args[7]), new LookAlikes(sans, serif, parts, points, uses(Path.of(args[6]))).all());
    }

    /** How often single characters are used, as a logarithm to base 2. */
    private static Map<Integer, Integer> uses(Path words) throws IOException {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(words)), StandardCharsets.UTF_8))) {
            return in.lines().filter(line -> line.length() == 2)
                    .collect(Collectors.toMap(line -> (int) line.charAt(0), line -> line.charAt(1) - 'a'));
        }
    }

    private Map<Integer, List<Entry>> all() {
        List<Set<Integer>> drawn = IntStream.range(0, points.length).parallel().mapToObj(this::nearest).toList();
        List<List<Pair>> pairs = new ArrayList<>();
        for (int i = 0; i < points.length; i++) {
            pairs.add(new ArrayList<>());
        }
        IntStream.range(0, points.length).parallel()
                .mapToObj(i -> compared(i, drawn))
                .flatMap(List::stream)
                .forEachOrdered(pair -> {
                    pairs.get(pair.i()).add(pair);
                    pairs.get(pair.j()).add(pair);
                });
        Map<Integer, Map<Integer, Entry>> own = new HashMap<>();
        Map<Integer, List<Entry>> back = new HashMap<>();
        for (int i = 0; i < points.length; i++) {
            int point = points[i];
            for (Entry entry : chosen(i, pairs.get(i))) {
                double alike = entry.likeness();
                own.computeIfAbsent(point, any -> new HashMap<>()).put(entry.other(), entry);
                back.computeIfAbsent(entry.other(), any -> new ArrayList<>())
                        .add(new Entry(point, alike, alike + bonus(point), true));
            }
        }
        back.forEach((point, entries) -> {
            Map<Integer, Entry> known = own.computeIfAbsent(point, any -> new HashMap<>());
            entries.stream().sorted(BEST).filter(entry -> !known.containsKey(entry.other()))
                    .limit(Math.max(0, MOST_BOTH_WAYS - known.size())).toList()
                    .forEach(entry -> known.put(entry.other(), entry));
        });
        Map<Integer, List<Entry>> all = new HashMap<>();
        own.forEach((point, entries) -> all.put(point, entries.values().stream()
                .sorted(Comparator.comparingDouble(Entry::likeness).reversed().thenComparing(Entry::other))
                .toList()));
        return all;
    }

    private double bonus(int point) {
        return COMMON * Math.min(14, uses.getOrDefault(point, 0));
    }

    /** A character against all later ones that it may look like. */
    private List<Pair> compared(int i, List<Set<Integer>> drawn) {
        Set<Integer> near = new HashSet<>(drawn.get(i));
        for (int part : within(points[i])) {
            near.addAll(byPart.get(part));
        }
        for (int j = i + 1; j < points.length; j++) {
            if (drawn.get(j).contains(i)) {
                near.add(j);
            }
        }
        List<Pair> pairs = new ArrayList<>();
        for (int j : near) {
            if (j <= i) {
                continue;
            }
            double byParts = likeness.byParts(points[i], points[j]);
            double kin = likeness.kin(points[i], points[j]);
            boolean looked = byParts >= 0.55 || drawn.get(i).contains(j) || drawn.get(j).contains(i);
            double alike = looked ? 0.6 * alikeDrawn(i, j) + 0.4 * byParts : 0;
            if (alike >= LOWEST || kin >= LEAST_KIN) {
                pairs.add(new Pair(i, j, alike, kin));
            }
        }
        return pairs;
    }

    /** How alike two characters are as drawn, pixel on pixel and piece by piece, in both fonts. */
    private double alikeDrawn(int i, int j) {
        double pixels = Glyphs.correlation(sans[i], sans[j]) + Glyphs.correlation(serif[i], serif[j]);
        double pieces = Glyphs.elastic(sans[i], sansPadded[j])
                + Glyphs.elastic(sans[j], sansPadded[i])
                + Glyphs.elastic(serif[i], serifPadded[j])
                + Glyphs.elastic(serif[j], serifPadded[i]);
        return (pixels / 2 + 5 * pieces / 4) / 6;
    }

    /** The best for a character: those that look like it, and some that share much of it. */
    private List<Entry> chosen(int i, List<Pair> pairs) {
        List<Entry> seen = new ArrayList<>();
        List<Entry> kin = new ArrayList<>();
        for (Pair pair : pairs) {
            int other = points[pair.i() == i ? pair.j() : pair.i()];
            if (pair.alike() >= LOWEST) {
                seen.add(new Entry(other, pair.likeness(), pair.alike() + bonus(other), pair.alike() > FLOOR));
            }
            if (pair.kin() >= LEAST_KIN) {
                kin.add(new Entry(other, pair.likeness(), pair.kin() + bonus(other), true));
            }
        }
        seen.sort(BEST);
        kin.sort(BEST);
        Map<Integer, Entry> best = new HashMap<>();
        for (Entry entry : seen) {
            if (best.size() < FEW || best.size() < MOST && entry.plain()) {
                best.put(entry.other(), entry);
            }
        }
        kin.stream().limit(MOST_KIN).forEach(entry -> best.putIfAbsent(entry.other(), entry));
        return List.copyOf(best.values());
    }

    private Set<Integer> nearest(int i) {
        float[] alike = new float[points.length];
        for (int j = 0; j < points.length; j++) {
            alike[j] = i == j ? -1 : Glyphs.correlation(sans[i], sans[j]);
        }
        float[] sorted = alike.clone();
        Arrays.sort(sorted);
        float least = sorted[sorted.length - NEAREST];
        return IntStream.range(0, points.length).filter(j -> alike[j] >= least).boxed().collect(Collectors.toSet());
    }

    /** A character, its parts, and theirs. */
    private Set<Integer> within(int point) {
        Set<Integer> within = new HashSet<>(Set.of(point));
        for (int part : parts.of(point)) {
            within.add(part);
            for (int smaller : parts.of(part)) {
                within.add(smaller);
            }
        }
        return within;
    }

    private static void write(Path file, Map<Integer, List<Entry>> lists) throws IOException {
        StringBuilder out = new StringBuilder();
        lists.keySet().stream().sorted().forEach(point -> {
            out.appendCodePoint(point);
            for (Entry entry : lists.get(point)) {
                out.appendCodePoint(entry.other());
                out.append((char) ('0' + Math.clamp((int) Math.round((entry.likeness() - 0.7) / 0.03), 0, 9)));
            }
            out.append('\n');
        });
        try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(file))) {
            gzip.write(out.toString().getBytes(StandardCharsets.UTF_8));
        }
        int entries = lists.values().stream().mapToInt(List::size).sum();
        System.err.printf("%d characters, %.1f each, %d bytes%n",
                lists.size(), (double) entries / lists.size(), Files.size(file));
    }
}
