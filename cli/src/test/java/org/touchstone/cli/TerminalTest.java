package org.touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalTest {
    @Test
    void streamsAreWhatTheLauncherSaw() {
        assertThat(Terminal.of(Map.of())).isEqualTo(Terminal.NONE);
        assertThat(Terminal.of(Map.of("TOUCHSTONE_TTY", "2", "COLUMNS", "132")))
                .isEqualTo(new Terminal(false, true, 132, true));
        assertThat(Terminal.of(Map.of("TOUCHSTONE_TTY", "12", "TERM", "dumb")).animated())
                .isFalse();
        assertThat(Terminal.of(Map.of("COLUMNS", "many")).columns()).isEqualTo(80);
        assertThat(Terminal.of(Map.of("COLUMNS", "3")).columns()).isEqualTo(40);
    }

    @Test
    void colourFollowsTheUsersWish() {
        assertThat(Terminal.colour(true, Map.of())).isTrue();
        assertThat(Terminal.colour(false, Map.of())).isFalse();
        assertThat(Terminal.colour(true, Map.of("NO_COLOR", "1"))).isFalse();
        assertThat(Terminal.colour(true, Map.of("CLICOLOR", "0"))).isFalse();
        assertThat(Terminal.colour(true, Map.of("TERM", "dumb"))).isFalse();
        assertThat(Terminal.colour(false, Map.of("CLICOLOR_FORCE", "1"))).isTrue();
        assertThat(Terminal.colour(false, Map.of("CLICOLOR_FORCE", "1", "NO_COLOR", "1")))
                .isFalse();
    }
}
