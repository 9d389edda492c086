package org.touchstone.matcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.touchstone.hit.Evidence;
import org.touchstone.hit.Hit;
import org.touchstone.hit.Versions;
import org.touchstone.indexer.MarkIndex;
import org.touchstone.listing.Listing;
import org.touchstone.mark.Registration;
import org.touchstone.matcher.brand.SeenMarks;
import org.touchstone.matcher.goods.GoodsRelation;
import org.touchstone.matcher.goods.OfferedGoods;
import org.touchstone.matcher.image.ImageMatcher;
import org.touchstone.matcher.image.ReferencePhotos;
import org.touchstone.matcher.reading.PictureWords;
import org.touchstone.matcher.text.TextMatcher;
import org.touchstone.record.Located;
import org.touchstone.record.Rejection;

/**
 * Scans listings for the signs of indexed marks. Each worker takes a few listings at a time from the source, so that
 * memory is bounded by the number of workers however long the source is. Thread-safe; one scan uses all its threads.
 */
public final class Scanner {
    /** Listings that a worker takes at once. */
    private static final int HANDFUL = 8;

    private final MarkIndex index;
    private final TextMatcher texts;
    private final @Nullable ImageMatcher images;
    private final @Nullable PictureWords words;
    private final @Nullable ReferencePhotos photos;
    private final BrandMarks brandMarks;
    private final BrandPolicies policies;
    private final Versions versions;
    private final @Nullable LocalDate day;

    /** Takes the hits of one listing; called for each listing that has some, by one thread at a time. */
    @FunctionalInterface
    public interface Sink {
        void take(Located<Listing> listing, List<Hit> hits) throws IOException;
    }

    /**
     * @param index kept open by the caller for as long as the scanner is used
     * @param images null to leave images alone
     */
    public Scanner(
            MarkIndex index,
            TextMatcher texts,
            @Nullable ImageMatcher images,
            BrandPolicies policies,
            Versions versions) {
        this(index, texts, images, null, null, policies, versions, null);
    }

    private Scanner(
            MarkIndex index,
            TextMatcher texts,
            @Nullable ImageMatcher images,
            @Nullable PictureWords words,
            @Nullable ReferencePhotos photos,
            BrandPolicies policies,
            Versions versions,
            @Nullable LocalDate day) {
        this.index = index;
        this.day = day;
        this.texts = texts;
        this.images = images;
        this.words = words;
        this.photos = photos;
        this.policies = policies;
        this.versions = versions;
        brandMarks = new BrandMarks(index, policies);
    }

    /**
     * The same scanner, which says of a mark what is uncertain about its standing on a day. Whether a mark that is not in force then is
     * a ground at all is for the matchers, which must have been made for that day.
     */
    public Scanner on(LocalDate when) {
        return new Scanner(index, texts, images, words, photos, policies, versions, when);
    }

    /** The same scanner, which also looks for copies of official photos. */
    public Scanner lookingFor(ReferencePhotos officialPhotos) {
        ReferencePhotos some = officialPhotos.isEmpty() ? null : officialPhotos;
        return new Scanner(index, texts, images, words, some, policies, versions, day);
    }

    /** A scanner that reads the words in images, too. The reader stays the caller's to close. */
    public Scanner reading(PictureWords reader) {
        return new Scanner(index, texts, images, reader, photos, policies, versions, day);
    }

    /**
     * Scans all listings of a source. A listing or an image that cannot be scanned is rejected by name, and the scan
     * goes on.
     *
     * @param threads workers, at least 1
     * @param progress told the number of listings done so far, now and then
     * @return the number of listings scanned
     * @throws IOException when the source or the sink fails
     */
    public long scan(
            Iterator<Located<Listing>> source,
            int threads,
            Sink sink,
            Consumer<Rejection> rejections,
            LongConsumer progress)
            throws IOException {
        Run run = new Run(source, sink, rejections, progress);
        AtomicInteger number = new AtomicInteger();
        try (ExecutorService workers =
                Executors.newFixedThreadPool(threads, task -> new Thread(task, "scan-" + number.incrementAndGet()))) {
            List<Future<?>> done = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                done.add(workers.submit(run));
            }
            for (Future<?> worker : done) {
                worker.get();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UncheckedIOException failure) {
                throw failure.getCause();
            }
            throw new IllegalStateException("the scan stopped after " + run.count + " listings", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the scan was interrupted after " + run.count + " listings", e);
        }
        return run.count;
    }

    /** The hits of one listing, best first; empty when no sign of a mark was found. */
    public List<Hit> scan(Located<Listing> located, Consumer<Rejection> rejections) {
        Listing listing = located.value();
        Map<String, List<Evidence>> signs = new LinkedHashMap<>();
        for (Sighting sighting : texts.match(listing)) {
            signs.computeIfAbsent(sighting.mark(), mark -> new ArrayList<>()).add(sighting.evidence());
        }
        lookAtImages(located, signs, rejections);
        if (signs.isEmpty()) {
            return List.of();
        }
        Wording wording = Wording.of(listing, signs.values());
        OfferedGoods goods = OfferedGoods.of(listing);
        SeenMarks marks = new SeenMarks(
                listing,
                policies.isEmpty()
                        ? List.of()
                        : signs.keySet().stream()
                                .flatMap(mark -> index.registration(mark).stream())
                                .toList());
        List<Hit> hits = new ArrayList<>(signs.size());
        signs.forEach((mark, seen) -> {
            Optional<Registration> registration = index.registration(mark);
            if (!(registration.isPresent() && isFarFetched(goods.to(registration.get()), seen))) {
                hits.add(hit(wording, goods, mark, registration, seen, marks));
            }
        });
        hits.sort(RankedHits.BEST_FIRST);
        return hits;
    }

    private void lookAtImages(
            Located<Listing> located, Map<String, List<Evidence>> signs, Consumer<Rejection> rejections) {
        if (images == null && words == null && photos == null) {
            return;
        }
        Map<String, List<Evidence>> copies = new LinkedHashMap<>();
        ListingImages.each(
                located,
                (name, decoded) -> {
                    List<Sighting> seen = new ArrayList<>();
                    if (images != null) {
                        seen.addAll(images.match(name, decoded.image()));
                    }
                    if (words != null) {
                        PictureWords.Found read = words.match(name, decoded.image());
                        seen.addAll(read.sightings());
                        if (!read.whole()) {
                            rejections.accept(ListingImages.notReadWhole(located, name));
                        }
                    }
                    for (Sighting sighting : seen) {
                        signs.computeIfAbsent(sighting.mark(), mark -> new ArrayList<>())
                                .add(ListingImages.asStored(sighting.evidence(), decoded));
                    }
                    if (photos != null) {
                        for (ReferencePhotos.Copy copy : photos.match(name, decoded.image())) {
                            copies.computeIfAbsent(copy.brand(), brand -> new ArrayList<>())
                                    .add(ListingImages.asStored(copy.evidence(), decoded));
                        }
                    }
                },
                rejections);
        copies.forEach((brand, found) -> {
            for (String mark : brandMarks.meant(brand, signs.keySet())) {
                signs.computeIfAbsent(mark, unseen -> new ArrayList<>()).addAll(found);
            }
        });
    }

    /** Whether nothing but doubtful signs tells of a mark that is registered for other goods. */
    private static boolean isFarFetched(GoodsRelation relation, List<Evidence> signs) {
        return relation == GoodsRelation.DIFFERENT
                && signs.stream().allMatch(sign -> sign instanceof Evidence.Word word && TextMatcher.isDoubtful(word));
    }

    private Hit hit(
            Wording wording,
            OfferedGoods goods,
            String mark,
            Optional<Registration> registration,
            List<Evidence> signs,
            SeenMarks seen) {
        List<Evidence.Circumstance> circumstances = new ArrayList<>(wording.beside(signs));
        registration.flatMap(goods::beside).ifPresent(circumstances::add);
        registration.ifPresent(owned -> circumstances.addAll(MarkStanding.beside(owned, day)));
        registration.ifPresent(
                owned -> circumstances.addAll(policies.beside(owned, signs, seen, List.copyOf(circumstances))));
        String brand = registration
                .map(owned -> owned.brand().isEmpty()
                        ? policies.of(owned).map(policy -> policy.key()).orElse("")
                        : owned.brand())
                .orElse("");
        List<Evidence> named = registration
                .map(owned ->
                        signs.stream().map(sign -> policies.named(sign, owned)).toList())
                .orElse(signs);
        return Scorer.score(seen.listing(), mark, brand, named, circumstances, versions);
    }

    /** One scan under way: what its workers share. */
    private final class Run implements Runnable {
        private final Iterator<Located<Listing>> source;
        private final Sink sink;
        private final Consumer<Rejection> rejections;
        private final LongConsumer progress;
        private final AtomicBoolean failed = new AtomicBoolean();
        private volatile long count;

        Run(Iterator<Located<Listing>> source, Sink sink, Consumer<Rejection> rejections, LongConsumer progress) {
            this.source = source;
            this.sink = sink;
            this.rejections = rejections;
            this.progress = progress;
        }

        @Override
        public void run() {
            try {
                List<Located<Listing>> handful;
                while (!failed.get() && !(handful = take()).isEmpty()) {
                    List<List<Hit>> found = new ArrayList<>(handful.size());
                    for (Located<Listing> listing : handful) {
                        found.add(scanSafely(listing));
                    }
                    give(handful, found);
                }
            } catch (RuntimeException | Error e) {
                failed.set(true);
                throw e;
            }
        }

        private List<Located<Listing>> take() {
            synchronized (source) {
                List<Located<Listing>> handful = new ArrayList<>(HANDFUL);
                while (handful.size() < HANDFUL && source.hasNext()) {
                    handful.add(source.next());
                }
                return handful;
            }
        }

        private List<Hit> scanSafely(Located<Listing> listing) {
            try {
                return scan(listing, rejections);
            } catch (RuntimeException e) {
                rejections.accept(listing.reject(
                        "",
                        "could not be scanned, please report this: " + e,
                        listing.value().id()));
                return List.of();
            }
        }

        private synchronized void give(List<Located<Listing>> handful, List<List<Hit>> found) {
            for (int i = 0; i < handful.size(); i++) {
                if (!found.get(i).isEmpty()) {
                    try {
                        sink.take(handful.get(i), found.get(i));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }
            }
            count += handful.size();
            progress.accept(count);
        }
    }
}
