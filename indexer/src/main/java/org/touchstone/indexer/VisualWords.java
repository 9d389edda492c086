package org.touchstone.indexer;

import java.nio.ByteBuffer;
import org.apache.lucene.util.BytesRef;

/**
 * A picture's local features as visual words: features that look about alike share a word, and a signature tells them
 * apart more finely (H. Jegou, M. Douze and C. Schmid, Hamming embedding and weak geometric consistency for large scale
 * image search, 2008). What words, signatures and places mean is the business of the {@link ImageAnalyser}.
 *
 * @param words one for each feature, 0 to below {@value #WORDS}
 * @param signatures one for each feature; those of features that look alike differ in few bits
 * @param places one for each feature: where it stands, how large and how turned, packed
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier between analyser and index; compared by nobody
public record VisualWords(int[] words, long[] signatures, int[] places) {
    /** How many words there are. */
    public static final int WORDS = 1 << 16;

    public static final VisualWords NONE = new VisualWords(new int[0], new long[0], new int[0]);

    private static final int PACKED = Short.BYTES + Long.BYTES + Integer.BYTES;

    /** How many features there are. */
    public int count() {
        return words.length;
    }

    BytesRef pack() {
        ByteBuffer buffer = ByteBuffer.allocate(count() * PACKED);
        for (int i = 0; i < count(); i++) {
            buffer.putShort((short) words[i]).putLong(signatures[i]).putInt(places[i]);
        }
        return new BytesRef(buffer.array());
    }

    static VisualWords unpack(BytesRef packed) {
        ByteBuffer buffer = ByteBuffer.wrap(packed.bytes, packed.offset, packed.length);
        int count = packed.length / PACKED;
        VisualWords words = new VisualWords(new int[count], new long[count], new int[count]);
        for (int i = 0; i < count; i++) {
            words.words[i] = Short.toUnsignedInt(buffer.getShort());
            words.signatures[i] = buffer.getLong();
            words.places[i] = buffer.getInt();
        }
        return words;
    }
}
