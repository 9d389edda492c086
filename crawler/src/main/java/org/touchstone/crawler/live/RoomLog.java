package org.touchstone.crawler.live;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.touchstone.crawler.keep.WarcPlace;

/** What a room's exports said over a watch: each card once, each comment once. Not thread-safe. */
final class RoomLog {
    private static final int MAX_CARDS = 20_000;
    private static final int MAX_COMMENTS = 50_000;

    /**
     * Something at its time.
     *
     * @param at when it was shown, by the export; else when the export was asked for in which it was found first
     * @param place that export, in the archive
     */
    record Timed<T>(T value, Instant at, WarcPlace place) {}

    private final Map<String, Timed<Room.Card>> cards = new LinkedHashMap<>();
    private final Map<Room.Comment, Timed<Room.Comment>> comments = new LinkedHashMap<>();
    private String title = "";
    private String host = "";

    /**
     * Takes in an export.
     *
     * @param now when it was asked for
     */
    void see(Room room, Instant now, WarcPlace place) {
        title = room.title().isEmpty() ? title : room.title();
        host = room.host().isEmpty() ? host : room.host();
        for (Room.Card card : room.cards()) {
            if (cards.size() < MAX_CARDS) {
                cards.putIfAbsent(card.id(), new Timed<>(card, card.at() == null ? now : card.at(), place));
            }
        }
        for (Room.Comment comment : room.comments()) {
            if (comments.size() < MAX_COMMENTS) {
                comments.putIfAbsent(comment, new Timed<>(comment, comment.at() == null ? now : comment.at(), place));
            }
        }
    }

    String title() {
        return title;
    }

    String host() {
        return host;
    }

    Collection<Timed<Room.Card>> cards() {
        return List.copyOf(cards.values());
    }

    Collection<Timed<Room.Comment>> comments() {
        return List.copyOf(comments.values());
    }
}
