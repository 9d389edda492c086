package org.touchstone.cli.demo.photo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Draws the objects, each on a sheet of {@value #SIZE} x {@value #SIZE} pixels. */
final class Wares {
    static final int SIZE = 900;

    private final Graphics2D g;
    private final Color colour;
    private final Random random;
    private final @Nullable BufferedImage logo;

    private Wares(Graphics2D g, Color colour, Random random, @Nullable BufferedImage logo) {
        this.g = g;
        this.colour = colour;
        this.random = random;
        this.logo = logo;
    }

    static void draw(Graphics2D g, Ware ware, Color colour, Random random, @Nullable BufferedImage logo) {
        Wares wares = new Wares(g, colour, random, logo);
        switch (ware) {
            case BAG -> wares.bag();
            case SHOE -> wares.shoe();
            case CASE -> wares.phoneCase();
            case TIN -> wares.tin();
            case BOTTLE -> wares.bottle();
            case JAR -> wares.jar();
            case MUG -> wares.mug();
            case SHIRT -> wares.shirt();
            case NOTEBOOK -> wares.notebook();
        }
    }

    private void bag() {
        g.setStroke(new BasicStroke(24, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        for (int back = 0; back < 2; back++) {
            g.setColor(Light.darker(colour, back == 0 ? 0.45 : 0.8));
            g.draw(new Arc2D.Double(310 - back * 14, 150 + back * 26, 280 + back * 28, 420, 0, 180, Arc2D.OPEN));
        }
        g.setStroke(new BasicStroke(5));
        g.setColor(new Color(255, 255, 255, 60));
        g.draw(new Arc2D.Double(290, 170, 320, 420, 20, 130, Arc2D.OPEN));
        Path2D body = new Path2D.Double();
        body.moveTo(214, 360);
        body.quadTo(450, 336, 686, 360);
        body.quadTo(716, 560, 742, 760);
        body.quadTo(742, 800, 700, 802);
        body.quadTo(450, 822, 200, 802);
        body.quadTo(158, 800, 158, 760);
        body.quadTo(184, 560, 214, 360);
        body.closePath();
        solid(body);
        leather(body);
        stitches(body);
        for (int x : new int[] {300, 600}) {
            g.setColor(new Color(214, 178, 96));
            g.setStroke(new BasicStroke(8));
            g.draw(new Ellipse2D.Double(x - 20, 348, 40, 40));
            g.setColor(new Color(255, 244, 200));
            g.setStroke(new BasicStroke(2));
            g.draw(new Arc2D.Double(x - 20, 348, 40, 40, 80, 100, Arc2D.OPEN));
        }
        print(450, 590, 330, 210);
        shade(body, Light.across(body, -0.34, 0.04, 0.14, 0.0, -0.10, -0.42));
        shade(body, Light.slanting(body, 0.10, 0.0, -0.24));
    }

    private void shoe() {
        Path2D sole = new Path2D.Double();
        sole.moveTo(92, 640);
        sole.quadTo(110, 700, 170, 704);
        sole.lineTo(760, 704);
        sole.quadTo(826, 700, 824, 640);
        sole.quadTo(640, 664, 440, 650);
        sole.quadTo(250, 640, 92, 640);
        Path2D upper = new Path2D.Double();
        upper.moveTo(98, 646);
        upper.quadTo(88, 520, 120, 380);
        upper.quadTo(150, 352, 196, 372);
        upper.quadTo(300, 410, 348, 346);
        upper.quadTo(372, 326, 402, 352);
        upper.quadTo(500, 500, 640, 528);
        upper.quadTo(812, 552, 826, 648);
        upper.quadTo(640, 668, 440, 656);
        upper.quadTo(250, 646, 98, 646);
        upper.closePath();
        solid(upper);
        leather(upper);
        Path2D toe = new Path2D.Double();
        toe.moveTo(640, 528);
        toe.quadTo(620, 590, 650, 662);
        toe.quadTo(760, 668, 826, 648);
        toe.quadTo(812, 552, 640, 528);
        g.setColor(Light.alpha(Light.darker(colour, 0.72), 200));
        g.fill(toe);
        Path2D heel = new Path2D.Double();
        heel.moveTo(98, 646);
        heel.quadTo(88, 520, 112, 410);
        heel.quadTo(190, 470, 196, 648);
        heel.closePath();
        g.fill(heel);
        g.setColor(new Color(250, 250, 248));
        g.fill(sole);
        g.setStroke(new BasicStroke(4));
        g.setColor(new Color(0, 0, 0, 60));
        g.draw(new Path2D.Double(sole));
        g.setColor(Light.darker(colour, 0.8));
        g.setStroke(new BasicStroke(7));
        g.drawLine(120, 682, 800, 682);
        laces();
        print(376, 556, 290, 140);
        shade(upper, Light.slanting(upper, 0.26, 0.06, -0.06, -0.34));
    }

    private void laces() {
        g.setStroke(new BasicStroke(13, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        for (int i = 0; i < 5; i++) {
            double x = 402 + i * 44;
            double y = 376 + i * 36 - i * i * 1.5;
            g.setColor(new Color(0, 0, 0, 70));
            g.draw(new Path2D.Double(line(x - 12, y + 50, x + 22, y + 4)));
            g.setColor(new Color(252, 252, 250));
            g.draw(new Path2D.Double(line(x - 14, y + 46, x + 20, y)));
        }
    }

    private static Shape line(double x1, double y1, double x2, double y2) {
        Path2D line = new Path2D.Double();
        line.moveTo(x1, y1);
        line.quadTo((x1 + x2) / 2 - 8, (y1 + y2) / 2 - 8, x2, y2);
        return line;
    }

    private void phoneCase() {
        Shape body = new RoundRectangle2D.Double(270, 110, 360, 690, 96, 96);
        g.setColor(Light.darker(colour, 0.6));
        g.fill(new RoundRectangle2D.Double(262, 106, 376, 700, 108, 108));
        solid(body);
        g.setPaint(Light.slanting(body, 0.22, 0.02, 0.0, -0.14));
        g.fill(body);
        Shape island = new RoundRectangle2D.Double(300, 140, 166, 170, 58, 58);
        g.setColor(new Color(20, 22, 28, 235));
        g.fill(island);
        for (int i = 0; i < 3; i++) {
            double x = 316 + (i % 2) * 72;
            double y = 154 + (i / 2) * 74 + (i == 1 ? 36 : 0);
            g.setColor(new Color(56, 60, 70));
            g.fill(new Ellipse2D.Double(x, y, 64, 64));
            g.setColor(new Color(8, 10, 20));
            g.fill(new Ellipse2D.Double(x + 9, y + 9, 46, 46));
            g.setColor(new Color(120, 160, 230, 160));
            g.fill(new Ellipse2D.Double(x + 20, y + 16, 14, 12));
        }
        print(450, 540, 280, 250);
        g.setStroke(new BasicStroke(3));
        g.setColor(new Color(255, 255, 255, 110));
        g.draw(new RoundRectangle2D.Double(274, 114, 352, 682, 92, 92));
        gloss(body, 250, 80, 120);
    }

    private void tin() {
        cylinder(colour, 250, 250, 400, 470, 46);
        cylinder(Light.darker(colour, 0.55), 242, 190, 416, 84, 46);
        g.setColor(Light.darker(colour, 0.62));
        g.fill(new Ellipse2D.Double(242, 144, 416, 92));
        g.setPaint(Light.slanting(new Rectangle2D.Double(242, 144, 416, 92), 0.35, 0.05, -0.15));
        g.fill(new Ellipse2D.Double(242, 144, 416, 92));
        g.setColor(new Color(216, 180, 100));
        g.setStroke(new BasicStroke(5));
        for (int y : new int[] {318, 690}) {
            g.draw(new Arc2D.Double(250, y - 46, 400, 92, 180, 180, Arc2D.OPEN));
        }
        printRound(450, 524, 330, 260, 400, 36);
        shade(
                body(250, 250, 400, 470, 46),
                Light.across(body(250, 250, 400, 470, 46), -0.45, 0.0, 0.26, 0.02, -0.18, -0.55));
    }

    private void bottle() {
        cylinder(Light.darker(colour, 0.5), 372, 96, 156, 90, 18);
        cylinder(new Color(200, 204, 210), 384, 180, 132, 40, 16);
        Path2D body = new Path2D.Double();
        body.moveTo(384, 214);
        body.curveTo(384, 270, 312, 268, 306, 340);
        body.lineTo(306, 770);
        body.quadTo(306, 812, 350, 818);
        body.quadTo(450, 830, 550, 818);
        body.quadTo(594, 812, 594, 770);
        body.lineTo(594, 340);
        body.curveTo(588, 268, 516, 270, 516, 214);
        body.closePath();
        solid(body);
        printRound(450, 540, 270, 320, 288, 14);
        shade(body, Light.across(body, -0.5, -0.06, 0.42, 0.10, -0.04, -0.26, -0.55));
    }

    private void jar() {
        cylinder(Light.darker(colour, 1.0), 230, 420, 440, 300, 52);
        cylinder(new Color(244, 240, 232), 222, 300, 456, 130, 52);
        g.setColor(new Color(250, 247, 241));
        g.fill(new Ellipse2D.Double(222, 248, 456, 104));
        g.setPaint(Light.slanting(new Rectangle2D.Double(222, 248, 456, 104), 0.2, 0.0, -0.14));
        g.fill(new Ellipse2D.Double(222, 248, 456, 104));
        printRound(450, 612, 340, 190, 440, 44);
        Shape body = body(230, 420, 440, 300, 52);
        shade(body, Light.across(body, -0.42, 0.02, 0.30, 0.04, -0.12, -0.5));
    }

    private void mug() {
        g.setStroke(new BasicStroke(46, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.setColor(Light.darker(colour, 0.7));
        g.draw(new Arc2D.Double(570, 372, 200, 250, -90, 180, Arc2D.OPEN));
        g.setStroke(new BasicStroke(30, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.setColor(Light.darker(colour, 0.9));
        g.draw(new Arc2D.Double(566, 368, 200, 250, -90, 180, Arc2D.OPEN));
        cylinder(colour, 230, 290, 420, 440, 44);
        g.setColor(Light.darker(colour, 0.45));
        g.fill(new Ellipse2D.Double(230, 246, 420, 88));
        g.setColor(new Color(64, 36, 18));
        g.fill(new Ellipse2D.Double(250, 262, 380, 66));
        g.setStroke(new BasicStroke(8));
        g.setColor(Light.darker(colour, 0.95));
        g.draw(new Ellipse2D.Double(232, 248, 416, 84));
        printRound(440, 530, 300, 270, 420, 34);
        Shape body = body(230, 290, 420, 440, 44);
        shade(body, Light.across(body, -0.4, 0.02, 0.28, 0.02, -0.14, -0.5));
    }

    private void shirt() {
        Path2D shirt = new Path2D.Double();
        shirt.moveTo(340, 150);
        shirt.quadTo(450, 230, 560, 150);
        shirt.lineTo(660, 184);
        shirt.lineTo(836, 350);
        shirt.lineTo(742, 446);
        shirt.lineTo(668, 386);
        shirt.quadTo(656, 600, 678, 812);
        shirt.quadTo(450, 838, 222, 812);
        shirt.quadTo(244, 600, 232, 386);
        shirt.lineTo(158, 446);
        shirt.lineTo(64, 350);
        shirt.lineTo(240, 184);
        shirt.closePath();
        solid(shirt);
        weave(shirt);
        g.setStroke(new BasicStroke(14, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
        g.setColor(Light.darker(colour, 0.82));
        Path2D collar = new Path2D.Double();
        collar.moveTo(346, 154);
        collar.quadTo(450, 240, 554, 154);
        g.draw(collar);
        print(450, 430, 300, 240);
        Shape clip = g.getClip();
        g.clip(shirt);
        for (int fold = 0; fold < 9; fold++) {
            double x = 200 + random.nextDouble() * 500;
            double y = 320 + random.nextDouble() * 380;
            double dx = random.nextGaussian() * 130;
            for (int width = 44; width > 0; width -= 6) {
                g.setStroke(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
                g.setColor(fold % 3 == 0 ? new Color(255, 255, 255, 5) : new Color(0, 0, 0, 6));
                g.draw(new Path2D.Double(line(x, y, x + dx, y + 190)));
            }
        }
        g.setClip(clip);
        shade(shirt, Light.slanting(shirt, 0.12, 0.0, -0.2));
    }

    private void notebook() {
        g.setColor(new Color(244, 240, 228));
        g.fill(new RoundRectangle2D.Double(238, 122, 446, 670, 20, 20));
        Shape cover = new RoundRectangle2D.Double(226, 112, 440, 670, 26, 26);
        solid(cover);
        leather(cover);
        g.setColor(new Color(0, 0, 0, 70));
        g.fill(new Rectangle2D.Double(226, 112, 44, 670));
        print(468, 400, 270, 260);
        g.setColor(Light.darker(colour, 0.35));
        g.fill(new Rectangle2D.Double(606, 112, 18, 670));
        shade(cover, Light.slanting(cover, 0.2, 0.02, -0.2));
    }

    private void solid(Shape shape) {
        g.setColor(colour);
        g.fill(shape);
    }

    private void shade(Shape shape, Paint paint) {
        g.setPaint(paint);
        g.fill(shape);
    }

    private static Area body(double x, double y, double width, double height, double sag) {
        Area body = new Area(new Rectangle2D.Double(x, y, width, height));
        body.add(new Area(new Ellipse2D.Double(x, y + height - sag, width, sag * 2)));
        body.subtract(new Area(new Ellipse2D.Double(x, y - sag, width, sag * 2)));
        return body;
    }

    private void cylinder(Color fill, double x, double y, double width, double height, double sag) {
        Area whole = new Area(new Rectangle2D.Double(x, y, width, height));
        whole.add(new Area(new Ellipse2D.Double(x, y + height - sag, width, sag * 2)));
        whole.add(new Area(new Ellipse2D.Double(x, y - sag, width, sag * 2)));
        g.setColor(fill);
        g.fill(whole);
        if (fill != colour) {
            shade(whole, Light.across(whole, -0.4, 0.02, 0.3, 0.02, -0.15, -0.5));
        }
    }

    /** The pores of leather. */
    private void leather(Shape shape) {
        shade(shape, Light.specks(random, 34));
    }

    /** The threads of cloth. */
    private void weave(Shape shape) {
        shade(shape, Light.specks(random, 16));
    }

    private void stitches(Shape shape) {
        Rectangle2D box = shape.getBounds2D();
        AffineTransform inner = AffineTransform.getTranslateInstance(box.getCenterX(), box.getCenterY());
        inner.scale(0.945, 0.93);
        inner.translate(-box.getCenterX(), -box.getCenterY());
        g.setStroke(new BasicStroke(3, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {12, 8}, 0));
        g.setColor(new Color(255, 244, 220, 150));
        g.draw(inner.createTransformedShape(shape));
    }

    private void gloss(Shape shape, double x, double y, double width) {
        Shape clip = g.getClip();
        g.clip(shape);
        Path2D band = new Path2D.Double();
        band.moveTo(x + 230, y);
        band.lineTo(x + 230 + width, y);
        band.lineTo(x + width - 120, y + 760);
        band.lineTo(x - 120, y + 760);
        band.closePath();
        g.setColor(new Color(255, 255, 255, 26));
        g.fill(band);
        g.setClip(clip);
    }

    /** The logo, as large as fits into a box with the given centre. */
    private void print(double x, double y, double width, double height) {
        if (logo != null) {
            double scale = Math.min(width / logo.getWidth(), height / logo.getHeight());
            AffineTransform at = AffineTransform.getTranslateInstance(
                    x - logo.getWidth() * scale / 2, y - logo.getHeight() * scale / 2);
            at.scale(scale, scale);
            g.drawImage(logo, at, null);
        }
    }

    private void printRound(double x, double y, double width, double height, double diameter, double sag) {
        if (logo != null) {
            double scale = Math.min(width / logo.getWidth(), height / logo.getHeight());
            BufferedImage flat = new BufferedImage(
                    (int) (logo.getWidth() * scale), (int) (logo.getHeight() * scale), BufferedImage.TYPE_INT_ARGB);
            Graphics2D on = Light.smooth(flat);
            on.drawImage(logo, AffineTransform.getScaleInstance(scale, scale), null);
            on.dispose();
            BufferedImage bent = Warp.round(flat, diameter, sag);
            g.drawImage(bent, (int) (x - bent.getWidth() / 2.0), (int) (y - bent.getHeight() / 2.0), null);
        }
    }
}
