package org.touchstone.cli.report;

import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;
import org.touchstone.hit.Box;
import org.touchstone.hit.Evidence;
import org.touchstone.hit.Hit;
import org.touchstone.hit.Outlook;
import org.touchstone.hit.Versions;
import org.touchstone.listing.CaptureRef;
import org.touchstone.listing.Listing;
import org.touchstone.listing.ListingKind;
import org.touchstone.listing.LiveMoment;
import org.touchstone.listing.Price;
import org.touchstone.listing.Seller;
import org.touchstone.mark.Goods;
import org.touchstone.mark.Mark;
import org.touchstone.mark.MarkFeature;
import org.touchstone.mark.MarkKind;
import org.touchstone.mark.Registration;
import org.touchstone.record.Formats;
import org.touchstone.record.RecordWriter;

/** Entries of fictional brands for tests, and for looking at: {@code main FOLDER [COUNT]} writes the reports. */
final class Samples {
    static final Versions VERSIONS = new Versions("0.1.0", "9f3c21d07a", "none", "2026-11");
    static final Instant STARTED = Instant.parse("2026-11-23T08:00:00Z");
    static final String HOSTILE =
            "</script><script>window.pwned=1</script><img src=x onerror=window.pwned=1> \u202Egnp.exe\u202C "
                    + "'\"&amp;<!-- ]]> AURORlS \uD83D\uDE00 \uD83D x\u200By\u0000\u0007 \u2028 𠮷镕㍿👟";

    private static final Registration AURORIS = registration(
            "CN-30011234",
            "CN",
            "30011234",
            mark(MarkFeature.COMBINED, "AURORIS 奥若丽"),
            "奥若丽（厦门）户外用品有限公司",
            List.of(18, 25),
            "已注册",
            "auroris",
            MarkKind.INDIVIDUAL);
    private static final Registration KESTREL = registration(
            "EM-018455901",
            "EM",
            "018455901",
            mark(MarkFeature.WORD, "KESTREL & PINE 隼松"),
            "Kestrel & Pine Trading Ltd",
            List.of(20, 21, 35),
            "Registered",
            "kestrel-pine",
            MarkKind.INDIVIDUAL);
    private static final Registration SHANYIN = registration(
            "CN-51200077",
            "CN",
            "51200077",
            mark(MarkFeature.WORD, "山隐茶"),
            "山隐县茶叶行业协会",
            List.of(30),
            "撤销",
            "shanyin",
            MarkKind.GEOGRAPHICAL_INDICATION);

    private final Path folder;

    private Samples(Path folder) {
        this.folder = folder;
    }

    /** Five entries, whose pictures are drawn into the folder. */
    static List<ReportEntry> in(Path folder) throws IOException {
        Samples samples = new Samples(folder);
        samples.draw();
        return List.of(samples.counterfeit(), samples.live(), samples.hostile(), samples.lawful(), samples.broken());
    }

    static ReportSummary summary(long hits) {
        return new ReportSummary(
                List.of("marks.csv", "crawl/listings.jsonl"),
                7_406,
                40_036,
                hits,
                3,
                VERSIONS,
                STARTED,
                41.7,
                "touchstone scan --marks marks.csv crawl/listings.jsonl --report report.html");
    }

    private ReportEntry counterfeit() throws IOException {
        String title = "2026新款 AUR0RlS 奥若俪 户外双肩包 防水徒步登山包 35L 大容量 复刻1:1 Auroris同款";
        Listing listing = Listing.builder("shop-a:88200190012345678")
                .url("https://shop-a.example/item/88200190012345678?spm=a1z10")
                .marketplace("shop-a")
                .title(title)
                .brand("AUR0RlS")
                .description("厂家直销，一比一复刻，Auroris 同款面料。" + "细节请看图，支持七天无理由退货，满两件包邮。".repeat(12)
                        + "logo 采用金属铭牌，与 AURORIS 专柜一致，支持验货。" + "欢迎加微信咨询。".repeat(20))
                .category("户外 > 背包")
                .price(new Price(new BigDecimal("89.00"), "CNY"))
                .condition("new")
                .seller(new Seller("u_77120", "晨星户外旗舰小店", "福建 莆田"))
                .images(List.of("img/bag.jpg"))
                .attributes(Map.of("材质", "尼龙", "品牌", "AUR0RlS/奥若俪"))
                .capturedAt(Instant.parse("2026-11-22T23:14:07Z"))
                .capture(new CaptureRef("warc/0003.warc.gz", 182_734, "9c".repeat(32)))
                .build();
        List<Evidence> evidence = List.of(
                new Evidence.Picture(
                        "logo",
                        "img/bag.jpg",
                        new Box(612, 566, 176, 150),
                        "marks/auroris.png",
                        0.91,
                        List.of("embedding", "geometry"),
                        15.0,
                        "23 of 31 details agree"),
                word("title", title, "AUR0RlS", "AURORIS", 0.94, "confusable", 6.1),
                word("title", title, "奥若俪", "奥若丽", 0.9, "pinyin", 4.2),
                new Evidence.Word(
                        "word", "attributes.品牌", 0, 7, "AUR0RlS", "AURORIS", 0.94, List.of("confusable"), 1, ""),
                word("title", title, "Auroris", "AURORIS", 1, "folded", 0.5),
                new Evidence.Circumstance("replica-wording", 8.0, "the seller's own word for a replica: '复刻1:1'"),
                new Evidence.Circumstance("price", 4.0, "1/9 of the median of 212 offers"));
        return entry(1, Outlook.COUNTERFEIT, "auroris", listing, AURORIS, evidence, thumbnail("marks/auroris.png"));
    }

    private ReportEntry live() throws IOException {
        String title = "Hand-thrown mug “K3STREL and PlNE” style, set of 4, gift box";
        Listing listing = Listing.builder("live-b:R1:0042")
                .url("https://live.example/r/R1")
                .marketplace("live-b")
                .kind(ListingKind.LIVE)
                .title(title)
                .price(new Price(new BigDecimal("24.5"), "EUR"))
                .seller(new Seller("", "Nordlicht Home", "Porto"))
                .images(List.of("img/mug.png", "img/second.jpg"))
                .capturedAt(Instant.parse("2026-11-23T07:58:00Z"))
                .live(new LiveMoment("R1", "Mia", Instant.parse("2026-11-23T07:57:31Z")))
                .build();
        List<Evidence> evidence = List.of(
                word("title", title, "K3STREL and PlNE", "KESTREL & PINE", 0.88, "confusable", 9.2),
                new Evidence.Picture(
                        "copy",
                        "img/mug.png",
                        new Box(0, 0, 300, 420),
                        "marks/cup.png",
                        0.83,
                        List.of("hash"),
                        3.4,
                        ""),
                new Evidence.Picture(
                        "logo",
                        "img/second.jpg",
                        new Box(20, 30, 60, 60),
                        "marks/cup.png",
                        0.71,
                        List.of("embedding"),
                        0.6,
                        ""),
                new Evidence.Circumstance("comparison", -4.5, "sold by comparison: 'style'"));
        return entry(2, Outlook.UNCLEAR, "kestrel-pine", listing, KESTREL, evidence, new byte[0]);
    }

    private ReportEntry hostile() {
        String title = HOSTILE + " " + "W".repeat(180) + " AURORlS ending";
        Listing listing = Listing.builder("shop-c:<b>1</b>")
                .url("javascript:window.pwned=1")
                .marketplace("\"><script>window.pwned=1</script>")
                .title(title)
                .brand("=HYPERLINK(\"https://evil.example\",\"click\")")
                .description(HOSTILE.repeat(3))
                .seller(new Seller("-2+3+cmd|' /C calc'!A0", "@SUM(1+9)*cmd|' /C calc'!A0", "\uFF1D1+1"))
                .price(new Price(new BigDecimal("1E+3"), "<i>"))
                .images(List.of("../../etc/passwd"))
                .attributes(Map.of("<u>x</u>", HOSTILE))
                .build();
        List<Evidence> evidence = List.of(
                word("title", title, "AURORlS", "AURORIS", 0.97, "<script>window.pwned=1</script>", 7.7),
                new Evidence.Word("word", "title", 5, 100_000, HOSTILE, "AURORIS", 0.5, List.of("exact"), 0.0, ""),
                new Evidence.Word(
                        "word", "attributes.<u>x</u>", 2, 9, HOSTILE, "AURORIS", 0.5, List.of("exact"), 0.5, ""),
                new Evidence.Circumstance("on<script>", 1.1, HOSTILE));
        return entry(3, Outlook.INFRINGEMENT, "auroris", listing, AURORIS, evidence, new byte[0]);
    }

    private ReportEntry lawful() {
        String title = "Replacement shoulder strap for Auroris backpacks (not the brand's own)";
        Listing listing = Listing.builder("shop-a:4100")
                .url("http://shop-a.example/item/4100")
                .marketplace("shop-a")
                .title(title)
                .price(new Price(new BigDecimal("7"), "USD"))
                .seller(new Seller("s9", "Strap & Buckle Co.", "Leeds"))
                .attributes(Map.of("Fits", "Auroris 35L"))
                .capturedAt(Instant.parse("2026-11-21T10:00:00Z"))
                .build();
        List<Evidence> evidence = List.of(
                new Evidence.Circumstance("lawful-use", -9.0, "made to fit: 'for'"),
                word("title", title, "Auroris", "AURORIS", 1, "folded", 2.5));
        return entry(4, Outlook.LAWFUL_USE, "auroris", listing, AURORIS, evidence, new byte[0]);
    }

    private ReportEntry broken() {
        String title = "正宗山隐茶 明前特级 散装 500g";
        Listing listing = Listing.builder("shop-d:7")
                .url("https://shop-d.example/7")
                .title(title)
                .images(List.of("img/cut.jpg"))
                .price(new Price(new BigDecimal("39.90"), "CNY"))
                .build();
        List<Evidence> evidence = List.of(word("title", title, "山隐茶", "山隐茶", 1, "exact", 3.0));
        return entry(5, Outlook.UNCLEAR, "shanyin", listing, SHANYIN, evidence, new byte[] {1, 2, 3});
    }

    private ReportEntry entry(
            int rank,
            Outlook outlook,
            String brand,
            Listing listing,
            Registration registration,
            List<Evidence> evidence,
            byte[] thumbnail) {
        double sum = -6 + evidence.stream().mapToDouble(Evidence::weight).sum();
        double score = 1 / (1 + Math.pow(10, -sum / 10));
        Hit hit = new Hit(rank, score, listing.id(), registration.id(), brand, outlook, evidence, VERSIONS);
        return new ReportEntry(hit, listing, folder, registration, thumbnail);
    }

    private static Evidence.Word word(
            String field, String text, String quote, String against, double similarity, String how, double weight) {
        int at = text.indexOf(quote);
        return new Evidence.Word(
                "word", field, at, at + quote.length(), quote, against, similarity, List.of(how), weight, "");
    }

    private static Mark mark(MarkFeature feature, String text) {
        return new Mark(feature, text, "", List.of(), List.of(), List.of(), List.of(), List.of());
    }

    private static Registration registration(
            String id,
            String office,
            String number,
            Mark mark,
            String holder,
            List<Integer> classes,
            String status,
            String brand,
            MarkKind kind) {
        return Registration.builder(id, mark)
                .office(office)
                .number(number)
                .kind(kind)
                .niceClasses(classes)
                .goods(List.of(Goods.of("背包；登山杖"), Goods.of("clothing for hiking")))
                .holder(holder)
                .status(status)
                .dates(LocalDate.of(2018, 3, 1), LocalDate.of(2019, 1, 7), LocalDate.of(2029, 1, 6))
                .brand(brand)
                .build();
    }

    private byte[] thumbnail(String name) throws IOException {
        return Files.readAllBytes(folder.resolve(name));
    }

    private void draw() throws IOException {
        write("img/bag.jpg", "jpg", bag());
        write("img/mug.png", "png", mug());
        write("img/second.jpg", "jpg", mug());
        write("marks/auroris.png", "png", emblem(400));
        Files.write(folder.resolve("img/cut.jpg"), "no picture".getBytes(StandardCharsets.UTF_8));
    }

    private void write(String name, String format, BufferedImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, format, bytes);
        Path file = folder.resolve(name);
        Files.createDirectories(java.util.Objects.requireNonNull(file.getParent()));
        Files.write(file, bytes.toByteArray());
    }

    private static Graphics2D pen(BufferedImage image) {
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        return pen;
    }

    private static BufferedImage bag() {
        BufferedImage image = new BufferedImage(1200, 1000, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = pen(image);
        pen.setPaint(new GradientPaint(0, 0, new Color(0xd9dfe3), 0, 1000, new Color(0x9fb0b6)));
        pen.fillRect(0, 0, 1200, 1000);
        pen.setPaint(new GradientPaint(300, 0, new Color(0x2f4a3c), 900, 0, new Color(0x3f6a53)));
        pen.fillRoundRect(330, 140, 560, 760, 180, 180);
        pen.setColor(new Color(0x274034));
        pen.fillRoundRect(390, 480, 440, 360, 90, 90);
        pen.fillRoundRect(520, 60, 180, 120, 90, 90);
        pen.drawImage(emblem(150), 625, 566, 150, 150, null);
        pen.dispose();
        return image;
    }

    private static BufferedImage mug() {
        BufferedImage image = new BufferedImage(600, 420, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = pen(image);
        pen.setPaint(new GradientPaint(0, 0, new Color(0xf3ebe0), 0, 420, new Color(0xd8c7b2)));
        pen.fillRect(0, 0, 600, 420);
        pen.setColor(new Color(0x7d8f94));
        pen.fillRoundRect(160, 90, 220, 260, 40, 40);
        pen.setColor(Color.WHITE);
        pen.setFont(new Font(Font.SERIF, Font.BOLD, 30));
        pen.drawString("K3STREL", 195, 230);
        pen.dispose();
        return image;
    }

    /** A star over a ridge, the emblem of a brand that does not exist. */
    private static BufferedImage emblem(int side) {
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = pen(image);
        pen.scale(side / 100.0, side / 100.0);
        pen.setColor(new Color(0xf2efe6));
        pen.fill(new Ellipse2D.Double(2, 2, 96, 96));
        pen.setColor(new Color(0x1d4568));
        Path2D ridge = new Path2D.Double();
        ridge.moveTo(12, 74);
        ridge.lineTo(38, 44);
        ridge.lineTo(52, 60);
        ridge.lineTo(66, 40);
        ridge.lineTo(88, 74);
        ridge.closePath();
        pen.fill(ridge);
        pen.setColor(new Color(0xc8882a));
        Path2D star = new Path2D.Double();
        for (int i = 0; i < 10; i++) {
            double angle = Math.PI * i / 5 - Math.PI / 2;
            double radius = i % 2 == 0 ? 15 : 6;
            double x = 50 + radius * Math.cos(angle);
            double y = 26 + radius * Math.sin(angle);
            if (i == 0) {
                star.moveTo(x, y);
            } else {
                star.lineTo(x, y);
            }
        }
        star.closePath();
        pen.fill(star);
        pen.dispose();
        return image;
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        List<ReportEntry> entries = new ArrayList<>(in(folder));
        int count = arguments.length > 1 ? Integer.parseInt(arguments[1]) : entries.size();
        for (int i = entries.size(); i < count; i++) {
            ReportEntry base = entries.get(i % 5);
            entries.add(new ReportEntry(
                    base.hit().withRank(i + 1L),
                    base.listing(),
                    base.listingFolder(),
                    base.registration(),
                    base.markThumbnail()));
        }
        try (RecordWriter<Hit> hits = RecordWriter.create(folder.resolve("hits.jsonl"), Formats.HIT);
                RecordWriter<Listing> listings =
                        RecordWriter.create(folder.resolve("listings.jsonl"), Formats.LISTING)) {
            for (ReportEntry entry : entries) {
                hits.write(entry.hit());
                listings.write(entry.listing());
            }
            hits.commit();
            listings.commit();
        }
        for (String ending : new String[] {"html", "csv", "xlsx"}) {
            long from = System.nanoTime();
            Path file = folder.resolve("report." + ending);
            Reports.forFile(file).write(file, summary(count), entries, null);
            System.out.printf(
                    Locale.ROOT, "%s %d bytes %d ms%n", file, Files.size(file), (System.nanoTime() - from) / 1_000_000);
        }
    }
}
