package org.touchstone.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class UsStatementsTest {
    @Test
    void translationStandsBehindIsOrMeans() {
        assertThat(UsStatements.translations("The English translation of \"SHAN\" in the mark is \"mountain\"."))
                .containsExactly("mountain");
        assertThat(UsStatements.translations("The English translation of \"AS\" is \"ace\" and of \"IS\" is \"ice\"."))
                .containsExactly("ace", "ice");
        assertThat(UsStatements.translations("The wording \"VELLOMAR\" has no meaning in a foreign language."))
                .isEmpty();
    }

    @Test
    void transliterationAndItsMeaningStandInOneStatement() {
        String statement =
                "The non-Latin characters in the mark transliterate to \"Shan Yin\" and this means \"hidden mountain\" in English.";
        assertThat(UsStatements.transliterations(statement)).containsExactly("Shan Yin");
        assertThat(UsStatements.meanings(statement)).containsExactly("hidden mountain");
    }

    @Test
    void longStatementsTakeNoLongTime() {
        String hostile = "translation is ".repeat(200_000);
        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThat(UsStatements.translations(hostile)).isEmpty());
    }
}
