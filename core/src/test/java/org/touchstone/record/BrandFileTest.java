package org.touchstone.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.touchstone.mark.BrandPolicy;
import org.touchstone.mark.BrandPolicy.AuthorisedSeller;
import org.touchstone.mark.BrandPolicy.Coexisting;
import org.touchstone.mark.BrandPolicy.GeographicalIndication;
import org.touchstone.mark.BrandPolicy.Period;
import org.touchstone.mark.BrandPolicy.ReferencePrice;
import org.touchstone.mark.BrandPolicy.TimeHonoured;

class BrandFileTest {
    private static final JsonSchema SCHEMA =
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(BrandFile.schema());

    @TempDir
    private Path folder;

    private final List<Rejection> rejections = new ArrayList<>();

    private List<BrandPolicy> read(String yaml) throws IOException {
        return BrandFile.read(Files.writeString(folder.resolve("brands.yaml"), yaml), rejections::add);
    }

    private static Set<ValidationMessage> faults(String yaml) throws IOException {
        return SCHEMA.validate(new YAMLMapper().readTree(yaml));
    }

    @Test
    void policyRead() throws IOException {
        String yaml = """
                brands:
                  - key: auroris
                    names: [AURORIS, 奥若丽]
                    aliases: AUR
                    nicknames: [小奥]
                    owners: [奥若丽（杭州）有限公司]
                    authorisedSellers:
                      - {name: 奥若丽旗舰店, id: 77, marketplace: shop.example, territory: [CN, SG], from: 2026-01-01, to: 2026-12-31}
                    officialShops: ["https://shop.example/auroris"]
                    defensive: [奥茗丽, 12345]
                    coexisting: [{owner: 奥若茶业, marks: 奥若, territory: 福建, note: since 1990}]
                    prices: [{product: 特级, amount: 1500.00, currency: CNY, per: 斤}, {amount: "20", currency: EUR}]
                    geographicalIndication: {areas: [浙江省杭州市], authorisedUsers: [茗岸茶行]}
                    timeHonoured: [{list: 中华老字号, name: 奥若丽, from: 2006-11-01, to: 2023-11-10}]
                """;
        BrandPolicy policy = read(yaml).get(0);

        assertThat(rejections).isEmpty();
        assertThat(faults(yaml)).isEmpty();
        assertThat(policy.otherNames()).containsExactly("AUR", "小奥");
        assertThat(policy.owners()).containsExactly("奥若丽（杭州）有限公司");
        assertThat(policy.authorisedSellers())
                .containsExactly(new AuthorisedSeller(
                        List.of("奥若丽旗舰店", "77"),
                        "shop.example",
                        List.of("CN", "SG"),
                        new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31))));
        assertThat(policy.defensive()).containsExactly("奥茗丽", "12345");
        assertThat(policy.coexisting())
                .containsExactly(new Coexisting("奥若茶业", List.of("奥若"), List.of(), List.of("福建"), "since 1990"));
        assertThat(policy.prices())
                .containsExactly(
                        new ReferencePrice("特级", new BigDecimal("1500.0"), "CNY", new BigDecimal("500")),
                        new ReferencePrice("", new BigDecimal("20"), "EUR", null));
        assertThat(policy.geographicalIndication())
                .isEqualTo(new GeographicalIndication(List.of("浙江省杭州市"), List.of("茗岸茶行")));
        assertThat(policy.timeHonoured())
                .containsExactly(new TimeHonoured(
                        "中华老字号", "奥若丽", new Period(LocalDate.of(2006, 11, 1), LocalDate.of(2023, 11, 10)), ""));
    }

    @Test
    void periodHoldsOnItsDays() {
        Period year = new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31));
        assertThat(year.holdsOn(LocalDate.of(2026, 12, 31))).isTrue();
        assertThat(year.holdsOn(LocalDate.of(2027, 1, 1))).isFalse();
        assertThat(Period.ALWAYS.holdsOn(LocalDate.MIN)).isTrue();
    }

    @Test
    void badPolicyIsRejectedAlone() throws IOException {
        assertThat(read("brands:\n  - {names: [x]}\n  - just text\n  - {key: good}\n"))
                .hasSize(1);
        assertThat(rejections).extracting(Rejection::field).containsExactly("brands[0].key", "brands[1]");
        assertThat(rejections).extracting(Rejection::line).containsExactly(2L, 3L);
    }

    /** What is wrong in a policy, on the line it stands on, and what it is told. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nickname: [x] | did you mean 'nicknames'",
                "wibble: 1 | known are key, names",
                "names: [{a: b}] | names[0]: expected a text",
                "names: ['  '] | names[0]: expected a text, found",
                "owners: {a: b} | owners: expected a text",
                "authorisedSellers: [{nam: x}] | did you mean 'name'",
                "authorisedSellers: [{marketplace: x}] | authorisedSellers[0]: expected a name, id or shop",
                "authorisedSellers: [{name: x, from: 2026}] | from: expected a day such as 2026-11-23, found '2026'",
                "authorisedSellers: [{name: x, to: 2026-13-01}] | to: expected a day",
                "authorisedSellers: [x] | authorisedSellers[0]: expected keys with values",
                "authorisedSellers: [{name: x, teritory: CN}] | did you mean 'territory'",
                "coexisting: [{marks: [x]}] | coexisting[0].owner: expected a text, found nothing",
                "coexisting: [{owner: x, seller: [y]}] | did you mean 'sellers'",
                "prices: [{amount: 0, currency: CNY}] | amount: expected an amount above 0",
                "prices: [{amount: cheap, currency: CNY}] | amount: expected an amount",
                "prices: [{amount: 5}] | currency: expected a currency such as CNY, found nothing",
                "prices: [{amount: 5, currency: yuan}] | currency: expected a currency",
                "prices: [{amount: 5, currency: CNY, per: bag}] | per: expected a weight such as 500g",
                "geographicalIndication: {authorisedUsers: [x]} | geographicalIndication.areas: expected the areas",
                "geographicalIndication: {areas: [x], users: [y]} | unknown key 'users'",
                "geographicalIndication: here | geographicalIndication: expected keys",
                "timeHonoured: [{list: x, name: y}] | timeHonoured[0].from: expected a text, found nothing",
                "timeHonoured: [{list: x, name: y, since: 2006-01-01}] | unknown key 'since'",
            })
    void mistakeIsNamedWithItsLineAndTheRestStands(String line, String reason) throws IOException {
        String yaml = "brands:\n  - key: good\n    " + line + "\n    officialShops: [shop]\n";
        assertThat(read(yaml))
                .singleElement()
                .satisfies(policy -> assertThat(policy.officialShops()).containsExactly("shop"));
        assertThat(rejections)
                .singleElement()
                .asString()
                .contains("brands.yaml:3: ")
                .contains(reason);
        assertThat(faults(yaml)).isNotEmpty();
    }

    @Test
    void badEntryIsRejectedAlone() throws IOException {
        BrandPolicy policy = read("""
                        brands:
                          - key: a
                            authorisedSellers:
                              - {name: one}
                              - {name: two, until: 2026-01-01}
                              - {name: three}
                        """).get(0);
        assertThat(policy.authorisedSellers())
                .extracting(AuthorisedSeller::names)
                .containsExactly(List.of("one"), List.of("three"));
        assertThat(rejections).singleElement().satisfies(one -> {
            assertThat(one.line()).isEqualTo(5);
            assertThat(one.excerpt()).contains("two");
        });
    }

    @Test
    void everyKeyOfThePolicyIsInTheSchema() throws IOException {
        JsonNode properties = Json.mapper().readTree(BrandFile.schema()).at("/$defs/policy/properties");
        List<String> names = new ArrayList<>();
        properties.fieldNames().forEachRemaining(names::add);
        assertThat(names).containsExactlyElementsOf(BrandReader.KEYS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"brands.md", "brands.zh-CN.md"})
    void theDocumentationsExamplesAreRight(String page) throws IOException {
        Files.writeString(folder.resolve("tin.jpg"), "");
        Matcher example = Pattern.compile("```yaml\\R(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("..", "docs", page)));
        int count = 0;
        for (; example.find(); count++) {
            assertThat(faults(example.group(1))).isEmpty();
            assertThat(read(example.group(1))).isNotEmpty();
            assertThat(rejections).isEmpty();
        }
        assertThat(count).isPositive();
    }

    @Test
    void referenceImageThatIsNotThereIsRejectedAlone() throws IOException {
        Files.writeString(folder.resolve("a.jpg"), "");
        BrandPolicy policy =
                read("brands:\n  - {key: auroris, referenceImages: [a.jpg, ../b.jpg, none.jpg, 'https://x.example/c.jpg']}\n")
                        .get(0);
        assertThat(policy.referenceImages())
                .containsExactly(new BrandPolicy.ReferenceImage("a.jpg", folder.resolve("a.jpg")));
        assertThat(rejections)
                .extracting(Rejection::field)
                .containsExactly(
                        "brands[0].referenceImages[1]", "brands[0].referenceImages[2]", "brands[0].referenceImages[3]");
        assertThat(rejections).extracting(Rejection::line).containsOnly(2L);
    }

    @Test
    void otherYamlIsRefused() {
        assertThatIOException().isThrownBy(() -> read("marks: []")).withMessageContaining("'brands'");
        assertThatIOException().isThrownBy(() -> read("")).withMessageContaining("'brands'");
        assertThatIOException()
                .isThrownBy(() -> read("brands:\n  - key: [\n"))
                .withMessageContaining("brands.yaml:2: expected YAML");
        assertThatIOException()
                .isThrownBy(() -> read("brands:\n  - key: a\n    key: b\n"))
                .withMessageContaining("brands.yaml:3: expected YAML, found Duplicate field 'key'");
    }

    @Test
    void aliasIsNotReadAsAText() throws IOException {
        assertThat(read("brands:\n  - key: a\n    names: &n [A]\n  - key: b\n    names: *n\n    owners: [*n, C]\n"))
                .extracting(BrandPolicy::names)
                .containsExactly(List.of("A"), List.of());
        assertThat(rejections)
                .extracting(Rejection::toString)
                .satisfiesExactly(
                        one -> assertThat(one).contains(":5: brands[1].names: expected a text, found the alias '*n'"),
                        one -> assertThat(one).contains(":6: brands[1].owners[0]"));
    }

    @Test
    void deepYamlIsRefused() {
        assertThatIOException()
                .isThrownBy(() -> read("brands: " + "[".repeat(2_000)))
                .withMessageContaining("expected YAML");
    }

    @Test
    void billionLaughsIsNotExpanded() throws IOException {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x]\n");
        for (int i = 1; i < 12; i++) {
            bomb.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ",").repeat(9)));
        }
        assertThat(read(bomb + "brands: [*a11]")).isEmpty();
        assertThat(rejections).hasSize(13).last().extracting(Rejection::field).isEqualTo("brands[0]");
    }
}
