package org.touchstone.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.touchstone.indexer.ImageAnalyser;
import org.touchstone.indexer.IndexMismatchException;
import org.touchstone.indexer.IndexReport;
import org.touchstone.indexer.MarkIndex;
import org.touchstone.indexer.MarkIndexWriter;
import org.touchstone.mark.Registration;
import org.touchstone.record.AtomicFile;
import org.touchstone.record.Formats;
import org.touchstone.record.Json;
import org.touchstone.record.Located;
import org.touchstone.record.RecordReader;
import org.touchstone.record.Rejection;
import org.touchstone.record.RejectionLog;
import org.touchstone.register.RegisterChange;
import org.touchstone.register.RegisterRecord;

/**
 * The index behind {@code --marks}: built once for the same files, kept in the cache folder, and built again when a file,
 * an image, the program or a model has changed. What was rejected while building is told again on every use. Several
 * processes may ask at once; one builds and the others wait.
 */
final class CachedIndex {
    private final Path entry;
    private final Path pictures;
    private final List<Path> marks;
    private final List<Path> policyFiles;
    private final Console console;

    /**
     * @param marks as named on the command line
     * @param policyFiles files whose contents end up in the index as well
     */
    CachedIndex(Path cache, List<Path> marks, List<Path> policyFiles, boolean withImages, Console console)
            throws IOException {
        this.marks = marks;
        this.policyFiles = policyFiles;
        this.console = console;
        Signature key = new Signature().add(withImages ? "images" : "texts");
        for (Path path : concat(marks, policyFiles)) {
            key.add(path.toAbsolutePath().normalize().toString());
        }
        pictures = MarkSources.pictures(console);
        entry = cache.resolve("indexes").resolve(key.hex().substring(0, 24));
    }

    /** What was known of the files when the index was built. */
    private record State(String files, boolean images, String signature) {}

    /**
     * Opens the index, building it when needed.
     *
     * @param adapt applied to each registration on its way into the index
     * @param analysers gives the analyser of images; asked only when there are images
     */
    MarkIndex open(RegistrationChange adapt, AnalyserSource analysers, Consumer<Rejection> rejections)
            throws IOException {
        Files.createDirectories(entry);
        try (FileChannel channel =
                        FileChannel.open(entry.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            State built = readState();
            State now = state(built);
            ImageAnalyser analyser = now.images() ? analysers.get() : null;
            String signature = new Signature()
                    .add(now.signature())
                    .add(analyser == null ? "" : analyser.id() + "/" + analyser.model())
                    .hex();
            if (lock.isValid() && built != null && built.signature().equals(signature)) {
                try {
                    MarkIndex index = MarkIndex.open(entry.resolve("index"));
                    tellAgain(rejections);
                    return index;
                } catch (IndexMismatchException | java.nio.file.NoSuchFileException e) {
                    console.detail(String.valueOf(e.getMessage()));
                }
            }
            build(adapt, analyser, rejections);
            writeState(new State(now.files(), now.images(), signature));
            return MarkIndex.open(entry.resolve("index"));
        }
    }

    /** Gives the analyser of images; null to leave them out. */
    @FunctionalInterface
    interface AnalyserSource {
        @Nullable
        ImageAnalyser get() throws IOException;
    }

    /** Changes a registration on its way into the index, on any thread. */
    @FunctionalInterface
    interface RegistrationChange {
        Registration apply(Registration registration);
    }

    private void build(RegistrationChange adapt, @Nullable ImageAnalyser analyser, Consumer<Rejection> rejections)
            throws IOException {
        Files.deleteIfExists(statePath());
        IndexReport report;
        try (RejectionLog log = new RejectionLog(rejectedPath(), rejections);
                RecordChain<RegisterRecord> chain =
                        MarkSources.open(marks, pictures, log, bystanders -> MarkSources.tell(console, bystanders));
                Progress progress = console.progress("scan.indexing", 0)) {
            Iterator<RegisterRecord> adapted = new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return chain.hasNext();
                }

                @Override
                public RegisterRecord next() {
                    RegisterRecord next = chain.next();
                    return () -> adapted(next.read(), adapt);
                }
            };
            report = MarkIndexWriter.build(entry.resolve("index"), adapted, analyser, log, progress);
        }
        console.say("scan.indexed", report.added(), report.seconds());
    }

    private static RegisterRecord.Reading adapted(RegisterRecord.Reading reading, RegistrationChange adapt) {
        Located<RegisterChange> change = reading.change();
        return change != null && change.value() instanceof RegisterChange.Put(Registration registration)
                ? new RegisterRecord.Reading(
                        new Located<>(
                                new RegisterChange.Put(adapt.apply(registration)),
                                change.source(),
                                change.folder(),
                                change.line()),
                        reading.rejections())
                : reading;
    }

    private void tellAgain(Consumer<Rejection> rejections) throws IOException {
        if (Files.exists(rejectedPath())) {
            try (RecordReader<Rejection> kept = RecordReader.open(rejectedPath(), Formats.REJECTION, rejections)) {
                kept.forEachRemaining(one -> rejections.accept(one.value()));
            }
        }
    }

    /** What is true of the files now; images are looked at only where there are some. */
    private State state(@Nullable State before) throws IOException {
        Signature signature = new Signature().add(VersionProvider.version());
        for (Path file : concat(MarkSources.files(marks), policyFiles)) {
            signature.addFile(file);
        }
        String files = signature.hex();
        if (before != null && before.files().equals(files) && !before.images()) {
            return new State(files, false, files);
        }
        boolean images = false;
        try (RecordChain<RegisterRecord> chain = MarkSources.open(marks, pictures, rejection -> {}, bystanders -> {})) {
            while (chain.hasNext()) {
                Located<RegisterChange> next = chain.next().read().change();
                if (next != null && next.value() instanceof RegisterChange.Put(Registration registration)) {
                    for (String image : registration.mark().images()) {
                        images = true;
                        signature.add(image).addFile(next.folder().resolve(image.replace('\0', '?')));
                    }
                }
            }
        }
        return new State(files, images, signature.hex());
    }

    private @Nullable State readState() throws IOException {
        if (!Files.exists(statePath())) {
            return null;
        }
        try {
            JsonNode node = Json.mapper().readTree(statePath().toFile());
            return new State(
                    node.path("files").asText(),
                    node.path("images").asBoolean(),
                    node.path("signature").asText());
        } catch (com.fasterxml.jackson.core.JacksonException e) {
            return null;
        }
    }

    private void writeState(State state) throws IOException {
        ObjectNode node = Json.object();
        node.put("files", state.files());
        node.put("images", state.images());
        node.put("signature", state.signature());
        AtomicFile.write(statePath(), Json.line(node).getBytes(StandardCharsets.UTF_8));
    }

    private Path statePath() {
        return entry.resolve("state.json");
    }

    private Path rejectedPath() {
        return entry.resolve("rejected.jsonl");
    }

    private static List<Path> concat(List<Path> some, List<Path> more) {
        List<Path> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }
}
