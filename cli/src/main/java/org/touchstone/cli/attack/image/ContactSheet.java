package org.touchstone.cli.attack.image;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.touchstone.cli.Console;
import org.touchstone.cli.attack.Tally;
import org.touchstone.record.AtomicFile;

/**
 * The matrix as a picture: for each operator a row of made photos from mild to strong, in a frame that says whether the
 * mark was found, with the share of all marks found below. A row shows the mark that fares worst; the photos are made again
 * from the seed. The weakest operators come first. A frame is solid, broken or dotted as
 * well as green, yellow or red, so that it can be told without colours.
 */
public final class ContactSheet {
    private static final int CELL = 144;
    private static final int GAP = 8;
    private static final int CELLS = 3;
    private static final int BLOCK = CELLS * CELL + (CELLS - 1) * GAP;
    private static final int BLOCKS = 4;
    private static final int BETWEEN = 32;
    private static final int MARGIN = 36;
    private static final int HEAD = 112;
    private static final int TITLE = 28;
    private static final int HEIGHT = TITLE + CELL + 54;

    private static final Color PAPER = new Color(0xfafaf8);
    private static final Color INK = new Color(0x22262a);
    private static final Color PALE = new Color(0x6b737b);
    private static final Map<Outcome, Color> COLOURS = Map.of(
            Outcome.TOP, new Color(0x1f9d55), Outcome.BESIDE, new Color(0xe0a100), Outcome.MISSED, new Color(0xd43c3c));
    private static final Map<Outcome, float[]> DASHES = Map.of(
            Outcome.TOP, new float[] {}, Outcome.BESIDE, new float[] {14, 6}, Outcome.MISSED, new float[] {5, 5});

    private final Console console;
    private final @Nullable Font font;

    public ContactSheet(Console console) {
        this.console = console;
        this.font = font(console.text("attack.sheet.title"));
    }

    /** Whether there is a font for the words of the language; without, the sheet has pictures and frames alone. */
    public boolean hasWords() {
        return font != null;
    }

    /** Writes the sheet as PNG, whole or not at all. */
    public void write(ImageMatrix matrix, long seed, Path target) throws IOException {
        AtomicFile.write(target, ImageMisses.png(draw(matrix, seed)));
    }

    BufferedImage draw(ImageMatrix matrix, long seed) {
        List<ImageOperator> operators = matrix.operators().reversed().stream()
                .sorted(Comparator.comparing(ImageOperator::weak))
                .toList();
        int columns = Math.clamp(operators.size(), 1, BLOCKS);
        int rows = (operators.size() + columns - 1) / columns;
        int width = 2 * MARGIN + Math.max(2, columns) * (BLOCK + BETWEEN) - BETWEEN;
        BufferedImage sheet = new BufferedImage(width, HEAD + rows * HEIGHT + MARGIN, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = Rasters.smooth(sheet);
        pen.setColor(PAPER);
        pen.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        head(pen, matrix, seed);
        for (int i = 0; i < operators.size(); i++) {
            int x = MARGIN + i % columns * (BLOCK + BETWEEN);
            int y = HEAD + i / columns * HEIGHT;
            block(pen, operators.get(i), matrix, seed, x, y);
        }
        pen.dispose();
        return sheet;
    }

    private void head(Graphics2D pen, ImageMatrix matrix, long seed) {
        Tally all = matrix.strong();
        words(pen, console.text("attack.sheet.title"), MARGIN, 46, 26, Font.BOLD, INK);
        words(
                pen,
                console.text(
                        "attack.sheet.figures",
                        matrix.marks(),
                        all.attacked(),
                        all.recallPercent(),
                        all.topPercent(),
                        seed),
                MARGIN,
                72,
                15,
                Font.PLAIN,
                PALE);
        int x = MARGIN;
        for (Outcome outcome : List.of(Outcome.TOP, Outcome.BESIDE, Outcome.MISSED)) {
            frame(pen, outcome, x + 1, 84, 24, 13, 3);
            x += 34;
            x += words(pen, console.text("attack.sheet." + outcome.name()), x, 96, 13, Font.PLAIN, INK) + 26;
        }
    }

    private void block(Graphics2D pen, ImageOperator operator, ImageMatrix matrix, long seed, int x, int y) {
        Tally all = matrix.of(operator);
        int used = words(pen, operator.key(), x, y + TITLE - 8, 16, Font.BOLD, INK);
        used += 10 + words(pen, all.recallPercent(), x + used + 10, y + TITLE - 8, 16, Font.PLAIN, INK);
        String about =
                console.text("attack.image." + operator.key()) + (operator.weak() ? console.text("attack.isWeak") : "");
        words(pen, about, x + used + 10, y + TITLE - 8, 12, Font.PLAIN, PALE);
        ImageTarget target = matrix.shown(operator);
        Optional<BufferedImage> mark = ImageCampaign.read(target);
        int left = x;
        for (Map.Entry<Level, Tally> one : matrix.levels(operator).entrySet()) {
            if (mark.isPresent()) {
                BufferedImage picture = Photo.of(mark.get(), target.image(), operator, one.getKey(), seed)
                        .picture();
                pen.drawImage(Rasters.resized(picture, CELL, CELL), left, y + TITLE, null);
            }
            frame(pen, matrix.outcome(target, operator, one.getKey()), left, y + TITLE, CELL, CELL, 5);
            int below = y + TITLE + CELL + 17;
            int wide = words(pen, one.getKey().label(), left + 2, below, 13, Font.BOLD, INK);
            words(pen, one.getValue().recallPercent(), left + wide + 12, below, 13, Font.PLAIN, PALE);
            left += CELL + GAP;
        }
    }

    private static void frame(Graphics2D pen, Outcome outcome, int x, int y, int width, int height, int thick) {
        float[] dash = DASHES.getOrDefault(outcome, new float[] {});
        pen.setStroke(
                dash.length == 0
                        ? new BasicStroke(thick)
                        : new BasicStroke(thick, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, dash, 0));
        pen.setColor(COLOURS.getOrDefault(outcome, INK));
        double half = thick / 2.0;
        pen.draw(new Rectangle2D.Double(x + half, y + half, width - thick, height - thick));
    }

    /** Writes a line from its base and gives its width; nothing where there are no fonts. */
    private int words(Graphics2D pen, String text, int x, int base, int size, int style, Color colour) {
        if (font == null) {
            return 0;
        }
        pen.setFont(font.deriveFont(style, size));
        pen.setColor(colour);
        pen.drawString(text, x, base);
        return pen.getFontMetrics().stringWidth(text);
    }

    /** The system's plain font, where it has the letters; null where it has not, or where there is no font at all. */
    private static @Nullable Font font(String words) {
        try {
            Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
            return font.canDisplayUpTo(words) < 0 ? font : null;
        } catch (RuntimeException | LinkageError | InternalError e) {
            return null; // a Java without fontconfig fails in any of these ways
        }
    }
}
