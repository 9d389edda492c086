package org.touchstone.indexer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.IOSupplier;
import org.apache.lucene.util.IOUtils;
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
    private final IndexInfo info;
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
        LeafReader segment = reader.leaves().isEmpty() ? null : segment();
        this.signs = new SignDictionary(segment, Ordinals.of(reader, MarkFields.SIGN), sieve);
        this.views = new ViewDictionary(segment, Ordinals.of(reader, MarkFields.VIEW));
    }

    /**
     * Opens the index in a folder.
     *
     * @throws IndexMismatchException when another version made it; the message ends with the command that mends it
     * @throws NoSuchFileException when there is none
     */
    public static MarkIndex open(Path dir) throws IOException {
        try {
            return openOnce(dir);
        } catch (NoSuchFileException e) {
            return openOnce(dir); // a writer may have swapped the build away between our look and our opening it
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
            Sieve sieve = besideLucene(dir, () -> Sieve.read(build));
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
            IndexSeal.verify(IndexFolder.current(dir), index.info().registrations());
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
            int document = find(MarkFields.ID, id);
            return document < 0 ? Optional.empty() : Optional.of(registration(reader.storedFields(), document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives every registration to the consumer, in the order in which they were last written. */
    public void forEach(Consumer<Registration> consumer) {
        try {
            StoredFields stored = reader.storedFields();
            Ordinals registrations = Ordinals.of(reader, MarkFields.REGISTRATION);
            for (int i = 0; i < registrations.count(); i++) {
                consumer.accept(registration(stored, registrations.document(i)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The signs in writing, by their keys. */
    public SignDictionary signs() {
        return signs;
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
            int document = find(MarkFields.PICTURE_KEY, key);
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

    /** What the index knows of a registration, for an update. */
    record Known(Standing standing, BytesRef digest) {
        boolean hasDigest(byte[] other) {
            return digest.bytesEquals(new BytesRef(other));
        }
    }

    Optional<Known> known(String id) throws IOException {
        int document = find(MarkFields.ID, id);
        if (document < 0) {
            return Optional.empty();
        }
        BinaryDocValues digests = segment().getBinaryDocValues(MarkFields.DIGEST);
        if (digests == null || !digests.advanceExact(document)) {
            return Optional.empty();
        }
        BytesRef digest = BytesRef.deepCopyOf(digests.binaryValue());
        return Optional.of(
                new Known(registration(reader.storedFields(), document).standing(), digest));
    }

    /** The one segment of an index that is not empty. */
    private LeafReader segment() {
        return reader.leaves().get(0).reader();
    }

    /** Number of the one document with the term, -1 when there is none. */
    private int find(String field, String value) throws IOException {
        if (reader.leaves().isEmpty()) {
            return -1;
        }
        PostingsEnum postings = segment().postings(new Term(field, value), PostingsEnum.NONE);
        return postings == null ? -1 : postings.nextDoc();
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
