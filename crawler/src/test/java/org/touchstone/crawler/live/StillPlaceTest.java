package org.touchstone.crawler.live;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.touchstone.crawler.fetch.WebAddress;
import org.touchstone.listing.CaptureRef;
import org.touchstone.listing.Listing;
import org.touchstone.record.Json;

/** Stills that are made again: see {@link LiveStreamTest}. Here, listings that lie. */
class StillPlaceTest {
    @TempDir
    Path folder;

    private static Listing listing(CaptureRef capture, String still) throws IOException {
        JsonNode node = Json.mapper().readTree(still.replace('\'', '"'));
        return Listing.builder("live:R1:still-1")
                .url("https://live.example/r1.m3u8")
                .capture(capture)
                .other(Map.of(StillPlace.KEY, node))
                .build();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x.warc.gz | 0 | {'seconds':-1} | expected a listing with a still",
                "x.warc.gz | 0 | {'seconds':'1'} | x.warc.gz",
                "x.warc.gz | 0 | {'seconds':1e999999999} | expected a listing with a still",
                "x.warc.gz | 0 | {} | expected a listing with a still",
                "x.warc.gz | -5 | {'seconds':1} | expected a record's offset, found -5",
                "x.warc.gz | 0 | {'seconds':1,'range':'all'} | expected a range such as 1024@0, found 'all'",
                "../../etc/passwd | 0 | {'seconds':1} | warc/passwd"
            })
    void placesThatCannotBeAreRefused(String warc, long offset, String still, String message) throws IOException {
        Listing listing = listing(new CaptureRef(warc, offset, "0".repeat(64)), still);
        assertThatThrownBy(() -> StillPlace.again(folder, listing))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(message);
    }

    @Test
    void segmentThatWasReplacedIsNoticed() throws IOException {
        Footage.Piece piece = new TestArchive(folder)
                .keep(WebAddress.parse("https://live.example/1.ts").orElseThrow(), StubPace.START, new byte[100]);
        Listing listing = listing(
                new CaptureRef("warc/" + piece.place().file(), piece.place().offset(), "0".repeat(64)),
                "{'seconds':0}");
        assertThatThrownBy(() -> StillPlace.again(folder, listing))
                .hasMessageContaining("expected an answer with SHA-256 0000")
                .hasMessageContaining(piece.place().sha256());
    }
}
