package org.touchstone.crawler.live;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.touchstone.crawler.fetch.WebAddress;
import org.touchstone.crawler.keep.WarcPlace;
import org.touchstone.listing.CaptureRef;
import org.touchstone.listing.Listing;
import org.touchstone.listing.ListingKind;
import org.touchstone.listing.LiveMoment;
import org.touchstone.listing.Seller;

/**
 * Joins stills, cards and comments by their times: each comment goes to the still that was to be seen, and a card to the
 * one it came up on and those that follow.
 */
final class LiveListings {
    /** Stills of a card: the one it came up on, and what was shown after it. */
    private static final int MAX_STILLS = 5;

    private static final Duration SHOWN = Duration.ofMinutes(1);
    private static final int MAX_COMMENTS = 20;
    private static final int MAX_COMMENT = 200;

    private final LiveSource source;
    private final RoomLog log;
    private final NavigableMap<Instant, Frame> seen = new TreeMap<>();
    private final String host;

    LiveListings(LiveSource source, List<Showing> showings, RoomLog log) {
        this.source = source;
        this.log = log;
        showings.forEach(showing -> seen.putIfAbsent(showing.at(), showing.frame()));
        host = source.host().isEmpty() ? log.host() : source.host();
    }

    /** Cards in the order of their times, then stills in that of theirs. */
    void forEach(Consumer<LiveOffer> to) {
        List<RoomLog.Timed<Room.Card>> cards = log.cards().stream()
                .sorted(Comparator.comparing(RoomLog.Timed::at))
                .toList();
        for (int i = 0; i < cards.size(); i++) {
            // Cards that came up together share what is seen; the next one takes over.
            Instant at = cards.get(i).at();
            Instant until = at.plus(SHOWN);
            for (int j = i + 1; j < cards.size(); j++) {
                if (cards.get(j).at().isAfter(at)) {
                    until = cards.get(j).at().isBefore(until) ? cards.get(j).at() : until;
                    break;
                }
            }
            to.accept(card(cards.get(i), until));
        }
        Map<Frame, List<String>> comments = comments();
        for (Frame frame : new LinkedHashSet<>(seen.values())) {
            to.accept(still(frame, comments.getOrDefault(frame, List.of())));
        }
    }

    private LiveOffer card(RoomLog.Timed<Room.Card> timed, Instant until) {
        Room.Card card = timed.value();
        Instant at = timed.at();
        List<String> stills = new ArrayList<>();
        Map.Entry<Instant, Frame> shown = seen.floorEntry(at);
        if (shown != null) {
            stills.add(shown.getValue().still());
        }
        for (Frame frame : seen.subMap(at, false, until, false).values()) {
            if (stills.size() < MAX_STILLS && !stills.contains(frame.still())) {
                stills.add(frame.still());
            }
        }
        Optional<URI> page = WebAddress.resolve(source.address(), card.link())
                .filter(a -> !card.link().isEmpty());
        Optional<URI> picture = WebAddress.resolve(source.address(), card.image())
                .filter(a -> !card.image().isEmpty());
        Listing listing = listing(card.id(), at)
                .url(page.orElse(source.address()).toString())
                .title(card.title())
                .brand(card.brand())
                .price(card.price().orElse(null))
                .images(stills)
                .capture(capture(timed.place()))
                .build();
        return new LiveOffer(listing, picture.stream().toList());
    }

    private LiveOffer still(Frame frame, List<String> comments) {
        String name = String.valueOf(Path.of(frame.still()).getFileName());
        Listing listing = listing("still-" + name.replaceAll("\\..*", ""), frame.at())
                .url(source.address().toString())
                .title(log.title())
                .images(List.of(frame.still()))
                .attributes(comments.isEmpty() ? Map.of() : Map.of("comments", String.join(" / ", comments)))
                .capture(capture(frame.footage().body().place()))
                .other(Map.of(StillPlace.KEY, StillPlace.of(frame)))
                .build();
        return new LiveOffer(listing, List.of());
    }

    private static CaptureRef capture(WarcPlace place) {
        return new CaptureRef("warc/" + place.file(), place.offset(), place.sha256());
    }

    private Listing.Builder listing(String key, Instant at) {
        return Listing.builder(source.marketplace() + ":" + source.room() + ":" + key)
                .marketplace(source.marketplace())
                .kind(ListingKind.LIVE)
                .seller(host.isEmpty() ? null : new Seller("", host, ""))
                .capturedAt(at)
                .live(new LiveMoment(source.room(), host, at));
    }

    /** Comments by the still that was seen while they were written. */
    private Map<Frame, List<String>> comments() {
        Map<Frame, List<String>> byFrame = new LinkedHashMap<>();
        for (RoomLog.Timed<Room.Comment> comment : log.comments()) {
            Map.Entry<Instant, Frame> before = seen.floorEntry(comment.at());
            Map.Entry<Instant, Frame> shown = before == null ? seen.firstEntry() : before;
            if (shown != null) {
                List<String> texts = byFrame.computeIfAbsent(shown.getValue(), frame -> new ArrayList<>());
                String text = comment.value().text();
                if (texts.size() < MAX_COMMENTS) {
                    texts.add(text.length() > MAX_COMMENT ? text.substring(0, MAX_COMMENT) : text);
                }
            }
        }
        return byFrame;
    }
}
