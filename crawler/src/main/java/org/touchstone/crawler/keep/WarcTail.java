package org.touchstone.crawler.keep;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The WARC files of a folder, and the torn end that a writer leaves which dies. */
public final class WarcTail {
    private WarcTail() {}

    /** A folder's WARC files, the oldest first; none where there is no folder. */
    public static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".warc.gz"))
                    .sorted(Comparator.comparingInt(WarcTail::number).thenComparing(Comparator.naturalOrder()))
                    .toList();
        }
    }

    /** The number that {@link WarcArchive} gave a file, which grows whatever the plan is called; 0 for others' files. */
    public static int number(Path file) {
        String digits = String.valueOf(file.getFileName())
                .replaceFirst("\\.warc\\.gz$", "")
                .replaceFirst("^.*-", "");
        return digits.matches("\\d{1,8}") ? Integer.parseInt(digits) : 0;
    }

    /**
     * Cuts off what follows the last whole record.
     *
     * @param from the begin of a record, or the file's end
     * @return bytes cut off
     */
    public static long mend(Path file, long from) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long size = channel.size();
            long whole = GzipMembers.wholeUntil(channel, Math.min(from, size));
            if (whole < size) {
                channel.truncate(whole);
                channel.force(true);
            }
            return size - whole;
        }
    }
}
