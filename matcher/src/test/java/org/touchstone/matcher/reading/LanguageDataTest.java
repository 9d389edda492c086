package org.touchstone.matcher.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LanguageDataTest {
    @TempDir
    private Path machine;

    private Path put(String folder, String... languages) throws IOException {
        Path made = Files.createDirectories(machine.resolve(folder));
        for (String language : languages) {
            Files.writeString(made.resolve(language + ".traineddata"), "");
        }
        return made;
    }

    private List<String> places() {
        return List.of(machine + "/tesseract-ocr/*/tessdata", machine + "/tessdata");
    }

    @Test
    void machineWithoutDataHasNone() throws IOException {
        put("tessdata", "deu", "osd");
        assertThat(LanguageData.find(Map.of(), places())).isEmpty();
        assertThat(LanguageData.find(Map.of(), List.of(machine + "/no/*/such"))).isEmpty();
    }

    @Test
    void placeWithMostLanguagesIsTaken() throws IOException {
        put("tesseract-ocr/4.00/tessdata", "eng");
        Path five = put("tesseract-ocr/5/tessdata", "eng", "chi_sim", "deu");
        put("tessdata", "chi_sim", "eng");
        assertThat(LanguageData.find(Map.of(), places())).contains(new LanguageData(five, List.of("chi_sim", "eng")));
    }

    @Test
    void variableGoesFirstAndMayNameTheFolderAbove() throws IOException {
        put("tessdata", "chi_sim", "eng");
        Path own = put("own/tessdata", "chi_tra");
        LanguageData expected = new LanguageData(own, List.of("chi_tra"));
        assertThat(LanguageData.find(Map.of(LanguageData.VARIABLE, own.toString()), places()))
                .contains(expected);
        assertThat(LanguageData.find(
                        Map.of(LanguageData.VARIABLE, own.getParent().toString()), places()))
                .contains(expected);
        assertThat(expected.readsChinese()).isTrue();
    }

    @Test
    void variableThatLeadsNowhereIsPassedOver() throws IOException {
        Path here = put("tessdata", "eng");
        LanguageData found = LanguageData.find(
                        Map.of(LanguageData.VARIABLE, machine.resolve("gone").toString()), places())
                .orElseThrow();
        assertThat(found.folder()).isEqualTo(here);
        assertThat(found.readsChinese()).isFalse();
    }
}
