package org.touchstone.crawler.live;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.touchstone.listing.Price;

/**
 * What a room's export says at one instant.
 *
 * @param id the platform's key, empty when it says none
 * @param title of the room
 * @param host who presents, empty when it says nobody
 * @param cards goods shown or on sale
 * @param comments what viewers wrote; who wrote it is not kept
 */
record Room(String id, String title, String host, List<Card> cards, List<Comment> comments) {
    Room {
        cards = List.copyOf(cards);
        comments = List.copyOf(comments);
    }

    /**
     * A product.
     *
     * @param id the platform's key, or the address or title where there is none; never blank
     * @param link of its page, as written; empty when there is none
     * @param image address of its picture, as written; empty when there is none
     * @param at when it was shown, when the export says so
     */
    record Card(
            String id,
            String title,
            String brand,
            Optional<Price> price,
            String link,
            String image,
            @Nullable Instant at) {}

    /**
     * A line of chat.
     *
     * @param at when it was written, when the export says so
     */
    record Comment(String text, @Nullable Instant at) {}
}
