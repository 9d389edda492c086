package org.touchstone.matcher.image;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * What a view of a mark is compared by, beside its fingerprint and vector: its local features and its edges on three
 * grids, all in the mark's own measure (content centred on 0, the longer side 1 long).
 *
 * @param width of the content
 * @param height of the content
 * @param plainness how much it is a plain figure, 0 to 1; see {@link Plainness}
 */
record Reference(
        double width,
        double height,
        double plainness,
        LocalFeatures features,
        MarkField coarse,
        MarkField middle,
        MarkField fine) {
    private static final int FORMAT = 1;
    private static final double STEP = 63;

    /** Most features taken from a mark. */
    private static final int FEATURES = 160;

    /** Longest side of the picture that features are taken from; in a photo a sign is seldom larger. */
    private static final int FEATURED = 180;

    static Reference of(Drawing drawing) {
        MarkPicture mark = drawing.picture();
        double margin = 0.12;
        Pixels framed = mark.framed(margin);
        double longer = Math.max(mark.content().width(), mark.content().height());
        Pixels small = framed.within(FEATURED);
        double scale = small.width() / (double) framed.width();
        LocalFeatures features = Sift.of(small, Sift.QUICK, FEATURES)
                .strongest(FEATURES)
                .measured(small.width() / 2.0, small.height() / 2.0, 1 / (scale * longer));
        return new Reference(
                mark.width(),
                mark.height(),
                drawing.plainness(),
                features,
                MarkField.of(mark, 12),
                drawing.edges(),
                MarkField.of(mark, 44));
    }

    byte[] pack() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(FORMAT);
            out.writeFloat((float) width);
            out.writeFloat((float) height);
            out.writeFloat((float) plainness);
            out.writeShort(features.count());
            for (int i = 0; i < features.count(); i++) {
                out.writeShort(Math.round(features.x()[i] * 30000));
                out.writeShort(Math.round(features.y()[i] * 30000));
                out.writeFloat(features.size()[i]);
                out.writeFloat(features.angle()[i]);
            }
            out.write(features.descriptors());
            write(out, coarse);
            write(out, middle);
            write(out, fine);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads what {@link #pack} wrote.
     *
     * @throws IOException when the bytes are something else
     */
    static Reference unpack(byte[] packed) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(packed))) {
            int format = in.readUnsignedByte();
            if (format != FORMAT) {
                throw new IOException("expected image features of format " + FORMAT + ", found " + format);
            }
            double width = in.readFloat();
            double height = in.readFloat();
            double plainness = in.readFloat();
            int n = in.readUnsignedShort();
            float[] x = new float[n];
            float[] y = new float[n];
            float[] size = new float[n];
            float[] angle = new float[n];
            for (int i = 0; i < n; i++) {
                x[i] = in.readShort() / 30000f;
                y[i] = in.readShort() / 30000f;
                size[i] = in.readFloat();
                angle[i] = in.readFloat();
            }
            byte[] descriptors = in.readNBytes(n * LocalFeatures.LENGTH);
            LocalFeatures features = new LocalFeatures(x, y, size, angle, new float[n], descriptors);
            return new Reference(width, height, plainness, features, read(in), read(in), read(in));
        }
    }

    private static void write(DataOutputStream out, MarkField field) throws IOException {
        out.writeShort(field.field().width());
        out.writeShort(field.field().height());
        out.writeFloat((float) field.cell());
        for (int i = 0; i < field.field().cosine().length; i++) {
            out.writeByte((int) Math.round(field.field().cosine()[i] * STEP));
            out.writeByte((int) Math.round(field.field().sine()[i] * STEP));
        }
    }

    private static MarkField read(DataInputStream in) throws IOException {
        int w = in.readUnsignedShort();
        int h = in.readUnsignedShort();
        double cell = in.readFloat();
        byte[] raw = in.readNBytes(2 * w * h);
        if (raw.length < 2 * w * h) {
            throw new IOException("expected " + 2 * w * h + " bytes of edges, found " + raw.length);
        }
        float[] cosine = new float[w * h];
        float[] sine = new float[w * h];
        for (int i = 0; i < cosine.length; i++) {
            cosine[i] = (float) (raw[2 * i] / STEP);
            sine[i] = (float) (raw[2 * i + 1] / STEP);
        }
        return new MarkField(new EdgeField(w, h, cosine, sine), cell);
    }
}
