package org.touchstone.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.touchstone.hit.Outlook;
import org.touchstone.mark.MarkKind;
import org.touchstone.mark.Standing;

class PhrasesTest {
    private final Phrases english = Phrases.in(Language.ENGLISH);
    private final Phrases chinese = Phrases.in(Language.CHINESE);

    @Test
    void bothLanguagesHaveTheSamePhrases() {
        assertThat(chinese.all().keySet()).isEqualTo(english.all().keySet());
    }

    @Test
    void bothLanguagesTakeTheSameArguments() {
        for (String key : english.all().keySet()) {
            assertThat(arguments(chinese, key)).as(key).isEqualTo(arguments(english, key));
        }
    }

    @Test
    void everyPhraseSaysSomething() {
        assertThat(english.all())
                .allSatisfy((key, phrase) -> assertThat(phrase).as(key).isNotBlank());
        assertThat(chinese.all())
                .allSatisfy((key, phrase) -> assertThat(phrase).as(key).isNotBlank());
    }

    @Test
    void chineseIsChinese() {
        Set<String> same = Set.of("offer.sha256", "column.sha256");
        for (String key : english.all().keySet()) {
            if (!same.contains(key)) {
                assertThat(chinese.all().get(key)).as(key).matches(Pattern.compile(".*\\p{IsHan}.*", Pattern.DOTALL));
            }
        }
    }

    @Test
    void everyWordOfTheDomainHasAPhrase() {
        for (Outlook outlook : Outlook.values()) {
            assertThat(english.has("outlook." + outlook.key()))
                    .as(outlook.key())
                    .isTrue();
        }
        for (Standing standing : Standing.values()) {
            assertThat(english.has("standing." + standing.name().toLowerCase(java.util.Locale.ROOT)))
                    .isTrue();
        }
        for (MarkKind kind : MarkKind.values()) {
            assertThat(kind == MarkKind.INDIVIDUAL || english.has("mark.kind." + kind.key()))
                    .as(kind.key())
                    .isTrue();
        }
    }

    @Test
    void argumentsAreFilledInAndNothingElse() {
        assertThat(english.get("filter.shown", "{1}", "$0")).isEqualTo("{1} of $0 shown");
    }

    @Test
    void getOfAnUnknownKeyFails() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> english.get("no.such"))
                .withMessageContaining("no.such");
    }

    private static Set<String> arguments(Phrases phrases, String key) {
        return Pattern.compile("\\{\\d\\}")
                .matcher(phrases.all().getOrDefault(key, ""))
                .results()
                .map(result -> result.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
