package org.touchstone.crawler;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.touchstone.crawler.extract.Offered;
import org.touchstone.crawler.fetch.FetchFailure;
import org.touchstone.crawler.fetch.FetchKind;
import org.touchstone.crawler.fetch.FetchResult;
import org.touchstone.crawler.fetch.FetchResult.Fetched;
import org.touchstone.crawler.fetch.FetchResult.NotFetched;
import org.touchstone.listing.Listing;

/**
 * Fetches the images of listings, each address once, from whatever host they stand on: at full size, or else at the address
 * that the page gives. Thread-safe.
 */
final class ImageKeeper {
    private final PageSource source;
    private final CrawlFolder folder;
    private final Failures failures;

    ImageKeeper(PageSource source, CrawlFolder folder, Failures failures) {
        this.source = source;
        this.folder = folder;
        this.failures = failures;
    }

    /** The listing with those of its images that could be had. */
    Listing withImages(Offered offered) throws IOException {
        Listing listing = offered.listing();
        List<String> paths = new ArrayList<>();
        for (Map.Entry<URI, URI> picture : offered.pictures().entrySet()) {
            boolean same = picture.getValue().equals(picture.getKey());
            // That a larger one is not to be had is no failure while the one that the page shows is.
            String path = path(listing.url(), picture.getKey(), same ? failures : (page, field, failure, reason) -> {});
            path = path.isEmpty() && !same ? path(listing.url(), picture.getValue(), failures) : path;
            if (!path.isEmpty() && !paths.contains(path)) {
                paths.add(path);
            }
        }
        return ListingCopy.of(listing, listing.id()).images(paths).build();
    }

    private String path(String page, URI image, Failures told) throws IOException {
        Optional<String> known = folder.image(image);
        return known.isPresent() ? known.get() : keep(page, image, told);
    }

    /** The path of an image; empty when it could not be had. */
    private String keep(String page, URI image, Failures told) throws IOException {
        String path = "";
        FetchResult result = source.fetch(image, FetchKind.IMAGE, anywhere -> true);
        switch (result) {
            case NotFetched not -> {
                if (not.failure() == FetchFailure.STOPPED) {
                    return "";
                }
                told.add(page, "images", not.failure(), image + ": " + not.reason());
            }
            case Fetched fetched -> {
                Optional<ImageType> type = ImageType.of(fetched.body());
                if (type.isPresent()) {
                    path = folder.keepImage(fetched.body(), type.get());
                } else {
                    told.add(
                            page,
                            "images",
                            FetchFailure.TYPE,
                            image + ": expected an image, found '" + fetched.contentType() + "' with other content");
                }
            }
        }
        folder.rememberImage(image, path);
        folder.archive().forget(result.hops());
        return path;
    }
}
