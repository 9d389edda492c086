package org.touchstone.crawler;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.touchstone.crawler.extract.ContentDigest;
import org.touchstone.crawler.extract.ListingExtractor;
import org.touchstone.crawler.extract.Offered;
import org.touchstone.crawler.extract.SiteProfile;
import org.touchstone.crawler.fetch.FetchResult.Fetched;
import org.touchstone.crawler.fetch.WebAddress;
import org.touchstone.crawler.keep.KeptAnswer;
import org.touchstone.crawler.keep.WarcAnswers;
import org.touchstone.crawler.keep.WarcTail;
import org.touchstone.crawler.live.LiveCrawl;
import org.touchstone.crawler.live.LiveOffer;
import org.touchstone.crawler.live.LiveRecord;
import org.touchstone.crawler.live.LiveSource;
import org.touchstone.listing.CaptureRef;
import org.touchstone.listing.Listing;
import org.touchstone.record.AtomicFile;
import org.touchstone.record.Json;
import org.touchstone.record.Rejection;

/**
 * Reads listings again from WARC files, with no network: after the readers of pages have become better, or to show what a
 * listing was read from. Others' WARC files do, too. Used once, by one thread.
 */
public final class CrawlReplay {
    private static final int MAX_HOPS = 5;

    private final List<Path> archives;
    private final ListingExtractor extractor;
    private final ProfileDrift drift;
    private final @Nullable Path into;
    private final Consumer<Rejection> rejected;
    private final Map<String, Listing> listings = new LinkedHashMap<>();
    private final Map<String, Listing> passing = new LinkedHashMap<>();
    private final Map<URI, Place> answers = new HashMap<>();
    private final List<Watch> watches = new ArrayList<>();
    /** Pages as rendered, by the place of the answer that they were made of. */
    private final Map<Place, Place> rendered = new HashMap<>();

    private record Place(Path file, long offset) {}

    /** A live room that was watched from a time on. */
    private record Watch(Path archive, LiveSource room, Instant started) {}

    /**
     * @param archives WARC files, packed or not
     * @param profiles of sites that are known
     * @param into folder for the images of the listings; null to leave images out
     * @param rejected is told of files that end too early, and of pages that cannot be read
     */
    public CrawlReplay(
            List<Path> archives, List<SiteProfile> profiles, @Nullable Path into, Consumer<Rejection> rejected) {
        extractor = new ListingExtractor(profiles);
        drift = new ProfileDrift(profiles);
        this.archives = List.copyOf(archives);
        this.into = into;
        this.rejected = rejected;
    }

    /** The WARC files of a folder, or of the {@code warc} folder in it, in the order in which they were written. */
    public static List<Path> archives(Path folder) throws IOException {
        List<Path> files = WarcTail.files(folder);
        return files.isEmpty() ? WarcTail.files(folder.resolve("warc")) : files;
    }

    /**
     * The listings, in the order in which their pages were received; of several of one id the last.
     *
     * @throws IOException when no archive can be read, or the images cannot be written
     */
    public List<Listing> listings() throws IOException {
        for (Path archive : archives) {
            each(archive, index(archive));
        }
        for (Path archive : archives) {
            each(archive, answer -> read(archive, answer));
        }
        passing.forEach((id, listing) -> {
            boolean ownPageRead =
                    listings.values().stream().anyMatch(l -> l.url().equals(listing.url()));
            if (!ownPageRead) {
                listings.putIfAbsent(id, listing);
            }
        });
        for (int i = 0; i < watches.size(); i++) {
            replay(watches.get(i), watches.subList(i + 1, watches.size()));
        }
        return List.copyOf(listings.values());
    }

    /** What was read and how it fitted the profiles, for {@code report.json}; whole after {@link #listings}. */
    public ObjectNode report() {
        ObjectNode node = Json.object();
        ArrayNode files = node.putArray("archives");
        archives.forEach(archive -> files.add(archive.toString()));
        ArrayNode uses = node.putArray("profiles");
        profiles().forEach(use -> uses.add(use.toJson()));
        return node;
    }

    private WarcAnswers.Visitor index(Path archive) {
        return new WarcAnswers.Visitor() {
            @Override
            public void answer(KeptAnswer answer) {
                if (answer.status() != 304) { // which repeats one that is known
                    answers.put(answer.address(), place(archive, answer));
                }
            }

            @Override
            public void rendered(KeptAnswer made) {
                Place page = answers.get(made.address());
                if (page != null) {
                    rendered.put(page, place(archive, made));
                }
            }

            @Override
            public void resource(URI address, Instant at, byte[] content) {
                if (address.equals(LiveRecord.ADDRESS)) {
                    LiveRecord.read(content).ifPresent(room -> watches.add(new Watch(archive, room, at)));
                }
            }
        };
    }

    /** Of a room that was watched more than once, each watch has the answers up to the next. */
    private void replay(Watch watch, List<Watch> later) throws IOException {
        Instant until = later.stream()
                .filter(next -> next.room().key().equals(watch.room().key()))
                .map(Watch::started)
                .findFirst()
                .orElse(Instant.MAX);
        List<Path> beside = archives.stream()
                .filter(archive ->
                        Objects.equals(archive.getParent(), watch.archive().getParent()))
                .toList();
        List<LiveOffer> offers = new ArrayList<>();
        LiveCrawl.replay(watch.room(), beside, watch.started(), until, into, rejected, offers::add);
        for (LiveOffer live : offers) {
            Listing listing = live.listing();
            List<String> paths = new ArrayList<>(listing.images());
            paths.addAll(images(new Offered(listing, live.images(), true)));
            listings.put(
                    listing.id(),
                    ListingCopy.of(listing, listing.id()).images(paths).build());
        }
    }

    private static Place place(Path archive, KeptAnswer answer) {
        return new Place(archive, answer.place().offset());
    }

    /** How the pages fitted the profiles; after {@link #listings}. */
    public List<ProfileUse> profiles() {
        return drift.uses();
    }

    private void each(Path archive, WarcAnswers.Visitor visitor) throws IOException {
        try {
            WarcAnswers.forEach(archive, 0, visitor);
        } catch (IOException e) {
            if (archives.size() == 1 && answers.isEmpty()) {
                throw e;
            }
            rejected.accept(
                    new Rejection(archive.toString(), 0, "", "cannot be read to its end: " + e.getMessage(), ""));
        }
    }

    private void read(Path archive, KeptAnswer answer) throws IOException {
        boolean live = watches.stream()
                .anyMatch(watch ->
                        watch.room().cards().filter(answer.address()::equals).isPresent());
        boolean page = !live
                && answer.status() == 200
                && (answer.contentType().isEmpty() || answer.contentType().contains("html"))
                && PageReading.notAPage(answer.body()).isEmpty();
        if (!page) {
            return;
        }
        // As the crawl did: what a page shows in the browser holds where it offers anything.
        Place made = rendered.get(place(archive, answer));
        if (made == null
                || !keep(made.file(), WarcAnswers.at(made.file(), made.offset()).orElseThrow())) {
            keep(archive, answer);
        }
    }

    /** Keeps what a page offers; false when it offers nothing. */
    private boolean keep(Path archive, KeptAnswer answer) throws IOException {
        Instant at = answer.at();
        PageReading reading = PageReading.of(
                extractor, new Fetched(List.of(answer.address()), answer.contentType(), answer.body()), at);
        drift.read(answer.address(), reading.extraction());
        String name = String.valueOf(archive.getFileName());
        Path folder = archive.toAbsolutePath().getParent();
        CaptureRef capture = new CaptureRef(
                folder != null && folder.endsWith("warc") ? "warc/" + name : name,
                answer.place().offset(),
                answer.place().sha256().isEmpty()
                        ? ContentDigest.of(answer.body())
                        : answer.place().sha256());
        for (Offered offered : reading.extraction().offers()) {
            Listing listing = ListingCopy.of(
                            offered.listing(), offered.listing().id())
                    .capture(capture)
                    .images(images(offered))
                    .build();
            (offered.own() ? listings : passing).put(listing.id(), listing);
        }
        return !reading.extraction().offers().isEmpty();
    }

    private List<String> images(Offered offered) throws IOException {
        List<String> paths = new ArrayList<>();
        Path folder = into;
        if (folder == null) {
            return paths;
        }
        for (Map.Entry<URI, URI> picture : offered.pictures().entrySet()) {
            String path = keep(folder, picture.getKey());
            path = path.isEmpty() ? keep(folder, picture.getValue()) : path;
            if (!path.isEmpty() && !paths.contains(path)) {
                paths.add(path);
            }
        }
        return paths;
    }

    /** The path of an image; empty when none was kept. */
    private String keep(Path folder, URI image) throws IOException {
        Optional<KeptAnswer> kept = image(image);
        Optional<ImageType> type = kept.flatMap(answer -> ImageType.of(answer.body()));
        if (type.isEmpty()) {
            return "";
        }
        String path = CrawlFolder.imagePath(kept.get().body(), type.get());
        AtomicFile.write(folder.resolve(path), kept.get().body());
        return path;
    }

    private Optional<KeptAnswer> image(URI address) throws IOException {
        URI at = address;
        for (int hop = 0; hop <= MAX_HOPS; hop++) {
            Place place = answers.get(at);
            if (place == null) {
                return Optional.empty();
            }
            Optional<KeptAnswer> answer = WarcAnswers.at(place.file(), place.offset());
            if (answer.isEmpty() || answer.get().status() == 200) {
                return answer;
            }
            Optional<URI> next = WebAddress.resolve(at, answer.get().location());
            if (answer.get().location().isEmpty() || next.isEmpty()) {
                return Optional.empty();
            }
            at = next.get();
        }
        return Optional.empty();
    }
}
