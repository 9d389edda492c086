package org.touchstone.matcher.reading;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tesseract's language data as this machine has it. Nothing is ever fetched.
 *
 * @param folder where the {@code .traineddata} files lie
 * @param languages those of {@link #WANTED} that are there, in that order; at least one
 */
public record LanguageData(Path folder, List<String> languages) {
    /** What goods and frames are read in: Chinese, simplified and traditional, and English. */
    public static final List<String> WANTED = List.of("chi_sim", "chi_tra", "eng");

    /** The variable that names the folder, or the one above it. */
    public static final String VARIABLE = "TESSDATA_PREFIX";

    /** Where packages put the data; {@code *} stands for a version. */
    public static final List<String> PLACES = List.of(
            "/usr/share/tesseract-ocr/*/tessdata",
            "/usr/share/tesseract-ocr/tessdata",
            "/usr/share/tessdata",
            "/usr/share/tesseract/tessdata",
            "/usr/local/share/tessdata",
            "/opt/homebrew/share/tessdata",
            "/opt/local/share/tessdata",
            "C:\\Program Files\\Tesseract-OCR\\tessdata");

    public LanguageData {
        languages = List.copyOf(languages);
    }

    /**
     * Finds the data: where the variable says, else in the place that has most of the languages.
     *
     * @param environment the process's variables
     * @return empty when no place has any of the languages
     */
    public static Optional<LanguageData> find(Map<String, String> environment) {
        return find(environment, PLACES);
    }

    static Optional<LanguageData> find(Map<String, String> environment, List<String> places) {
        String named = environment.getOrDefault(VARIABLE, "");
        if (!named.isBlank()) {
            Optional<LanguageData> there = in(List.of(Path.of(named), Path.of(named, "tessdata")));
            if (there.isPresent()) {
                return there;
            }
        }
        return in(places.stream().flatMap(place -> folders(place).stream()).toList());
    }

    private static Optional<LanguageData> in(List<Path> folders) {
        return folders.stream()
                .map(folder -> new LanguageData(
                        folder.toAbsolutePath(),
                        WANTED.stream()
                                .filter(language -> Files.isReadable(folder.resolve(language + ".traineddata")))
                                .toList()))
                .filter(data -> !data.languages.isEmpty())
                .reduce((a, b) -> b.languages.size() > a.languages.size() ? b : a);
    }

    /** The folders that a place stands for, the newest version first. */
    private static List<Path> folders(String place) {
        int star = place.indexOf("/*/");
        if (star < 0) {
            return List.of(Path.of(place));
        }
        List<Path> versions = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(Path.of(place.substring(0, star)))) {
            found.forEach(version -> versions.add(version.resolve(place.substring(star + 3))));
        } catch (IOException e) {
            return List.of(); // no such place on this machine
        }
        versions.sort(Comparator.reverseOrder());
        return versions;
    }

    /** Whether Chinese can be read. */
    public boolean readsChinese() {
        return languages.contains("chi_sim") || languages.contains("chi_tra");
    }
}
