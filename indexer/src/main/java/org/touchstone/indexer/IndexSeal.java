package org.touchstone.indexer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SegmentReader;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.touchstone.indexer.sign.KeyHash;
import org.touchstone.indexer.sign.SignView;
import org.touchstone.mark.Standing;

/** The end of a build: says in the index what it holds, forces it to disk, and reads it back to see that it is so. */
final class IndexSeal {
    private IndexSeal() {}

    /**
     * Counts, writes the counts down and forces all to disk.
     *
     * @param before folder of the build whose segments are taken over; null when there is none
     * @param known names of the segments that are taken over
     */
    static void seal(
            IndexWriter writer, Path build, @Nullable ImageAnalyser analyser, @Nullable Path before, Set<String> known)
            throws IOException {
        IndexInfo info;
        try (DirectoryReader reader = DirectoryReader.open(writer)) {
            List<Segment> segments = Segment.of(reader);
            info = count(segments, analyser);
            sieve(segments, build, before, known);
            FeatureDictionary.write(writer.getDirectory(), Segment.ofViews(segments));
        }
        Map<String, String> data = info.toCommit();
        writer.setLiveCommitData(data.entrySet());
        writer.commit();
    }

    /** Names of the segments of an index, by which those that an update added are told. */
    static Set<String> names(List<Segment> segments) {
        Set<String> names = new HashSet<>();
        segments.forEach(segment -> names.add(name(segment)));
        return names;
    }

    private static String name(Segment segment) {
        LeafReader reader = segment.reader();
        return reader instanceof SegmentReader whole ? whole.getSegmentName() : reader.toString();
    }

    /** A pass over the terms of all views; over those of new segments alone where the sieve of the build before has room. */
    private static void sieve(List<Segment> segments, Path build, @Nullable Path before, Set<String> known)
            throws IOException {
        long keys = 0;
        for (Segment segment : segments) {
            for (SignView view : SignView.values()) {
                Terms terms = segment.reader().terms(view.field());
                keys += terms == null ? 0 : terms.size();
            }
        }
        Sieve sieve = before == null ? null : Sieve.copy(before, build);
        List<Segment> added = new ArrayList<>(segments);
        if (sieve != null && sieve.hasRoom(keys)) {
            added.removeIf(segment -> known.contains(name(segment)));
        } else {
            Files.deleteIfExists(build.resolve(Sieve.NAME));
            sieve = Sieve.create(build, keys);
        }
        for (Segment segment : added) {
            for (SignView view : SignView.values()) {
                Terms terms = segment.reader().terms(view.field());
                TermsEnum all = terms == null ? TermsEnum.EMPTY : terms.iterator();
                for (BytesRef term = all.next(); term != null; term = all.next()) {
                    sieve.add(KeyHash.mix(KeyHash.of(term.utf8ToString()), view));
                }
            }
        }
        sieve.seal();
    }

    private static IndexInfo count(List<Segment> segments, @Nullable ImageAnalyser analyser) throws IOException {
        return new IndexInfo(
                IndexFormat.FORMAT,
                IndexFormat.ANALYSER,
                IndexFormat.LUCENE,
                analyser == null ? IndexInfo.NONE : analyser.id(),
                analyser == null ? IndexInfo.NONE : analyser.model(),
                Segment.count(segments, MarkFields.REGISTRATION),
                dead(segments),
                Segment.count(segments, MarkFields.SIGN),
                Segment.count(segments, MarkFields.THUMBNAIL),
                Segment.count(segments, MarkFields.VIEW),
                fingerprint(segments),
                Instant.now().truncatedTo(ChronoUnit.SECONDS));
    }

    private static long dead(List<Segment> segments) throws IOException {
        SortedMap<String, Long> statuses = Facets.count(segments).get(Facet.STATUS);
        return statuses == null ? 0 : statuses.getOrDefault(Standing.DEAD.key(), 0L);
    }

    private static String fingerprint(List<Segment> segments) throws IOException {
        Fingerprint fingerprint = new Fingerprint();
        for (Segment segment : segments) {
            BinaryDocValues digests = segment.reader().getBinaryDocValues(MarkFields.DIGEST);
            if (digests != null) {
                segment.forEachRegistration(document -> {
                    if (digests.advanceExact(document)) {
                        BytesRef digest = digests.binaryValue();
                        fingerprint.add(digest.bytes, digest.offset);
                    }
                });
            }
        }
        return fingerprint.toString();
    }

    /** Reads a build back from disk; takes what the other takes. */
    static void verify(Path build, long registrations, Set<String> known) throws IOException {
        try (Directory directory = FSDirectory.open(build)) {
            verify(directory, registrations, known);
        }
    }

    /**
     * Reads an index back from disk.
     *
     * @param known names of segments that were read back when they were written, and are not read again
     * @throws IOException when a checksum is wrong or when it does not hold what it says, or what was put into it
     */
    static void verify(Directory directory, long registrations, Set<String> known) throws IOException {
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            IndexInfo said = IndexInfo.ofCommit(reader.getIndexCommit().getUserData());
            if (directory instanceof FSDirectory folder) {
                Sieve.verify(folder.getDirectory());
            }
            FeatureDictionary.verify(directory);
            List<Segment> segments = Segment.of(reader);
            for (Segment segment : segments) {
                if (!known.contains(name(segment))) {
                    segment.reader().checkIntegrity();
                }
            }
            expect(directory, "registrations put in", registrations, said.registrations());
            expect(directory, "registrations", said.registrations(), Segment.count(segments, MarkFields.REGISTRATION));
            expect(directory, "ended registrations", said.ended(), dead(segments));
            expect(directory, "signs", said.signs(), Segment.count(segments, MarkFields.SIGN));
            expect(directory, "images", said.images(), Segment.count(segments, MarkFields.THUMBNAIL));
            expect(directory, "views", said.views(), Segment.count(segments, MarkFields.VIEW));
            String found = fingerprint(segments);
            if (!found.equals(said.fingerprint())) {
                throw new IOException("damaged index in " + directory + ": expected fingerprint " + said.fingerprint()
                        + ", found " + found);
            }
        }
    }

    private static void expect(Directory directory, String what, long expected, long found) throws IOException {
        if (expected != found) {
            throw new IOException(
                    "damaged index in " + directory + ": expected " + expected + " " + what + ", found " + found);
        }
    }
}
