package org.touchstone.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.touchstone.mark.BrandPolicy;
import org.touchstone.record.BrandCheck;
import org.touchstone.record.BrandFile;
import org.touchstone.record.Json;
import org.touchstone.record.Rejection;
import org.touchstone.record.YamlException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks files of brand policies, or prints the JSON Schema of their format. */
@Command(name = "brands")
final class BrandsCommand implements Callable<Integer> {
    private static final List<String> COLUMNS = List.of(
            "brand",
            "owners",
            "sellers",
            "shops",
            "defensive",
            "coexisting",
            "prices",
            "indication",
            "entries",
            "file");
    private static final int LONGEST_KEY = 24;

    /** What to do. */
    enum Action {
        CHECK,
        SCHEMA
    }

    private final Console console;

    @Parameters(index = "0", paramLabel = "check|schema", descriptionKey = "action")
    private Action action;

    @Parameters(index = "1..*", paramLabel = "FILE", arity = "0..*", descriptionKey = "files")
    private List<Path> files = List.of();

    @Option(names = "--json")
    private boolean json;

    BrandsCommand(Console console) {
        this.console = console;
    }

    /** What one file came to. */
    private record Checked(
            Path file, List<BrandPolicy> policies, List<Rejection> errors, List<BrandCheck.Caution> warnings) {}

    @Override
    public Integer call() throws IOException {
        if (action == Action.SCHEMA) {
            console.out().print(BrandFile.schema());
            return ExitCode.DONE;
        }
        if (files.isEmpty()) {
            throw CliException.usage(console.text("brands.needs"));
        }
        List<Checked> checked = check();
        checked.stream().flatMap(one -> one.errors().stream()).forEach(error -> console.line(error.toString()));
        if (json) {
            checked.forEach(one -> console.out().println(Json.line(asJson(one))));
        } else {
            print(checked);
            checked.stream().flatMap(one -> one.warnings().stream()).forEach(this::warn);
        }
        for (Checked one : checked) {
            console.say(
                    "brands.checked",
                    one.file(),
                    one.policies().size(),
                    one.errors().size(),
                    one.warnings().size());
        }
        return ExitCode.of(
                checked.stream().mapToLong(one -> one.errors().size()).sum());
    }

    /** Of a file that is no YAML at all the rest cannot be read; the other files are. */
    private List<Checked> check() throws IOException {
        LocalDate today = LocalDate.ofInstant(Clock.systemUTC().instant(), ZoneOffset.UTC);
        List<BrandCheck.Caution> cautions = new ArrayList<>();
        BrandCheck check = new BrandCheck(today, cautions::add);
        List<Checked> checked = new ArrayList<>();
        for (Path file : files) {
            if (!Files.isRegularFile(file)) {
                throw new CliException(console.text("fail.noFile", file));
            }
            List<Rejection> errors = new ArrayList<>();
            List<BrandPolicy> policies = new ArrayList<>();
            cautions.clear();
            try {
                policies.addAll(check.read(file, errors::add));
            } catch (YamlException e) {
                errors.add(e.rejection(""));
            }
            checked.add(new Checked(file, policies, errors, List.copyOf(cautions)));
        }
        return checked;
    }

    private void print(List<Checked> checked) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(COLUMNS.stream()
                .map(column -> console.text("brands.column." + column))
                .toList());
        for (Checked one : checked) {
            one.policies().forEach(policy -> rows.add(row(policy, one.file())));
        }
        if (rows.size() == 1) {
            return;
        }
        int[] widths = new int[COLUMNS.size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], DisplayWidth.of(row.get(i)) + 2);
            }
        }
        rows.forEach(row -> console.out().println(ModelsCommand.row(widths, row)));
    }

    private List<String> row(BrandPolicy policy, Path file) {
        return Stream.of(
                        Stream.of(DisplayWidth.cut(policy.key(), LONGEST_KEY)),
                        Stream.of(
                                        policy.owners(),
                                        policy.authorisedSellers(),
                                        policy.officialShops(),
                                        policy.defensive(),
                                        policy.coexisting(),
                                        policy.prices())
                                .map(part -> String.valueOf(part.size())),
                        Stream.of(
                                policy.geographicalIndication() == null ? "-" : console.text("brands.yes"),
                                String.valueOf(policy.timeHonoured().size()),
                                file.toString()))
                .flatMap(part -> part)
                .toList();
    }

    private void warn(BrandCheck.Caution caution) {
        List<Object> arguments = new ArrayList<>();
        arguments.add(caution.source() + ":" + caution.line());
        arguments.add(caution.field());
        arguments.addAll(caution.arguments());
        console.warn("brands.doubt." + key(caution), arguments.toArray());
    }

    private static String key(BrandCheck.Caution caution) {
        return caution.doubt().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static ObjectNode asJson(Checked one) {
        ObjectNode node = Json.object().put("file", one.file().toString());
        ArrayNode brands = node.putArray("brands");
        for (BrandPolicy policy : one.policies()) {
            brands.addObject()
                    .put("key", policy.key())
                    .put("owners", policy.owners().size())
                    .put("authorisedSellers", policy.authorisedSellers().size())
                    .put("officialShops", policy.officialShops().size())
                    .put("defensive", policy.defensive().size())
                    .put("coexisting", policy.coexisting().size())
                    .put("prices", policy.prices().size())
                    .put("geographicalIndication", policy.geographicalIndication() != null)
                    .put("timeHonoured", policy.timeHonoured().size());
        }
        ArrayNode errors = node.putArray("errors");
        for (Rejection error : one.errors()) {
            errors.addObject()
                    .put("line", error.line())
                    .put("field", error.field())
                    .put("reason", error.reason());
        }
        ArrayNode warnings = node.putArray("warnings");
        for (BrandCheck.Caution caution : one.warnings()) {
            ObjectNode warning = warnings.addObject()
                    .put("line", caution.line())
                    .put("field", caution.field())
                    .put("doubt", key(caution));
            caution.arguments().forEach(warning.putArray("about")::add);
        }
        return node;
    }
}
