package org.touchstone.crawler;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.touchstone.crawler.imports.ExportException;
import org.touchstone.crawler.imports.ExportReader;
import org.touchstone.crawler.imports.Mapping;
import org.touchstone.crawler.imports.Offer;
import org.touchstone.crawler.imports.Screenshots;
import org.touchstone.crawler.imports.SourceFile;
import org.touchstone.crawler.plan.MappingReader;
import org.touchstone.listing.Listing;
import org.touchstone.record.AtomicFile;
import org.touchstone.record.FieldException;
import org.touchstone.record.Formats;
import org.touchstone.record.Json;
import org.touchstone.record.RecordWriter;
import org.touchstone.record.Rejection;
import org.touchstone.record.RejectionLog;
import org.touchstone.record.SafePath;

/**
 * Brings exports of marketplaces and folders of screenshots into a folder such as a crawl leaves: {@code listings.jsonl},
 * {@code images/}, {@code rejected.jsonl}, {@code report.json}. Nothing is fetched. {@code listings.jsonl} is there whole or not
 * at all; a killed import leaves the one before. Each instance runs once; not thread-safe.
 */
public final class Importer {
    private static final int MAX_IMAGE = 64 << 20;

    private final Mapping mapping;
    private final ZoneId zone;
    private final Consumer<Rejection> announce;
    private final LongConsumer progress;
    private final SeenIds ids = new SeenIds();
    private final SeenIds kept = new SeenIds();
    private final List<ImportReport.Source> sources = new ArrayList<>();
    private Path into = Path.of("");
    private long listings;
    private long images;
    private long repeated;

    /**
     * @param zone of times that do not state theirs, where the mapping has none
     * @param announce is told of each rejection
     * @param progress is told how many listings there are
     */
    public Importer(Mapping mapping, ZoneId zone, Consumer<Rejection> announce, LongConsumer progress) {
        this.mapping = mapping;
        this.zone = mapping.zone() == null ? zone : mapping.zone();
        this.announce = announce;
        this.progress = progress;
    }

    /**
     * Reads a mapping file.
     *
     * @throws org.touchstone.record.YamlException when it is no mapping
     */
    public static Mapping mapping(Path file) throws IOException {
        return MappingReader.read(file);
    }

    /**
     * Imports files and folders.
     *
     * @throws ExportException when there is but one file and it has no headings that are known
     * @throws IOException when the folder holds a crawl, or the disk fails
     */
    public ImportReport run(List<Path> from, Path folder) throws IOException {
        Instant started = Clock.systemUTC().instant();
        into = folder;
        if (FolderClaim.isCrawl(folder)) {
            throw new IOException("expected a folder of its own for the import, found a crawl in " + folder);
        }
        Files.createDirectories(folder.resolve("images"));
        Files.deleteIfExists(folder.resolve("report.json"));
        try (RejectionLog rejections = new RejectionLog(folder.resolve("rejected.jsonl"), announce);
                RecordWriter<Listing> writer = RecordWriter.create(folder.resolve("listings.jsonl"), Formats.LISTING)) {
            for (Path one : from) {
                if (Files.isDirectory(one)) {
                    folder(one, writer, rejections);
                } else {
                    file(one, String.valueOf(one.getFileName()), from.size() == 1, writer, rejections, new HashSet<>());
                }
            }
            writer.commit();
            ImportReport report = new ImportReport(
                    started,
                    Clock.systemUTC().instant(),
                    zone,
                    sources,
                    listings,
                    images,
                    repeated,
                    rejections.count());
            String json = Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(report.toJson()) + "\n";
            AtomicFile.write(folder.resolve("report.json"), json.getBytes(StandardCharsets.UTF_8));
            return report;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** The exports of a folder, then the pictures of which no export says anything. */
    private void folder(Path folder, RecordWriter<Listing> writer, RejectionLog rejections) throws IOException {
        Set<Path> told = new HashSet<>();
        for (String export : within(folder, /* pictures= */ false, rejections)) {
            file(folder.resolve(export), export, /* alone= */ false, writer, rejections, told);
        }
        long before = listings;
        for (String picture : within(folder, /* pictures= */ true, rejections)) {
            Path file = folder.resolve(picture);
            if (told.contains(file.toAbsolutePath().normalize())) {
                continue;
            }
            try {
                Optional<String> kept = keep(file, picture, 0, rejections);
                if (kept.isPresent()) {
                    Listing listing = Screenshots.listing(folder, picture, zone);
                    write(listing, List.of(kept.get()), writer);
                }
            } catch (IOException e) {
                if (Files.isReadable(file)) {
                    throw e;
                }
                rejections.accept(Rejection.ofFile(picture, "expected an image that can be read, but " + e));
            }
        }
        sources.add(new ImportReport.Source(folder.toString(), 0, "", listings - before, List.of()));
    }

    /** The files of a folder; a link out of it, which somebody may have sent with the rest, is not followed. */
    private List<String> within(Path folder, boolean pictures, RejectionLog rejections) throws IOException {
        List<String> files = new ArrayList<>();
        for (String file : Screenshots.files(folder, into, pictures)) {
            try {
                SafePath.within(folder, "", file);
                files.add(file);
            } catch (FieldException e) {
                rejections.accept(Rejection.ofFile(file, e.reason()));
            }
        }
        return files;
    }

    /**
     * @param alone whether nothing else is imported, so that a file that is no export fails the whole
     * @param told is given the pictures that the export names
     */
    private void file(
            Path path,
            String name,
            boolean alone,
            RecordWriter<Listing> writer,
            RejectionLog rejections,
            Set<Path> told)
            throws IOException {
        long before = listings;
        try (ExportReader reader = ExportReader.open(path, name, mapping, zone, rejections)) {
            SourceFile source = reader.file();
            while (reader.hasNext()) {
                Offer offer = reader.next();
                List<String> kept = new ArrayList<>();
                for (String image : offer.listing().images()) {
                    Path file = source.folder().resolve(image);
                    told.add(file.toAbsolutePath().normalize());
                    keep(file, offer.source(), offer.row(), rejections).ifPresent(kept::add);
                }
                for (String picture : offer.pictures()) {
                    byte[] bytes = reader.picture(picture);
                    keep(bytes == null ? new byte[0] : bytes, picture, offer.source(), offer.row(), rejections)
                            .ifPresent(kept::add);
                }
                write(offer.listing(), kept, writer);
            }
            sources.add(new ImportReport.Source(
                    name, source.bytes(), source.sha256(), listings - before, reader.passedOver()));
        } catch (ExportException e) {
            if (alone) {
                throw e;
            }
            rejections.accept(Rejection.ofFile(name, String.valueOf(e.getMessage())));
        }
    }

    private void write(Listing listing, List<String> kept, RecordWriter<Listing> writer) throws IOException {
        listings++;
        String id = listing.id();
        if (!ids.add(id)) {
            repeated++;
            id += "~" + listings;
            ids.add(id);
        }
        writer.write(ListingCopy.of(listing, id)
                .images(kept.stream().distinct().toList())
                .capturedAt(Screenshots.time(listing, zone).orElse(null))
                .build());
        if ((listings & 0xff) == 0) {
            progress.accept(listings);
        }
    }

    /** Copies a picture; empty when it is none. */
    private Optional<String> keep(Path file, String source, long row, RejectionLog rejections) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return keep(in.readNBytes(MAX_IMAGE + 1), String.valueOf(file.getFileName()), source, row, rejections);
        }
    }

    private Optional<String> keep(byte[] bytes, String name, String source, long row, RejectionLog rejections)
            throws IOException {
        Optional<ImageType> type = bytes.length > MAX_IMAGE ? Optional.empty() : ImageType.of(bytes);
        if (type.isEmpty()) {
            rejections.accept(new Rejection(
                    source,
                    row,
                    "images",
                    "expected an image of at most " + MAX_IMAGE + " bytes, found '" + name + "' with other content",
                    name));
            return Optional.empty();
        }
        String path = CrawlFolder.imagePath(bytes, type.get());
        Path target = into.resolve(path);
        if (!Files.exists(target)) {
            AtomicFile.write(target, bytes);
        }
        images += kept.add(path) ? 1 : 0;
        return Optional.of(path);
    }
}
