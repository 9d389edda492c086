package org.touchstone.image;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import org.jspecify.annotations.Nullable;

/** Decodes the first frame of a raster file whose header has been checked. */
final class RasterReader {
    private RasterReader() {}

    /**
     * The frame in whatever form the decoder gives.
     *
     * @param step every how-manieth pixel of a row, and row, to keep
     */
    static BufferedImage read(ImageHeader header, byte[] content, int step) throws ImageRejectedException {
        ImageReader reader = Readers.of(header.format());
        try (ByteInput input = new ByteInput(content)) {
            List<String> warnings = new ArrayList<>();
            reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
            reader.setInput(input, true, true);
            expectSize(header, reader.getWidth(0), reader.getHeight(0));
            ImageReadParam param = reader.getDefaultReadParam();
            param.setSourceSubsampling(step, step, 0, 0);
            BufferedImage image = reader.read(0, param);
            for (String warning : warnings) {
                if (warning.toLowerCase(Locale.ROOT).contains("premature end")) {
                    throw new ImageRejectedException(
                            "expected a whole " + header.format().name() + ", found one cut short: " + warning);
                }
            }
            return image;
        } catch (ImageRejectedException e) {
            throw e;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw broken(header.format(), e);
        } finally {
            reader.dispose();
        }
    }

    private static void expectSize(ImageHeader header, int width, int height) throws ImageRejectedException {
        if (width != header.frame().width() || height != header.frame().height()) {
            throw new ImageRejectedException(
                    "expected " + header.format() + " of " + header.frame().width() + " x "
                            + header.frame().height() + ", found a second header of " + width + " x " + height);
        }
    }

    static ImageRejectedException broken(ImageFormat format, @Nullable Throwable cause) {
        String message = cause == null ? null : cause.getMessage();
        String kind = cause == null ? "" : cause.getClass().getSimpleName();
        String why = message == null || message.isBlank() ? kind : message;
        return new ImageRejectedException(
                "expected " + format + " that can be decoded, found a broken one: "
                        + why.lines().findFirst().orElse("").strip(),
                cause);
    }
}
