package org.touchstone.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SignCodecTest {
    private static void assertIs(WordSign sign, String owner, String form, SignOrigin origin) {
        assertThat(sign.number()).isEqualTo(7);
        assertThat(sign.registration()).isEqualTo(owner);
        assertThat(sign.form()).isEqualTo(form);
        assertThat(sign.origin()).isEqualTo(origin);
    }

    @ParameterizedTest
    @EnumSource(SignOrigin.class)
    void signComesBackAsItWentIn(SignOrigin origin) {
        for (String owner : new String[] {"", "A1", "注册-努维莫", "a".repeat(300), "注".repeat(20_000)}) {
            for (String form : new String[] {"NUVIMO", "努维莫 𠮷", ""}) {
                assertIs(SignCodec.unpack(7, SignCodec.pack(owner, form, origin)), owner, form, origin);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(SignOrigin.class)
    void signIsReadOutOfTheMiddleOfAPage(SignOrigin origin) {
        BytesRef packed = SignCodec.pack("A1", "努维莫", origin);
        byte[] page = new byte[packed.length + 20];
        System.arraycopy(packed.bytes, packed.offset, page, 11, packed.length);
        assertIs(SignCodec.unpack(7, new BytesRef(page, 11, packed.length)), "A1", "努维莫", origin);
    }
}
