package org.touchstone.matcher.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ReferenceTest {
    private final Reference reference = Reference.of(Drawing.of("registered", MarkPicture.of(Drawings.mark(6))));

    @Test
    void unpackGivesBackWhatPackWrote() throws IOException {
        Reference read = Reference.unpack(reference.pack());
        assertThat(read.width()).isCloseTo(reference.width(), within(1e-6));
        assertThat(read.features().count())
                .isEqualTo(reference.features().count())
                .isGreaterThan(10);
        assertThat(read.features().descriptors())
                .containsExactly(reference.features().descriptors());
        assertThat(read.features().x()[3]).isCloseTo(reference.features().x()[3], within(1e-4f));
        assertThat(read.fine().field().cosine())
                .usingComparatorWithPrecision(0.01f)
                .containsExactly(reference.fine().field().cosine());
        assertThat(read.fine().cell()).isCloseTo(reference.fine().cell(), within(1e-6));
    }

    @Test
    void unpackRefusesOtherBytes() {
        byte[] packed = reference.pack();
        assertThatThrownBy(() -> Reference.unpack(Arrays.copyOf(packed, packed.length / 2)))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> Reference.unpack(new byte[0])).isInstanceOf(EOFException.class);
        packed[0] = 9;
        assertThatThrownBy(() -> Reference.unpack(packed)).hasMessageContaining("format 1, found 9");
    }
}
