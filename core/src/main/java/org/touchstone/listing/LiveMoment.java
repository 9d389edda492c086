package org.touchstone.listing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When and where in a live stream an offer was seen.
 *
 * @param room the platform's key of the room
 * @param host who presents, empty when not known
 * @param at the instant shown in the stream
 */
public record LiveMoment(String room, String host, @Nullable Instant at) {}
