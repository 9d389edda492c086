package org.touchstone.matcher.reading;

import static org.bytedeco.opencv.global.opencv_core.CV_8U;
import static org.bytedeco.tesseract.global.tesseract.OEM_LSTM_ONLY;
import static org.bytedeco.tesseract.global.tesseract.PSM_SINGLE_LINE;
import static org.bytedeco.tesseract.global.tesseract.RIL_WORD;
import static org.bytedeco.tesseract.global.tesseract.TessDeleteText;
import static org.bytedeco.tesseract.global.tesseract.TessResultIteratorDelete;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.tesseract.ETEXT_DESC;
import org.bytedeco.tesseract.ResultIterator;
import org.bytedeco.tesseract.TessBaseAPI;
import org.touchstone.hit.Box;
import org.touchstone.matcher.image.Natives;

/** One Tesseract. For one thread at a time; all its native memory goes when it is closed. */
final class Engine implements Closeable {
    /** Told to Tesseract, which would guess one and complain otherwise; photos state none that means anything. */
    private static final int DOTS_AN_INCH = 150;

    private static final int MOST_WORDS = 100;

    private final TessBaseAPI tesseract;

    /** @throws IOException when Tesseract does not take the data */
    Engine(LanguageData data) throws IOException {
        Natives.require();
        tesseract = new TessBaseAPI();
        tesseract.SetVariable(
                "debug_file", System.getProperty("os.name", "").startsWith("Windows") ? "NUL" : "/dev/null");
        String languages = String.join("+", data.languages());
        if (tesseract.Init(data.folder().toString(), languages, OEM_LSTM_ONLY) != 0) {
            tesseract.deallocate();
            throw new IOException("expected language data for Tesseract 5 in " + data.folder() + ", found " + languages
                    + " that it does not take; install tesseract-ocr's own");
        }
        tesseract.SetPageSegMode(PSM_SINGLE_LINE);
    }

    static String version() {
        try (BytePointer version = TessBaseAPI.Version()) {
            return version.getString(StandardCharsets.UTF_8);
        }
    }

    /**
     * What was read.
     *
     * @param lines their boxes in pixels of the picture that was read
     * @param whole false when time ran out before all was read
     */
    record Read(List<ReadLine> lines, boolean whole) {}

    /** Reads a picture for at most so many milliseconds, looking at the clock between words. */
    Read read(Grey picture, int millis) {
        long end = System.nanoTime() + millis * 1_000_000L;
        List<ReadLine> lines = new ArrayList<>();
        try (PointerScope scope = new PointerScope()) {
            Mat whole = new Mat(picture.height(), picture.width(), CV_8U);
            whole.data().put(picture.shades());
            for (Strip strip : LineFinder.find(whole)) {
                long left = (end - System.nanoTime()) / 1_000_000;
                if (left <= 0 || !read(strip.straightened(whole), (int) left)) {
                    return new Read(lines, false);
                }
                List<ReadWord> words = words().stream()
                        .map(word -> new ReadWord(word.text(), word.confidence(), strip.inPicture(word.box())))
                        .toList();
                if (!words.isEmpty()) {
                    lines.add(ReadLine.of(words));
                }
            }
            return new Read(lines, true);
        } finally {
            tesseract.Clear();
        }
    }

    /** Reads one line; false when its time is up. */
    private boolean read(Mat line, int millis) {
        tesseract.SetImage(line.data(), line.cols(), line.rows(), 1, (int) line.step());
        tesseract.SetSourceResolution(DOTS_AN_INCH);
        ETEXT_DESC monitor = new ETEXT_DESC();
        monitor.set_deadline_msecs(millis);
        return tesseract.Recognize(monitor) == 0;
    }

    private List<ReadWord> words() {
        ResultIterator at = tesseract.GetIterator();
        if (at == null || at.isNull()) {
            return List.of();
        }
        try {
            List<ReadWord> words = new ArrayList<>();
            while (!at.Empty(RIL_WORD) && words.size() < MOST_WORDS) {
                String text = text(at);
                int[][] edges = new int[4][1];
                if (!text.isBlank() && at.BoundingBox(RIL_WORD, edges[0], edges[1], edges[2], edges[3])) {
                    int x = edges[0][0];
                    int y = edges[1][0];
                    Box box = new Box(x, y, Math.max(0, edges[2][0] - x), Math.max(0, edges[3][0] - y));
                    words.add(new ReadWord(text, Math.clamp(at.Confidence(RIL_WORD) / 100, 0, 1), box));
                }
                if (!at.Next(RIL_WORD)) {
                    break;
                }
            }
            return words;
        } finally {
            TessResultIteratorDelete(at);
        }
    }

    private static String text(ResultIterator at) {
        BytePointer text = at.GetUTF8Text(RIL_WORD);
        if (text == null || text.isNull()) {
            return "";
        }
        try {
            return text.getString(StandardCharsets.UTF_8).strip();
        } finally {
            TessDeleteText(text);
        }
    }

    @Override
    public void close() {
        tesseract.End();
        tesseract.deallocate();
    }
}
