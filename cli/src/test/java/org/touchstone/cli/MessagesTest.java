package org.touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MessagesTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("%(?:\\d+\\$)?[-#+ 0,(]*\\d*(?:\\.\\d+)?[a-zA-Z%]");

    private final ResourceBundle english = Messages.in(Language.EN).bundle();
    private final ResourceBundle chinese = Messages.in(Language.ZH).bundle();

    @Test
    void bothLanguagesHaveTheSameKeys() {
        // The Chinese bundle falls back to the English one, so its own keys are compared.
        assertThat(ownKeys("messages_zh_CN.properties")).isEqualTo(ownKeys("messages.properties"));
    }

    @Test
    void bothLanguagesHaveTheSamePlaceholders() {
        for (String key : english.keySet()) {
            assertThat(placeholders(chinese.getString(key))).as(key).isEqualTo(placeholders(english.getString(key)));
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyTextIsAFormat(Language language) {
        ResourceBundle bundle = Messages.in(language).bundle();
        for (String key : bundle.keySet()) {
            String text = bundle.getString(key);
            assertThat(PLACEHOLDER.matcher(text).replaceAll("")).as(key).doesNotContain("%");
        }
    }

    @Test
    void placeholdersAreFilled() {
        assertThat(Messages.in(Language.EN).text("fail.noFile", "/tmp/100%"))
                .isEqualTo("no such file or folder: /tmp/100%");
        assertThat(Messages.in(Language.ZH).text("fail.noFile", "山隐茶.csv")).isEqualTo("文件或文件夹不存在：山隐茶.csv");
    }

    private static Set<String> ownKeys(String file) {
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(Messages.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new TreeSet<>(properties.stringPropertyNames());
    }

    /** Each placeholder by the number of its argument: %s %s and %1$s %2$s are the same. */
    private static Set<String> placeholders(String text) {
        Set<String> found = new TreeSet<>();
        int ordinary = 0;
        for (String placeholder :
                PLACEHOLDER.matcher(text).results().map(MatchResult::group).toList()) {
            if (placeholder.endsWith("%") || placeholder.endsWith("n")) {
                continue;
            }
            int dollar = placeholder.indexOf('$');
            String number = dollar < 0 ? String.valueOf(++ordinary) : placeholder.substring(1, dollar);
            found.add(number + "$" + placeholder.charAt(placeholder.length() - 1));
        }
        return found;
    }
}
