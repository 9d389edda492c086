package org.touchstone.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SignCodecTest {
    @ParameterizedTest
    @EnumSource(SignOrigin.class)
    void signComesBackAsItWentIn(SignOrigin origin) {
        for (String owner : new String[] {"", "A1", "注册-努维莫", "a".repeat(300), "注".repeat(20_000)}) {
            for (String form : new String[] {"NUVIMO", "努维莫 𠮷", ""}) {
                assertThat(SignCodec.unpack(7, SignCodec.pack(owner, form, origin)))
                        .isEqualTo(new WordSign(7, owner, form, origin));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(SignOrigin.class)
    void signIsReadOutOfTheMiddleOfAPage(SignOrigin origin) {
        BytesRef packed = SignCodec.pack("A1", "努维莫", origin);
        byte[] page = new byte[packed.length + 20];
        System.arraycopy(packed.bytes, packed.offset, page, 11, packed.length);
        assertThat(SignCodec.unpack(0, new BytesRef(page, 11, packed.length)))
                .isEqualTo(new WordSign(0, "A1", "努维莫", origin));
    }
}
