package org.touchstone.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.touchstone.record.FieldException;

class ElementReaderTest {
    private static Element read(String xml) throws FieldException {
        return new ElementReader().read(xml);
    }

    @Test
    void treeHasNoNamespacesAndTidyTexts() throws FieldException {
        Element element =
                read("<x:r xmlns:x='u' x:a='1'> one\n\t two <x:b> b </x:b><!-- c --> three<![CDATA[ <4> ]]></x:r>");
        assertThat(element.name()).isEqualTo("r");
        assertThat(element.attribute("a")).isEqualTo("1");
        assertThat(element.attribute("none")).isEmpty();
        assertThat(element.text()).isEqualTo("one two three <4>");
        assertThat(element.text("b")).isEqualTo("b");
        assertThat(element.text("b", "c")).isEmpty();
    }

    @Test
    void undeclaredPrefixesAreNoFault() throws FieldException {
        assertThat(read("<x:r><y:b>1</y:b></x:r>").text("b")).isEqualTo("1");
    }

    @Test
    void elementsBelowAreFoundInTheOrderOfTheNames() throws FieldException {
        Element element = read("<r><a><b/><c>1</c></a><d><b>2</b><b>3</b></d></r>");
        assertThat(element.textBelow("b", "c")).isEqualTo("2");
        assertThat(element.textBelow("none", "c")).isEqualTo("1");
        assertThat(element.textBelow("none")).isEmpty();
        assertThat(element.allBelow("c", "b")).extracting(Element::text).isEqualTo(List.of("", "1", "2", "3"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text",
                "<a>",
                "<a></b>",
                "<a b='1' b='2'/>",
                "<a>&b;</a>",
                "<a b='<'/>",
                "<a/><b/>",
                "<a>\u0000</a>"
            })
    void whatIsNotWellFormedIsRejected(String xml) {
        assertThatThrownBy(() -> read(xml)).isInstanceOf(FieldException.class);
    }

    @Test
    void depthIsLimited() {
        assertThatThrownBy(() -> read("<a>".repeat(5_000) + "</a>".repeat(5_000)))
                .isInstanceOf(FieldException.class)
                .hasMessageContaining("100 levels");
    }

    @Test
    void readerGoesOnAfterAnError() throws FieldException {
        ElementReader reader = new ElementReader();
        assertThatThrownBy(() -> reader.read("<a>")).isInstanceOf(FieldException.class);
        assertThat(reader.read("<a>1</a>").text()).isEqualTo("1");
    }
}
