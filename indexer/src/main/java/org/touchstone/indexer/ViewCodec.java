package org.touchstone.indexer;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.lucene.util.BytesRef;

/** Packs a view, but for its fingerprint, vector and words: length and bytes of variant and features in turn. */
final class ViewCodec {
    private ViewCodec() {}

    static BytesRef pack(ImageView view) {
        byte[] variant = view.variant().getBytes(StandardCharsets.UTF_8);
        ByteBuffer buffer = ByteBuffer.allocate(2 * Integer.BYTES + variant.length + view.features().length);
        for (byte[] part : new byte[][] {variant, view.features()}) {
            buffer.putInt(part.length).put(part);
        }
        return new BytesRef(buffer.array());
    }

    static ImageView unpack(BytesRef packed, byte[] fingerprint, float[] vector) {
        ByteBuffer buffer = ByteBuffer.wrap(packed.bytes, packed.offset, packed.length);
        String variant = new String(part(buffer), StandardCharsets.UTF_8);
        return new ImageView(variant, fingerprint, vector, part(buffer), VisualWords.NONE);
    }

    private static byte[] part(ByteBuffer buffer) {
        byte[] part = new byte[buffer.getInt()];
        buffer.get(part);
        return part;
    }
}
