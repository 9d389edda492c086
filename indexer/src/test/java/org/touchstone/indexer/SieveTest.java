package org.touchstone.indexer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SieveTest {
    @TempDir
    Path temp;

    @Test
    void whatWasPutInAlwaysPassesAndLittleElseDoes() throws IOException {
        Random random = new Random(7);
        long[] keys = random.longs(100_000).toArray();
        Sieve sieve = Sieve.create(temp, keys.length);
        for (long key : keys) {
            sieve.add(key);
        }
        sieve.seal();
        Sieve read = Sieve.open(temp);
        for (long key : keys) {
            assertThat(read.mayHave(key)).isTrue();
        }
        assertThat(random.longs(100_000).filter(read::mayHave).count()).isLessThan(1_500);
    }

    @Test
    void readRefusesAChangedByte() throws IOException {
        Sieve sieve = Sieve.create(temp, 100);
        sieve.add(42);
        sieve.seal();
        byte[] bytes = Files.readAllBytes(temp.resolve(Sieve.NAME));
        bytes[bytes.length / 2] ^= 1;
        Files.write(temp.resolve(Sieve.NAME), bytes);
        assertThatThrownBy(() -> Sieve.open(temp))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void copyRefusesAChangedByte() throws IOException {
        Path from = Files.createDirectory(temp.resolve("from"));
        Sieve sieve = Sieve.create(from, 100);
        sieve.add(42);
        sieve.seal();
        byte[] bytes = Files.readAllBytes(from.resolve(Sieve.NAME));
        bytes[bytes.length / 2] ^= 1;
        Files.write(from.resolve(Sieve.NAME), bytes);
        assertThatThrownBy(() -> Sieve.copy(from, Files.createDirectory(temp.resolve("to"))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("damaged");
    }
}
