package org.touchstone.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.touchstone.record.BrandCheck.Caution;
import org.touchstone.record.BrandCheck.Doubt;

class BrandCheckTest {
    @TempDir
    private Path folder;

    private final List<Caution> cautions = new ArrayList<>();
    private final BrandCheck check = new BrandCheck(LocalDate.of(2026, 11, 26), cautions::add);

    private void read(String name, String yaml) throws IOException {
        check.read(Files.writeString(folder.resolve(name), yaml), rejection -> {
            throw new AssertionError(rejection.toString());
        });
    }

    private void sellers(String... sellers) throws IOException {
        read(
                "brands.yaml",
                "brands:\n  - key: a\n    authorisedSellers:\n      - " + String.join("\n      - ", sellers));
    }

    @Test
    void periodsThatAreOverOrSoonOrNever() throws IOException {
        sellers(
                "{name: a, to: 2026-11-25}",
                "{name: b, to: 2026-11-26}",
                "{name: c, to: 2027-01-25}",
                "{name: d, to: 2027-01-26}",
                "{name: e, from: 2028-01-01, to: 2027-12-31}");
        assertThat(cautions)
                .extracting(Caution::doubt)
                .containsExactly(Doubt.ENDED, Doubt.ENDS_SOON, Doubt.ENDS_SOON, Doubt.NEVER);
        assertThat(cautions).extracting(Caution::line).containsExactly(4, 5, 6, 8);
        assertThat(cautions.get(0).field()).isEqualTo("brands[0].authorisedSellers[0].to");
    }

    @Test
    void entryOfAListThatIsOverIsNoDoubtButOneThatNeverHoldsIs() throws IOException {
        read("brands.yaml", """
                brands:
                  - key: a
                    timeHonoured:
                      - {list: x, name: a, from: 2006-01-01, to: 2023-11-10}
                      - {list: x, name: a, from: 2026-01-01, to: 2023-11-10}
                """);
        assertThat(cautions).extracting(Caution::doubt).containsExactly(Doubt.NEVER);
        assertThat(cautions).extracting(Caution::line).containsExactly(5);
    }

    @Test
    void sellerListedTwice() throws IOException {
        sellers("{name: Shop A, marketplace: x}", "{name: b, id: shop a}");
        assertThat(cautions).singleElement().satisfies(one -> {
            assertThat(one.doubt()).isEqualTo(Doubt.SAME_SELLER);
            assertThat(one.line()).isEqualTo(5);
            assertThat(one.arguments()).containsExactly("shop a", folder.resolve("brands.yaml") + ":4");
        });
    }

    @Test
    void sellerWithTwoPermissionsIsNotListedTwice() throws IOException {
        sellers(
                "{name: a, marketplace: x, territory: CN}",
                "{name: a, marketplace: y, territory: CN}",
                "{name: a, marketplace: x, territory: SG, from: 2026-01-01}",
                "{name: a, marketplace: x, territory: SG, from: 2024-01-01, to: 2025-12-31}");
        assertThat(cautions).extracting(Caution::doubt).containsExactly(Doubt.ENDED);
    }

    @Test
    void keyInTwoFiles() throws IOException {
        read("one.yaml", "brands: [{key: a}, {key: b}]");
        read("two.yaml", "brands:\n  - key: c\n  - key: b\n");
        assertThat(cautions).singleElement().satisfies(one -> {
            assertThat(one.doubt()).isEqualTo(Doubt.SAME_KEY);
            assertThat(one.source()).endsWith("two.yaml");
            assertThat(one.line()).isEqualTo(3);
            assertThat(one.arguments()).containsExactly("b", folder.resolve("one.yaml") + ":1");
        });
    }

    @Test
    void imageThatCannotBeRead() throws IOException {
        Files.writeString(folder.resolve("a.jpg"), "no picture");
        read("brands.yaml", "brands:\n  - key: a\n    referenceImages:\n      - a.jpg\n");
        assertThat(cautions).singleElement().satisfies(one -> {
            assertThat(one.doubt()).isEqualTo(Doubt.UNREADABLE);
            assertThat(one.line()).isEqualTo(4);
        });
    }
}
