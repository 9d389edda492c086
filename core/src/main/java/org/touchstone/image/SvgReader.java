package org.touchstone.image;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.DocumentLimits;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.parser.resources.ResourcePolicy;
import com.github.weisj.jsvg.view.FloatSize;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Color;
import java.awt.Component;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Draws a checked SVG. */
final class SvgReader {
    private static final int MAX_USE_DEPTH = 15;
    /** Held here, for the log manager forgets the level of a logger that nobody holds. */
    private static final Logger QUIET = Logger.getLogger("com.github.weisj.jsvg");

    static {
        QUIET.setLevel(Level.OFF); // what matters in a file is rejected by name; the rest is not the user's business
    }

    private SvgReader() {}

    /** Checks and draws an SVG in a thread of its own, for as long as the limits allow. */
    static DecodedImage read(byte[] content, ImageLimits limits, boolean transparent) throws ImageRejectedException {
        BoundedThread.Drawn drawn = BoundedThread.run(() -> draw(content, limits), limits.svgTime());
        BufferedImage image = transparent ? drawn.image() : Pixels.opaque(drawn.image());
        return new DecodedImage(image, drawn.width(), drawn.height(), ImageFormat.SVG, Orientation.UPRIGHT);
    }

    private static BoundedThread.Drawn draw(byte[] content, ImageLimits limits) throws Exception {
        String text = SvgCheck.text(content);
        SvgImages images = SvgCheck.check(text, limits);
        LoaderContext context = LoaderContext.builder()
                .externalResourcePolicy(ResourcePolicy.DENY_EXTERNAL)
                .resourceLoader(images)
                .documentLimits(new DocumentLimits(limits.svgDepth(), MAX_USE_DEPTH, limits.svgElements()))
                .build();
        SVGDocument document = new SVGLoader().load(() -> SvgXml.reader(text), null, context);
        if (document == null) {
            throw new ImageRejectedException("expected an SVG that can be drawn, found a broken one");
        }
        FloatSize size = document.size();
        float longer = Math.max(size.width, size.height);
        if (!(size.width > 0 && size.height > 0 && longer <= limits.side())) {
            throw new ImageRejectedException("expected an SVG with sides of more than 0 and at most " + limits.side()
                    + ", found " + size.width + " x " + size.height);
        }
        double scale = limits.svgSide() / (double) longer;
        int width = (int) Math.max(1, Math.round(size.width * scale));
        int height = (int) Math.max(1, Math.round(size.height * scale));
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        try {
            g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            g.setColor(Color.BLACK); // what currentColor means at the root
            document.render((Component) null, g, new ViewBox(0, 0, width, height));
        } finally {
            g.dispose();
        }
        return new BoundedThread.Drawn(image, stated(size.width), stated(size.height));
    }

    private static int stated(float side) {
        return Math.max(1, Math.round(side));
    }
}
