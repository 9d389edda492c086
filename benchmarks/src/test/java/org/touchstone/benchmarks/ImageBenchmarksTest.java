package org.touchstone.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageBenchmarksTest {
    private static final PrintStream NOWHERE =
            new PrintStream(PrintStream.nullOutputStream(), false, StandardCharsets.UTF_8);

    @ParameterizedTest
    @CsvSource({"0.25,0.3×", "1,1.0×", "9.94,9.9×", "50.4,50×", "1234,'1,234×'"})
    void aRatioHasAsManyDigitsAsItDeserves(double ratio, String shown) {
        assertThat(Table.times(ratio)).isEqualTo(shown);
    }

    @Test
    void aRunStopsAfterItsPhotosOrItsTime() throws IOException {
        AtomicLong looks = new AtomicLong();
        assertThat(Pace.over(7, 2, number -> looks.addAndGet(1 << number)).photos())
                .isEqualTo(7);
        assertThat(looks).hasValue(127);
        Pace pace = Pace.during(0.05, 2, number -> {});
        assertThat(pace.seconds()).isBetween(0.05, 5.0);
        assertThat(Pace.during(0, 2, number -> {}).photos()).isBetween(1L, 2L);
        assertThat(new Pace(10, 2, 1).slower(10).perSecond()).isEqualTo(0.5);
    }

    @Test
    void aFailureEndsARun() {
        assertThatThrownBy(() -> Pace.over(3, 2, number -> {
                    throw new IOException("no such photo");
                }))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no such photo");
    }

    @Test
    void aRegisterIsTheBenchsOwnAndThenGrown(@TempDir Path folder) throws IOException {
        ImageBench bench = new ImageBench("test", GrownRegister.drawn(0, 3, folder), List.of(), Map.of());
        assertThat(GrownRegister.of(bench, 2, folder)).isEqualTo(bench.marks().subList(0, 2));
        assertThat(GrownRegister.of(bench, 5, folder))
                .startsWith(
                        bench.marks().get(0),
                        bench.marks().get(1),
                        bench.marks().get(2))
                .hasSize(5)
                .doesNotHaveDuplicates()
                .allSatisfy(mark -> assertThat(mark.folder()
                                .resolve(mark.value().mark().images().get(0)))
                        .isNotEmptyFile());
    }

    @Test
    void everythingIsMeasuredOnADrawnBench(@TempDir Path folder) throws IOException {
        ImageBench bench = DrawnBench.make(folder, 8, 6);
        Path hits = folder.resolve("hits");
        String quality =
                with("--every", "2", "--sift", "2", "--hits", hits.toString()).quality(bench);
        assertThat(quality).contains("| recall@1 |", "| SIFT + RANSAC, the sample |", "3 of its 6 listings");
        assertThat(Files.readString(hits.resolve("touchstone.jsonl"))).contains("\"evidence\"");
        assertThat(hits.resolve("sift.jsonl")).exists();
        String speed = with("--marks", "10", "--photos", "1", "--seconds", "1", "--sift", "1")
                .speed(bench, folder);
        assertThat(speed).contains("10 marks, drawn beyond the 8 of drawn");
        assertThat(speed).contains("| Touchstone, ImageMatcher |", "| SIFT + RANSAC against every mark in turn |");
        assertThat(speed).contains("| decode |", "| regions", "| embed, ", "| search, ", "| all |", "peak resident");
        String endurance = with("--marks", "8", "--photos", "2").endurance(bench, folder);
        assertThat(endurance).contains("| 1 |", "| 2 |", "changed by ");
    }

    private static ImageBenchmarks with(String... options) {
        return new ImageBenchmarks(new Arguments(List.of(options)), NOWHERE);
    }
}
