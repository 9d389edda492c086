package org.touchstone.image;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import org.touchstone.hit.Box;

/**
 * Decodes image files that nobody vouches for: JPEG (CMYK too), PNG, GIF (its first frame), WebP, BMP and SVG.
 *
 * <p>The format is told by the content. Size and wholeness are checked in the file's header and structure before any
 * pixel is decoded; whatever the bytes are, the outcome is an image or an {@link ImageRejectedException}. Nothing but the
 * file itself is read: an SVG that refers to anything outside itself is rejected. Very large images are thinned out while
 * they are decoded ({@link ImageLimits#keptPixels}); JPEGs are turned upright by their EXIF orientation. {@link
 * DecodedImage#toStored} takes both back.
 *
 * <p>Thread-safe; share one. Threads that decode large images through it at the same time wait for each other, so that
 * together they hold about as many pixels as one image may have.
 *
 * <pre>{@code
 * DecodedImage photo = new ImageDecoder().decode(Path.of("img/1.jpg"));
 * Box stored = photo.toStored(new Box(10, 20, 30, 40));
 * }</pre>
 */
public final class ImageDecoder {
    /** Pixels behind one permit of the budget. */
    private static final int GRAIN = 1 << 16;

    private final ImageLimits limits;
    private final Semaphore budget;
    private final int permits;

    /** A decoder with {@link ImageLimits#DEFAULT}. */
    public ImageDecoder() {
        this(ImageLimits.DEFAULT);
    }

    public ImageDecoder(ImageLimits limits) {
        this.limits = limits;
        permits = (int) Math.min(Integer.MAX_VALUE, 1 + limits.pixels() / GRAIN);
        budget = new Semaphore(permits, true);
    }

    /**
     * Decodes a file, transparent parts on white.
     *
     * @throws ImageRejectedException when it is missing, unreadable, beyond the limits, cut short, broken or no image
     */
    public DecodedImage decode(Path file) throws ImageRejectedException {
        return decode(read(file));
    }

    /** Decodes a file's content, transparent parts on white. The array is not changed. */
    public DecodedImage decode(byte[] content) throws ImageRejectedException {
        return decode(content, false);
    }

    /** Decodes a file and keeps what transparency it has. */
    public DecodedImage decodeTransparent(Path file) throws ImageRejectedException {
        return decodeTransparent(read(file));
    }

    /** Decodes a file's content and keeps what transparency it has. The array is not changed. */
    public DecodedImage decodeTransparent(byte[] content) throws ImageRejectedException {
        return decode(content, true);
    }

    private DecodedImage decode(byte[] content, boolean transparent) throws ImageRejectedException {
        ImageFormat format = ImageFormat.of(content);
        long most = format == ImageFormat.SVG ? limits.svgBytes() : limits.fileBytes();
        if (content.length > most) {
            throw new ImageRejectedException(
                    "expected " + format + " of at most " + most + " bytes, found " + content.length);
        }
        try {
            return format == ImageFormat.SVG
                    ? SvgReader.read(content, limits, transparent)
                    : raster(ImageHeader.read(format, content, limits), content, transparent);
        } catch (RuntimeException | StackOverflowError e) {
            throw RasterReader.broken(format, e);
        } catch (OutOfMemoryError e) {
            throw new ImageRejectedException("expected " + format + " that fits in memory, found one that does not", e);
        }
    }

    private DecodedImage raster(ImageHeader header, byte[] content, boolean transparent) throws ImageRejectedException {
        long pixels = (long) header.width() * header.height();
        int share = (int) Math.min(permits, 1 + pixels / GRAIN);
        budget.acquireUninterruptibly(share);
        try {
            int step = (int) Math.ceil(Math.sqrt((double) pixels / limits.keptPixels()));
            BufferedImage frame = RasterReader.read(header, content, Math.max(1, step));
            BufferedImage whole = place(frame, header);
            BufferedImage plain =
                    transparent && Pixels.hasAlpha(whole) ? Pixels.withAlpha(whole) : Pixels.opaque(whole);
            return new DecodedImage(
                    Pixels.upright(plain, header.orientation()),
                    header.width(),
                    header.height(),
                    header.format(),
                    header.orientation());
        } finally {
            budget.release(share);
        }
    }

    /** The first frame on its canvas, at the scale at which it was decoded. */
    private static BufferedImage place(BufferedImage image, ImageHeader header) {
        Box frame = header.frame();
        if (frame.width() == header.width() && frame.height() == header.height()) {
            return image;
        }
        double scale = (double) image.getWidth() / frame.width();
        return Pixels.onCanvas(
                image,
                (int) Math.max(1, Math.round(header.width() * scale)),
                (int) Math.max(1, Math.round(header.height() * scale)),
                (int) Math.round(frame.x() * scale),
                (int) Math.round(frame.y() * scale));
    }

    private byte[] read(Path file) throws ImageRejectedException {
        long most = Math.max(limits.fileBytes(), limits.svgBytes());
        try {
            if (!Files.isRegularFile(file)) {
                throw new ImageRejectedException(
                        Files.exists(file)
                                ? "expected an image file, found a folder or device: '" + file + "'"
                                : "no such file: '" + file + "'");
            }
            try (InputStream in = Files.newInputStream(file)) {
                byte[] content = in.readNBytes((int) Math.min(most + 1, Integer.MAX_VALUE - 8));
                if (content.length > most) {
                    throw new ImageRejectedException(
                            "expected an image file of at most " + most + " bytes, found " + Files.size(file));
                }
                return content;
            }
        } catch (NoSuchFileException e) {
            throw new ImageRejectedException("no such file: '" + file + "'", e);
        } catch (ImageRejectedException e) {
            throw e;
        } catch (IOException | SecurityException e) {
            throw new ImageRejectedException("cannot be read: '" + file + "': " + e.getMessage(), e);
        }
    }
}
