package org.touchstone.image;

import com.github.weisj.jsvg.parser.DomDocument;
import com.github.weisj.jsvg.parser.resources.RenderableResource;
import com.github.weisj.jsvg.parser.resources.ResourceLoader;
import com.github.weisj.jsvg.parser.resources.ResourceSupplier;
import com.github.weisj.jsvg.parser.resources.impl.ImageResource;
import com.github.weisj.jsvg.parser.resources.impl.ValueResourceSupplier;
import java.awt.image.BufferedImage;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/** The raster images embedded in one SVG as {@code data:} addresses, held to the limits all together. Not thread-safe. */
final class SvgImages implements ResourceLoader {
    private static final int MAX_IMAGES = 64;
    /** An embedded image is thinned out to this: the raster that it is drawn on has fewer pixels still. */
    private static final long KEPT_PIXELS = 2_000_000;

    private final ImageLimits limits;
    private int images;
    private long pixels;

    SvgImages(ImageLimits limits) {
        this.limits = limits;
    }

    /** Checks the header of an embedded image. */
    void expect(String address, String where) throws ImageRejectedException {
        if (++images > MAX_IMAGES) {
            throw new ImageRejectedException(
                    "expected an SVG with at most " + MAX_IMAGES + " embedded images, found more");
        }
        ImageHeader header = header(content(address, where), where);
        pixels += (long) header.width() * header.height();
        if (pixels > limits.pixels()) {
            throw new ImageRejectedException("expected embedded images of at most " + limits.pixels()
                    + " pixels in all, found more in " + where);
        }
    }

    @Override
    public ResourceSupplier<RenderableResource> loadImage(DomDocument document, URI address)
            throws ImageRejectedException {
        byte[] content = content(address.toString(), "<image>");
        ImageHeader header = header(content, "<image>");
        long size = (long) header.width() * header.height();
        int step = Math.max(1, (int) Math.ceil(Math.sqrt((double) size / KEPT_PIXELS)));
        BufferedImage image = Pixels.withAlpha(RasterReader.read(header, content, step));
        return new ValueResourceSupplier<>(new ImageResource(image));
    }

    private ImageHeader header(byte[] content, String where) throws ImageRejectedException {
        ImageFormat format;
        try {
            format = ImageFormat.of(content);
        } catch (ImageRejectedException e) {
            throw new ImageRejectedException(e.getMessage() + ", in " + where, e);
        }
        if (format == ImageFormat.SVG) {
            throw new ImageRejectedException(
                    "expected embedded raster images only, found an SVG within the SVG in " + where);
        }
        return ImageHeader.read(format, content, limits);
    }

    private static byte[] content(String address, String where) throws ImageRejectedException {
        int comma = address.indexOf(',');
        if (comma < 0) {
            throw new ImageRejectedException("expected data:TYPE,DATA, found no comma in " + where);
        }
        try {
            if (address.substring(0, comma).toLowerCase(Locale.ROOT).contains(";base64")) {
                String data = address.substring(comma + 1);
                String plain = data.indexOf('%') < 0
                        ? data
                        : URLDecoder.decode(data.replace("+", "%2B"), StandardCharsets.UTF_8);
                return Base64.getMimeDecoder().decode(plain);
            }
            return URLDecoder.decode(address.substring(comma + 1).replace("+", "%2B"), StandardCharsets.ISO_8859_1)
                    .getBytes(StandardCharsets.ISO_8859_1);
        } catch (IllegalArgumentException e) {
            throw new ImageRejectedException("expected base64 data in " + where + ", found: " + e.getMessage(), e);
        }
    }
}
