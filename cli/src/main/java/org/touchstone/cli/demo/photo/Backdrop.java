package org.touchstone.cli.demo.photo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.geom.CubicCurve2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Random;

/** What objects stand or lie on. */
public enum Backdrop {
    /** A seamless sheet of paper. */
    STUDIO {
        @Override
        void paint(Graphics2D g, int size, Random random) {
            float hue = random.nextFloat();
            Color wall = Color.getHSBColor(hue, 0.06f, 0.93f);
            Color floor = Color.getHSBColor(hue, 0.05f, 0.84f);
            g.setPaint(new GradientPaint(0, 0, wall, 0, size * 0.72f, floor.brighter()));
            g.fill(new Rectangle2D.Double(0, 0, size, size));
            g.setPaint(new GradientPaint(0, size * 0.60f, Light.alpha(floor, 0), 0, size, floor));
            g.fill(new Rectangle2D.Double(0, size * 0.60, size, size * 0.4));
        }
    },
    /** Planks. */
    WOOD {
        @Override
        void paint(Graphics2D g, int size, Random random) {
            int planks = 5;
            double height = (double) size / planks;
            for (int i = 0; i < planks; i++) {
                float shade = 0.50f + random.nextFloat() * 0.14f;
                Color base = Color.getHSBColor(0.075f + random.nextFloat() * 0.012f, 0.46f, shade);
                g.setPaint(new GradientPaint(0, 0, base.brighter(), size, 0, base));
                g.fill(new Rectangle2D.Double(0, i * height, size, height + 1));
                for (int grain = 0; grain < 46; grain++) {
                    double y = i * height + random.nextDouble() * height;
                    double bend = random.nextGaussian() * 7;
                    g.setColor(new Color(58, 34, 14, 10 + random.nextInt(30)));
                    g.setStroke(new BasicStroke(0.6f + random.nextFloat() * 1.6f));
                    g.draw(new CubicCurve2D.Double(
                            0, y, size * 0.3, y + bend, size * 0.7, y - bend, size, y + bend / 2));
                }
                g.setColor(new Color(40, 22, 8, 150));
                g.setStroke(new BasicStroke(3));
                g.drawLine(0, (int) (i * height), size, (int) (i * height));
            }
        }
    },
    /** White stone with veins. */
    MARBLE {
        @Override
        void paint(Graphics2D g, int size, Random random) {
            g.setPaint(new GradientPaint(0, 0, new Color(248, 247, 245), size, size, new Color(226, 225, 224)));
            g.fill(new Rectangle2D.Double(0, 0, size, size));
            for (int vein = 0; vein < 22; vein++) {
                Path2D path = new Path2D.Double();
                double x = random.nextDouble() * size * 1.4 - size * 0.4;
                double y = 0;
                path.moveTo(x, y);
                while (y < size) {
                    x += random.nextDouble() * 60 - 6;
                    y += 20 + random.nextDouble() * 60;
                    path.lineTo(x, y);
                }
                for (int width = 9; width > 0; width -= 3) {
                    g.setColor(new Color(120, 124, 132, vein % 4 == 0 ? 22 : 8));
                    g.setStroke(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
                    g.draw(path);
                }
            }
        }
    },
    /** Woven cloth. */
    CLOTH {
        @Override
        void paint(Graphics2D g, int size, Random random) {
            Color base = Color.getHSBColor(random.nextFloat(), 0.16f, 0.74f);
            g.setColor(base);
            g.fillRect(0, 0, size, size);
            for (int i = 0; i < size; i += 3) {
                g.setColor(new Color(255, 255, 255, 8 + random.nextInt(26)));
                g.drawLine(0, i, size, i);
                g.setColor(new Color(0, 0, 0, 6 + random.nextInt(24)));
                g.drawLine(i, 0, i, size);
            }
            for (int fold = 0; fold < 4; fold++) {
                double x = random.nextDouble() * size;
                for (int width = 90; width > 0; width -= 10) {
                    g.setColor(new Color(0, 0, 0, 3));
                    g.setStroke(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
                    g.draw(new CubicCurve2D.Double(
                            x, -50, x + 120, size * 0.3, x - 160, size * 0.7, x + 60, size + 50));
                }
            }
        }
    };

    abstract void paint(Graphics2D g, int size, Random random);

    /** The light that falls on it, from the upper left. */
    static void light(Graphics2D g, int size) {
        g.setPaint(new RadialGradientPaint(
                size * 0.36f, size * 0.28f, size * 0.95f, new float[] {0, 0.55f, 1}, new Color[] {
                    new Color(255, 252, 240, 60), new Color(255, 255, 255, 0), new Color(10, 10, 30, 92)
                }));
        g.fillRect(0, 0, size, size);
    }
}
