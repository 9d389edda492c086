package org.touchstone.crawler;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.touchstone.crawler.extract.Offered;
import org.touchstone.crawler.fetch.FetchFailure;
import org.touchstone.crawler.fetch.FetchKind;
import org.touchstone.crawler.fetch.FetchResult;
import org.touchstone.crawler.fetch.FetchResult.Fetched;
import org.touchstone.crawler.fetch.FetchResult.NotFetched;
import org.touchstone.crawler.fetch.Fetcher;
import org.touchstone.listing.Listing;

/** Fetches the images of listings, each address once, from whatever host they stand on. Thread-safe. */
final class ImageKeeper {
    /** Is told of an image that failed. */
    interface Failed {
        void image(String page, String field, FetchFailure failure, String reason);
    }

    private static final int MAX_REMEMBERED = 20_000;

    private final Fetcher fetcher;
    private final CrawlFolder folder;
    private final Failed failed;
    private final Map<URI, Optional<String>> kept = new ConcurrentHashMap<>();

    ImageKeeper(Fetcher fetcher, CrawlFolder folder, Failed failed) {
        this.fetcher = fetcher;
        this.folder = folder;
        this.failed = failed;
    }

    /** The listing with those of its images that could be had. */
    Listing withImages(Offered offered) throws IOException {
        Listing listing = offered.listing();
        List<String> paths = new ArrayList<>();
        for (URI image : offered.images()) {
            Optional<String> path = kept.get(image);
            if (path == null) {
                path = keep(listing.url(), image);
                if (kept.size() < MAX_REMEMBERED) {
                    kept.put(image, path);
                }
            }
            path.filter(p -> !paths.contains(p)).ifPresent(paths::add);
        }
        return ListingCopy.of(listing, listing.id()).images(paths).build();
    }

    private Optional<String> keep(String page, URI image) throws IOException {
        FetchResult result = fetcher.fetch(image, FetchKind.IMAGE, anywhere -> true);
        switch (result) {
            case NotFetched not -> {
                if (not.failure() != FetchFailure.STOPPED) {
                    failed.image(page, "images", not.failure(), image + ": " + not.reason());
                }
                return Optional.empty();
            }
            case Fetched fetched -> {
                Optional<ImageType> type = ImageType.of(fetched.body());
                if (type.isEmpty()) {
                    failed.image(
                            page,
                            "images",
                            FetchFailure.TYPE,
                            image + ": expected an image, found '" + fetched.contentType() + "' with other content");
                    return Optional.empty();
                }
                return Optional.of(folder.keepImage(fetched.body(), type.get()));
            }
        }
    }
}
