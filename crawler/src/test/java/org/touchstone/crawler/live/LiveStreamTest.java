package org.touchstone.crawler.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.touchstone.crawler.keep.WarcTail;
import org.touchstone.crawler.live.StreamMaker.Sign;
import org.touchstone.listing.Listing;
import org.touchstone.listing.ListingKind;
import org.touchstone.listing.LiveMoment;
import org.touchstone.record.Rejection;

/** A room whose every sign, card and comment has a known time. The stream's first frame is of {@link StubPace#START}. */
class LiveStreamTest {
    private static final List<Sign> SIGNS = List.of(
            new Sign("TOUCHSTONE", Color.RED, 2.6, 4.4),
            new Sign("JINSHI", new Color(20, 60, 160), 7.0, 8.2),
            new Sign("NORTHGATE", Color.BLACK, 10.9, 14.0));
    private static final URI CARDS = URI.create("https://live.example/r1/room.json");

    @TempDir
    Path folder;

    private final StubPace pace = new StubPace();
    private StubStream stream;
    private final List<LiveOffer> offers = new ArrayList<>();
    private final List<Rejection> rejections = new ArrayList<>();

    @BeforeEach
    void open() {
        stream = new StubStream(folder.resolve("crawl"), pace);
    }

    /** Segments come two seconds after they were shown, in lists of the last three. */
    private void publish(boolean dated) throws IOException {
        new StreamMaker(folder).make(SIGNS, 16, false);
        for (int i = 0; i < 8; i++) {
            stream.bytes("/r1/" + i + ".ts", Files.readAllBytes(folder.resolve("list" + i + ".ts")));
        }
        stream.on(StubStream.LIST.getPath(), () -> list(dated).getBytes(StandardCharsets.UTF_8));
        stream.on(CARDS.getPath(), () -> room().getBytes(StandardCharsets.UTF_8));
    }

    private String list(boolean dated) {
        long ready = Math.clamp(pace.since().toMillis() / 2000, 0, 8);
        long first = Math.max(0, ready - 3);
        StringBuilder list =
                new StringBuilder("#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXT-X-MEDIA-SEQUENCE:" + first + "\n");
        for (long i = first; i < ready; i++) {
            list.append(dated ? "#EXT-X-PROGRAM-DATE-TIME:" + StubPace.START.plusSeconds(2 * i) + "\n" : "")
                    .append("#EXTINF:2,\n")
                    .append(i)
                    .append(".ts\n");
        }
        return list + (ready == 8 ? "#EXT-X-ENDLIST" : "");
    }

    /** A card comes up with each sign and stays; comments tell no time. */
    private String room() {
        StringBuilder cards = new StringBuilder();
        for (Sign sign : SIGNS) {
            if (pace.since().toMillis() >= sign.from() * 1000) {
                cards.append(cards.isEmpty() ? "" : ",")
                        .append(String.format(
                                Locale.ROOT,
                                "{\"sku\":\"%s\",\"title\":\"%s 鞋\",\"price\":\"¥99\",\"img\":\"/%s.jpg\"}",
                                sign.text(),
                                sign.text(),
                                sign.text()));
            }
        }
        String comment = pace.since().toSeconds() >= 7 ? "\"正品吗\"" : "";
        return "{\"roomId\":\"R1\",\"title\":\"夜场\",\"anchorName\":\"小李\",\"skuList\":[" + cards + "],\"comments\":["
                + comment + "]}";
    }

    private LiveReport run() throws IOException {
        return stream().watch(List.of(), stream, pace, offers::add);
    }

    private List<Path> kept() throws IOException {
        return WarcTail.files(folder.resolve("crawl/warc"));
    }

    private LiveStream stream() {
        LiveSource source = new LiveSource(
                "R1",
                "",
                Optional.of(StubStream.LIST),
                Optional.of(CARDS),
                Duration.ofSeconds(1),
                Duration.ofMinutes(1));
        Path crawl = folder.resolve("crawl");
        return new LiveStream(source, StubPace.START, new LiveFolder(crawl.resolve("warc"), crawl), rejections::add);
    }

    private static Instant at(double seconds) {
        return StubPace.START.plusMillis(Math.round(seconds * 1000));
    }

    @Test
    void signsAndCardsBecomeListings() throws IOException {
        StreamMaker.ffmpeg();
        publish(true);
        LiveReport report = run();
        assertThat(report.end()).isEqualTo(WatchEnd.ENDED);
        assertThat(report.counts().kept()).isEqualTo(8);
        assertThat(rejections).isEmpty();
        List<Listing> listings = offers.stream().map(LiveOffer::listing).toList();
        assertThat(listings).allSatisfy(listing -> {
            LiveMoment live = Objects.requireNonNull(listing.live());
            assertThat(listing.kind()).isEqualTo(ListingKind.LIVE);
            assertThat(live.room()).isEqualTo("R1");
            assertThat(live.host()).isEqualTo("小李");
            assertThat(listing.images())
                    .isNotEmpty()
                    .allSatisfy(image ->
                            assertThat(folder.resolve("crawl/" + image)).exists());
        });
        assertThat(listings).extracting(Listing::id).doesNotHaveDuplicates();
        List<Listing> stills =
                listings.stream().filter(l -> l.id().contains("still-")).toList();
        List<Listing> cards =
                listings.stream().filter(l -> !l.id().contains("still-")).toList();
        assertThat(cards).extracting(Listing::title).containsExactly("TOUCHSTONE 鞋", "JINSHI 鞋", "NORTHGATE 鞋");
        assertThat(stills).hasSize(4);
        for (int i = 0; i < SIGNS.size(); i++) {
            Sign sign = SIGNS.get(i);
            Listing still = stills.get(i + 1);
            assertThat(time(still)).as(sign.text()).isBetween(at(sign.from() - 0.05), at(sign.from() + 1));
            assertThat(time(cards.get(i))).isBetween(at(sign.from()), at(sign.from() + 1));
            assertThat(cards.get(i).images())
                    .as("a card's stills show its sign")
                    .contains(still.images().getFirst());
            assertThat(still.capture()).isNotNull();
            assertThat(StillPlace.again(folder.resolve("crawl"), still))
                    .isEqualTo(Files.readAllBytes(
                            folder.resolve("crawl").resolve(still.images().getFirst())));
        }
        assertThat(stills.get(1).attributes()).isEmpty();
        assertThat(stills.stream().filter(l -> l.attributes().containsKey("comments")))
                .hasSize(1);
        assertThat(offers.getFirst().images()).containsExactly(URI.create("https://live.example/TOUCHSTONE.jpg"));
    }

    private static Instant time(Listing listing) {
        return Objects.requireNonNull(Objects.requireNonNull(listing.live()).at());
    }

    @Test
    void arrivalStandsForAMissingDate() throws IOException {
        StreamMaker.ffmpeg();
        publish(false);
        run();
        List<Listing> stills = offers.stream()
                .map(LiveOffer::listing)
                .filter(l -> l.id().contains("still-"))
                .toList();
        assertThat(stills).hasSize(4);
        for (int i = 0; i < SIGNS.size(); i++) {
            // A poll may come a second after the segment did.
            assertThat(time(stills.get(i + 1)))
                    .isBetween(at(SIGNS.get(i).from() - 0.05), at(SIGNS.get(i).from() + 2.1));
        }
    }

    @Test
    void lostAndBrokenSegmentsCostOnlyThemselves() throws IOException {
        StreamMaker.ffmpeg();
        publish(true);
        stream.on("/r1/3.ts", () -> null).bytes("/r1/4.ts", StubStream.packets("no video in here"));
        LiveReport report = run();
        assertThat(report.end()).isEqualTo(WatchEnd.ENDED);
        assertThat(report.counts().kept()).isEqualTo(7);
        assertThat(report.counts().lost()).isEqualTo(1);
        assertThat(new TreeSet<>(rejections.stream().map(Rejection::field).toList()))
                .containsExactly("live");
        assertThat(rejections).anySatisfy(r -> assertThat(r.reason()).contains("expected pictures"));
        assertThat(offers.stream().filter(o -> o.listing().id().contains("still-")))
                .hasSizeBetween(3, 4);
    }

    @Test
    void watchThatWasStoppedGoesOnWhereItWas() throws IOException {
        StreamMaker.ffmpeg();
        publish(true);
        for (int seconds : List.of(1, 3, 6, 9, 13)) {
            pace.stopAt(StubPace.START.plusSeconds(seconds));
            assertThat(stream().watch(kept(), stream, pace, offers::add).end()).isEqualTo(WatchEnd.STOPPED);
            offers.clear();
        }
        pace.stopAt(Instant.MAX);
        LiveReport report = stream().watch(kept(), stream, pace, offers::add);
        assertThat(report.end()).isEqualTo(WatchEnd.ENDED);
        assertThat(report.counts().kept()).isEqualTo(8);
        assertThat(report.counts().repeated()).isZero();
        assertThat(report.cards()).isEqualTo(3);
        assertThat(report.comments()).isEqualTo(1);
        assertThat(report.stills()).isEqualTo(4);
        assertThat(stream.asked.stream().filter(path -> path.endsWith(".ts")))
                .doesNotHaveDuplicates()
                .hasSize(8);
        assertThat(offers).hasSize(7);
    }

    @Test
    void replayGivesTheSameListings() throws IOException {
        StreamMaker.ffmpeg();
        publish(false);
        LiveReport report = run();
        List<LiveOffer> found = List.copyOf(offers);
        offers.clear();
        int asked = stream.asked.size();
        LiveReport again = stream().replay(kept(), Instant.MAX, offers::add);
        assertThat(offers).isEqualTo(found).hasSize(7);
        assertThat(again.counts().kept()).isEqualTo(report.counts().kept());
        assertThat(stream.asked).hasSize(asked);
        // When its time is over, a watch is no more than that.
        offers.clear();
        pace.sleep(Duration.ofMinutes(2));
        assertThat(stream().watch(kept(), stream, pace, offers::add).end()).isEqualTo(WatchEnd.TIME);
        assertThat(offers).isEqualTo(found);
        assertThat(stream.asked).hasSize(asked);
    }

    @Test
    void roomWithoutAStreamStillGivesItsCards() throws IOException {
        stream.on(CARDS.getPath(), () -> room().getBytes(StandardCharsets.UTF_8));
        LiveReport report = run();
        assertThat(report.end()).isEqualTo(WatchEnd.LOST);
        assertThat(report.cards()).isEqualTo(2);
        assertThat(offers).hasSize(2);
        assertThat(rejections).anySatisfy(r -> assertThat(r.reason()).contains("404"));
    }
}
