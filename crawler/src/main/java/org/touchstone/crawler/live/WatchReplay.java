package org.touchstone.crawler.live;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.touchstone.crawler.fetch.ByteRange;
import org.touchstone.crawler.fetch.WebAddress;
import org.touchstone.crawler.keep.KeptAnswer;
import org.touchstone.crawler.keep.WarcAnswers;

/**
 * Brings a watch to where it was when it ended or was killed: takes in the room's answers in the order in which they were
 * kept, and passes over all others. Not thread-safe.
 */
final class WatchReplay implements WarcAnswers.Visitor {
    private final LiveSource source;
    private final Reel reel;
    private final RoomLog log;
    private final Complaints complaints;
    private final Set<URI> lists = new HashSet<>();
    /** Segments that the last list names and that have not come, by their own address and that of their header. */
    private final Map<URI, List<Segment>> due = new HashMap<>();
    /** Where redirects lead, and what was asked for in the first place. */
    private final Map<URI, URI> asked = new HashMap<>();

    private Segment.@Nullable Part headerPart;
    private SegmentSource.@Nullable Content header;

    WatchReplay(LiveSource source, Reel reel, RoomLog log, Complaints complaints) {
        this.source = source;
        this.reel = reel;
        this.log = log;
        this.complaints = complaints;
        source.playlist().ifPresent(lists::add);
    }

    @Override
    public void answer(KeptAnswer answer) {
        URI address = asked.getOrDefault(answer.address(), answer.address());
        boolean cards = source.cards().filter(address::equals).isPresent();
        boolean list = lists.contains(address);
        if (!cards && !list && !due.containsKey(address)) {
            return;
        }
        if (answer.status() / 100 == 3) {
            WebAddress.resolve(answer.address(), answer.location()).ifPresent(next -> asked.put(next, address));
        } else if (cards && answer.status() == 200) {
            cards(answer);
        } else if (list && answer.status() == 200) {
            list(answer);
        } else {
            segments(address, answer);
        }
    }

    private void cards(KeptAnswer answer) {
        try {
            log.see(RoomReader.read(answer.body(), source.room()), answer.at(), answer.place());
        } catch (IOException e) {
            complaints.say(answer.address(), String.valueOf(e.getMessage()));
        }
    }

    private void list(KeptAnswer answer) {
        try {
            switch (Playlist.parse(answer.body(), answer.address())) {
                case Playlist.Multivariant choice -> lists.add(choice.moderate().playlist());
                case Playlist.Media media -> {
                    reel.see(media, answer.at());
                    due.clear();
                    for (Segment segment : reel.due()) {
                        await(segment.source(), segment);
                        segment.map().ifPresent(header -> await(header, segment));
                    }
                }
            }
        } catch (PlaylistException e) {
            complaints.say(answer.address(), answer.address() + ": " + e.getMessage());
        }
    }

    private void await(Segment.Part part, Segment segment) {
        due.computeIfAbsent(part.address(), address -> new ArrayList<>()).add(segment);
    }

    private void segments(URI address, KeptAnswer answer) {
        for (Segment segment : List.copyOf(due.getOrDefault(address, List.of()))) {
            Optional<Segment.Part> map = segment.map();
            if (map.isPresent() && map.get().address().equals(address)) {
                content(map.get(), answer).ifPresent(found -> {
                    headerPart = map.get();
                    header = found;
                });
            }
            if (segment.source().address().equals(address)) {
                Optional<SegmentSource.Content> before =
                        map.filter(part -> part.equals(headerPart)).flatMap(part -> Optional.ofNullable(header));
                if (before.isPresent() == map.isPresent()) {
                    content(segment.source(), answer).ifPresent(body -> {
                        reel.take(segment, before, body);
                        due.getOrDefault(address, new ArrayList<>()).remove(segment);
                    });
                }
            }
        }
    }

    /** What an answer holds of a part; empty when it holds it not. */
    private static Optional<SegmentSource.Content> content(Segment.Part part, KeptAnswer answer) {
        Optional<ByteRange> range = part.range();
        boolean whole = answer.status() == 200;
        boolean partial = answer.status() == 206
                && range.isPresent()
                && range.get().isOf(answer.contentRange())
                && range.get().length() == answer.body().length;
        boolean within = range.isEmpty() || range.get().end() <= answer.body().length;
        if (!partial && !(whole && within)) {
            return Optional.empty();
        }
        Optional<ByteRange> cut = partial ? Optional.empty() : range;
        byte[] body = cut.isPresent() ? cut.get().of(answer.body()) : answer.body();
        return Optional.of(
                new SegmentSource.Content(answer.address(), body, new Footage.Piece(answer.place(), cut), answer.at()));
    }
}
