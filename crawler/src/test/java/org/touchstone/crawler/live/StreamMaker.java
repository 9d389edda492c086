package org.touchstone.crawler.live;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;

/** Makes streams with ffmpeg whose every sign and time is known. */
final class StreamMaker {
    static final int WIDTH = 640;
    static final int HEIGHT = 360;
    static final double SEGMENT_SECONDS = 2;

    /** A sign shown from one second of the stream to another. */
    record Sign(String text, Color color, double from, double to) {}

    private final Path folder;

    StreamMaker(Path folder) {
        this.folder = folder;
    }

    /** The test is skipped, with a line that says why, where there is no ffmpeg. */
    static Ffmpeg ffmpeg() {
        try {
            return Ffmpeg.find();
        } catch (IOException e) {
            assumeTrue(false, "skipped: " + e.getMessage());
            throw new AssertionError(e);
        }
    }

    /**
     * A stream of segments of two seconds.
     *
     * @param signs in their order, without overlap; plain ground shows between them
     * @param fragmented MP4 with a header of its own rather than transport stream
     * @return its playlist; the segments lie beside it
     */
    Path make(List<Sign> signs, double seconds, boolean fragmented) throws IOException {
        StringBuilder scenes = new StringBuilder();
        double at = 0;
        int n = 0;
        for (Sign sign : signs) {
            scenes.append(scene(n++, null, sign.from - at)).append(scene(n++, sign, sign.to - sign.from));
            at = sign.to;
        }
        scenes.append(scene(n++, null, seconds - at));
        // The list's reader wants the last picture twice, or it shows it for no time.
        scenes.append(String.format(Locale.ROOT, "file scene%d.png%n", n - 1));
        Files.writeString(folder.resolve("scenes.txt"), scenes);
        List<String> command = new ArrayList<>(List.of(
                "-f",
                "concat",
                "-i",
                "scenes.txt",
                "-vf",
                "fps=25,noise=alls=6:allf=t,format=yuv420p",
                "-t",
                String.valueOf(seconds),
                "-c:v",
                "libx264",
                "-preset",
                "veryfast",
                "-g",
                "50",
                "-keyint_min",
                "50",
                "-sc_threshold",
                "0",
                "-f",
                "hls",
                "-hls_time",
                String.valueOf(SEGMENT_SECONDS),
                "-hls_list_size",
                "0"));
        if (fragmented) {
            command.addAll(List.of("-hls_segment_type", "fmp4"));
        }
        command.add("list.m3u8");
        run(command);
        return folder.resolve("list.m3u8");
    }

    /** A picture that never rests, in segments of six seconds. */
    Path moving(double seconds) throws IOException {
        run(List.of(
                "-f",
                "lavfi",
                "-i",
                "testsrc2=size=640x360:rate=25,noise=alls=12:allf=t",
                "-t",
                String.valueOf(seconds),
                "-c:v",
                "libx264",
                "-preset",
                "veryfast",
                "-pix_fmt",
                "yuv420p",
                "-b:v",
                "1000k",
                "-g",
                "50",
                "-f",
                "hls",
                "-hls_time",
                "6",
                "-hls_list_size",
                "0",
                "list.m3u8"));
        return folder.resolve("list.m3u8");
    }

    private String scene(int number, Sign sign, double seconds) throws IOException {
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = picture.createGraphics();
        g.setColor(new Color(206, 198, 184));
        g.fillRect(0, 0, WIDTH, HEIGHT);
        g.setColor(new Color(90, 110, 120));
        g.fillOval(220, 60, 160, 220);
        if (sign != null) {
            g.setColor(sign.color);
            g.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 28));
            g.drawString(sign.text, 60, 320);
        }
        g.dispose();
        Path file = folder.resolve("scene" + number + ".png");
        ImageIO.write(picture, "png", file.toFile());
        return String.format(Locale.ROOT, "file %s%nduration %.3f%n", file.getFileName(), seconds);
    }

    private void run(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("ffmpeg", "-nostdin", "-v", "error", "-y"));
        command.addAll(arguments);
        File log = folder.resolve("ffmpeg.log").toFile();
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        try {
            if (!process.waitFor(2, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
            assumeTrue(
                    process.exitValue() == 0,
                    "skipped: ffmpeg cannot make the stream: "
                            + Files.readString(log.toPath(), StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
