package org.touchstone.crawler;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import org.jspecify.annotations.Nullable;
import org.touchstone.crawler.fetch.Exchange;
import org.touchstone.crawler.fetch.FetchKind;
import org.touchstone.crawler.fetch.Validators;
import org.touchstone.crawler.keep.CrawlStore;
import org.touchstone.crawler.keep.Earlier;
import org.touchstone.crawler.keep.KeptAnswer;
import org.touchstone.crawler.keep.LastKept;
import org.touchstone.crawler.keep.WarcAnswers;
import org.touchstone.crawler.keep.WarcArchive;
import org.touchstone.crawler.keep.WarcPlace;
import org.touchstone.crawler.keep.WarcTail;
import org.touchstone.listing.CaptureRef;

/** All that a crawl received, in WARC files, and where to find it again. Thread-safe. */
final class CrawlArchive implements Closeable {
    private static final String WARC = "warc";

    private final Path folder;
    private final CrawlStore store;
    private final Lock together;
    private final boolean resumed;
    private final Revisits revisits;
    private final List<Path> earlier;
    private final WarcArchive warc;
    private final LastKept lastKept = new LastKept();
    private final ThreadLocal<@Nullable Arrival> arrival = new ThreadLocal<>();

    /**
     * A page that has just been received.
     *
     * @param answer it, or an earlier one that it repeats
     */
    record Arrival(URI address, Earlier answer, Validators validators) {}

    /**
     * Opens the archive of a crawl, whose last record may be torn.
     *
     * @param crawl the crawl's folder
     * @param together held while a record and what the store says of it are written
     * @param resumed whether an interrupted crawl goes on
     * @param name what file names begin with
     * @param about fields of the {@code warcinfo} records
     * @param revisit time after which every page is due again
     */
    CrawlArchive(
            Path crawl,
            CrawlStore store,
            Lock together,
            boolean resumed,
            String name,
            Map<String, List<String>> about,
            Duration revisit)
            throws IOException {
        folder = crawl.resolve(WARC);
        this.store = store;
        this.together = together;
        this.resumed = resumed;
        revisits = new Revisits(store, revisit);
        if (resumed) {
            recover();
        }
        earlier = WarcTail.files(folder);
        int last = WarcTail.number(Path.of(store.text(WARC)));
        warc = new WarcArchive(folder, fileName(name), last, about);
    }

    private static String fileName(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9_.-]+", "_");
        return plain.substring(0, Math.min(60, plain.length()));
    }

    /** Answers that were received before the last commit remembered them are found in the WARC files. */
    private void recover() throws IOException {
        String last = store.text(WARC);
        for (Path file : WarcTail.files(folder)) {
            String name = String.valueOf(file.getFileName());
            if (last.isEmpty() || WarcTail.number(file) >= WarcTail.number(Path.of(last))) {
                long from = name.equals(last) ? store.number("warcBytes") : 0;
                WarcTail.mend(file, from);
                WarcAnswers.forEach(file, from, answer -> remember(answer.address(), answer.status(), whole(answer)));
            }
        }
    }

    /** Where the body of an answer lies, which may be where an earlier one is kept. */
    private WarcPlace whole(KeptAnswer answer) throws IOException {
        return answer.status() == 304
                ? revisits.seen(answer.address())
                        .map(seen -> seen.earlier().place())
                        .orElse(answer.place())
                : answer.place();
    }

    private void remember(URI address, int status, WarcPlace place) throws IOException {
        if (status != 429 && status < 500) {
            store.change(
                    "INSERT OR REPLACE INTO answers VALUES (?, ?, ?)",
                    address.toString(),
                    place.file(),
                    place.offset());
        }
    }

    /** What earlier crawls into this folder saw. */
    Revisits revisits() {
        return revisits;
    }

    /** The WARC files of earlier runs. */
    List<Path> earlierFiles() {
        return earlier;
    }

    /** Tells a thread where what it fetched last was kept. */
    LastKept lastKept() {
        return lastKept;
    }

    /** A place as listings name it: the path is relative to the crawl's folder. */
    static CaptureRef capture(WarcPlace place) {
        return new CaptureRef(WARC + "/" + place.file(), place.offset(), place.sha256());
    }

    /** Writes a record. */
    @FunctionalInterface
    private interface Writing<T> {
        T go() throws IOException;
    }

    private <T> T write(Writing<T> writing) throws IOException {
        together.lock();
        try {
            return writing.go();
        } finally {
            together.unlock();
        }
    }

    /** Keeps an exchange; may be called from any thread. */
    void keep(Exchange exchange) throws IOException {
        write(() -> exchange.kind() == FetchKind.PAGE ? keepPage(exchange) : keep(exchange, null));
    }

    private WarcPlace keepPage(Exchange exchange) throws IOException {
        Earlier before = before(exchange).orElse(null);
        WarcPlace place = keep(exchange, before);
        if (exchange.status() == 200 && exchange.cut() == null) {
            Earlier answer = before != null && place.equals(before.place())
                    ? before
                    : new Earlier(exchange.started().truncatedTo(ChronoUnit.MICROS), place);
            Validators validators = new Validators(exchange.header("ETag"), exchange.header("Last-Modified"));
            arrival.set(new Arrival(exchange.address(), answer, validators));
        }
        return place;
    }

    /** The answer of an earlier crawl that this one may repeat: it can be read still, and a same one is of the same type. */
    private Optional<Earlier> before(Exchange exchange) throws IOException {
        return revisits.seen(exchange.address())
                .flatMap(seen -> answer(seen.earlier().place()))
                .filter(kept -> exchange.status() == 304 || kept.contentType().equals(exchange.header("Content-Type")))
                .map(kept -> new Earlier(kept.at(), kept.place()));
    }

    private WarcPlace keep(Exchange exchange, @Nullable Earlier before) throws IOException {
        WarcPlace place = warc.add(exchange, before);
        lastKept.kept(exchange, place);
        boolean lasting = exchange.kind() != FetchKind.ROBOTS && exchange.kind() != FetchKind.MEDIA;
        if (lasting && exchange.cut() == null) {
            remember(exchange.address(), exchange.status(), place);
        }
        return place;
    }

    /** Keeps something that was made rather than received. */
    WarcPlace keepMade(URI address, Instant at, String type, byte[] content) throws IOException {
        return write(() -> warc.addResource(address, at, type, content));
    }

    /** Keeps how a page was come upon and read. */
    void describe(URI page, Earlier answer, Map<String, List<String>> fields) throws IOException {
        write(() -> {
            warc.addMetadata(page, answer.at(), answer.place(), fields);
            return answer;
        });
    }

    /** The answer that was received from an address before the crawl was interrupted; empty when there is none. */
    Optional<KeptAnswer> kept(URI address) throws IOException {
        return resumed ? received(address) : Optional.empty();
    }

    /** The answer that was received from an address since the crawl began, if it has not been forgotten. */
    Optional<KeptAnswer> received(URI address) throws IOException {
        Optional<WarcPlace> place = store.first(
                "SELECT file, place FROM answers WHERE url = ?",
                row -> new WarcPlace(row.getString(1), row.getLong(2), "", ""),
                address.toString());
        return place.flatMap(this::answer);
    }

    /** The answer that lies at a place; empty when it is there no longer, because the file was deleted, cut off or replaced. */
    Optional<KeptAnswer> answer(WarcPlace place) {
        Path file = folder.resolve(place.file());
        try {
            return Files.isRegularFile(file)
                    ? WarcAnswers.at(file, place.offset())
                            .filter(kept -> place.record().isEmpty()
                                    || place.record().equals(kept.place().record()))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The page that an address has just given this thread; null when it gave none. */
    @Nullable
    Arrival arrived(URI address) {
        Arrival last = arrival.get();
        return last != null && last.address().equals(address) ? last : null;
    }

    /** Answers that have been made use of need not be found again. */
    void forget(List<URI> addresses) throws IOException {
        for (URI address : addresses) {
            store.change("DELETE FROM answers WHERE url = ?", address.toString());
        }
    }

    /** Forces what was written to disk and notes how far it goes, for the store to commit. */
    void force() throws IOException {
        warc.force();
        WarcPlace end = warc.end();
        if (!end.file().isEmpty()) {
            store.setText(WARC, end.file());
            store.setNumber("warcBytes", end.offset());
        }
    }

    @Override
    public void close() throws IOException {
        warc.close();
    }
}
