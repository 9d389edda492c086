package org.touchstone.benchmarks.register;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.touchstone.benchmarks.invented.Syllables;

/**
 * What a mark of an invented register reads.
 *
 * @param text in Latin letters as the register has it, empty for a figure without words
 * @param han in Chinese characters where the sign shows such, else empty; the register tells only their sound
 * @param sound of the Chinese characters, such as {@code SHAN YUE}
 * @param meaning of the Chinese characters in English
 * @param withFigure whether a figure goes with it
 */
public record InventedMark(String text, String han, String sound, String meaning, boolean withFigure) {
    private static final Syllables SYLLABLES = new Syllables("");
    private static final int MOST_HAN = 4;

    private record Character(String han, String sound, String meaning) {}

    private static final List<Character> CHARACTERS = characters("""
            山 SHAN mountain,水 SHUI water,云 YUN cloud,月 YUE moon,星 XING star,光 GUANG light,金 JIN gold,玉 YU jade,\
            龙 LONG dragon,天 TIAN sky,地 DI earth,春 CHUN spring,秋 QIU autumn,江 JIANG river,海 HAI sea,林 LIN forest,\
            石 SHI stone,花 HUA flower,木 MU wood,东 DONG east,西 XI west,南 NAN south,北 BEI north,安 AN peace,\
            和 HE harmony,顺 SHUN smooth,福 FU fortune,宁 NING calm,华 HUA splendid,丰 FENG rich,泰 TAI safe,兴 XING rise,\
            美 MEI beautiful,雅 YA elegant,清 QING clear,明 MING bright,远 YUAN far,达 DA reach,信 XIN trust,诚 CHENG sincere,\
            德 DE virtue,仁 REN kind,义 YI justice,礼 LI courtesy,智 ZHI wise,思 SI think,念 NIAN remember,乐 LE joy,\
            新 XIN new,老 LAO old,百 BAI hundred,千 QIAN thousand,万 WAN ten thousand,家 JIA home,园 YUAN garden,香 XIANG fragrant,\
            鹿 LU deer,鹤 HE crane,梅 MEI plum,竹 ZHU bamboo,兰 LAN orchid,荷 HE lotus,雪 XUE snow,风 FENG wind""");

    private static final List<String> COMMON = List.of(
            "COFFEE",
            "HOME",
            "SPORT",
            "LABS",
            "FOODS",
            "STUDIO",
            "GARDEN",
            "KITCHEN",
            "OUTDOOR",
            "BABY",
            "PET",
            "TECH",
            "SOLUTIONS",
            "GROUP",
            "DESIGN",
            "BEAUTY",
            "NATURALS",
            "BREWING",
            "TEA",
            "TOYS",
            "WEAR",
            "HEALTH",
            "MEDIA",
            "FARMS",
            "SUPPLY",
            "CO.",
            "PRO",
            "PLUS");

    private static final List<String> OPENINGS = List.of(
            "THE", "MY", "GREEN", "BLUE", "ROYAL", "LITTLE", "WILD", "NORTH", "FIRST", "GOLDEN", "URBAN", "PURE");

    private static final List<String> SLOGANS = List.of(
            "MADE FOR EVERY MORNING",
            "BECAUSE GOOD THINGS TAKE TIME",
            "YOUR NEIGHBOR IN THE KITCHEN",
            "BUILT TO GO FURTHER",
            "SMALL STEPS, BIG DAYS",
            "THE EASY WAY TO CLEAN");

    /** Draws what the mark of a number reads; the same each time. */
    static InventedMark draw(Draw draw) {
        int kind = draw.below(100);
        if (kind < 8) {
            return new InventedMark("", "", "", "", true);
        }
        if (kind < 12) {
            return chinese(draw);
        }
        boolean withFigure = draw.chance(0.2);
        String name = word(draw);
        String text = kind < 50
                ? name
                : kind < 68
                        ? name + " " + draw.of(COMMON)
                        : kind < 76
                                ? draw.of(OPENINGS) + " " + name
                                : kind < 84
                                        ? name + " " + word(draw)
                                        : kind < 89
                                                ? draw.of(OPENINGS) + " " + name + " " + draw.of(COMMON)
                                                : kind < 93
                                                        ? name + " " + draw.between(2, 2000)
                                                        : odd(kind, name, draw);
        return new InventedMark(text, "", "", "", withFigure);
    }

    /** What is neither a name nor a name and words. */
    private static String odd(int kind, String name, Draw draw) {
        String letters = name.substring(0, 1) + word(draw).charAt(0);
        return switch (kind) {
            case 93, 94 -> draw.of(SLOGANS) + (draw.chance(0.5) ? " WITH " + name : "");
            case 95 -> letters + draw.between(2, 99);
            case 96 -> letters.charAt(0) + " & " + letters.charAt(1);
            case 97 -> name + "'S";
            case 98 -> name + ".COM";
            default -> draw.of(COMMON);
        };
    }

    private static InventedMark chinese(Draw draw) {
        StringBuilder han = new StringBuilder();
        StringBuilder sound = new StringBuilder();
        StringBuilder meaning = new StringBuilder();
        for (int left = draw.between(2, MOST_HAN); left > 0; left--) {
            Character one = draw.of(CHARACTERS);
            han.append(one.han);
            sound.append(sound.isEmpty() ? "" : " ").append(one.sound);
            meaning.append(meaning.isEmpty() ? "" : ", ").append(one.meaning);
        }
        String latin =
                draw.below(3) == 0 ? "" : draw.chance(0.5) ? sound.toString().replace(" ", "") : word(draw);
        return new InventedMark(latin, han.toString(), sound.toString(), meaning.toString(), draw.chance(0.6));
    }

    private static String word(Draw draw) {
        return SYLLABLES.latin(draw.random()).toUpperCase(Locale.ROOT);
    }

    private static List<Character> characters(String table) {
        return Arrays.stream(table.split(","))
                .map(entry -> entry.split(" ", 3))
                .map(parts -> new Character(parts[0], parts[1], parts[2]))
                .toList();
    }
}
