package org.touchstone.cli;

import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.touchstone.crawler.render.Chromium;
import org.touchstone.image.ImageDecoder;
import org.touchstone.image.ImageEncoder;
import org.touchstone.image.RegionFinder;
import org.touchstone.matcher.image.OpenCvImageAnalyser;
import org.touchstone.matcher.reading.LanguageData;
import org.touchstone.matcher.reading.PictureWords;
import org.touchstone.models.ModelStore;

/** One thing that {@link DoctorCommand} looks at. */
record Checkup(String name, Callable<Finding> check) {
    private static final int MIN_JAVA = 21;
    private static final long MIN_HEAP = 700L << 20;
    private static final long MIN_DISK = 1L << 30;

    /** How a thing is. */
    enum State {
        GOOD,
        /** Touchstone works without it. */
        MISSING,
        FAILED
    }

    /**
     * What was found.
     *
     * @param found a version, a path, or what is wrong
     */
    record Finding(State state, String found) {
        static Finding of(boolean good, String found) {
            return new Finding(good ? State.GOOD : State.FAILED, found);
        }

        static Finding optional(boolean good, String found) {
            return new Finding(good ? State.GOOD : State.MISSING, found);
        }
    }

    static List<Checkup> all(Path cache, Map<String, String> environment, ModelStore models) {
        Path temp = Path.of(System.getProperty("java.io.tmpdir"));
        return List.of(
                new Checkup("java", Checkup::java),
                new Checkup("heap", Checkup::heap),
                new Checkup("temp", () -> folder(temp)),
                new Checkup("cache", () -> folder(cache)),
                new Checkup("images", Checkup::images),
                new Checkup("opencv", Checkup::opencv),
                new Checkup("model", () -> encoder(models)),
                new Checkup("regions", () -> regions(models)),
                new Checkup("reading", () -> reading(environment)),
                new Checkup("sqlite", Checkup::sqlite),
                new Checkup("fonts", Checkup::fonts),
                new Checkup("browser", () -> browser(environment)),
                new Checkup("ffmpeg", () -> program(environment, List.of("ffmpeg", "ffmpeg.exe"))));
    }

    /** Looks; whatever goes wrong on the way is a finding too. */
    Finding look() {
        try {
            return check.call();
        } catch (Exception | LinkageError e) {
            return new Finding(State.FAILED, String.valueOf(e.getMessage() == null ? e : e.getMessage()));
        }
    }

    private static Finding java() {
        return Finding.of(
                Runtime.version().feature() >= MIN_JAVA, Runtime.version() + ", " + System.getProperty("java.vendor"));
    }

    private static Finding heap() {
        long heap = Runtime.getRuntime().maxMemory();
        return Finding.of(heap >= MIN_HEAP, (heap >> 20) + " MiB");
    }

    private static Finding folder(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path probe = Files.createTempFile(folder, "touchstone", ".probe");
        Files.delete(probe);
        long free = Files.getFileStore(folder).getUsableSpace();
        return Finding.of(free >= MIN_DISK, folder + ", " + (free >> 20) + " MiB");
    }

    private static Finding images() throws IOException {
        String svg = "<svg xmlns='http://www.w3.org/2000/svg' width='8' height='8'><circle r='4'/></svg>";
        new ImageDecoder().decode(svg.getBytes(StandardCharsets.UTF_8));
        boolean webp = ImageIO.getImageReadersByMIMEType("image/webp").hasNext();
        return Finding.of(webp, webp ? "JPEG, PNG, GIF, WebP, BMP, SVG" : "no reader for WebP");
    }

    private static Finding opencv() throws IOException {
        Path image = Files.createTempFile("touchstone", ".png");
        try {
            ImageIO.write(new BufferedImage(64, 64, BufferedImage.TYPE_3BYTE_BGR), "png", image.toFile());
            OpenCvImageAnalyser analyser = new OpenCvImageAnalyser(null);
            return Finding.of(!analyser.analyse(image).views().isEmpty(), analyser.id());
        } finally {
            Files.delete(image);
        }
    }

    private static Finding regions(ModelStore models) throws IOException {
        Optional<RegionFinder> loaded = models.loadRegionFinder();
        if (loaded.isEmpty()) {
            return Finding.optional(false, "-");
        }
        try (RegionFinder finder = loaded.get()) {
            return Finding.of(true, finder.id());
        }
    }

    private static Finding encoder(ModelStore models) throws IOException {
        Optional<ImageEncoder> loaded = models.loadEncoder();
        if (loaded.isEmpty()) {
            return Finding.optional(false, "-");
        }
        try (ImageEncoder encoder = loaded.get()) {
            return Finding.of(true, encoder.id());
        }
    }

    private static Finding reading(Map<String, String> environment) throws IOException {
        LanguageData data = LanguageData.find(environment).orElse(null);
        if (data == null) {
            return Finding.optional(
                    false,
                    "- (apt-get install tesseract-ocr-chi-sim tesseract-ocr-eng; " + LanguageData.VARIABLE + ", "
                            + LanguageData.PLACES.getFirst() + ")");
        }
        String found = PictureWords.check(data) + ", " + String.join(" + ", data.languages()) + ", " + data.folder();
        return data.readsChinese()
                ? Finding.of(true, "Tesseract " + found)
                : Finding.optional(false, "chi_sim (apt-get install tesseract-ocr-chi-sim); Tesseract " + found);
    }

    private static Finding sqlite() throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            return Finding.of(true, connection.getMetaData().getDatabaseProductVersion());
        }
    }

    private static Finding fonts() {
        Optional<Font> font = Stream.of(
                        GraphicsEnvironment.getLocalGraphicsEnvironment().getAllFonts())
                .filter(one -> one.canDisplayUpTo("试金石") < 0)
                .findFirst();
        return Finding.optional(font.isPresent(), font.map(Font::getFontName).orElse("-"));
    }

    private static Finding browser(Map<String, String> environment) {
        Optional<Chromium> found = Chromium.find(environment.getOrDefault("PATH", ""));
        return Finding.optional(
                found.isPresent(), found.map(one -> one.program().toString()).orElse("-"));
    }

    private static Finding program(Map<String, String> environment, List<String> names) {
        String path = environment.getOrDefault("PATH", "");
        for (String folder : path.split(File.pathSeparator)) {
            for (String name : names) {
                if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, name))) {
                    return Finding.of(true, Path.of(folder, name).toString());
                }
            }
        }
        return Finding.optional(false, "-");
    }
}
