package org.touchstone.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.touchstone.hit.Box;
import org.touchstone.hit.Evidence;
import org.touchstone.hit.Hit;
import org.touchstone.hit.Outlook;
import org.touchstone.hit.Versions;

class HitFormatTest {
    private static final Hit HIT = new Hit(
            1,
            0.97,
            "m:1",
            "CN-1",
            "auroris",
            Outlook.COUNTERFEIT,
            List.of(
                    new Evidence.Word(
                            "word", "title", 3, 10, "AUR0RIS", "AURORIS", 0.93, List.of("confusable"), 6.1, ""),
                    new Evidence.Word(
                            "word",
                            Evidence.Word.PICTURES,
                            0,
                            7,
                            "AURORIS",
                            "AURORIS",
                            1,
                            List.of("exact"),
                            4.5,
                            "",
                            new Evidence.Spot("img/1.jpg", new Box(5, 6, 70, 18))),
                    new Evidence.Picture(
                            "logo", "img/1.jpg", new Box(1, 2, 3, 4), "a.svg", 0.88, List.of("geometry"), 8.2, ""),
                    new Evidence.Circumstance("lawful-use", -9, "'for' before the mark")),
            new Versions("0.1.0", "i", "m", "c"));

    private static final String LINE = """
            {"rank":1,"score":0.97,"listing":"m:1","mark":"CN-1","brand":"auroris","outlook":"counterfeit","evidence":[\
            {"kind":"word","field":"title","start":3,"end":10,"quote":"AUR0RIS","against":"AURORIS","similarity":0.93,"how":["confusable"],"weight":6.1},\
            {"kind":"word","field":"images","start":0,"end":7,"quote":"AURORIS","against":"AURORIS","similarity":1.0,"how":["exact"],\
            "image":"img/1.jpg","box":[5,6,70,18],"weight":4.5},\
            {"kind":"logo","image":"img/1.jpg","box":[1,2,3,4],"view":"a.svg","similarity":0.88,"how":["geometry"],"weight":8.2},\
            {"kind":"lawful-use","weight":-9.0,"note":"'for' before the mark"}],\
            "versions":{"touchstone":"0.1.0","index":"i","model":"m","calibration":"c"}}""";

    @Test
    void writtenAsInTheDesign() {
        assertThat(Json.line(Formats.HIT.write(HIT))).isEqualTo(LINE);
    }

    @Test
    void readBack() throws FieldException {
        assertThat(Formats.HIT.read(new Fields(Json.read(LINE)))).isEqualTo(HIT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"start\":99999999999",
                "\"start\":9",
                "\"start\":-1",
                "\"score\":2",
                "\"score\":\"high\"",
                "\"evidence\":[7]",
                "\"evidence\":[{}]"
            })
    void brokenHitIsRejectedAlone(String broken) throws IOException {
        String bad = broken.startsWith("\"start")
                ? "{\"listing\":\"1\",\"mark\":\"m\",\"evidence\":[{\"kind\":\"word\",\"field\":\"title\",\"end\":3,"
                        + broken + "}]}"
                : "{\"listing\":\"1\",\"mark\":\"m\"," + broken + "}";
        List<Rejection> rejections = new ArrayList<>();
        var in = new ByteArrayInputStream((bad + "\n" + LINE + "\n").getBytes(StandardCharsets.UTF_8));
        try (var reader = RecordReader.open(in, "hits", Path.of("."), false, Formats.HIT, rejections::add)) {
            assertThat(reader.next().value()).isEqualTo(HIT);
        }
        assertThat(rejections)
                .singleElement()
                .satisfies(one -> assertThat(one.line()).isEqualTo(1));
    }
}
