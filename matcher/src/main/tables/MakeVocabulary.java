package org.touchstone.matcher.image;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.touchstone.image.ImageDecoder;

/**
 * Makes {@code vocabulary.bin}: the centres of {@link Vocabulary} are the k-means of half descriptors of logos, its planes
 * are drawn. See SOURCES.md for the command.
 */
final class MakeVocabulary {
    private static final int CENTRES = Vocabulary.CENTRES;
    private static final int HALF = Vocabulary.HALF;
    private static final int ROUNDS = 40;
    private static final int SEED = 20261126;

    private static final Pattern FILE = Pattern.compile("files/[^,\"]+");

    private MakeVocabulary() {}

    /** @param arguments folder with {@code marks.csv}, file to write, list whose first column names logos to leave out */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        Set<String> excluded = Files.readAllLines(Path.of(arguments[2])).stream()
                .map(line -> line.split(",")[0])
                .collect(Collectors.toSet());
        List<float[]> halves = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("marks.csv"))) {
            Matcher file = FILE.matcher(line);
            if (file.find() && !excluded.contains(line.split(",")[0])) {
                add(folder.resolve(file.group()), halves);
            }
        }
        float[][] data = halves.toArray(float[][]::new);
        System.out.println(data.length + " halves");
        SplittableRandom random = new SplittableRandom(SEED);
        float[][] centres = new float[CENTRES][];
        for (int i = 0; i < CENTRES; i++) {
            centres[i] = data[random.nextInt(data.length)].clone();
        }
        for (int round = 0; round < ROUNDS; round++) {
            System.out.printf("round %d, mean squared distance %.0f%n", round, round(data, centres, random));
        }
        try (OutputStream out = Files.newOutputStream(Path.of(arguments[1]))) {
            for (float[] centre : centres) {
                for (float value : centre) {
                    out.write(Math.clamp(Math.round(value), 0, 255));
                }
            }
            for (double[] normal : normals(random)) {
                for (double value : normal) {
                    out.write((int) Math.round(value * 127));
                }
            }
        }
    }

    private static void add(Path file, List<float[]> halves) {
        try {
            MarkPicture mark = MarkPicture.of(new ImageDecoder().decodeTransparent(file).image());
            List<MarkPicture> pictures = new ArrayList<>(mark.shades().values());
            pictures.add(mark);
            for (MarkPicture picture : pictures) {
                LocalFeatures features = Reference.of(Drawing.of("", picture)).features();
                for (int i = 0; i < 2 * features.count(); i++) {
                    float[] half = new float[HALF];
                    Vocabulary.take(features.descriptors(), i, half);
                    halves.add(half);
                }
            }
        } catch (java.io.IOException e) {
            System.out.println(file + ": " + e.getMessage());
        }
    }

    /** One round of k-means; an empty centre moves to a half drawn at random. */
    private static double round(float[][] data, float[][] centres, SplittableRandom random) {
        int[] nearest = new int[data.length];
        double error = IntStream.range(0, data.length)
                .parallel()
                .mapToDouble(i -> {
                    float best = Float.MAX_VALUE;
                    for (int c = 0; c < CENTRES; c++) {
                        float distance = 0;
                        for (int d = 0; d < HALF && distance < best; d++) {
                            float apart = data[i][d] - centres[c][d];
                            distance += apart * apart;
                        }
                        if (distance < best) {
                            best = distance;
                            nearest[i] = c;
                        }
                    }
                    return best;
                })
                .sum();
        double[][] sums = new double[CENTRES][HALF];
        int[] counts = new int[CENTRES];
        for (int i = 0; i < data.length; i++) {
            counts[nearest[i]]++;
            for (int d = 0; d < HALF; d++) {
                sums[nearest[i]][d] += data[i][d];
            }
        }
        for (int c = 0; c < CENTRES; c++) {
            for (int d = 0; d < HALF; d++) {
                centres[c][d] = (float) (sums[c][d] / Math.max(1, counts[c]));
            }
            if (counts[c] == 0) {
                centres[c] = data[random.nextInt(data.length)].clone();
            }
        }
        return error / data.length;
    }

    /** Normals drawn at random, each at right angles to those before. */
    private static double[][] normals(SplittableRandom random) {
        double[][] normals = new double[Vocabulary.PLANES][HALF];
        for (int i = 0; i < normals.length; i++) {
            for (int d = 0; d < HALF; d++) {
                normals[i][d] = random.nextGaussian();
            }
            for (int before = 0; before < i; before++) {
                double along = 0;
                for (int d = 0; d < HALF; d++) {
                    along += normals[i][d] * normals[before][d];
                }
                for (int d = 0; d < HALF; d++) {
                    normals[i][d] -= along * normals[before][d];
                }
            }
            double length = Math.sqrt(Arrays.stream(normals[i]).map(v -> v * v).sum());
            for (int d = 0; d < HALF; d++) {
                normals[i][d] /= length;
            }
        }
        return normals;
    }
}
