package org.touchstone.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What memory the process uses. */
final class Memory {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String PEAK = "VmHWM:";
    private static final Path CLEAR_REFS = Path.of("/proc/self/clear_refs");

    /** As much of the heap as may be in use before a method is told that it does not fit. */
    private static final double FULL = 0.85;

    private Memory() {}

    /** Bytes that the heap may grow to. */
    static long heapLimit() {
        return Runtime.getRuntime().maxMemory();
    }

    /** Bytes of the heap in use when all garbage is gone. */
    static long heapInUse() {
        System.gc();
        return used();
    }

    private static long used() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** Whether there is hardly any heap left, garbage not counted; costs a collection when it looks so. */
    static boolean isFull() {
        return used() > FULL * heapLimit() && heapInUse() > FULL * heapLimit();
    }

    /** Starts the peak of {@link #peakResident} anew, where the system allows it. */
    static void forgetPeak() {
        try {
            Files.writeString(CLEAR_REFS, "5");
        } catch (IOException e) {
            // Not Linux, or not allowed: the peak is then that since the start.
        }
    }

    /** Most bytes of physical memory that the process has had; 0 where the system does not say. */
    static long peakResident() {
        return status(STATUS, PEAK);
    }

    /** The same of another process; 0 also when it has gone. */
    static long peakResident(long process) {
        return status(Path.of("/proc/" + process + "/status"), PEAK);
    }

    /** Bytes of physical memory that the process has now; 0 where the system does not say. */
    static long resident() {
        return status(STATUS, "VmRSS:");
    }

    /**
     * Bytes of physical memory that the process has now and no file stands behind: without mapped indexes and libraries; 0
     * where the system does not say.
     */
    static long anonymous() {
        return status(STATUS, "RssAnon:");
    }

    /** Bytes that the heap has taken from the system, used or not. */
    static long heapCommitted() {
        return Runtime.getRuntime().totalMemory();
    }

    private static long status(Path status, String name) {
        try {
            return Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith(name))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }

    /** A number of bytes for people; a dash for none. */
    static String shown(long bytes) {
        return bytes <= 0 ? "–" : String.format(Locale.ROOT, bytes < 10 << 20 ? "%.1f MB" : "%,.0f MB", bytes / 0x1p20);
    }
}
