package org.touchstone.matcher;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.touchstone.hit.Evidence;
import org.touchstone.listing.Listing;

/**
 * What the words around a sign say about its use: made to fit the brand's goods, second-hand, or a replica by the
 * seller's own slang. Stateless and thread-safe.
 *
 * <p>The weights are judgements of the field's practice, stated here in one place until reviewers' decisions calibrate
 * them: a word that names compatibility makes a lawful reference about thirty times as likely, the trade's own word for
 * replicas a counterfeit ten times.
 */
final class Wording {
    static final String LAWFUL_USE = "lawful-use";
    static final String REPLICA = "replica-wording";
    static final String COMPARISON = "comparison";

    /** Characters before a sign in which a word of compatibility still belongs to it. */
    private static final int REACH = 16;

    private static final double COMPATIBLE = -15;
    private static final double SECOND_HAND = -10;
    private static final double OPEN_REPLICA = 10;
    private static final double COMPARED = 3;

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    /** Must end just before the sign, with nothing but brackets, spaces and other brands' names between. */
    private static final Pattern FITS_BEFORE = Pattern.compile(
            "(?:适用于?|適用於?|适配|適配|兼容|相容|通用于?|配套|专为|可用于"
                    + "|(?<![\\p{L}])(?:for(?: use (?:with|on|in))?|fits?|fitted to|compatible (?:with|for)|suitable for|works with"
                    + "|replacement for|replaces))[\\s:：\"'“‘(（\\[【/、,&+-]*(?:[\\p{L}\\p{N}]{1,12}[\\s/、,&+-]+){0,2}$",
            FLAGS);

    private static final Pattern FITS_AFTER =
            Pattern.compile("^[\\s\\p{L}\\p{N}]{0,6}?(?:适用|適用|通用|可用|兼容|专用配件|[\\s-]*compatible\\b)", FLAGS);

    private static final Pattern REPLICA_WORDS = Pattern.compile(
            "高仿(?!真)|精仿|顶级复刻|一比一|复刻版?(?!盘)|[ａaＡA]\\s?[货貨](?![币])|超[ａaＡA](?![A-Za-z])|莆田(?:鞋|货|纯原)|原单(?!位)"
                    + "|仿品|山寨|过验|(?<![\\d.:])1\\s?[:：比]\\s?1(?![\\d.:])"
                    + "|(?<![\\p{L}])(?:replicas?|super\\s?fakes?|mirror (?:quality|grade)|aaa\\+? (?:quality|grade)|knock-?offs?|(?:ua|rep) quality)(?![\\p{L}])",
            FLAGS);

    private static final Pattern COMPARISON_WORDS =
            Pattern.compile("平替|同款|大牌风|(?<![\\p{L}])(?:dupes?|inspired by|look-?alikes?)(?![\\p{L}])", FLAGS);

    private static final Pattern SECOND_HAND_WORDS = Pattern.compile(
            "二手|闲置|閒置|自用(?=.{0,6}(?:出|转|卖))|中古|(?<![\\p{L}])(?:second[\\s-]?hand|pre-?owned|pre-?loved|used)(?![\\p{L}])",
            FLAGS);

    private Wording() {}

    /** What a listing says of itself, whatever marks it names. */
    static List<Evidence.Circumstance> of(Listing listing) {
        List<Evidence.Circumstance> found = new ArrayList<>();
        add(found, listing, REPLICA_WORDS, REPLICA, OPEN_REPLICA, "the seller's own word for a replica");
        add(found, listing, COMPARISON_WORDS, COMPARISON, COMPARED, "sold by comparison");
        if (listing.condition().equalsIgnoreCase("used")) {
            found.add(new Evidence.Circumstance(LAWFUL_USE, SECOND_HAND, "second-hand: condition is 'used'"));
        } else {
            add(found, listing, SECOND_HAND_WORDS, LAWFUL_USE, SECOND_HAND, "second-hand");
        }
        return found;
    }

    /** What is said beside a mark's signs: that the goods are made to fit. */
    static Optional<Evidence.Circumstance> beside(Listing listing, List<Evidence> signs) {
        Map<String, String> texts = listing.texts();
        for (Evidence sign : signs) {
            String phrase =
                    sign instanceof Evidence.Word word ? compatibility(texts.getOrDefault(word.field(), ""), word) : "";
            if (!phrase.isEmpty()) {
                return Optional.of(new Evidence.Circumstance(LAWFUL_USE, COMPATIBLE, "made to fit: '" + phrase + "'"));
            }
        }
        return Optional.empty();
    }

    private static String compatibility(String text, Evidence.Word sign) {
        if (sign.end() > text.length()) {
            return "";
        }
        int from = Math.max(0, sign.start() - REACH - 24);
        Matcher before = FITS_BEFORE.matcher(text.substring(from, sign.start()));
        if (before.find()) {
            return before.group().strip();
        }
        Matcher after = FITS_AFTER.matcher(text.substring(sign.end(), Math.min(text.length(), sign.end() + REACH)));
        return after.find() ? after.group().strip() : "";
    }

    private static void add(
            List<Evidence.Circumstance> found,
            Listing listing,
            Pattern words,
            String kind,
            double weight,
            String what) {
        for (String text : List.of(listing.title(), listing.description())) {
            Matcher matcher = words.matcher(text);
            if (matcher.find()) {
                found.add(new Evidence.Circumstance(
                        kind, weight, what + ": '" + matcher.group().strip() + "'"));
                return;
            }
        }
    }
}
