package org.touchstone.indexer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;
import org.touchstone.mark.Registration;
import org.touchstone.mark.Standing;
import org.touchstone.record.Located;
import org.touchstone.record.Rejection;

/**
 * Builds and updates indexes. A build is made aside, checked, forced to disk and only then put in force, so readers and
 * killed processes meet the old index or the new one. One writer at a time may work on a folder.
 */
public final class MarkIndexWriter {
    /** Documents are kept in memory up to this much before they are written; a tenth of the heap where that is less. */
    private static final double MOST_BUFFER = 256;

    /** Files of a build that are not taken over from the build before. */
    private static final Set<String> MADE_ANEW =
            Set.of(IndexWriter.WRITE_LOCK_NAME, Sieve.NAME, FeatureDictionary.NAME);

    private final Path dir;
    private final RegistrationDocuments documents;
    private final Consumer<Rejection> rejections;
    private final LongConsumer progress;
    private final @Nullable MarkIndex before;
    private final Map<String, String> sources = new HashMap<>();
    private final Set<String> written = new HashSet<>();
    private final boolean withImages;
    private long read;
    private long added;
    private long changed;
    private long ended;
    private long rejected;

    private MarkIndexWriter(
            Path dir,
            @Nullable ImageAnalyser analyser,
            Consumer<Rejection> rejections,
            LongConsumer progress,
            @Nullable MarkIndex before) {
        this.dir = dir;
        this.documents = new RegistrationDocuments(analyser);
        this.withImages = analyser != null;
        this.rejections = rejections;
        this.progress = progress;
        this.before = before;
    }

    /**
     * Builds an index from nothing; an index that stands in the folder is replaced. Within one source the first of
     * several registrations with the same id counts and the others are rejected; a later source wins over an earlier
     * one.
     *
     * @param dir of the index; made where it is missing
     * @param registrations what to index; read once, in order
     * @param analyser of images; without one, images are left out
     * @param rejections told of every registration or image that is set aside, on the calling thread
     * @param progress told the number of registrations read so far, on the calling thread
     * @throws IOException when the disk fails, when another writer is at work or when the folder holds something else
     */
    public static IndexReport build(
            Path dir,
            Iterator<Located<Registration>> registrations,
            @Nullable ImageAnalyser analyser,
            Consumer<Rejection> rejections,
            LongConsumer progress)
            throws IOException {
        try (IndexFolder folder = IndexFolder.lock(dir)) {
            return new MarkIndexWriter(dir, analyser, rejections, progress, null)
                    .write(folder, registrations, analyser);
        }
    }

    /**
     * Adds registrations to an index and replaces those whose ids it has; what is the same is left alone. Without an
     * index in the folder this is {@link #build}. Takes what {@code build} takes.
     *
     * @throws IndexMismatchException when the index was made by another version, image analyser or model
     */
    public static IndexReport update(
            Path dir,
            Iterator<Located<Registration>> registrations,
            @Nullable ImageAnalyser analyser,
            Consumer<Rejection> rejections,
            LongConsumer progress)
            throws IOException {
        try (IndexFolder folder = IndexFolder.lock(dir)) {
            if (IndexFolder.find(dir).isEmpty()) {
                return new MarkIndexWriter(dir, analyser, rejections, progress, null)
                        .write(folder, registrations, analyser);
            }
            try (MarkIndex before = MarkIndex.open(dir)) {
                IndexFormat.requireImages(before.info(), analyser, dir);
                return new MarkIndexWriter(dir, analyser, rejections, progress, before)
                        .write(folder, registrations, analyser);
            }
        }
    }

    private IndexReport write(
            IndexFolder folder, Iterator<Located<Registration>> registrations, @Nullable ImageAnalyser analyser)
            throws IOException {
        long start = System.nanoTime();
        Path build = folder.begin();
        boolean done = false;
        try {
            if (before != null) {
                link(IndexFolder.current(dir), build);
            }
            try (Directory directory = FSDirectory.open(build);
                    IndexWriter writer = new IndexWriter(directory, config());
                    Preparation<Prepared> preparation = new Preparation<>()) {
                preparation.run(new Work(registrations), prepared -> put(writer, prepared));
                writer.forceMerge(1);
                IndexSeal.seal(writer, build, analyser);
            }
            long expected = (before == null ? 0 : before.info().registrations()) + added;
            IndexSeal.verify(build, expected);
            folder.swapIn(build);
            done = true;
        } finally {
            if (!done) {
                folder.abandon(build);
            }
        }
        progress.accept(read);
        return new IndexReport(read, added, changed, ended, rejected, (System.nanoTime() - start) / 1e9);
    }

    private static IndexWriterConfig config() {
        double heap = Runtime.getRuntime().maxMemory() / 0x1p20;
        LogDocMergePolicy merges = new LogDocMergePolicy(); // keeps the order of documents
        return new IndexWriterConfig()
                .setCodec(new MarkCodec())
                .setMergePolicy(merges)
                .setRAMBufferSizeMB(Math.max(16, Math.min(MOST_BUFFER, heap / 10)))
                .setCommitOnClose(false);
    }

    /** Lucene never changes a file that it has written, so the files of the build before serve the new one as well. */
    private static void link(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                if (MADE_ANEW.contains(file.getFileName().toString())) {
                    continue;
                }
                Path target = to.resolve(file.getFileName());
                try {
                    Files.createLink(target, file);
                } catch (UnsupportedOperationException | IOException e) {
                    Files.copy(file, target);
                }
            }
        }
    }

    /** A registration on its way into the index. */
    private record Prepared(
            Incoming incoming,
            RegistrationDocuments.@Nullable Made made,
            @Nullable Standing before) {}

    /**
     * A registration that came in.
     *
     * @param again whether an earlier source of this run had its id
     */
    private record Incoming(Located<Registration> located, boolean again) {
        String id() {
            return located.value().id();
        }
    }

    /** Registrations as work for all cores; sets aside the ids that a source repeats. */
    private final class Work implements Iterator<Callable<Prepared>> {
        private final Iterator<Located<Registration>> registrations;
        private @Nullable Incoming ahead;

        Work(Iterator<Located<Registration>> registrations) {
            this.registrations = registrations;
        }

        @Override
        public boolean hasNext() {
            while (ahead == null && registrations.hasNext()) {
                Located<Registration> next = registrations.next();
                read++;
                progress.accept(read);
                String id = next.value().id();
                String source = sources.put(id, next.source());
                if (next.source().equals(source)) {
                    reject(next.reject("id", "'" + id + "' stands in this file already; the first one counts", id));
                } else {
                    ahead = new Incoming(next, source != null);
                }
            }
            return ahead != null;
        }

        @Override
        public Callable<Prepared> next() {
            if (!hasNext()) {
                throw new NoSuchElementException("no registration after the last");
            }
            Incoming incoming = Objects.requireNonNull(ahead);
            ahead = null;
            return () -> prepare(incoming);
        }
    }

    /** Runs on any thread. */
    private Prepared prepare(Incoming incoming) throws IOException {
        byte[] digest = Fingerprint.of(incoming.located(), withImages);
        Standing standing = null;
        if (before != null) {
            Optional<MarkIndex.Known> known = before.known(incoming.id());
            standing = known.map(MarkIndex.Known::standing).orElse(null);
            if (known.isPresent() && known.get().hasDigest(digest) && !incoming.again()) {
                return new Prepared(incoming, null, standing);
            }
        }
        return new Prepared(incoming, documents.make(incoming.located(), digest), standing);
    }

    private void put(IndexWriter writer, Prepared prepared) throws IOException {
        if (prepared.made() == null) {
            return; // the index has it as it is
        }
        prepared.made().rejections().forEach(this::reject);
        if (prepared.made().documents().isEmpty()) {
            return;
        }
        String id = prepared.incoming().id();
        boolean there = prepared.before() != null || prepared.incoming().again() && written.contains(id);
        if (there) {
            writer.updateDocuments(
                    new Term(MarkFields.OWNER, id), prepared.made().documents());
            changed++;
        } else {
            writer.addDocuments(prepared.made().documents());
            added++;
        }
        written.add(id);
        boolean over = prepared.incoming().located().value().standing() == Standing.DEAD;
        if (over && prepared.before() != Standing.DEAD) {
            ended++;
        }
    }

    private void reject(Rejection rejection) {
        rejected++;
        rejections.accept(rejection);
    }
}
