import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Which parts characters are put together from, how the parts stand, and how many strokes there are. Thread-safe. */
class Parts {
    /** Forms that a radical takes on only inside a character, and parts that are as narrow or as low as these. */
    static final String FORMS = "亻氵忄扌艹讠訁钅釒纟糹饣飠犭衤礻刂辶阝灬罒疒宀冫彳攵⺮竹冖亠宀广厂口日王木土石目女山巾彡火米禾";
    private static final String SLIM_LEFT = "亻氵忄扌讠訁钅釒纟糹糸饣飠犭衤礻冫彳阝口日王木土石目女山巾火米禾弓王月虫足车車马馬鱼魚酉舟牛歹";
    private static final String SLIM_RIGHT = "刂攵阝卩彡力寸戈欠斤";
    private static final String LOW_TOP = "艹宀竹⺮冖亠罒癶爫雨覀穴";
    private static final String LOW_BOTTOM = "灬心皿一";

    private final Map<Integer, List<int[]>> alternatives = new HashMap<>();
    private final Map<Integer, Character> arrangements = new HashMap<>();
    private final Map<Integer, Integer> strokes = new HashMap<>();
    private final Map<Integer, int[]> chosen = new ConcurrentHashMap<>();
    private final Map<Integer, double[]> shared = new ConcurrentHashMap<>();
    private final Map<Integer, List<Piece>> pieces = new ConcurrentHashMap<>();

    /**
     * @param chaizi {@code nlp_chaizi_system.txt}
     * @param arrangement {@code hanzijiegou_2w.txt}
     * @param unihan {@code Unihan_IRGSources.txt}
     */
    Parts(Path chaizi, Path arrangement, Path unihan) throws IOException {
        for (String line : Files.readAllLines(chaizi)) {
            String[] fields = line.strip().split(" ", 2);
            List<int[]> ways = new ArrayList<>();
            for (String way : fields.length < 2 ? new String[0] : fields[1].split(",")) {
                int[] parts = way.strip().codePoints().filter(c -> c > ' ').toArray();
                if (parts.length > 1) {
                    ways.add(parts);
                }
            }
            alternatives.put(fields[0].codePointAt(0), ways);
        }
        for (String line : Files.readAllLines(arrangement)) {
            String[] fields = line.strip().split(" ");
            if (fields.length == 2) {
                arrangements.put(fields[0].codePointAt(0), switch (Integer.parseInt(fields[1])) {
                    case 1, 3 -> '⿰';
                    case 2, 4 -> '⿱';
                    case 0 -> '一';
                    default -> '⿴';
                });
            }
        }
        for (String line : Files.readAllLines(unihan)) {
            String[] fields = line.split("\t");
            if (fields.length == 3 && fields[1].equals("kTotalStrokes")) {
                strokes.put(Integer.parseInt(fields[0].substring(2), 16), Integer.parseInt(fields[2].split(" ")[0]));
            }
        }
    }

    /** All ways to take a character apart, one level down. */
    List<int[]> ways(int point) {
        return alternatives.getOrDefault(point, List.of());
    }

    /** The way that shows the parts as they look inside the character; itself alone when there is none. */
    int[] of(int point) {
        return chosen.computeIfAbsent(point, this::choose);
    }

    private int[] choose(int point) {
        int[] best = {point};
        int most = Integer.MIN_VALUE;
        for (int[] way : ways(point)) {
            int forms = -2 * way.length;
            for (int part : way) {
                forms += FORMS.indexOf(part) >= 0 ? 1 : 0;
            }
            if (forms > most) {
                most = forms;
                best = way;
            }
        }
        return best;
    }

    /** {@code ⿰} side by side, {@code ⿱} one above the other, {@code ⿴} one around the other, {@code 一} one piece. */
    char arrangement(int point) {
        return arrangements.getOrDefault(point, '一');
    }

    int strokes(int point) {
        return strokes.getOrDefault(point, 4);
    }

    /** The share that each part has in the look of a character: half by strokes, half by the room it takes. */
    double[] shares(int point) {
        return shared.computeIfAbsent(point, this::share);
    }

    private double[] share(int point) {
        int[] parts = of(point);
        double[] shares = new double[parts.length];
        double room = 0;
        double all = 0;
        for (int i = 0; i < parts.length; i++) {
            shares[i] = room(parts[i], i, parts.length, arrangement(point));
            room += shares[i];
            all += strokes(parts[i]);
        }
        for (int i = 0; i < parts.length; i++) {
            shares[i] = 0.5 * shares[i] / room + 0.5 * strokes(parts[i]) / all;
        }
        return shares;
    }

    /** A part that is not taken apart further, and its share in the look of the whole. */
    record Piece(int part, double share) {}

    /** A character taken apart as far as it goes, three levels at most, in the order of writing. */
    List<Piece> pieces(int point) {
        return pieces.computeIfAbsent(point, any -> {
            List<Piece> found = new ArrayList<>();
            collect(point, 1, 3, found);
            return found;
        });
    }

    private void collect(int point, double share, int depth, List<Piece> pieces) {
        int[] parts = depth == 0 || strokes(point) <= 4 ? new int[] {point} : of(point);
        if (parts.length == 1) {
            pieces.add(new Piece(point, share));
            return;
        }
        double[] shares = shares(point);
        for (int i = 0; i < parts.length; i++) {
            collect(parts[i], share * shares[i], depth - 1, pieces);
        }
    }

    private double room(int part, int at, int of, char arrangement) {
        if (arrangement == '⿰') {
            String slim = at == 0 ? SLIM_LEFT : at == of - 1 ? SLIM_RIGHT : "";
            return slim.indexOf(part) >= 0 ? 0.5 : 1;
        }
        if (arrangement == '⿱') {
            String low = at == 0 ? LOW_TOP : at == of - 1 ? LOW_BOTTOM : "";
            return low.indexOf(part) >= 0 ? 0.5 : 1;
        }
        return 1;
    }
}
