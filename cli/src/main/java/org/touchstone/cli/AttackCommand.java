package org.touchstone.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.touchstone.cli.attack.Campaign;
import org.touchstone.cli.attack.Matrix;
import org.touchstone.cli.attack.MatrixJson;
import org.touchstone.cli.attack.MatrixTable;
import org.touchstone.cli.attack.Misses;
import org.touchstone.cli.attack.Operator;
import org.touchstone.cli.attack.Operators;
import org.touchstone.cli.attack.Plan;
import org.touchstone.cli.attack.Script;
import org.touchstone.cli.attack.Targets;
import org.touchstone.cli.attack.Visible;
import org.touchstone.cli.attack.image.ImageOperator;
import org.touchstone.cli.attack.image.ImageOperators;
import org.touchstone.cli.attack.image.Level;
import org.touchstone.mark.BrandPolicy;
import org.touchstone.matcher.BrandPolicies;
import org.touchstone.record.BrandFile;
import org.touchstone.record.Json;
import org.touchstone.record.RejectionLog;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Disguises the user's own marks, scans them back, and shows which disguises get through. */
@Command(name = "attack")
final class AttackCommand implements Callable<Integer> {
    private static final String LATIN_EXAMPLE = "Lumidora";
    private static final String HAN_EXAMPLE = "云山明";
    private static final int TEXTS = 200;
    private static final int IMAGES = 20;

    private final Console console;

    @ArgGroup(multiplicity = "1")
    private What what;

    static final class What {
        @Option(names = "--marks", paramLabel = "FILE|DIR", required = true)
        private List<Path> marks = new ArrayList<>();

        @Option(names = "--list", required = true)
        private boolean list;
    }

    @Mixin
    private OwnModels own;

    @Option(names = "--brands", paramLabel = "FILE")
    private List<Path> brands = new ArrayList<>();

    @Option(names = "--images")
    private boolean images;

    @Option(names = "--only", paramLabel = "NAME", split = ",")
    private List<String> only = new ArrayList<>();

    @Option(names = "--per-operator", paramLabel = "N")
    private @Nullable Integer perOperator;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1")
    private long seed;

    @Option(names = "--worst", paramLabel = "N", defaultValue = "10")
    private int worst;

    @Option(names = "--misses", paramLabel = "FILE")
    private @Nullable Path misses;

    @Option(names = "--json")
    private boolean json;

    @Option(names = "--sheet", paramLabel = "FILE.png")
    private @Nullable Path sheet;

    AttackCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        check();
        if (what.list) {
            list();
            return ExitCode.DONE;
        }
        try (RejectionLog rejections = new RejectionLog(null, one -> console.line(one.toString()))) {
            BrandPolicies policies = policies(rejections);
            if (images) {
                new ImageAttack(console).run(imageOrder(), policies, brands, rejections);
            } else {
                attackTexts(policies, rejections);
            }
            return ExitCode.of(rejections.count());
        }
    }

    private void attackTexts(BrandPolicies policies, RejectionLog rejections) throws IOException {
        long started = System.nanoTime();
        try (MarkMatchers matchers = MarkMatchers.ofMarks(
                what.marks, OnDay.today(), policies, brands, own.store(), false, console, rejections)) {
            Targets targets = new Targets();
            matchers.index().forEach(targets::add);
            if (targets.count() == 0) {
                throw new CliException(console.text("attack.noMarks"));
            }
            Plan plan = Plan.of(targets, chosen(Operators.ALL, Operator::key), seed, most(TEXTS));
            Matrix matrix = scan(plan, matchers, policies, rejections);
            if (json) {
                console.out()
                        .println(Json.line(
                                MatrixJson.of(matrix, plan, seed, targets.count(), worst, matchers.versions())));
            } else {
                new MatrixTable(console, columns()).print(matrix, worst);
            }
            tell(matrix, plan, (System.nanoTime() - started) / 1e9);
        }
    }

    private ImageAttack.Order imageOrder() {
        Path beside = misses == null
                ? Path.of("attack.png")
                : misses.resolveSibling(String.valueOf(misses.getFileName()).replaceFirst("\\.jsonl$", ".png"));
        return new ImageAttack.Order(
                what.marks,
                own.store(),
                chosen(ImageOperators.ALL, ImageOperator::key),
                most(IMAGES),
                seed,
                worst,
                sheet == null ? beside : sheet,
                misses,
                json);
    }

    private int most(int usual) {
        return perOperator == null ? usual : perOperator;
    }

    /** The operators that the user names, or all, in their own order. */
    private <T> List<T> chosen(List<T> operators, Function<T, String> key) {
        return only.isEmpty()
                ? operators
                : operators.stream()
                        .filter(one -> only.contains(key.apply(one)))
                        .toList();
    }

    private void check() {
        if (perOperator != null && perOperator < 1) {
            throw CliException.usage(console.text("attack.badCount", "--per-operator", 1, perOperator));
        }
        if (worst < 0) {
            throw CliException.usage(console.text("attack.badCount", "--worst", 0, worst));
        }
        if (misses != null && !misses.toString().endsWith(".jsonl")) {
            throw CliException.usage(console.text("attack.badMisses", misses));
        }
        if (sheet != null && !(images && sheet.toString().endsWith(".png"))) {
            throw CliException.usage(console.text("attack.badSheet", sheet));
        }
        List<String> known = images
                ? ImageOperators.ALL.stream().map(ImageOperator::key).toList()
                : Operators.ALL.stream().map(Operator::key).toList();
        for (String name : only) {
            if (!known.contains(name)) {
                throw CliException.usage(console.text(
                        "attack.badOperator", name, "touchstone attack --list" + (images ? " --images" : "")));
            }
        }
    }

    private BrandPolicies policies(RejectionLog rejections) throws IOException {
        List<BrandPolicy> policies = new ArrayList<>();
        for (Path file : brands) {
            policies.addAll(BrandFile.read(file, rejections));
        }
        return new BrandPolicies(policies, Clock.systemUTC());
    }

    private Matrix scan(Plan plan, MarkMatchers matchers, BrandPolicies policies, RejectionLog rejections)
            throws IOException {
        try (Progress progress = console.progress("attack.scanning", plan.count())) {
            return Campaign.run(
                    plan,
                    matchers.scanner(policies, false),
                    Runtime.getRuntime().availableProcessors(),
                    rejections,
                    progress);
        }
    }

    private void tell(Matrix matrix, Plan plan, double seconds) throws IOException {
        console.say("attack.done", plan.count(), seconds, plan.unchanged(), plan.others());
        if (misses != null) {
            Misses.write(matrix, misses);
            console.say("attack.missesWritten", matrix.missed().size(), misses);
        }
    }

    /** Every operator with an example. */
    private void list() {
        if (images) {
            listImages();
            return;
        }
        for (Operator operator : chosen(Operators.ALL, Operator::key)) {
            List<String> examples = new ArrayList<>();
            for (Script script : Script.values()) {
                if (operator.scripts().contains(script)) {
                    String mark = script == Script.HAN ? HAN_EXAMPLE : LATIN_EXAMPLE;
                    examples.add(Visible.of(operator.apply(mark, script, new SplittableRandom(seed))));
                }
            }
            String weak = operator.weak() ? console.text("attack.isWeak") : "";
            console.out()
                    .println(DisplayWidth.fit(operator.key(), 24)
                            + console.text("attack.operator." + operator.key()) + weak + "  "
                            + String.join("  ", examples));
        }
    }

    /** Every operator on pictures with its levels. */
    private void listImages() {
        for (ImageOperator operator : chosen(ImageOperators.ALL, ImageOperator::key)) {
            console.out()
                    .println(DisplayWidth.fit(operator.key(), 24)
                            + console.text("attack.image." + operator.key())
                            + (operator.weak() ? console.text("attack.isWeak") : "") + "  "
                            + operator.levels().stream().map(Level::label).collect(Collectors.joining("  ")));
        }
    }

    private int columns() {
        return console.terminal().out() ? console.terminal().columns() : 0;
    }
}
