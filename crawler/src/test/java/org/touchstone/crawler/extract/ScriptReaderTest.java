package org.touchstone.crawler.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class ScriptReaderTest {
    private static String only(String script) {
        List<ScriptReader.Literal> literals = ScriptReader.literals(script);
        assertThat(literals).hasSize(1);
        return literals.getFirst().value().toString();
    }

    @Test
    void literalsOfAssignments() {
        assertThat(only("window.__STATE__ = {\"a\": 1, b: 'x', \"c\": [true, null, 2.50,],};"))
                .isEqualTo("{\"a\":1,\"b\":\"x\",\"c\":[true,2.50]}");
    }

    @Test
    void literalsPassOverExpressions() {
        assertThat(
                        only(
                                "push({a: f(1, {x: 2}), b: 'x' + y, c: function() { return [1, 2]; }, d: () => 3, e: !0, ...rest, g})"))
                .isEqualTo("{\"e\":true}");
    }

    @Test
    void literalsKeepEscapes() {
        assertThat(only("x = {t: 'it\\'s \\u5c71\\x26 \"tea\"'}")).isEqualTo("{\"t\":\"it's 山& \\\"tea\\\"\"}");
    }

    @Test
    void literalsInTexts() {
        assertThat(only("x = JSON.parse('{\"a\": {\"b\": \"c\"}}')")).contains("\"b\":\"c\"");
        assertThat(only("x = \"{\\\"a\\\": \\\"deep\\\"}\"")).isEqualTo("{\"a\":\"deep\"}");
        assertThat(only("x = decodeURIComponent(\"%7B%22a%22%3A%22%E5%B1%B1%22%7D\")"))
                .isEqualTo("{\"a\":\"山\"}");
    }

    @Test
    void literalsNotInCode() {
        assertThat(ScriptReader.literals(
                        "if (a) { b = c[0]; } // {x: 1}\nvar s = \"{\"; /* = {y: 2} */ r = /[\"'{]/g;"))
                .isEmpty();
    }

    @Test
    void literalsWithinFunctions() {
        assertThat(only("(function(){ if(x){ y = {name: 'tea'} } })()")).isEqualTo("{\"name\":\"tea\"}");
    }

    @Test
    void jsonWithLooseQuotes() {
        assertThat(ScriptReader.json("{\"name\": \"27\" monitor\", \"n\": 1}")
                        .getFirst()
                        .value()
                        .toString())
                .isEqualTo("{\"name\":\"27\\\" monitor\",\"n\":1}");
    }

    @Test
    void jsonThatEndsEarly() {
        assertThat(ScriptReader.json("{\"a\": [{\"b\": 1}, {\"c")
                        .getFirst()
                        .value()
                        .toString())
                .isEqualTo("{\"a\":[{\"b\":1},{}]}");
    }

    @Test
    void jsonOfGreatDepth() {
        assertThat(ScriptReader.json("[".repeat(200_000))).hasSizeLessThanOrEqualTo(1);
        assertThat(ScriptReader.literals("a=" + "{a:".repeat(200_000))).hasSizeLessThanOrEqualTo(1);
        ScriptReader.literals("a=" + "[{\"a\":\"".repeat(50_000));
    }

    @Property(tries = 1000)
    void literalsOfAnythingEnd(@ForAll @CharRange(from = ' ', to = '~') @StringLength(max = 200) String script) {
        ScriptReader.literals("x=" + script)
                .forEach(literal -> assertThat(literal.offset()).isNotNegative());
        ScriptReader.json(script);
    }
}
