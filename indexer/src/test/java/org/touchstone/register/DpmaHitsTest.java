package org.touchstone.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.touchstone.mark.Holder;
import org.touchstone.mark.MarkFeature;
import org.touchstone.mark.Registration;
import org.touchstone.mark.Standing;

class DpmaHitsTest {
    @TempDir
    Path folder;

    private RegisterReading hits() throws IOException {
        return RegisterReading.resource("dpma-hits.xml", folder);
    }

    @Test
    void badEntriesAreNamedAndOthersStand() throws IOException {
        RegisterReading reading = hits();

        assertThat(reading.registrations()).containsOnlyKeys("DE-990041", "DE-990042", "DE-990043");
        assertThat(reading.rejectedFields()).containsExactly("Classification", "ApplicationDate", "ApplicationNumber");
    }

    @Test
    void wordMark() throws IOException {
        Registration read = hits().registration("DE-990041");

        assertThat(read.mark().text()).isEqualTo("Schnurrfink");
        assertThat(read.mark().feature()).isEqualTo(MarkFeature.WORD);
        assertThat(read.niceClasses()).containsExactly(9, 28);
        assertThat(read.standing()).isEqualTo(Standing.LIVE);
        assertThat(read.status().code()).isEqualTo("eingetragen");
        assertThat(read.dates().filed()).isEqualTo("1994-01-25");
        assertThat(read.dates().registered()).isEqualTo("1994-06-06");
        assertThat(read.holders()).containsExactly(new Holder("Fink, Farn & Co. KG", "", "DE"));
        assertThat(read.other()).isEmpty();
    }

    @Test
    void pictureWithTwoHolders() throws IOException {
        Registration read = hits().registration("DE-990042");

        assertThat(read.office()).isEqualTo("DE");
        assertThat(read.mark().feature()).isEqualTo(MarkFeature.FIGURATIVE);
        assertThat(read.standing()).isEqualTo(Standing.DEAD);
        assertThat(read.holders())
                .containsExactly(new Holder("Fink Inc., Springfield", "", "US"), Holder.of("Ohne Ort"));
        assertThat(read.other().get("description").asText()).isEqualTo("Ein Fink.");
    }

    @Test
    void shapeOfAFileThatIsDestroyed() throws IOException {
        Registration read = hits().registration("DE-990043");

        assertThat(read.mark().feature()).isEqualTo(MarkFeature.SHAPE);
        assertThat(read.standing()).isEqualTo(Standing.DEAD);
        assertThat(read.term().never()).isTrue();
    }
}
