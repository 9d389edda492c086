package org.touchstone.cli;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.touchstone.mark.Mark;
import org.touchstone.mark.Registration;
import org.touchstone.record.Located;
import org.touchstone.record.Rejection;
import org.touchstone.register.Register;
import org.touchstone.register.RegisterRecord;

/**
 * Where registrations come from: files of registers in any of the known formats, folders of them, or a folder of images, each
 * of which is a figurative mark named by its file.
 */
final class MarkSources {
    private static final int SHOWN = 3;

    private MarkSources() {}

    /** The files behind the names on the command line, for telling whether they have changed. */
    static List<Path> files(List<Path> names) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path name : names) {
            if (Files.isDirectory(name) && !Register.isRegister(name)) {
                ImageFolder.list(name).forEach(image -> files.add(name.resolve(image)));
            } else {
                files.addAll(Register.files(name));
            }
        }
        return files;
    }

    /**
     * @param pictures folder into which pictures are put that lie within registers' files
     * @param bystanders told, after each register, what in it is no register
     * @throws NoSuchFileException when a name does not exist
     */
    static RecordChain<RegisterRecord> open(
            List<Path> names, Path pictures, Consumer<Rejection> rejections, Consumer<List<String>> bystanders)
            throws IOException {
        List<RecordChain.Source<RegisterRecord>> sources = new ArrayList<>();
        for (Path name : names) {
            if (!Files.exists(name)) {
                throw new NoSuchFileException(name.toString());
            }
            if (Files.isDirectory(name) && !Register.isRegister(name)) {
                sources.add(() -> images(name));
            } else {
                sources.add(() -> new Told(Register.open(name, pictures, rejections), bystanders));
            }
        }
        return new RecordChain<>(sources);
    }

    /** The folder for pictures that lie within registers' files. */
    static Path pictures(Console console) {
        return CacheFolder.of(console.environment()).resolve("pictures");
    }

    /** Says what was passed over. */
    static void tell(Console console, List<String> bystanders) {
        List<String> shown = bystanders.subList(0, Math.min(SHOWN, bystanders.size()));
        console.say(
                "marks.passedOver",
                bystanders.size(),
                String.join(", ", shown) + (bystanders.size() > SHOWN ? ", …" : ""));
    }

    private static Iterator<RegisterRecord> images(Path folder) throws IOException {
        List<String> images = ImageFolder.list(folder);
        if (images.isEmpty()) {
            throw new CliException(
                    "expected files of a register, or images, in the folder '" + folder + "', found neither");
        }
        return images.stream()
                .map(image -> {
                    String id = image.substring(0, image.lastIndexOf('.'));
                    return RegisterRecord.of(new Located<>(
                            Registration.of(id, Mark.picture(image)),
                            folder.resolve(image).toString(),
                            folder,
                            0));
                })
                .iterator();
    }

    /** A register of which is told at its end what in it is none. */
    private record Told(Register register, Consumer<List<String>> bystanders)
            implements Iterator<RegisterRecord>, Closeable {
        @Override
        public boolean hasNext() {
            return register.hasNext();
        }

        @Override
        public RegisterRecord next() {
            return register.next();
        }

        @Override
        public void close() throws IOException {
            if (!register.bystanders().isEmpty()) {
                bystanders.accept(register.bystanders());
            }
            register.close();
        }
    }
}
