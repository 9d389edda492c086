package org.touchstone.indexer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.IOSupplier;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;
import org.touchstone.mark.Registration;
import org.touchstone.mark.Standing;
import org.touchstone.record.FieldException;
import org.touchstone.record.Fields;
import org.touchstone.record.Formats;
import org.touchstone.record.Json;

/**
 * An index of registrations, opened for reading. Thread-safe. It stays as it was when it was opened, even when a writer
 * puts a newer build in force. Reading a damaged disk throws {@link UncheckedIOException}.
 */
public final class MarkIndex implements Closeable {
    private final Directory directory;
    private final DirectoryReader reader;
    private final List<Segment> segments;
    private final IndexInfo info;
    private final Sieve sieve;
    private final SignDictionary signs;
    private final ViewDictionary views;
    private final FeatureDictionary features;

    private MarkIndex(
            Directory directory, DirectoryReader reader, IndexInfo info, Sieve sieve, FeatureDictionary features)
            throws IOException {
        this.directory = directory;
        this.reader = reader;
        this.info = info;
        this.features = features;
        this.segments = Segment.of(
                reader, Days.number(info.built().atZone(ZoneOffset.UTC).toLocalDate()));
        this.sieve = sieve;
        this.signs = SignDictionary.all(segments, sieve);
        this.views = new ViewDictionary(Segment.ofViews(segments));
    }

    /**
     * Opens the index in a folder.
     *
     * @throws IndexMismatchException when another version made it; the message ends with the command that mends it
     * @throws NoSuchFileException when there is none
     */
    public static MarkIndex open(Path dir) throws IOException {
        byte[] before = IndexFolder.said(dir);
        while (true) {
            try {
                return openOnce(dir);
            } catch (IOException e) {
                byte[] now = IndexFolder.said(dir);
                if (Arrays.equals(before, now)) {
                    throw e;
                }
                before = now; // a writer swapped the build away between our look and our opening it
            }
        }
    }

    /**
     * Opens an index whose images are to be compared with those that an analyser sees.
     *
     * @throws IndexMismatchException also when another image analyser or model made it
     */
    public static MarkIndex open(Path dir, ImageAnalyser analyser) throws IOException {
        MarkIndex index = open(dir);
        try {
            IndexFormat.requireImages(index.info(), analyser, dir);
            return index;
        } catch (IOException e) {
            IOUtils.closeWhileHandlingException(index);
            throw e;
        }
    }

    private static MarkIndex openOnce(Path dir) throws IOException {
        Path build = IndexFolder.current(dir);
        Directory directory = FSDirectory.open(build);
        DirectoryReader reader = null;
        FeatureDictionary features = null;
        try {
            reader = openReader(dir, directory);
            IndexInfo info = IndexInfo.ofCommit(reader.getIndexCommit().getUserData());
            IndexFormat.require(info, dir);
            Sieve sieve = besideLucene(dir, () -> Sieve.open(build));
            features = besideLucene(dir, () -> FeatureDictionary.open(directory));
            return new MarkIndex(directory, reader, info, sieve, features);
        } catch (IOException | RuntimeException e) {
            IOUtils.closeWhileHandlingException(features, reader, directory);
            throw e;
        }
    }

    private static DirectoryReader openReader(Path dir, Directory directory) throws IOException {
        try {
            return DirectoryReader.open(directory);
        } catch (IndexFormatTooOldException | IndexFormatTooNewException e) {
            throw new IndexMismatchException(dir, String.valueOf(e.getMessage()));
        } catch (CorruptIndexException | IndexNotFoundException e) {
            throw new IndexMismatchException(dir, "damaged: " + e.getMessage());
        }
    }

    /** Reads a file of our own. */
    private static <T> T besideLucene(Path dir, IOSupplier<T> file) throws IOException {
        try {
            return file.get();
        } catch (NoSuchFileException e) {
            throw e;
        } catch (IOException e) {
            throw new IndexMismatchException(dir, String.valueOf(e.getMessage()));
        }
    }

    /** Reads every byte of an index back and checks it against its checksums and counts. */
    public static IndexInfo verify(Path dir) throws IOException {
        try (MarkIndex index = open(dir)) {
            try {
                IndexSeal.verify(index.directory, index.info().registrations(), Set.of());
            } catch (CorruptIndexException | EOFException e) {
                throw new IOException(
                        "the index in " + dir + " is damaged (" + e.getMessage()
                                + "); build it again with: touchstone index --marks FILE --into " + dir,
                        e);
            }
            return index.info();
        }
    }

    /** What the index holds and what it was made with. */
    public IndexInfo info() {
        return info;
    }

    /** A registration by its id, in force or not. */
    public Optional<Registration> registration(String id) {
        try {
            int document = Segment.find(segments, MarkFields.ID, id);
            return document < 0 ? Optional.empty() : Optional.of(registration(reader.storedFields(), document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Finds registrations. The cost grows with their number, unless the query names a number, an owner or a code. */
    public RegistrationSet find(RegistrationQuery query) {
        try {
            return RegistrationFinder.find(segments, query);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first registrations of a set, in the order in which they were last written, at most so many. */
    public List<Registration> first(RegistrationSet set, int most) {
        try {
            StoredFields stored = reader.storedFields();
            List<Registration> first = new ArrayList<>();
            for (int document : RegistrationFinder.first(segments, set, most)) {
                first.add(registration(stored, document));
            }
            return first;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives every registration to the consumer, in the order in which they were last written. */
    public void forEach(Consumer<Registration> consumer) {
        try {
            StoredFields stored = reader.storedFields();
            for (Segment segment : segments) {
                segment.forEachRegistration(
                        document -> consumer.accept(registration(stored, segment.base() + document)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many registrations have each value of each facet; values in their order, those without any left out. */
    public Map<Facet, SortedMap<String, Long>> counts() {
        try {
            return Facets.count(segments);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The signs in writing of all registrations, by their keys. */
    public SignDictionary signs() {
        return signs;
    }

    /** The signs in writing of the registrations that are in force on a day, by their keys. */
    public SignDictionary signs(LocalDate day) {
        try {
            return SignDictionary.inForce(segments, Days.number(day), sieve);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The signs in writing of some registrations of this index, by their keys. */
    public SignDictionary signs(RegistrationSet among) {
        return SignDictionary.of(segments, among, sieve);
    }

    /** The views of images, by their numbers and vectors. */
    public ViewDictionary views() {
        return views;
    }

    /** The local features of the views, by their visual words. */
    public FeatureDictionary features() {
        return features;
    }

    /** A small picture of a mark's image, PNG or JPEG; empty when there is none. */
    public Optional<byte[]> thumbnail(String registrationId, String imagePath) {
        try {
            String key = RegistrationDocuments.pictureKey(registrationId, imagePath);
            int document = Segment.find(segments, MarkFields.PICTURE_KEY, key);
            if (document < 0) {
                return Optional.empty();
            }
            BytesRef bytes = reader.storedFields()
                    .document(document, Set.of(MarkFields.PICTURE))
                    .getBinaryValue(MarkFields.PICTURE);
            return Optional.of(BytesRef.deepCopyOf(bytes).bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What the index knows of a registration, for an update.
     *
     * @param standing null when the office took it out of its register
     * @param asOf day of the record, null when not known
     * @param digest of the record and its images, empty when it was taken out
     */
    record Known(@Nullable Standing standing, @Nullable LocalDate asOf, BytesRef digest) {
        boolean isThere() {
            return standing != null;
        }

        boolean hasDigest(byte[] other) {
            return digest.bytesEquals(new BytesRef(other));
        }
    }

    Optional<Known> known(String id) throws IOException {
        int there = Segment.find(segments, MarkFields.ID, id);
        int document = there >= 0 ? there : Segment.find(segments, MarkFields.REMOVED_ID, id);
        if (document < 0) {
            return Optional.empty();
        }
        Segment segment = Segment.of(segments, document);
        int here = document - segment.base();
        NumericDocValues states = segment.reader().getNumericDocValues(MarkFields.STATE);
        BinaryDocValues digests = segment.reader().getBinaryDocValues(MarkFields.DIGEST);
        if (states == null || !states.advanceExact(here)) {
            throw new IOException("damaged index: '" + id + "' has no state");
        }
        if (there < 0) {
            return Optional.of(new Known(null, Days.asOf(states.longValue()), new BytesRef()));
        }
        if (digests == null || !digests.advanceExact(here)) {
            throw new IOException("damaged index: '" + id + "' has no digest");
        }
        return Optional.of(new Known(
                Days.standing(states.longValue()),
                Days.asOf(states.longValue()),
                BytesRef.deepCopyOf(digests.binaryValue())));
    }

    List<Segment> segments() {
        return segments;
    }

    private static Registration registration(StoredFields stored, int document) throws IOException {
        BytesRef json = stored.document(document, Set.of(MarkFields.RECORD)).getBinaryValue(MarkFields.RECORD);
        try {
            return Formats.REGISTRATION.read(
                    new Fields(Json.mapper().readValue(json.bytes, json.offset, json.length, ObjectNode.class)));
        } catch (FieldException e) {
            throw new IOException("damaged index: a registration cannot be read back: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() throws IOException {
        IOUtils.close(features, reader, directory);
    }
}
