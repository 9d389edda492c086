package org.touchstone.crawler;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.touchstone.crawler.extract.Offered;
import org.touchstone.crawler.fetch.Fetcher;
import org.touchstone.crawler.fetch.StopSignal;
import org.touchstone.crawler.live.LiveCrawl;
import org.touchstone.crawler.live.LiveOffer;
import org.touchstone.crawler.live.LiveRecord;
import org.touchstone.crawler.live.LiveReport;
import org.touchstone.crawler.live.LiveSource;
import org.touchstone.crawler.live.WatchEnd;

/** Watches a plan's live rooms beside the crawl of its pages; one that was watched to the end is not watched again. */
final class LiveRooms {
    /** What the store's names of rooms begin with. */
    static final String LIVE = "live ";

    private static final String WATCHED = "done";

    private final List<LiveSource> rooms;
    private final Fetcher fetcher;
    private final StopSignal stop;
    private final CrawlFolder folder;
    private final ImageKeeper images;

    LiveRooms(List<LiveSource> rooms, Fetcher fetcher, StopSignal stop, CrawlFolder folder, ImageKeeper images) {
        this.rooms = rooms;
        this.fetcher = fetcher;
        this.stop = stop;
        this.folder = folder;
        this.images = images;
    }

    void watch() throws IOException {
        Map<LiveSource, Instant> open = new LinkedHashMap<>();
        for (LiveSource room : rooms) {
            since(room).ifPresent(started -> open.put(room, started));
        }
        CrawlArchive archive = folder.archive();
        LiveCrawl crawl =
                new LiveCrawl(fetcher, archive.lastKept(), stop, archive.earlierFiles(), folder.path(), folder::reject);
        for (LiveReport report : crawl.run(open, this::keep)) {
            if (report.end() != WatchEnd.STOPPED) {
                folder.store().setText(LIVE + report.room().key(), WATCHED);
            }
        }
    }

    /** When a room was first watched, by this run or one before; empty when it was watched to the end already. */
    private Optional<Instant> since(LiveSource room) throws IOException {
        String since = folder.store().text(LIVE + room.key());
        if (!since.isEmpty()) {
            return since.equals(WATCHED) ? Optional.empty() : Optional.of(Instant.parse(since));
        }
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        folder.archive().keepMade(LiveRecord.ADDRESS, now, LiveRecord.TYPE, LiveRecord.write(room));
        folder.store().setText(LIVE + room.key(), now.toString());
        folder.checkpoint(); // before anything is fetched, lest it not be found again
        return Optional.of(now);
    }

    private void keep(LiveOffer live) {
        try {
            Offered offered = new Offered(live.listing(), live.images(), true);
            String id = folder.listings().id(offered, false);
            if (!id.isEmpty()) {
                List<String> paths = new ArrayList<>(live.listing().images());
                paths.addAll(images.withImages(offered).images());
                folder.write(ListingCopy.of(live.listing(), id).images(paths).build());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a live listing cannot be kept: " + e.getMessage(), e);
        }
    }
}
