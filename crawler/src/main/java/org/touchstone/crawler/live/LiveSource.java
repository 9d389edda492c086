package org.touchstone.crawler.live;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * A room to watch.
 *
 * @param room the platform's key of the room, never blank
 * @param host who presents, empty when not known
 * @param playlist HLS playlist, media or multivariant; absent when the room is followed by its export alone
 * @param cards the room's export, goods and comments as JSON; either it or the playlist is there
 * @param every longest time between two looks at the goods, and between two stills of a scene that keeps moving
 * @param duration how long it is watched
 */
public record LiveSource(
        String room, String host, Optional<URI> playlist, Optional<URI> cards, Duration every, Duration duration) {
    public static final Duration EVERY = Duration.ofSeconds(5);
    public static final Duration DURATION = Duration.ofMinutes(10);

    public LiveSource {
        if (room.isBlank()) {
            throw new IllegalArgumentException("live: expected a room, found none");
        }
        if (playlist.isEmpty() && cards.isEmpty()) {
            throw new IllegalArgumentException("live: expected a playlist or cards of room " + room + ", found none");
        }
        if (every.compareTo(Duration.ofSeconds(1)) < 0 || every.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException("live: expected every between 1s and 1h, found " + every);
        }
        if (duration.compareTo(Duration.ofSeconds(1)) < 0 || duration.compareTo(Duration.ofHours(24)) > 0) {
            throw new IllegalArgumentException("live: expected for between 1s and 24h, found " + duration);
        }
    }

    /** The address that stands for the room: of its stream, or else of its export. */
    URI address() {
        return playlist.or(() -> cards).orElseThrow();
    }

    /** What stands for the marketplace: the host that the stream comes from. */
    String marketplace() {
        return String.valueOf(address().getHost());
    }

    /** What tells it from other rooms of a plan. */
    public String key() {
        return marketplace() + ":" + room;
    }
}
