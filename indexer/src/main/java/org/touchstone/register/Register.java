package org.touchstone.register;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.touchstone.record.Rejection;

/**
 * A register as it lies on disk: a file, or all files in a folder and below, in the order of their names, so that the later days of files
 * named by day win. Records that have no image get the one that lies beside their file under their number. Not thread-safe, but its
 * records may be read on any thread as long as it is open.
 */
public final class Register extends Records {
    private static final int DEEPEST = 16;

    /** Names that are told of what is no register. */
    private static final int MOST_BYSTANDERS = 1000;

    private final Deque<Path> files;
    private final Intake intake;
    private final List<String> bystanders = new ArrayList<>();
    private final ImagesBeside images = new ImagesBeside();
    private @Nullable RegisterFile open;

    private Register(List<Path> files, @Nullable Path pictures, Consumer<Rejection> rejections) {
        this.files = new ArrayDeque<>(files);
        this.intake = new Intake(rejections, this::passOver, pictures);
    }

    /**
     * Opens a file or a folder.
     *
     * @param pictures folder into which pictures are put that lie within the cells of XLSX files; null for one that goes when the register is
     *     closed
     * @param rejections told, on the calling thread, of records that cannot even be found and of files that cannot be read
     * @throws NoRegisterException when it is a file of no known format, or a folder without files
     */
    public static Register open(Path root, @Nullable Path pictures, Consumer<Rejection> rejections) throws IOException {
        if (!Files.exists(root)) {
            throw new NoSuchFileException(root.toString());
        }
        if (!Files.isDirectory(root)) {
            Register register = new Register(List.of(), pictures, rejections);
            register.open = RegisterFile.open(RegisterSource.of(root), register.intake);
            return register;
        }
        List<Path> files = list(root);
        if (files.isEmpty()) {
            throw new NoRegisterException(root.toString(), "no files of one", false);
        }
        return new Register(files, pictures, rejections);
    }

    /**
     * The files of a register that may tell something: the file, or those of the folder, and the images beside them; to see
     * whether anything has changed.
     */
    public static List<Path> files(Path root) throws IOException {
        List<Path> files = Files.isDirectory(root) ? list(root) : List.of(root);
        Set<Path> folders = new LinkedHashSet<>();
        for (Path file : files) {
            Path parent = file.toAbsolutePath().getParent();
            if (parent != null) {
                folders.add(parent);
            }
        }
        List<Path> all = new ArrayList<>(files);
        for (Path folder : folders) {
            ImagesBeside.of(folder).stream().sorted().forEach(all::add);
        }
        return all;
    }

    /** Whether a folder holds files of a register rather than images alone. */
    public static boolean isRegister(Path folder) throws IOException {
        for (Path file : list(folder)) {
            if (hasKnownEnding(file)) {
                return true;
            }
        }
        for (Path file : list(folder)) {
            try (RegisterFile open = RegisterFile.open(file, rejection -> {})) {
                return true;
            } catch (NoRegisterException e) {
                // the next one, then
            }
        }
        return false;
    }

    private static boolean hasKnownEnding(Path file) {
        return file.toString()
                .toLowerCase(Locale.ROOT)
                .matches("(?s).*\\.(?:csv|tsv|json|jsonl|ndjson|xml|xlsx|xlsm|zip|gz)");
    }

    /** Files that may be registers, in order; neither hidden ones nor images, nor what links to a place outside. */
    private static List<Path> list(Path folder) throws IOException {
        Path real = folder.toRealPath();
        try (Stream<Path> files = Files.walk(folder, DEEPEST)) {
            return files.filter(file -> isCandidate(folder, file))
                    .filter(file -> isWithin(real, file))
                    .sorted(Comparator.comparing(
                            file -> folder.relativize(file).toString().replace('\\', '/')))
                    .toList();
        } catch (java.io.UncheckedIOException e) {
            throw Objects.requireNonNull(e.getCause());
        }
    }

    private static boolean isCandidate(Path folder, Path file) {
        for (Path part : folder.relativize(file)) {
            if (part.toString().startsWith(".") || part.toString().startsWith("~$")) {
                return false;
            }
        }
        String name = file.toString();
        return !ImagesBeside.isImage(name) && !name.endsWith(".rejected.jsonl") && Files.isRegularFile(file);
    }

    private static boolean isWithin(Path real, Path file) {
        try {
            return !Files.isSymbolicLink(file) || file.toRealPath().startsWith(real);
        } catch (IOException e) {
            return false;
        }
    }

    private void passOver(String name) {
        if (bystanders.size() < MOST_BYSTANDERS) {
            bystanders.add(name);
        }
    }

    /** Files and entries of archives that are no registers and were passed over, a thousand at most; complete after the last record. */
    public List<String> bystanders() {
        return List.copyOf(bystanders);
    }

    @Override
    @Nullable
    RegisterRecord advance() throws IOException {
        while (true) {
            if (open != null && open.hasNext()) {
                RegisterRecord record = open.next();
                return RegisterRecord.of(record.size(), () -> images.complete(record.read()));
            }
            if (open != null) {
                open.close();
                open = null;
            }
            Path file = files.poll();
            if (file == null) {
                return null;
            }
            try {
                open = RegisterFile.open(RegisterSource.of(file), intake);
            } catch (NoRegisterException e) {
                if (e.isBystander()) {
                    passOver(file.toString());
                } else {
                    intake.reject(file.toString(), e.reason());
                }
            } catch (IOException e) {
                intake.reject(file.toString(), "cannot be read: " + e);
            }
        }
    }

    @Override
    public void close() throws IOException {
        try (Pictures pictures = intake.pictures()) {
            if (open != null) {
                open.close();
            }
        }
    }
}
