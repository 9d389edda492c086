package org.touchstone.benchmarks.invented;

import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Letters and Chinese characters as outlines, in the fonts that the machine has. Thread-safe; the Random decides all. */
final class Letters {
    private static final String HAN = "山水云月星光金玉龙凤天地春秋江海林石花木东西南北安平和顺福康宁华丰泰兴盛美佳雅清明远达信诚德仁义礼智思念乐欢喜"
            + "鹤鹿虎马羊鱼鸟梅兰竹菊松柏桃荷莲茶酒米麦风雷雨雪火土岩泉湖溪谷峰岭桥城楼阁亭塔舟车弓剑鼎钟琴棋书画诗墨笔纸砚";

    /** More than this many families take long to look through. */
    private static final int FAMILIES = 60;

    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

    private final Syllables syllables = new Syllables(HAN);
    private final List<Font> latin = new ArrayList<>();
    private final List<Font> han = new ArrayList<>();

    Letters() {
        String[] families = GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames();
        for (int i = 0; i < Math.min(FAMILIES, families.length); i++) {
            Font font = new Font(families[i], Font.PLAIN, 100);
            if (font.canDisplayUpTo("Abcdefghijklmnopqrstuvwxyz") < 0) {
                latin.add(font);
            }
            if (font.canDisplayUpTo(HAN) < 0) {
                han.add(font);
            }
        }
        if (latin.isEmpty()) {
            latin.add(new Font(Font.SANS_SERIF, Font.PLAIN, 100));
        }
    }

    /** Whether there is a font with Chinese characters. */
    boolean hasHan() {
        return !han.isEmpty();
    }

    /** An invented name: lower case, capitals or a capital first. */
    Shape word(Random random) {
        String name = syllables.latin(random);
        return outline(
                switch (random.nextInt(3)) {
                    case 0 -> name;
                    case 1 -> upper(name);
                    default -> upper(name.substring(0, 1)) + name.substring(1);
                },
                latin,
                random);
    }

    /** So many capitals in a row, drawn at random. */
    Shape capitals(int count, Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append((char) ('A' + random.nextInt(26)));
        }
        return outline(text.toString(), latin, random);
    }

    /** Two to four Chinese characters; a name in Latin letters where no font has them. */
    Shape chinese(Random random) {
        return hasHan() ? outline(syllables.han(random), han, random) : word(random);
    }

    /** One, two or four Chinese characters as on a seal, in one or two rows; capitals where no font has them. */
    Shape seal(Random random) {
        int columns = 1 + random.nextInt(2);
        int rows = 1 + random.nextInt(2);
        String text = text(columns * rows, random);
        Font font = any(hasHan() ? han : latin, random);
        Path2D seal = new Path2D.Double();
        for (int i = 0; i < text.length(); i++) {
            Shape one = font.createGlyphVector(EXACT, text.substring(i, i + 1)).getOutline();
            int row = i / columns;
            seal.append(fitted(one, new Rectangle2D.Double(i % columns, row, 0.9, 0.9)), false);
        }
        return seal;
    }

    private String text(int length, Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(hasHan() ? HAN.charAt(random.nextInt(HAN.length())) : (char) ('A' + random.nextInt(26)));
        }
        return text.toString();
    }

    private static Shape outline(String text, List<Font> fonts, Random random) {
        Font font = any(fonts, random);
        AffineTransform hand = new AffineTransform();
        hand.shear(random.nextInt(3) == 0 ? 0.4 * random.nextDouble() - 0.2 : 0, 0);
        hand.scale(0.7 + 0.7 * random.nextDouble(), 1);
        return hand.createTransformedShape(font.createGlyphVector(EXACT, text).getOutline());
    }

    private static Font any(List<Font> fonts, Random random) {
        return fonts.get(random.nextInt(fonts.size())).deriveFont(random.nextInt(4));
    }

    private static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    /** A shape moved and scaled, its proportions kept, into the middle of a frame. */
    static Shape fitted(Shape shape, Rectangle2D frame) {
        Rectangle2D own = shape.getBounds2D();
        double scale = Math.min(
                frame.getWidth() / Math.max(1e-6, own.getWidth()), frame.getHeight() / Math.max(1e-6, own.getHeight()));
        AffineTransform move = AffineTransform.getTranslateInstance(frame.getCenterX(), frame.getCenterY());
        move.scale(scale, scale);
        move.translate(-own.getCenterX(), -own.getCenterY());
        return move.createTransformedShape(shape);
    }
}
