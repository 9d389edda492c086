package org.touchstone.crawler.live;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.touchstone.crawler.fetch.Fetcher;
import org.touchstone.crawler.fetch.StopSignal;
import org.touchstone.crawler.keep.LastKept;
import org.touchstone.record.Rejection;

/** Watches the rooms of a plan, all at once, through the crawl's own fetcher. */
public final class LiveCrawl {
    private final Fetcher fetcher;
    private final LastKept last;
    private final StopSignal stop;
    private final List<Path> kept;
    private final LiveFolder folder;
    private final Consumer<Rejection> rejections;

    /**
     * Prepares it.
     *
     * @param last is told what the fetcher fetched, and where it was kept
     * @param stop ends all watches; what was found until then is given all the same
     * @param kept WARC files of earlier runs
     * @param folder the crawl's folder: answers are in {@code warc/}, stills go to {@code images/}
     * @param rejections is told what failed; called from several threads
     */
    public LiveCrawl(
            Fetcher fetcher,
            LastKept last,
            StopSignal stop,
            List<Path> kept,
            Path folder,
            Consumer<Rejection> rejections) {
        this.fetcher = fetcher;
        this.last = last;
        this.stop = stop;
        this.kept = List.copyOf(kept);
        this.folder = new LiveFolder(folder.resolve("warc"), folder);
        this.rejections = rejections;
    }

    /**
     * Watches until the last of the rooms is done. Blocks; about as long as the longest of their durations.
     *
     * @param rooms and when each was first watched: it is watched until its time since then is over
     * @param to is given the listings of a room when its watch is over; called from several threads, one call at a time
     * @return one report a room, in the order of the rooms
     * @throws IOException when the folder cannot be written; never because of a stream
     */
    public List<LiveReport> run(Map<LiveSource, Instant> rooms, Consumer<LiveOffer> to) throws IOException {
        List<LiveReport> reports = new ArrayList<>();
        try (ExecutorService watches = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("live-", 0).factory())) {
            List<Future<LiveReport>> running = rooms.entrySet().stream()
                    .map(room -> watches.submit(() -> watch(room.getKey(), room.getValue(), to)))
                    .toList();
            for (Future<LiveReport> watch : running) {
                reports.add(result(watch));
            }
        }
        return reports;
    }

    /**
     * Gives what a watch found once more, from what it kept, with no network.
     *
     * @param archives WARC files of one folder
     * @param started when the watch began
     * @param until when the same room was begun to be watched anew
     * @param into folder for the stills, in {@code images/}; null to leave them out
     * @throws IOException when the folders cannot be read or written
     */
    public static void replay(
            LiveSource room,
            List<Path> archives,
            Instant started,
            Instant until,
            @Nullable Path into,
            Consumer<Rejection> rejections,
            Consumer<LiveOffer> to)
            throws IOException {
        LiveFolder folder = new LiveFolder(archives.getFirst().resolveSibling(""), into);
        new LiveStream(room, started, folder, rejections).replay(archives, until, to);
    }

    private LiveReport watch(LiveSource room, Instant started, Consumer<LiveOffer> to) throws IOException {
        LiveStream stream = new LiveStream(room, started, folder, rejections);
        return stream.watch(kept, new FetcherSource(fetcher, last), Pace.until(stop), offer -> {
            synchronized (this) {
                to.accept(offer);
            }
        });
    }

    private LiveReport result(Future<LiveReport> watch) throws IOException {
        try {
            return watch.get();
        } catch (ExecutionException e) {
            stop.give();
            throw new IOException("a live stream cannot be kept: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            stop.give();
            Thread.currentThread().interrupt();
            throw new IOException("stopped while watching live streams", e);
        }
    }
}
