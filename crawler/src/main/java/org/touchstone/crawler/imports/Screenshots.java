package org.touchstone.crawler.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.touchstone.listing.Listing;

/** A folder of screenshots and photos: each picture is a listing; exports that lie among them may say more about some. */
public final class Screenshots {
    private static final int MAX_DEPTH = 16;
    private static final int MAX_FILES = 1_000_000;
    private static final int HEAD = 64 << 10;
    private static final Pattern EXIF_TIME = Pattern.compile("(20\\d{2}):(\\d{2}):(\\d{2}) (\\d{2}):(\\d{2}):(\\d{2})");
    /** What phones and programs call pictures, and nobody who looks for goods. */
    private static final Pattern EMPTY_WORDS = Pattern.compile("(?i)企业微信截图|微信截图|微信图片|QQ截图|QQ图片|屏幕截图|屏幕快照"
            + "|截屏录屏|截屏|截图|照片|图片|副本|复制|未命名|上午|下午"
            + "|(?<![a-z])(?:IMG|DSCN?F?|PXL|MVIMG|P|screen ?shots?|screen capture|snipaste|wechat|mmexport|image"
            + "|images|photo|picture|pic|copy|untitled|unknown|download|scan|at|am|pm|of|com(?:\\.\\w+)+)(?![a-z])");

    private static final Pattern KEYS = Pattern.compile(
            "(?i)(?<![a-z0-9])[0-9a-f]{12,}(?![a-z0-9])" + "|[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}");

    private Screenshots() {}

    /**
     * The pictures or exports of a folder and of those within, as paths relative to it with {@code /} between names, in order;
     * hidden ones are passed over.
     *
     * @param without a folder that is left out, such as the one written to
     */
    public static List<String> files(Path folder, Path without, boolean pictures) throws IOException {
        Path left = without.toAbsolutePath().normalize();
        try (Stream<Path> files = Files.walk(folder, MAX_DEPTH)) {
            List<String> found = files.filter(
                            file -> !file.toAbsolutePath().normalize().startsWith(left))
                    .filter(file -> pictures
                            ? ImageCells.isPicture(String.valueOf(file.getFileName()))
                            : ExportReader.isExport(file))
                    .filter(Files::isRegularFile)
                    .map(folder::relativize)
                    .filter(path -> Stream.iterate(path, p -> p != null, Path::getParent)
                            .noneMatch(part -> part.getFileName().toString().startsWith(".")))
                    .map(path -> path.toString().replace('\\', '/'))
                    .limit(MAX_FILES + 1L)
                    .sorted()
                    .toList();
            if (found.size() > MAX_FILES) {
                throw new ExportException("expected at most " + MAX_FILES + " files in " + folder
                        + ", found more; import its folders one by one");
            }
            return found;
        }
    }

    /**
     * The listing of a picture.
     *
     * @param folder that is imported
     * @param path of the picture in it
     * @param zone of times in file names and pictures
     */
    public static Listing listing(Path folder, String path, ZoneId zone) throws IOException {
        Path file = folder.resolve(path);
        SourceFile source = SourceFile.of(file, path);
        ObjectNode origin = source.origin("", 0);
        Instant time = time(file, zone, origin);
        Map<String, JsonNode> other = new LinkedHashMap<>();
        other.put("source", origin);
        return Listing.builder(path)
                .title(title(path))
                .images(List.of(path))
                .capturedAt(time)
                .other(other)
                .build();
    }

    /** The listing of an export's row, with the time that its first picture's name tells when the row tells none. */
    public static Optional<Instant> time(Listing listing, ZoneId zone) {
        return listing.capturedAt() != null || listing.images().isEmpty()
                ? Optional.ofNullable(listing.capturedAt())
                : Times.ofName(name(listing.images().getFirst()), zone);
    }

    private static Instant time(Path file, ZoneId zone, ObjectNode origin) throws IOException {
        Optional<Instant> named = Times.ofName(name(String.valueOf(file.getFileName())), zone);
        Optional<Instant> time = named.or(() -> exif(file, zone));
        origin.put("timeFrom", named.isPresent() ? "name" : time.isPresent() ? "exif" : "file");
        return time.isPresent() ? time.get() : Files.getLastModifiedTime(file).toInstant();
    }

    /** The earliest time in a picture's EXIF data: when it was taken. */
    private static Optional<Instant> exif(Path file, ZoneId zone) {
        try (InputStream in = Files.newInputStream(file)) {
            String head = new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
            int exif = head.indexOf("Exif\0\0");
            Matcher matcher = EXIF_TIME.matcher(head);
            List<Instant> times = new ArrayList<>();
            while (exif >= 0 && matcher.find(exif)) {
                String text = matcher.group().replaceFirst(":", "-").replaceFirst(":", "-");
                Times.parse(text, zone).ifPresent(times::add);
                exif = matcher.end();
            }
            return times.stream().sorted().findFirst();
        } catch (IOException e) {
            return Optional.empty(); // that it cannot be read is told when it is copied
        }
    }

    /** What a picture's name says about the goods; empty when it is only a number, a time, or the name of a program. */
    static String title(String path) {
        String plain = Normalizer.normalize(name(path), Normalizer.Form.NFKC);
        String bare = KEYS.matcher(Times.withoutTime(plain)).replaceAll(" ");
        bare = EMPTY_WORDS.matcher(bare.replace('_', ' ')).replaceAll(" ");
        String words = bare.replaceAll("[-+#~(){}\\[\\]=.,&@]+(?=\\s|$)|(?<=\\s|^)[-+#~(){}\\[\\]=.,&@]+", " ")
                .replaceAll("\\(\\s*\\d*\\s*\\)", " ")
                .replaceAll("\\s+", " ")
                .strip();
        long letters = words.codePoints().filter(Character::isLetter).count();
        boolean han = words.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
        return letters >= (han ? 2 : 3) ? words : "";
    }

    /** The last part of a path, without its ending. */
    private static String name(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
