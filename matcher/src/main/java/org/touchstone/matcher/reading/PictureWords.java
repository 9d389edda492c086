package org.touchstone.matcher.reading;

import java.awt.image.BufferedImage;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.touchstone.hit.Box;
import org.touchstone.hit.Evidence;
import org.touchstone.matcher.Sighting;
import org.touchstone.matcher.text.TextMatcher;

/**
 * Reads the words in pictures, Chinese and English, and finds the signs of marks in them.
 *
 * <p>Reading mistakes letters, so that only a mark's own letters count, and never as a disguise; what the
 * reader is not sure of is left out, and the surer it is, the more a sign weighs, up to {@link #MOST} decibans.
 *
 * <p>Thread-safe: each thread that reads has a Tesseract of its own, some 30 MB of native memory, kept for the next
 * picture until all are closed.
 */
public final class PictureWords implements Closeable {
    /** No word in a picture weighs more: it may be misread, or stand on what is not for sale. */
    static final double MOST = 5;

    /** A word below this confidence, 0 to 1, is taken for noise. */
    static final double LEAST_SURE = 0.5;

    /** Confidence from which a reading is as good as certain. */
    private static final double SURE = 0.9;

    /** Lighter signs are ordinary words or barely read; they would fill hit lists and change no score. */
    private static final double LEAST_WEIGHT = 1;

    /** Letters of a sign; a texture is easily read as fewer. */
    private static final int LEAST_LETTERS = 3;

    /** What a sign weighs, as a share, where the reader is only just sure enough. */
    private static final double LEAST_SHARE = 0.4;

    private final LanguageData data;
    private final TextMatcher texts;
    private final int millis;
    private final Deque<Engine> idle = new ConcurrentLinkedDeque<>();

    /**
     * Opens the first Tesseract.
     *
     * @param texts matches the lines
     * @throws IOException when Tesseract does not take the data
     */
    public PictureWords(LanguageData data, TextMatcher texts) throws IOException {
        this(data, texts, Duration.ofSeconds(5));
    }

    PictureWords(LanguageData data, TextMatcher texts, Duration most) throws IOException {
        this.data = data;
        this.texts = texts;
        this.millis = Math.toIntExact(most.toMillis());
        idle.push(new Engine(data));
    }

    /**
     * The version of Tesseract, after it has taken the data.
     *
     * @throws IOException when it does not
     */
    public static String check(LanguageData data) throws IOException {
        try (Engine engine = new Engine(data)) {
            return Engine.version();
        }
    }

    /**
     * What was found in a picture.
     *
     * @param sightings each mark at most once, by the sign that weighs most
     * @param whole false when the time for one picture ran out before all of it was read
     */
    public record Found(List<Sighting> sightings, boolean whole) {
        public Found {
            sightings = List.copyOf(sightings);
        }
    }

    /**
     * Reads a picture once and finds the marks in its lines.
     *
     * @param imageName as the listing names it
     * @param image of any size; boxes are in its pixels
     */
    public Found match(String imageName, BufferedImage image) {
        Grey picture = Grey.of(image);
        Engine.Read read = read(picture);
        Map<String, Sighting> best = new LinkedHashMap<>();
        for (ReadLine line : read.lines()) {
            for (Sighting sign : signs(line, imageName, picture.scale())) {
                best.merge(
                        sign.mark(),
                        sign,
                        (a, b) -> a.evidence().weight() >= b.evidence().weight() ? a : b);
            }
        }
        return new Found(List.copyOf(best.values()), read.whole());
    }

    private Engine.Read read(Grey picture) {
        Engine engine = idle.poll();
        try {
            engine = engine == null ? new Engine(data) : engine;
            return engine.read(picture, millis);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (engine != null) {
                idle.push(engine);
            }
        }
    }

    private List<Sighting> signs(ReadLine line, String imageName, double scale) {
        List<Sighting> sightings = new ArrayList<>();
        for (Sighting sighting : texts.matchRead(Evidence.Word.PICTURES, line.text())) {
            Evidence.Word word = (Evidence.Word) sighting.evidence();
            List<ReadWord> made = line.within(word.start(), word.end());
            double sure = made.stream().mapToDouble(ReadWord::confidence).min().orElse(0);
            double weight = weight(word.weight(), sure);
            if (sure >= LEAST_SURE && weight >= LEAST_WEIGHT && letters(word.quote()) >= LEAST_LETTERS) {
                Box box = unscaled(ReadLine.around(made), scale);
                sightings.add(
                        new Sighting(sighting.mark(), word.weighing(weight).at(new Evidence.Spot(imageName, box))));
            }
        }
        return sightings;
    }

    /** Letters and digits of a sign, a Chinese character for two. */
    static int letters(String quote) {
        return quote.codePoints()
                .filter(Character::isLetterOrDigit)
                .map(point -> Character.isIdeographic(point) ? 2 : 1)
                .sum();
    }

    static double weight(double plain, double sure) {
        double share = LEAST_SHARE + (1 - LEAST_SHARE) * Math.clamp((sure - LEAST_SURE) / (SURE - LEAST_SURE), 0, 1);
        return Math.round(10 * share * Math.min(MOST, plain)) / 10.0;
    }

    private static Box unscaled(Box box, double scale) {
        int left = (int) Math.floor(box.x() / scale);
        int top = (int) Math.floor(box.y() / scale);
        return new Box(
                left,
                top,
                (int) Math.ceil((box.x() + box.width()) / scale) - left,
                (int) Math.ceil((box.y() + box.height()) / scale) - top);
    }

    /** Closes every Tesseract; no picture may be read at the same time or afterwards. */
    @Override
    public void close() {
        for (Engine engine = idle.poll(); engine != null; engine = idle.poll()) {
            engine.close();
        }
    }
}
