package org.touchstone.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.touchstone.mark.BrandPolicy;

class BrandFileTest {
    @TempDir
    private Path folder;

    private final List<Rejection> rejections = new ArrayList<>();

    private List<BrandPolicy> read(String yaml) throws IOException {
        return BrandFile.read(Files.writeString(folder.resolve("brands.yaml"), yaml), rejections::add);
    }

    @Test
    void policyRead() throws IOException {
        BrandPolicy policy = read("""
                        brands:
                          - key: auroris
                            names: [AURORIS, 奥若丽]
                            nicknames: [小奥]
                            authorisedSellers:
                              - {name: 奥若丽旗舰店, marketplace: shop.example, from: 2026-01-01, to: 2026-12-31}
                            officialShops: ["https://shop.example/auroris"]
                        """).get(0);

        assertThat(policy.nicknames()).containsExactly("小奥");
        assertThat(policy.authorisedSellers().get(0).holdsOn(LocalDate.of(2026, 12, 31)))
                .isTrue();
        assertThat(policy.authorisedSellers().get(0).holdsOn(LocalDate.of(2027, 1, 1)))
                .isFalse();
    }

    @Test
    void badPolicyIsRejectedAlone() throws IOException {
        assertThat(read("brands:\n  - {names: [x]}\n  - just text\n  - {key: good}\n"))
                .hasSize(1);
        assertThat(rejections).extracting(Rejection::field).containsExactly("key", "brands");
    }

    @Test
    void referenceImageThatIsNotThereIsRejectedAlone() throws IOException {
        Files.writeString(folder.resolve("a.jpg"), "");
        BrandPolicy policy =
                read("brands:\n  - {key: auroris, referenceImages: [a.jpg, ../b.jpg, none.jpg, 'https://x.example/c.jpg']}\n")
                        .get(0);
        assertThat(policy.referenceImages())
                .containsExactly(new BrandPolicy.ReferenceImage("a.jpg", folder.resolve("a.jpg")));
        assertThat(rejections)
                .extracting(Rejection::field)
                .containsOnly("referenceImages")
                .hasSize(3);
    }

    @Test
    void otherYamlIsRefused() {
        assertThatIOException().isThrownBy(() -> read("marks: []")).withMessageContaining("'brands'");
        assertThatIOException().isThrownBy(() -> read("brands: [")).withMessageContaining("expected YAML");
    }

    @Test
    void billionLaughsIsNotExpanded() throws IOException {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x]\n");
        for (int i = 1; i < 12; i++) {
            bomb.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ",").repeat(9)));
        }
        assertThat(read(bomb + "brands: [*a11]")).isEmpty();
        assertThat(rejections).hasSize(1);
    }
}
