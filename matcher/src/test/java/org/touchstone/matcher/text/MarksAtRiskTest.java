package org.touchstone.matcher.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.touchstone.matcher.text.FalseAlarms.Reason;
import org.touchstone.matcher.text.MarksAtRisk.Risk;

class MarksAtRiskTest {
    @TempDir
    static Path folder;

    private static Fixture fixture;

    @BeforeAll
    static void build() throws IOException {
        fixture = new Fixture(folder);
    }

    @AfterAll
    static void close() throws IOException {
        fixture.close();
    }

    @Test
    void worstComesFirst() {
        List<Risk> risks = MarksAtRisk.worst(fixture.index, 100);

        assertThat(risks).extracting(Risk::per1000).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(risks).extracting(Risk::id).doesNotHaveDuplicates().contains("Harbor", "QX");
        assertThat(risks.subList(0, 3)).extracting(Risk::id).contains("Harbor", "Velvet");
        assertThat(risks.getFirst().main()).isEqualTo(Reason.WORD);
    }

    @Test
    void noMoreThanAskedForAndStillTheWorst() {
        List<Risk> all = MarksAtRisk.worst(fixture.index, 100);

        assertThat(MarksAtRisk.worst(fixture.index, 3)).isEqualTo(all.subList(0, 3));
        assertThat(MarksAtRisk.worst(fixture.index, 0)).isEmpty();
    }

    @Test
    void marksThatHardlyAnythingHitsAreLeftOut() {
        List<Risk> risks = MarksAtRisk.worst(fixture.index, 100);

        assertThat(risks).extracting(Risk::id).doesNotContain("with names", "云栖白鹭");
        assertThat(risks).allSatisfy(risk -> assertThat(risk.per1000()).isPositive());
    }
}
