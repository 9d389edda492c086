package org.touchstone.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsTest {
    @Test
    void aSectionWithoutEndIsRejected() {
        assertThatThrownBy(() -> Results.replace("<!-- speed -->\nold\n", "speed", "new"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("<!-- /speed -->");
    }

    @Test
    void onlyTheNamedSectionIsReplaced() {
        String page = "# Results\n\n<!-- a -->\n\nold\n\n<!-- /a -->\n\n<!-- b -->\n\nkept\n\n<!-- /b -->\n";
        assertThat(Results.replace(page, "a", "new"))
                .isEqualTo("# Results\n\n<!-- a -->\n\nnew\n\n<!-- /a -->\n\n<!-- b -->\n\nkept\n\n<!-- /b -->\n");
    }

    @Test
    void aNewSectionComesLastAndStaysTheSameWhenWrittenAgain() {
        String page = Results.replace("# Results\n", "speed 40k", "| a |");
        assertThat(page).isEqualTo("# Results\n\n<!-- speed 40k -->\n\n| a |\n\n<!-- /speed 40k -->\n");
        assertThat(Results.replace(page, "speed 40k", "| a |")).isEqualTo(page);
    }

    @Test
    void aMissingPageIsMade(@TempDir Path folder) throws IOException {
        Path page = folder.resolve("RESULTS.md");
        Results.write(page, "a", "text");
        assertThat(page).hasContent("<!-- a -->\n\ntext\n\n<!-- /a -->\n");
    }
}
