package org.touchstone.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.lucene.util.Version;

/** What the figures were taken on. */
final class Machine {
    /** The property in which the script says what is measured. */
    private static final String REVISION = "touchstone.revision";

    private Machine() {}

    /** One line on the machine and the Java virtual machine. */
    static String line() {
        Runtime runtime = Runtime.getRuntime();
        return String.format(
                Locale.ROOT,
                "%d cores of %s, %s of memory, %s %s; Java %s (%s), heap up to %s; Lucene %s; Touchstone %s.",
                runtime.availableProcessors(),
                first(Path.of("/proc/cpuinfo"), "model name", "a processor that does not give its name"),
                memory(first(Path.of("/proc/meminfo"), "MemTotal", "")),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                Runtime.version(),
                System.getProperty("java.vm.vendor"),
                Memory.shown(runtime.maxMemory()),
                Version.LATEST,
                System.getProperty(REVISION, "of an unknown revision"));
    }

    /** How busy the machine was in the last minute, which every figure suffers from. */
    static String load() {
        try {
            return "Load in the last minute: "
                    + Files.readString(Path.of("/proc/loadavg")).split(" ")[0] + ".";
        } catch (IOException e) {
            return "";
        }
    }

    /** Seconds that the processors have worked for this process; 0 where the system does not say. */
    static double processorSeconds() {
        return ProcessHandle.current()
                        .info()
                        .totalCpuDuration()
                        .orElse(Duration.ZERO)
                        .toMillis()
                / 1e3;
    }

    private static String memory(String total) {
        String kilobytes = total.replaceAll("\\D", "");
        return kilobytes.isEmpty() ? "an unknown amount" : Memory.shown(Long.parseLong(kilobytes) << 10);
    }

    /** Value of the first line of a file that begins with a name. */
    private static String first(Path file, String name, String otherwise) {
        try {
            List<String> found = Files.readAllLines(file).stream()
                    .filter(line -> line.startsWith(name) && line.contains(":"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .collect(Collectors.toList());
            return found.isEmpty() ? otherwise : found.get(0);
        } catch (IOException e) {
            return otherwise;
        }
    }
}
