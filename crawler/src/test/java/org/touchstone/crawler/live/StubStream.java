package org.touchstone.crawler.live;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** A stream in memory: answers by address, lists that change from poll to poll, and memory of what was asked. */
final class StubStream implements SegmentSource {
    static final URI LIST = URI.create("https://live.example/r1/list.m3u8");

    private final Map<String, Supplier<byte[]>> answers = new HashMap<>();
    private final TestArchive archive;
    private final Pace pace;
    final List<String> asked = new ArrayList<>();

    /** @param folder of the crawl: what is fetched is kept in it */
    StubStream(Path folder, Pace pace) {
        archive = new TestArchive(folder);
        this.pace = pace;
    }

    /** Lists in the order in which they are given; the last for good. An empty one fails. */
    StubStream lists(String... lists) {
        return listsAt(LIST.getPath(), lists);
    }

    StubStream listsAt(String path, String... lists) {
        int[] next = {0};
        answers.put(path, () -> {
            String list = lists[Math.min(next[0]++, lists.length - 1)];
            return list.isEmpty() ? null : list.getBytes(StandardCharsets.UTF_8);
        });
        return this;
    }

    StubStream bytes(String path, byte[] body) {
        answers.put(path, () -> body);
        return this;
    }

    StubStream on(String path, Supplier<byte[]> answer) {
        answers.put(path, answer);
        return this;
    }

    /** What passes for a segment while nobody decodes it: three packets, marked. */
    static byte[] packets(String mark) {
        byte[] packets = new byte[188 * 4];
        for (int i = 0; i < packets.length; i += 188) {
            packets[i] = 0x47;
        }
        byte[] text = mark.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(text, 0, packets, 4, text.length);
        return packets;
    }

    @Override
    public Content fetch(Segment.Part part) throws IOException {
        String path = part.address().getPath();
        asked.add(path);
        Supplier<byte[]> answer = answers.get(path);
        byte[] body = answer == null ? null : answer.get();
        if (body == null) {
            throw new IOException(path + ": answered 404");
        }
        return new Content(part.address(), body, archive.keep(part.address(), pace.now(), body), pace.now());
    }

    long times(String path) {
        return asked.stream().filter(path::equals).count();
    }
}
