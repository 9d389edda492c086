package org.touchstone.crawler.live;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes stills from kept segments. A first pass decodes small and rough, about two frames a second, to see what changes;
 * a second decodes in full what is worth keeping. Not thread-safe but for its first pass.
 */
final class FrameSampler {
    /** Seconds between looks: half of the second within which a sign must be seen. */
    private static final String STEP = "0.48";
    /** Longest segment looked at, in seconds; far above what streams have. */
    private static final String LONGEST = "900";

    private static final int MAX_LOOKS = 2_000;
    private static final int MAX_STILLS = 64 << 20;
    private static final int MAX_AT_ONCE = 50;
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Pattern SHOWN = Pattern.compile("\\bn: *(\\d+) .*?\\bpts_time:(-?\\d+(?:\\.\\d+)?)");
    /** Gives frames even times, so that none is doubled or dropped on the way out, whatever the version's habit. */
    private static final String EVENLY = "setpts=N/(2*TB)";

    private final Ffmpeg ffmpeg;
    private final LiveFolder folder;
    private final FrameChooser chooser;
    private final Map<Integer, Frame> frames = new HashMap<>();
    private int shown = -1;

    FrameSampler(Ffmpeg ffmpeg, LiveFolder folder, Duration every) {
        this.ffmpeg = ffmpeg;
        this.folder = folder;
        chooser = new FrameChooser(every);
    }

    /**
     * What a segment shows, from when on; stills are taken of what earlier ones do not show. Give it a stream's segments in
     * their order, one at a time.
     *
     * @throws IOException when it cannot be decoded, or a still cannot be written; the next segment may be tried
     */
    List<Showing> sample(KeptSegment kept, List<Look> looks) throws IOException {
        NavigableMap<Integer, Duration> chosen = new TreeMap<>();
        List<Map.Entry<Instant, Integer>> seen = new ArrayList<>();
        for (Look look : looks) {
            int before = chooser.count();
            Instant at = kept.start().plus(look.offset);
            int number = chooser.see(at, look.thumbnail);
            if (chooser.count() > before) {
                chosen.put(number, look.offset);
            }
            if (number >= 0 && number != shown) {
                seen.add(Map.entry(at, number));
                shown = number;
            }
        }
        take(kept, chosen);
        List<Showing> showings = new ArrayList<>();
        for (var entry : seen) {
            Frame frame = frames.get(entry.getValue());
            if (frame != null) {
                showings.add(new Showing(entry.getKey(), frame));
            }
        }
        return showings;
    }

    private void take(KeptSegment kept, NavigableMap<Integer, Duration> chosen) throws IOException {
        if (chosen.isEmpty()) {
            return;
        }
        List<byte[]> stills = stills(folder.read(kept.footage()), List.copyOf(chosen.values()));
        int i = 0;
        for (var entry : chosen.entrySet()) {
            if (i < stills.size()) {
                Duration offset = entry.getValue();
                String still = folder.keepStill(stills.get(i++));
                frames.put(
                        entry.getKey(),
                        new Frame(still, kept.footage(), offset, kept.start().plus(offset), kept.dated()));
            }
        }
    }

    /** Takes a still again, as a JPEG. */
    byte[] still(byte[] segment, Duration offset) throws IOException {
        return stills(segment, List.of(offset)).getFirst();
    }

    /**
     * A frame seen on the first pass.
     *
     * @param offset from the segment's start
     */
    record Look(Duration offset, Thumbnail thumbnail) {}

    /** The first pass. Thread-safe, alone of all here. */
    List<Look> looks(Footage footage) throws IOException {
        byte[] segment = folder.read(footage);
        // Block edges are not smoothed: means do not show it.
        List<String> decoding = new ArrayList<>(List.of("-skip_loop_filter", "all"));
        decoding.addAll(input(segment));
        String filter = "select='isnan(prev_selected_t)+gte(t-prev_selected_t," + STEP + ")',scale=" + Thumbnail.SIDE
                + ":" + Thumbnail.SIDE + ":flags=area,format=gray,showinfo," + EVENLY;
        List<String> encoding = List.of("-vf", filter, "-r", "2", "-c:v", "rawvideo", "-f", "rawvideo");
        Ffmpeg.Output output = ffmpeg.run(decoding, segment, encoding, MAX_LOOKS * Thumbnail.CELLS, LIMIT);
        int count = output.out().length / Thumbnail.CELLS;
        List<Look> looks = new ArrayList<>(count);
        Matcher shown = SHOWN.matcher(output.log());
        while (shown.find() && looks.size() < count) {
            double seconds = Double.parseDouble(shown.group(2));
            looks.add(new Look(Duration.ofNanos(Math.round(seconds * 1e9)), new Thumbnail(output.out(), looks.size())));
        }
        if (looks.size() < count) {
            throw new IOException("ffmpeg: expected the times of " + count + " pictures, found " + looks.size());
        }
        return looks;
    }

    private List<byte[]> stills(byte[] segment, List<Duration> offsets) throws IOException {
        List<Duration> wanted = offsets.subList(0, Math.min(offsets.size(), MAX_AT_ONCE));
        StringBuilder select = new StringBuilder();
        for (Duration offset : wanted) {
            double seconds = offset.toNanos() / 1e9;
            // Times are printed with six digits; frames are at least some milliseconds apart.
            select.append(select.isEmpty() ? "" : "+")
                    .append(String.format(Locale.ROOT, "between(t,%.4f,%.4f)", seconds - 0.001, seconds + 0.001));
        }
        String filter = "select='" + select + "',scale=w='min(iw,1920)':h=-2,format=yuvj420p," + EVENLY;
        List<String> encoding = List.of(
                "-vf",
                filter,
                "-r",
                "2",
                "-frames:v",
                String.valueOf(wanted.size()),
                "-c:v",
                "mjpeg",
                "-q:v",
                "2",
                "-f",
                "image2pipe");
        List<byte[]> stills = jpegs(
                ffmpeg.run(input(segment), segment, encoding, MAX_STILLS, LIMIT).out());
        if (stills.size() != wanted.size()) {
            throw new IOException("ffmpeg: expected " + wanted.size() + " stills, found " + stills.size());
        }
        return stills;
    }

    /** Frames made of both their neighbours are left out: most of them, and the rest need none of them. */
    private static List<String> input(byte[] segment) {
        Container container = Container.of(segment).orElse(Container.MPEG_TS);
        return List.of("-f", container.demuxer(), "-skip_frame", "bidir", "-t", LONGEST);
    }

    /** Parts pictures that stand end to end: within one, FF is never followed by D9 (ITU-T T.81, section B.1.1.5). */
    static List<byte[]> jpegs(byte[] all) {
        List<byte[]> parts = new ArrayList<>();
        int start = 0;
        for (int i = 0; i + 1 < all.length; i++) {
            if (all[i] == (byte) 0xff && all[i + 1] == (byte) 0xd9) {
                parts.add(Arrays.copyOfRange(all, start, i + 2));
                start = i + 2;
                i++;
            }
        }
        return parts;
    }
}
