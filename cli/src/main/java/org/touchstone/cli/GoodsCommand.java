package org.touchstone.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.concurrent.Callable;
import org.touchstone.listing.Listing;
import org.touchstone.matcher.goods.NamedGoods;
import org.touchstone.matcher.goods.NiceHeadings;
import org.touchstone.matcher.goods.OfferedGoods;
import org.touchstone.matcher.goods.SimilarGroups;
import org.touchstone.record.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says which classes and similar groups an offer is likely to fall into, and by which of its words. */
@Command(name = "goods")
final class GoodsCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "TEXT", descriptionKey = "text")
    private String text;

    @Option(names = "--category", paramLabel = "CATEGORY")
    private String category = "";

    @Option(names = "--json")
    private boolean json;

    GoodsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        OfferedGoods goods = OfferedGoods.of(
                Listing.builder("goods").title(text).category(category).build());
        if (json) {
            console.out().println(Json.line(asJson(goods)));
        } else {
            goods.classes().forEach(nice -> print(nice, goods));
        }
        if (goods.reasons().isEmpty()) {
            console.say("goods.none");
        }
        return ExitCode.DONE;
    }

    private void print(int nice, OfferedGoods goods) {
        Locale locale = console.language().locale();
        console.out().println(console.text("goods.class", nice, NiceHeadings.of(nice, locale)));
        for (String group : groupsIn(nice, goods.groups())) {
            console.out()
                    .println(console.text(
                            "goods.group",
                            group,
                            SimilarGroups.name(group, locale).orElse("")));
            goods.reasons().stream()
                    .filter(one -> one.goods().groups().contains(group))
                    .forEach(one -> console.out().println("    " + word(one)));
        }
        goods.reasons().stream()
                .filter(one -> one.goods().classes().contains(nice)
                        && groupsIn(nice, one.goods().groups()).isEmpty())
                .forEach(one -> console.out().println("  " + console.text("goods.noGroup", word(one))));
    }

    private String word(NamedGoods one) {
        return console.text("goods." + one.place().name().toLowerCase(Locale.ROOT), one.word());
    }

    private static List<String> groupsIn(int nice, SortedSet<String> groups) {
        return groups.stream()
                .filter(group -> SimilarGroups.classOf(group) == nice)
                .toList();
    }

    private static ObjectNode asJson(OfferedGoods goods) {
        ObjectNode node = Json.object();
        ArrayNode classes = node.putArray("classes");
        for (int nice : goods.classes()) {
            ObjectNode one = classes.addObject().put("class", nice);
            for (Language language : Language.values()) {
                one.put(language.toString(), NiceHeadings.of(nice, language.locale()));
            }
        }
        ArrayNode groups = node.putArray("groups");
        for (String group : goods.groups()) {
            ObjectNode one = groups.addObject().put("group", group);
            for (Language language : Language.values()) {
                SimilarGroups.name(group, language.locale()).ifPresent(name -> one.put(language.toString(), name));
            }
            texts(one.putArray("crossSearched"), SimilarGroups.crossSearched(group));
        }
        ArrayNode reasons = node.putArray("reasons");
        for (NamedGoods named : goods.reasons()) {
            ObjectNode one = reasons.addObject()
                    .put("word", named.word())
                    .put("where", named.place().name().toLowerCase(Locale.ROOT));
            named.goods().classes().forEach(one.putArray("classes")::add);
            texts(one.putArray("groups"), named.goods().groups());
        }
        return node;
    }

    private static void texts(ArrayNode array, Collection<String> values) {
        values.forEach(array::add);
    }
}
