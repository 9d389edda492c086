package org.touchstone.indexer;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.lucene.util.BytesRef;

/** Packs a sign into few bytes, to be read at once: the ordinal of its origin, the length of its owner, owner, form. */
final class SignCodec {
    private static final SignOrigin[] ORIGINS = SignOrigin.values();

    private SignCodec() {}

    static BytesRef pack(String owner, String form, SignOrigin origin) {
        byte[] id = owner.getBytes(StandardCharsets.UTF_8);
        byte[] letters = form.getBytes(StandardCharsets.UTF_8);
        byte[] packed = new byte[3 + id.length + letters.length];
        packed[0] = (byte) origin.ordinal();
        packed[1] = (byte) (id.length >>> 8);
        packed[2] = (byte) id.length;
        System.arraycopy(id, 0, packed, 3, id.length);
        System.arraycopy(letters, 0, packed, 3 + id.length, letters.length);
        return new BytesRef(packed);
    }

    static WordSign unpack(int number, BytesRef packed) {
        int at = packed.offset;
        int length = (packed.bytes[at + 1] & 0xff) << 8 | packed.bytes[at + 2] & 0xff;
        int form = at + 3 + length;
        return new WordSign(
                number,
                Arrays.copyOfRange(packed.bytes, at + 3, form),
                new String(packed.bytes, form, packed.offset + packed.length - form, StandardCharsets.UTF_8),
                ORIGINS[packed.bytes[at]]);
    }
}
