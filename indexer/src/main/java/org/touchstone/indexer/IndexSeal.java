package org.touchstone.indexer;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** The end of a build: says in the index what it holds, forces it to disk, and reads it back to see that it is so. */
final class IndexSeal {
    private IndexSeal() {}

    /** Counts, writes the counts down and forces all to disk. */
    static void seal(IndexWriter writer, Path build, @Nullable ImageAnalyser analyser) throws IOException {
        IndexInfo info;
        try (DirectoryReader reader = DirectoryReader.open(writer)) {
            info = count(reader, analyser);
            SignDictionary.sieve(reader.leaves().stream()
                            .map(LeafReaderContext::reader)
                            .toList())
                    .write(build);
            LeafReader segment =
                    reader.leaves().isEmpty() ? null : reader.leaves().get(0).reader();
            FeatureDictionary.write(writer.getDirectory(), segment, Ordinals.of(reader, MarkFields.VIEW));
        }
        Map<String, String> data = info.toCommit();
        writer.setLiveCommitData(data.entrySet());
        writer.commit();
    }

    private static IndexInfo count(IndexReader reader, @Nullable ImageAnalyser analyser) throws IOException {
        return new IndexInfo(
                IndexFormat.FORMAT,
                IndexFormat.ANALYSER,
                IndexFormat.LUCENE,
                analyser == null ? IndexInfo.NONE : analyser.id(),
                analyser == null ? IndexInfo.NONE : analyser.model(),
                count(reader, MarkFields.REGISTRATION),
                count(reader, MarkFields.ENDED),
                count(reader, MarkFields.SIGN),
                count(reader, MarkFields.THUMBNAIL),
                count(reader, MarkFields.VIEW),
                fingerprint(reader),
                Instant.now().truncatedTo(ChronoUnit.SECONDS));
    }

    private static long count(IndexReader reader, String type) throws IOException {
        return reader.docFreq(new Term(MarkFields.TYPE, type)); // exact: nothing is deleted after the merge
    }

    private static String fingerprint(IndexReader reader) throws IOException {
        Fingerprint fingerprint = new Fingerprint();
        for (LeafReaderContext leaf : reader.leaves()) {
            BinaryDocValues digests = leaf.reader().getBinaryDocValues(MarkFields.DIGEST);
            while (digests != null && digests.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                BytesRef digest = digests.binaryValue();
                fingerprint.add(digest.bytes, digest.offset);
            }
        }
        return fingerprint.toString();
    }

    /**
     * Reads a build back from disk.
     *
     * @throws IOException when a checksum is wrong or when it does not hold what it says, or what was put into it
     */
    static void verify(Path build, long registrations) throws IOException {
        try (Directory directory = FSDirectory.open(build);
                DirectoryReader reader = DirectoryReader.open(directory)) {
            IndexInfo said = IndexInfo.ofCommit(reader.getIndexCommit().getUserData());
            Sieve.read(build);
            FeatureDictionary.verify(directory);
            for (LeafReaderContext leaf : reader.leaves()) {
                LeafReader segment = leaf.reader();
                segment.checkIntegrity();
            }
            expect(build, "registrations put in", registrations, said.registrations());
            expect(build, "registrations", said.registrations(), count(reader, MarkFields.REGISTRATION));
            expect(build, "ended registrations", said.ended(), count(reader, MarkFields.ENDED));
            expect(build, "signs", said.signs(), count(reader, MarkFields.SIGN));
            expect(build, "images", said.images(), count(reader, MarkFields.THUMBNAIL));
            expect(build, "views", said.views(), count(reader, MarkFields.VIEW));
            String found = fingerprint(reader);
            if (!found.equals(said.fingerprint())) {
                throw new IOException("damaged index in " + build + ": expected fingerprint " + said.fingerprint()
                        + ", found " + found);
            }
        }
    }

    private static void expect(Path build, String what, long expected, long found) throws IOException {
        if (expected != found) {
            throw new IOException(
                    "damaged index in " + build + ": expected " + expected + " " + what + ", found " + found);
        }
    }
}
