package org.touchstone.register;

import com.fasterxml.jackson.databind.node.TextNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.touchstone.mark.Claim;
import org.touchstone.mark.Dates;
import org.touchstone.mark.Goods;
import org.touchstone.mark.Holder;
import org.touchstone.mark.Mark;
import org.touchstone.mark.MarkFeature;
import org.touchstone.mark.MarkKind;
import org.touchstone.mark.Registration;
import org.touchstone.mark.Standing;
import org.touchstone.mark.Status;
import org.touchstone.record.FieldException;
import org.touchstone.table.Grid;

/** One registration in an export of China's register: a row, or one for each of its classes. */
final class CnipaRow {
    /** Between several values in a cell. */
    private static final Pattern BETWEEN = Pattern.compile("[;；|\\n\\r]+\\s*");

    private static final Pattern BETWEEN_CODES = Pattern.compile("[;；,，、|/\\s]+");

    /** The days of {@code 2015年01月07日 至 2025年01月06日}, in any form of {@link Days}. */
    private static final Pattern DAY = Pattern.compile("\\d{4}[-./年]\\d{1,2}[-./月]\\d{1,2}日?|\\b\\d{8}\\b");

    /** What the office calls a mark that has no words. */
    private static final Set<String> NO_WORDS =
            Set.of("图形", "圖形", "图形商标", "圖形商標", "图", "圖", "无", "無", "Device", "Figurative");

    /** A class may have its name behind it: {@code 第25类 服装}, {@code 25-服装}. */
    private static final Pattern CLASS = Pattern.compile("第?\\s*0{0,2}(\\d+)\\s*[类類]?(?:\\D.*)?");

    private static final Pattern NO_DAY = Pattern.compile("[-—/]*");
    private static final Pattern NO_DAYS = Pattern.compile("[-—/至到~\\s]*");
    private static final Pattern IMAGE = Pattern.compile("(?is).*\\.(?:png|jpe?g|gif|webp|bmp|svg)");
    private static final Pattern ADDRESS = Pattern.compile("(?is)(?:https?:)?//.*");

    private final CnipaHead head;
    private final List<Grid.Line> rows;
    private final Notes notes;
    private MarkKind kind = MarkKind.INDIVIDUAL;
    private @Nullable MarkFeature feature;

    CnipaRow(CnipaHead head, List<Grid.Line> rows, Notes notes) {
        this.head = head;
        this.rows = rows;
        this.notes = notes;
    }

    /**
     * @param number by which the office keeps it; empty when the row has none
     * @throws FieldException when it has no number or no sign
     */
    Registration.Builder registration(String office, String number, List<String> pictures) throws FieldException {
        if (number.isEmpty()) {
            throw new FieldException("注册号", "expected the number of the registration or application, found none");
        }
        forms(text(CnipaColumn.KIND));
        forms(text(CnipaColumn.FORM));
        List<Integer> classes = classes(rows, notes);
        Status status = status();
        Dates dates = dates();
        boolean isRegistered = dates.registered() != null || status.standing() == Standing.LIVE;
        String registrationNumber = text(CnipaColumn.REGISTRATION_NUMBER);
        String application = text(CnipaColumn.APPLICATION_NUMBER);
        Registration.Builder registration = Registration.builder(office + "-" + number, mark(pictures))
                .office(office)
                .number(number)
                .applicationNumber(application.isEmpty() ? number : application)
                .registrationNumber(!isRegistered ? "" : registrationNumber.isEmpty() ? number : registrationNumber)
                .kind(kind)
                .niceClasses(classes)
                .goods(goods())
                .similarGroups(codes(CnipaColumn.GROUPS))
                .holders(holders())
                .status(status)
                .dates(dates)
                .priorities(priorities());
        List<String> english = head.texts(rows, CnipaColumn.HOLDER_ENGLISH);
        if (!english.isEmpty() && !text(CnipaColumn.HOLDER).isEmpty()) {
            registration.other("holderEnglish", TextNode.valueOf(String.join("|", english)));
        }
        String addresses =
                String.join("|", images().stream().filter(CnipaRow::isAddress).toList());
        if (!addresses.isEmpty()) {
            registration.other("imageAddress", TextNode.valueOf(addresses));
        }
        return registration;
    }

    private String text(CnipaColumn column) {
        return head.texts(rows, column).stream().findFirst().orElse("");
    }

    private List<String> codes(CnipaColumn column) {
        Set<String> codes = new LinkedHashSet<>();
        for (String text : head.texts(rows, column)) {
            for (String code : BETWEEN_CODES.split(text)) {
                if (!code.isBlank()) {
                    codes.add(code);
                }
            }
        }
        return List.copyOf(codes);
    }

    private Mark mark(List<String> pictures) throws FieldException {
        List<String> images = new ArrayList<>(pictures);
        if (pictures.isEmpty()) {
            images().stream().filter(image -> !isAddress(image)).forEach(images::add);
        }
        String text = text(CnipaColumn.TEXT).replaceAll("\\s+", " ");
        if (NO_WORDS.contains(text) && feature != MarkFeature.WORD) {
            text = "";
            feature = feature == null || feature == MarkFeature.COMBINED ? MarkFeature.FIGURATIVE : feature;
        }
        MarkFeature implied =
                text.isEmpty() ? MarkFeature.FIGURATIVE : images.isEmpty() ? MarkFeature.WORD : MarkFeature.COMBINED;
        MarkFeature known = feature == null ? implied : feature;
        if (text.isEmpty() && images.isEmpty() && (known == MarkFeature.WORD || known == MarkFeature.COMBINED)) {
            throw new FieldException("商标名称", "expected the words of the mark or a picture, found neither");
        }
        return new Mark(known, text, "", List.of(), List.of(), List.of(), images, codes(CnipaColumn.VIENNA));
    }

    private List<String> images() {
        List<String> images = new ArrayList<>();
        for (String cell : head.texts(rows, CnipaColumn.IMAGES)) {
            for (String image : BETWEEN.split(cell)) {
                if (!image.isBlank()
                        && (isAddress(image) || IMAGE.matcher(image).matches())) {
                    images.add(image.strip().replace('\\', '/'));
                }
            }
        }
        return images;
    }

    private static boolean isAddress(String image) {
        return ADDRESS.matcher(image).matches();
    }

    /** Kind and feature; portals put either under either heading. */
    private void forms(String said) {
        String plain = CnipaColumn.plain(said);
        if (plain.contains("地理标志")) {
            kind = MarkKind.GEOGRAPHICAL_INDICATION;
        } else if (plain.contains("集体") || plain.contains("collective")) {
            kind = MarkKind.COLLECTIVE;
        } else if (plain.contains("证明") || plain.contains("certification")) {
            kind = MarkKind.CERTIFICATION;
        }
        MarkFeature found = null;
        if (plain.contains("立体") || plain.contains("三维") || plain.contains("threedimensional")) {
            found = MarkFeature.SHAPE;
        } else if (plain.contains("颜色") || plain.contains("colour") || plain.contains("color")) {
            found = MarkFeature.COLOUR;
        } else if (plain.contains("声音") || plain.contains("sound")) {
            found = MarkFeature.SOUND;
        } else if (plain.contains("位置")) {
            found = MarkFeature.POSITION;
        } else if (plain.contains("组合")
                || plain.contains("图文")
                || plain.contains("文字") && plain.contains("图形")
                || plain.contains("combined")) {
            found = MarkFeature.COMBINED;
        } else if (plain.contains("图形") || plain.contains("figurative")) {
            found = MarkFeature.FIGURATIVE;
        } else if (plain.contains("文字") || plain.contains("字母") || plain.contains("数字") || plain.equals("word")) {
            found = MarkFeature.WORD;
        }
        feature = found == null ? feature : found;
    }

    private List<Integer> classes(List<Grid.Line> of, Notes into) {
        List<String> classes = new ArrayList<>();
        for (String cell : head.texts(of, CnipaColumn.CLASSES)) {
            for (String one : BETWEEN_CODES.split(cell)) {
                Matcher number = CLASS.matcher(one);
                if (number.matches()) {
                    classes.add(number.group(1));
                } else if (one.matches(".*\\d.*")) {
                    classes.add(one);
                }
            }
        }
        return NiceNumbers.read(classes, "国际分类", into);
    }

    private List<Goods> goods() {
        Set<Goods> goods = new LinkedHashSet<>();
        for (Grid.Line row : rows) {
            String text = head.text(row, CnipaColumn.GOODS);
            if (!text.isEmpty()) {
                List<Integer> own = classes(List.of(row), new Notes("", notes.folder(), 0)); // those were noted already
                boolean chinese = text.codePoints().anyMatch(Character::isIdeographic);
                goods.add(new Goods(own.size() == 1 ? own.get(0) : 0, chinese ? "zh" : "", text));
            }
        }
        return List.copyOf(goods);
    }

    private List<Holder> holders() {
        List<String> names = head.texts(rows, CnipaColumn.HOLDER);
        if (names.isEmpty()) {
            names = head.texts(rows, CnipaColumn.HOLDER_ENGLISH);
        }
        Set<String> all = new LinkedHashSet<>();
        for (String cell : names) {
            all.addAll(List.of(BETWEEN.split(cell)));
        }
        for (String cell : head.texts(rows, CnipaColumn.CO_HOLDERS)) {
            for (String name : BETWEEN.split(cell)) {
                if (!Set.of("是", "否", "无", "-", "--").contains(name.strip())) {
                    all.add(name);
                }
            }
        }
        return all.stream()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(Holder::of)
                .toList();
    }

    private Status status() {
        return CnipaStatus.of(text(CnipaColumn.STATUS), day(CnipaColumn.STATUS_DATE));
    }

    private @Nullable LocalDate day(CnipaColumn column) {
        return day(text(column), column);
    }

    private @Nullable LocalDate day(String text, CnipaColumn column) {
        String field = head.heading(column);
        return NO_DAY.matcher(text).matches() ? null : Days.read(text, field, notes);
    }

    private Dates dates() {
        LocalDate registered = day(CnipaColumn.REGISTERED);
        LocalDate from = day(CnipaColumn.TERM_FROM);
        LocalDate to = day(CnipaColumn.EXPIRES);
        String term = text(CnipaColumn.TERM);
        Matcher days = DAY.matcher(term);
        List<String> found = new ArrayList<>();
        while (days.find()) {
            found.add(days.group());
        }
        if (found.size() == 2) {
            from = from == null ? day(found.get(0), CnipaColumn.TERM) : from;
            to = to == null ? day(found.get(1), CnipaColumn.TERM) : to;
        } else if (found.size() == 1) {
            to = to == null ? day(found.get(0), CnipaColumn.TERM) : to;
        } else if (!NO_DAYS.matcher(term).matches()) {
            notes.add(
                    "专用权期限",
                    "expected two days such as 2015-01-07 至 2025-01-06, found '" + Notes.shortened(term)
                            + "'; left empty",
                    term);
        }
        boolean isRenewed = registered != null && from != null && from.isAfter(registered.plusYears(1));
        return new Dates(
                day(CnipaColumn.FILED),
                day(CnipaColumn.PUBLISHED),
                null,
                null,
                registered == null ? from : registered,
                isRenewed ? from : null,
                to,
                null,
                null);
    }

    private List<Claim> priorities() {
        LocalDate day = day(CnipaColumn.PRIORITY_DATE);
        String number = text(CnipaColumn.PRIORITY_NUMBER);
        String office = text(CnipaColumn.PRIORITY_OFFICE);
        return day == null && number.isEmpty() ? List.of() : List.of(new Claim(OfficeNames.code(office), number, day));
    }
}
