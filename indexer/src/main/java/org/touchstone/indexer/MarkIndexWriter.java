package org.touchstone.indexer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;
import org.touchstone.mark.Registration;
import org.touchstone.mark.Standing;
import org.touchstone.record.Located;
import org.touchstone.record.Rejection;
import org.touchstone.register.RegisterChange;
import org.touchstone.register.RegisterRecord;

/**
 * Builds and updates indexes. A build is made aside, checked, forced to disk and only then put in force, so readers and
 * killed processes meet the old index or the new one. One writer at a time may work on a folder.
 *
 * <p>A record takes the place of what was known of its registration, unless it is as of an earlier day. What an update adds stands
 * in a part of its own beside the parts that are there, which are not written again; small parts are joined now and then. An index
 * that has images is joined into one part at every update.
 */
public final class MarkIndexWriter {
    /** Documents are kept in memory up to this much before they are written; a sixth of the heap where that is less. */
    private static final double MOST_BUFFER = 256;

    /** Parts of a like size that are joined into one. */
    private static final int JOINED = 4;

    /** A build is joined into one part at its end and not before. */
    private static final int JOINED_AT_THE_END = 1000;

    /** Longer ids are nobody's, and terms have a limit. */
    private static final int LONGEST_ID = 1000;

    /** Files of a build that are not taken over from the build before. */
    private static final Set<String> MADE_ANEW =
            Set.of(IndexWriter.WRITE_LOCK_NAME, Sieve.NAME, FeatureDictionary.NAME);

    private final Path dir;
    private final RegistrationDocuments documents;
    private final Consumer<Rejection> rejections;
    private final LongConsumer progress;
    private final @Nullable MarkIndex before;
    private final Map<String, Integer> sources = new HashMap<>();
    private final Seen seen = new Seen();
    private final boolean withImages;
    private boolean hasViews;
    private long read;
    private long added;
    private long changed;
    private long removed;
    private long ended;
    private long outdated;
    private long unchanged;
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
        this.hasViews = before != null && before.info().views() > 0;
    }

    /**
     * Builds an index from nothing; an index that stands in the folder is replaced. Of several records with the same id the
     * latest counts, by the day of the record; where the days are the same or not known, a later source wins over an earlier
     * one, and within one source the first record counts. Records that come to nothing within their own source are rejected.
     *
     * @param dir of the index; made where it is missing
     * @param records what to index; read once, in order
     * @param analyser of images; without one, images are left out
     * @param rejections told of all that is set aside, on the calling thread
     * @param progress told the number of records read so far, on the calling thread
     * @throws IOException when the disk fails, when another writer is at work or when the folder holds something else
     */
    public static IndexReport build(
            Path dir,
            Iterator<RegisterRecord> records,
            @Nullable ImageAnalyser analyser,
            Consumer<Rejection> rejections,
            LongConsumer progress)
            throws IOException {
        try (IndexFolder folder = IndexFolder.lock(dir)) {
            return new MarkIndexWriter(dir, analyser, rejections, progress, null).write(folder, records, analyser);
        }
    }

    /**
     * Adds registrations to an index, replaces those whose ids it has and takes out those that the office took out; what is the
     * same is left alone. Without an index in the folder this is {@link #build}. Takes what {@code build} takes.
     *
     * @throws IndexMismatchException when the index was made by another version, image analyser or model
     */
    public static IndexReport update(
            Path dir,
            Iterator<RegisterRecord> records,
            @Nullable ImageAnalyser analyser,
            Consumer<Rejection> rejections,
            LongConsumer progress)
            throws IOException {
        try (IndexFolder folder = IndexFolder.lock(dir)) {
            if (IndexFolder.find(dir).isEmpty()) {
                return new MarkIndexWriter(dir, analyser, rejections, progress, null).write(folder, records, analyser);
            }
            try (MarkIndex before = MarkIndex.open(dir)) {
                IndexFormat.requireImages(before.info(), analyser, dir);
                return new MarkIndexWriter(dir, analyser, rejections, progress, before)
                        .write(folder, records, analyser);
            }
        }
    }

    private IndexReport write(IndexFolder folder, Iterator<RegisterRecord> records, @Nullable ImageAnalyser analyser)
            throws IOException {
        long start = System.nanoTime();
        Path build = folder.begin();
        boolean done = false;
        try {
            Path former = null;
            Set<String> known = Set.of();
            if (before != null) {
                former = IndexFolder.current(dir);
                known = IndexSeal.names(before.segments());
                link(former, build);
            }
            try (Directory directory = FSDirectory.open(build);
                    IndexWriter writer = new IndexWriter(directory, config());
                    Preparation<Prepared> preparation = new Preparation<>()) {
                preparation.run(new Work(records), prepared -> put(writer, prepared));
                if (before == null || hasViews) {
                    writer.forceMerge(1);
                } else {
                    writer.flush();
                    writer.maybeMerge();
                }
                IndexSeal.seal(writer, build, analyser, former, known);
            }
            long expected = (before == null ? 0 : before.info().registrations()) + added - removed;
            IndexSeal.verify(build, expected, known);
            folder.swapIn(build);
            done = true;
        } finally {
            if (!done) {
                folder.abandon(build);
            }
        }
        progress.accept(read);
        double seconds = (System.nanoTime() - start) / 1e9;
        long refused = read - added - changed - removed - outdated - unchanged;
        return new IndexReport(read, added, changed, removed, ended, outdated, unchanged, refused, rejected, seconds);
    }

    private IndexWriterConfig config() {
        double heap = Runtime.getRuntime().maxMemory() / 0x1p20;
        LogDocMergePolicy merges = new LogDocMergePolicy(); // keeps the order of documents
        IndexWriterConfig config = new IndexWriterConfig()
                .setCodec(new MarkCodec())
                .setMergePolicy(merges)
                .setRAMBufferSizeMB(Math.max(16, Math.min(MOST_BUFFER, heap / 6)))
                .setCommitOnClose(false);
        if (before == null) {
            merges.setMergeFactor(JOINED_AT_THE_END);
        } else {
            merges.setMergeFactor(JOINED);
            config.setMergeScheduler(new SerialMergeScheduler()); // done when the update is
        }
        return config;
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

    /**
     * A record on its way into the index.
     *
     * @param known what the index before this run has of it; null when nothing, or when the record was rejected
     * @param made null when there is nothing to write, unless something else in this run changes that
     */
    private record Prepared(
            RegisterRecord.Reading reading,
            byte[] digest,
            MarkIndex.@Nullable Known known,
            RegistrationDocuments.@Nullable Made made) {}

    /** Records as work for all cores. */
    private final class Work implements Iterator<Preparation.Task<Prepared>> {
        private final Iterator<RegisterRecord> records;

        Work(Iterator<RegisterRecord> records) {
            this.records = records;
        }

        @Override
        public boolean hasNext() {
            return records.hasNext();
        }

        @Override
        public Preparation.Task<Prepared> next() {
            RegisterRecord record = records.next();
            read++;
            progress.accept(read);
            return new Preparation.Task<>(() -> prepare(record), record.size());
        }
    }

    /** Runs on any thread. */
    private Prepared prepare(RegisterRecord record) throws IOException {
        RegisterRecord.Reading reading = record.read();
        Located<RegisterChange> located = reading.change();
        if (located == null) {
            return new Prepared(reading, new byte[0], null, null);
        }
        RegisterChange change = located.value();
        MarkIndex.Known known =
                before == null ? null : before.known(change.id()).orElse(null);
        if (!(change instanceof RegisterChange.Put put)
                || isOlder(change.asOf(), known == null ? null : known.asOf())) {
            return new Prepared(reading, new byte[0], known, null);
        }
        Located<Registration> registration = at(located, put);
        byte[] json = RegistrationDocuments.record(put.registration());
        byte[] digest = Fingerprint.of(json, registration, withImages);
        boolean same = known != null && known.hasDigest(digest);
        return new Prepared(reading, digest, known, same ? null : documents.make(registration, json, digest));
    }

    private static Located<Registration> at(Located<RegisterChange> located, RegisterChange.Put put) {
        return new Located<>(put.registration(), located.source(), located.folder(), located.line());
    }

    private static boolean isOlder(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one != null && other != null && one.isBefore(other);
    }

    private void put(IndexWriter writer, Prepared prepared) throws IOException {
        prepared.reading().rejections().forEach(this::reject);
        Located<RegisterChange> located = prepared.reading().change();
        if (located == null) {
            return;
        }
        RegisterChange change = located.value();
        String fault = fault(change.id());
        if (!fault.isEmpty()) {
            reject(located.reject("id", fault, change.id()));
            return;
        }
        int source = sources.computeIfAbsent(located.source(), name -> sources.size());
        Seen.Met met = seen.get(change.id());
        if (met != null && met.source() == source && !isOlder(met.asOf(), change.asOf())) {
            reject(located.reject(
                    "id",
                    "'" + change.id() + "' stands in this file already; "
                            + (isOlder(change.asOf(), met.asOf()) ? "the later one" : "the first one") + " counts",
                    change.id()));
            return;
        }
        MarkIndex.Known known = prepared.known();
        if (isOlder(change.asOf(), met != null ? met.asOf() : known == null ? null : known.asOf())) {
            outdated++;
            return;
        }
        Standing standing = met != null ? met.standing() : known == null ? null : known.standing();
        switch (change) {
            case RegisterChange.Removal removal -> remove(writer, removal, source, standing);
            case RegisterChange.Put put -> put(writer, prepared, at(located, put), source, standing, met != null);
        }
    }

    /** Why an id cannot be one; empty when it can. Ids with half a character would count as the same. */
    private static String fault(String id) {
        if (id.length() > LONGEST_ID) {
            return "expected at most " + LONGEST_ID + " characters, found " + id.length();
        }
        boolean isWhole = id.codePoints()
                .noneMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
        return isWhole ? "" : "expected whole characters, found half of one";
    }

    /** @param standing of the registration before; null when it was not there */
    private void remove(IndexWriter writer, RegisterChange.Removal removal, int source, @Nullable Standing standing)
            throws IOException {
        if (standing != null) {
            writer.deleteDocuments(new Term(MarkFields.OWNER, removal.id()));
            removed++;
            ended += standing == Standing.DEAD ? 0 : 1;
        } else {
            unchanged++;
        }
        writer.updateDocument(
                new Term(MarkFields.REMOVED_ID, removal.id()),
                RegistrationDocuments.removed(removal.id(), removal.asOf()));
        seen.put(removal.id(), new Seen.Met(source, removal.asOf(), null));
    }

    /**
     * @param standing of the registration before; null when it was not there
     * @param again whether this run has told of it already
     */
    private void put(
            IndexWriter writer,
            Prepared prepared,
            Located<Registration> located,
            int source,
            @Nullable Standing standing,
            boolean again)
            throws IOException {
        Registration registration = located.value();
        String id = registration.id();
        boolean same = prepared.known() != null && prepared.known().hasDigest(prepared.digest());
        if (same && !again) {
            seen.put(id, new Seen.Met(source, registration.dates().asOf(), standing));
            unchanged++;
            return; // the index has it as it is
        }
        RegistrationDocuments.Made made = prepared.made() != null
                ? prepared.made()
                : documents.make(located, RegistrationDocuments.record(registration), prepared.digest());
        made.rejections().forEach(this::reject);
        hasViews |= made.hasViews();
        boolean gone = standing == null && (again || prepared.known() != null);
        if (gone) {
            writer.deleteDocuments(new Term(MarkFields.REMOVED_ID, id));
        }
        if (standing != null) {
            writer.updateDocuments(new Term(MarkFields.OWNER, id), made.documents());
            changed++;
        } else {
            writer.addDocuments(made.documents());
            added++;
        }
        seen.put(id, new Seen.Met(source, registration.dates().asOf(), registration.standing()));
        if (registration.standing() == Standing.DEAD && standing != Standing.DEAD) {
            ended++;
        }
    }

    private void reject(Rejection rejection) {
        rejected++;
        rejections.accept(rejection);
    }
}
