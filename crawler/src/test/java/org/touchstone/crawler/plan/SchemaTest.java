package org.touchstone.crawler.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.touchstone.crawler.extract.SiteProfile;
import org.touchstone.crawler.imports.Mapping;
import org.touchstone.record.Json;
import org.touchstone.record.YamlException;

/** The schemas say what the readers do. */
class SchemaTest {
    private static final Pattern EXAMPLE = Pattern.compile("```yaml\\R(.*?)```", Pattern.DOTALL);
    private static final YAMLMapper YAML = new YAMLMapper();

    @TempDir
    private Path folder;

    private static Set<ValidationMessage> faults(Schema schema, String yaml) throws IOException {
        JsonSchema compiled =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema.text());
        return compiled.validate(YAML.readTree(yaml));
    }

    /** What the documentation shows. */
    private static List<String> examples(String page) throws IOException {
        Path docs = Path.of("..", "docs", page);
        List<String> examples = new ArrayList<>();
        Matcher example = EXAMPLE.matcher(Files.readString(docs));
        while (example.find()) {
            examples.add(example.group(1));
        }
        return examples;
    }

    @ParameterizedTest
    @ValueSource(strings = {"crawling.md", "crawling.zh-CN.md"})
    void theDocumentationsExamplesAreRight(String page) throws IOException {
        List<String> examples = examples(page);
        assertThat(examples)
                .filteredOn(text -> text.contains("agent:"))
                .isNotEmpty()
                .allSatisfy(text -> {
                    assertThat(faults(Schema.PLAN, text)).isEmpty();
                    Path file = Files.writeString(folder.resolve("plan.yaml"), text);
                    assertThat(CrawlPlan.read(file).seeds()).isNotEmpty();
                });
        assertThat(examples)
                .filteredOn(text -> text.contains("hosts:"))
                .isNotEmpty()
                .allSatisfy(text -> {
                    assertThat(faults(Schema.PROFILE, text)).isEmpty();
                    Path file = Files.writeString(folder.resolve("profile.yaml"), text);
                    assertThat(ProfileReader.read(file).pages()).isNotEmpty();
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "seed: [https://a.example/]",
                "limits: {page: 3}",
                "limits: {pages: 0}",
                "limits: {bytes: 2}",
                "delay: 2",
                "delay: 2 parsecs",
                "privateNetworks: perhaps",
                "render: sometimes",
                "sitemaps: [s.xml]",
                "schedule: {crom: x}",
                "schedule: {zone: UTC}",
                "webhook: nowhere",
                "live: [{room: R1}]",
                "live: [{room: R1, playlist: 'https://a.example/l.m3u8', each: 5s}]",
                "live: {room: R1}",
                "seeds: [ftp://a.example/]",
                "searches: [{url: 'https://a.example/', keywords: [a]}]",
            })
    void whatTheReaderRefusesTheSchemaDoes(String line) throws IOException {
        String seeds = line.startsWith("seed") ? "" : "seeds: [https://a.example/]\n";
        String plan = "agent: {contact: bot@example.org}\n" + seeds + line + "\n";
        assertThat(faults(Schema.PLAN, plan)).isNotEmpty();
        Path file = Files.writeString(folder.resolve("plan.yaml"), plan);
        assertThat(catchThrowable(() -> CrawlPlan.read(file))).isInstanceOf(YamlException.class);
    }

    @Test
    void everyKeyOfThePlanIsInTheSchema() throws IOException {
        JsonNode properties = Json.mapper().readTree(Schema.PLAN.text()).path("properties");
        List<String> names = new ArrayList<>();
        properties.fieldNames().forEachRemaining(names::add);
        assertThat(names).containsExactlyInAnyOrderElementsOf(PlanReader.KEYS);
    }

    @Test
    void everyFieldOfAMappingIsInTheSchema() throws IOException {
        JsonNode fields =
                Json.mapper().readTree(Schema.MAPPING.text()).at("/properties/fields/propertyNames/anyOf/0/enum");
        List<String> names = new ArrayList<>();
        fields.forEach(name -> names.add(name.asText()));
        assertThat(names).containsExactlyInAnyOrderElementsOf(Mapping.FIELDS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fields: {titel: 标题}",
                "fields: {title: {colum: 标题}}",
                "fields: {title: {column: 标题, value: x}}",
                "fields: {title: {column: 标题, currency: CNY}}",
                "fields: {price: {column: 价格, currency: RMB元}}",
                "fields: {capturedAt: {column: 时间, zone: UTC}}",
                "fields: {title: []}",
                "header: 0",
                "sheets: 商品",
            })
    void whatTheReaderOfMappingsRefusesTheSchemaDoes(String yaml) throws IOException {
        assertThat(faults(Schema.MAPPING, yaml)).isNotEmpty();
        Path file = Files.writeString(folder.resolve("mapping.yaml"), yaml);
        assertThat(catchThrowable(() -> MappingReader.read(file))).isInstanceOf(YamlException.class);
    }

    @Test
    void everyFieldOfAProfileIsInTheSchema() throws IOException {
        JsonNode fields = Json.mapper().readTree(Schema.PROFILE.text()).at("/$defs/field/anyOf/0/enum");
        List<String> names = new ArrayList<>();
        fields.forEach(name -> names.add(name.asText()));
        assertThat(names).containsExactlyInAnyOrderElementsOf(SiteProfile.FIELDS);
    }
}
