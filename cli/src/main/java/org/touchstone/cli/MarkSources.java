package org.touchstone.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.touchstone.mark.Mark;
import org.touchstone.mark.Registration;
import org.touchstone.record.Formats;
import org.touchstone.record.Located;
import org.touchstone.record.RecordReader;
import org.touchstone.record.Rejection;

/**
 * Where registrations come from: {@code .csv} and {@code .jsonl} files, a folder of them, or a folder of images, each of
 * which is a figurative mark named by its file.
 */
final class MarkSources {
    private MarkSources() {}

    /** The files behind the names on the command line, for telling whether they have changed. */
    static List<Path> files(List<Path> names) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path name : names) {
            if (Files.isDirectory(name)) {
                List<Path> registers = registers(name);
                if (registers.isEmpty()) {
                    ImageFolder.list(name).forEach(image -> files.add(name.resolve(image)));
                }
                files.addAll(registers);
            } else {
                files.add(name);
            }
        }
        return files;
    }

    /**
     * @throws CliException when a name does not exist or is of no known kind
     */
    static RecordChain<Registration> open(List<Path> names, Consumer<Rejection> rejections) throws IOException {
        List<RecordChain.Source<Registration>> sources = new ArrayList<>();
        for (Path name : names) {
            if (Files.isDirectory(name)) {
                List<Path> registers = registers(name);
                if (registers.isEmpty()) {
                    sources.add(() -> images(name));
                }
                registers.forEach(file -> sources.add(register(file, rejections)));
            } else if (!Files.exists(name)) {
                throw new CliException("no such file or folder: '" + name + "'");
            } else if (!isRegister(name)) {
                throw new CliException("expected marks as .csv or .jsonl, or a folder, found '" + name + "'");
            } else {
                sources.add(register(name, rejections));
            }
        }
        return new RecordChain<>(sources);
    }

    private static RecordChain.Source<Registration> register(Path file, Consumer<Rejection> rejections) {
        return () -> RecordReader.open(file, Formats.REGISTRATION, rejections);
    }

    private static List<Path> registers(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(MarkSources::isRegister).sorted().toList();
        }
    }

    private static boolean isRegister(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return Files.isRegularFile(file)
                && Stream.of(".csv", ".tsv", ".jsonl", ".ndjson").anyMatch(name::endsWith)
                && !name.endsWith(".rejected.jsonl");
    }

    private static Iterator<Located<Registration>> images(Path folder) throws IOException {
        List<String> images = ImageFolder.list(folder);
        if (images.isEmpty()) {
            throw new CliException(
                    "expected .csv or .jsonl files or images in the folder '" + folder + "', found neither");
        }
        return images.stream()
                .map(image -> {
                    String id = image.substring(0, image.lastIndexOf('.'));
                    return new Located<>(
                            Registration.of(id, Mark.picture(image)),
                            folder.resolve(image).toString(),
                            folder,
                            0);
                })
                .iterator();
    }
}
