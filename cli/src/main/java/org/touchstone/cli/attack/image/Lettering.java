package org.touchstone.cli.attack.image;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Words of advertising in a stroke alphabet of our own, so that they look the same with any fonts and with none. */
final class Lettering {
    private static final List<String> WORDS = List.of("SALE", "NEW", "HOT", "TOP", "STAR", "PLUS", "PRO", "ULTRA");

    /** Strokes on a grid of three columns and five rows: points are column and row, {@code |} lifts the pen. */
    private static final Map<Character, String> STROKES = Map.ofEntries(
            Map.entry('A', "04 01 10 21 24|02 22"),
            Map.entry('E', "20 00 04 24|02 12"),
            Map.entry('H', "00 04|20 24|02 22"),
            Map.entry('L', "00 04 24"),
            Map.entry('N', "04 00 24 20"),
            Map.entry('O', "10 01 03 14 23 21 10"),
            Map.entry('P', "04 00 20 22 02"),
            Map.entry('R', "04 00 20 22 02 24"),
            Map.entry('S', "20 00 02 22 24 04"),
            Map.entry('T', "00 20|10 14"),
            Map.entry('U', "00 04 24 20"),
            Map.entry('W', "00 04 12 24 20"));

    private Lettering() {}

    /**
     * Draws words in a row.
     *
     * @param width pixels to fill, at least one letter is drawn
     * @param top where the letters begin
     * @param size height of a letter in pixels
     */
    static void draw(Graphics2D pen, RandomGenerator random, double width, double top, double size) {
        pen.setStroke(new BasicStroke((float) (size * 0.16), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        double x = size * 0.1;
        do {
            for (char letter : WORDS.get(random.nextInt(WORDS.size())).toCharArray()) {
                letter(pen, letter, x, top + size * 0.1, size * 0.8);
                x += size * 0.62;
            }
            x += size * 0.4;
        } while (x < width);
    }

    private static void letter(Graphics2D pen, char letter, double x, double y, double height) {
        for (String stroke : STROKES.getOrDefault(letter, "").split("\\|")) {
            Path2D path = new Path2D.Double();
            for (String point : stroke.split(" ")) {
                double px = x + (point.charAt(0) - '0') * height / 4;
                double py = y + (point.charAt(1) - '0') * height / 4;
                if (path.getCurrentPoint() == null) {
                    path.moveTo(px, py);
                } else {
                    path.lineTo(px, py);
                }
            }
            pen.draw(path);
        }
    }
}
