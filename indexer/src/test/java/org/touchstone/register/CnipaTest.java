package org.touchstone.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.touchstone.mark.Claim;
import org.touchstone.mark.Goods;
import org.touchstone.mark.MarkFeature;
import org.touchstone.mark.MarkKind;
import org.touchstone.mark.Registration;
import org.touchstone.mark.Standing;
import org.touchstone.mark.Status;

class CnipaTest {
    private static final String FULL = """
            注册号/申请号,商标名称,国际分类,类似群,商品/服务,申请人名称(中文),申请人名称(英文),申请日期,初审公告日期,注册公告日期,专用权期限,优先权日期,商标类型,商标形式,图形要素编码,商标状态,代理机构
            70000001,山隐茶,第30类,3002;3003,茶;茶饮料,山隐茶业有限公司,Shanyin Tea Co.,2013-05-06,2014-10-06,2015-01-07,2015年01月07日 至 2025年01月06日,2013年01月02日,集体,文字,,已注册,甲代理
            """;

    @TempDir
    private Path folder;

    private RegisterRun read(String name, String text, Charset charset) throws IOException {
        return RegisterRun.of(Files.write(folder.resolve(name), text.getBytes(charset)));
    }

    private RegisterRun read(String text) throws IOException {
        return read("marks.csv", text, StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GBK", "GB18030", "UTF-16"})
    void everyColumnIsMapped(String charset) throws IOException {
        RegisterRun run = read("导出.txt", FULL, Charset.forName(charset));

        Registration mark = run.only();
        assertThat(run.rejections()).isEmpty();
        assertThat(mark.id()).isEqualTo("CN-70000001");
        assertThat(mark.office()).isEqualTo("CN");
        assertThat(mark.number()).isEqualTo("70000001");
        assertThat(mark.applicationNumber()).isEqualTo("70000001");
        assertThat(mark.registrationNumber()).isEqualTo("70000001");
        assertThat(mark.mark().text()).isEqualTo("山隐茶");
        assertThat(mark.mark().feature()).isEqualTo(MarkFeature.WORD);
        assertThat(mark.kind()).isEqualTo(MarkKind.COLLECTIVE);
        assertThat(mark.niceClasses()).containsExactly(30);
        assertThat(mark.similarGroups()).containsExactly("3002", "3003");
        assertThat(mark.goods()).containsExactly(new Goods(30, "zh", "茶;茶饮料"));
        assertThat(mark.holder()).isEqualTo("山隐茶业有限公司");
        assertThat(mark.other().get("holderEnglish").asText()).isEqualTo("Shanyin Tea Co.");
        assertThat(mark.other().get("代理机构").asText()).isEqualTo("甲代理");
        assertThat(mark.dates().filed()).isEqualTo(LocalDate.of(2013, 5, 6));
        assertThat(mark.dates().published()).isEqualTo(LocalDate.of(2014, 10, 6));
        assertThat(mark.dates().registered()).isEqualTo(LocalDate.of(2015, 1, 7));
        assertThat(mark.dates().renewed()).isNull();
        assertThat(mark.dates().expires()).isEqualTo(LocalDate.of(2025, 1, 6));
        assertThat(mark.priorities()).containsExactly(new Claim("", "", LocalDate.of(2013, 1, 2)));
        assertThat(mark.status()).isEqualTo(new Status("已注册", Standing.LIVE, null, false));
    }

    @ParameterizedTest
    @CsvSource({
        "註冊號,商標名稱,國際分類,申請人,CN-1",
        "申请号,商标,类别,注册人,CN-1",
        "商标注册号,商标名称,尼斯分类,权利人,CN-1",
    })
    void headingsInOtherWords(String number, String text, String classes, String holder, String id) throws IOException {
        Registration mark = read(String.join(",", number, text, classes, holder) + "\n1,山隐,25,甲\n")
                .only();

        assertThat(mark.id()).isEqualTo(id);
        assertThat(mark.mark().text()).isEqualTo("山隐");
        assertThat(mark.niceClasses()).containsExactly(25);
        assertThat(mark.holder()).isEqualTo("甲");
    }

    @Test
    void headingsInEnglishNeedTheOffice() throws IOException {
        String head = "Registration No.\tTrade mark\tNice class\tOwner\tStatus\tOffice\n";
        RegisterRun run = read(
                "owned.tsv",
                head + "1\tNUVIMO\t9, 35\tNuvimo Ltd\tRegistered\tEUIPO\n2\tNUVIMO\t9\tNuvimo Ltd\tExpired\t中国\n"
                        + "3\tNUVIMO\t9\tNuvimo Ltd\tRegistered\t\n",
                StandardCharsets.UTF_8);

        assertThat(run.ids()).containsExactly("EM-1", "CN-2");
        assertThat(run.registrations().get(0).niceClasses()).containsExactly(9, 35);
        assertThat(run.registrations().get(1).standing()).isEqualTo(Standing.DEAD);
        assertThat(run.rejections()).hasSize(1);
        assertThat(run.rejections().get(0).toString()).contains("owned.tsv:4: office: expected");
    }

    @Test
    void headingsInEnglishWithoutAnOfficeAreRefusedOnce() {
        assertThatThrownBy(() -> read("Registration No.,Trademark\n1,NUVIMO\n2,MOHE\n"))
                .isInstanceOf(NoRegisterException.class)
                .hasMessageContaining("without a column 'Office'");
    }

    @Test
    void headingsMayStandBelowATitle() throws IOException {
        RegisterRun run = read("某公司商标清单,,\n导出时间：2026-01-01,,\n\n注册号,商标名称,类别\n1,山隐,25\n注册号,商标名称,类别\n2,墨河,26\n");

        assertThat(run.ids()).containsExactly("CN-1", "CN-2");
        assertThat(run.rejections()).isEmpty();
    }

    @Test
    void rowsOfOneNumberThatFollowEachOtherAreOneRegistration() throws IOException {
        RegisterRun run = read("""
                注册号,商标名称,类别,商品,类似群
                1,山隐,25,服装,2501
                1,山隐,35,广告,3501
                2,墨河,25,鞋,2507
                1,山隐,41,教育,4101
                """);

        assertThat(run.ids()).containsExactly("CN-1", "CN-2", "CN-1");
        assertThat(run.registrations().get(0).niceClasses()).containsExactly(25, 35);
        assertThat(run.registrations().get(0).goods())
                .containsExactly(new Goods(25, "zh", "服装"), new Goods(35, "zh", "广告"));
        assertThat(run.registrations().get(0).similarGroups()).containsExactly("2501", "3501");
    }

    @ParameterizedTest
    @CsvSource({
        "已注册,LIVE,false",
        "注册,LIVE,false",
        "註冊,LIVE,false",
        "宽展期,LIVE,false",
        "撤销/无效宣告申请审查中,LIVE,false",
        "注册公告,LIVE,false",
        "续展中,LIVE,false",
        "申请中,PENDING,false",
        "等待实质审查,PENDING,false",
        "驳回复审中,PENDING,false",
        "等待驳回复审,PENDING,false",
        "初审公告,PENDING,false",
        "异议中,PENDING,true",
        "驳回,DEAD,false",
        "无效,DEAD,false",
        "已无效,DEAD,false",
        "注销,DEAD,false",
        "撤销,DEAD,false",
        "商标无效,DEAD,false",
        "期满未续展注销,DEAD,false",
        "已销亡,DEAD,false",
        "不予受理,DEAD,false",
        "撤回,DEAD,false",
        "未知,UNKNOWN,false",
        "LIVE/REGISTRATION/Issued and Active,LIVE,false",
        "LIVE/APPLICATION/Opposition Pending,PENDING,true"
    })
    void statuses(String word, Standing standing, boolean opposed) {
        Status status = CnipaStatus.of(word, null);

        assertThat(status).isEqualTo(new Status(word, standing, null, opposed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2025年01月06日至2035年01月06日", "2025-01-06~2035-01-06", "2025.1.6 - 2035.1.6", "20250106-20350106"})
    void laterTermsAreRenewals(String term) throws IOException {
        Registration mark =
                read("注册号,商标,注册日期,专用权期限\n1,山隐,2015-01-07," + term + "\n").only();

        assertThat(mark.dates().registered()).isEqualTo(LocalDate.of(2015, 1, 7));
        assertThat(mark.dates().renewed()).isEqualTo(LocalDate.of(2025, 1, 6));
        assertThat(mark.dates().expires()).isEqualTo(LocalDate.of(2035, 1, 6));
    }

    @Test
    void dirtyPartsAreNamedAndLeftOut() throws IOException {
        RegisterRun run =
                read("注册号,商标名称,类别,申请日期\n1,山隐,46,2015-02-30\n,墨河,25,2015-02-03\n3,,25,\n4,青禾,25,\n5,甲,乙,丙,丁,戊\n");

        assertThat(run.ids()).containsExactly("CN-1", "CN-3", "CN-4");
        assertThat(run.rejections().stream().map(Object::toString))
                .anyMatch(text -> text.contains("marks.csv:2: 国际分类: expected a class from 1 to 45, found '46'"))
                .anyMatch(text -> text.contains("marks.csv:2: 申请日期: expected a day"))
                .anyMatch(text -> text.contains("marks.csv:3: 注册号: expected the number"))
                .anyMatch(text -> text.contains("marks.csv:6") && text.contains("quotes"))
                .hasSize(4);
    }

    @Test
    void aMarkOfNoWordsIsFigurative() throws IOException {
        Registration mark = read("注册号,商标名称,图片,商标类型\n1,图形,a.png,一般\n").only();

        assertThat(mark.mark().text()).isEmpty();
        assertThat(mark.mark().feature()).isEqualTo(MarkFeature.FIGURATIVE);
        assertThat(mark.mark().images()).containsExactly("a.png");
    }

    @Test
    void imagesLieBesideByNumberOrName() throws IOException {
        Files.createDirectories(folder.resolve("images"));
        Files.write(folder.resolve("images/70000001.PNG"), new byte[] {1});
        Files.write(folder.resolve("images/logo.png"), new byte[] {1});
        Files.write(folder.resolve("2.jpg"), new byte[] {1});
        RegisterRun run = read("""
                注册号,商标名称,商标形式,商标图样
                70000001,图形,图形,
                2,墨河,组合,
                3,青禾,组合,logo.png
                4,山隐,组合,https://example.org/4.png
                5,山隐,文字,
                """);

        assertThat(run.registrations())
                .extracting(mark -> String.join(",", mark.mark().images()))
                .containsExactly("images/70000001.PNG", "2.jpg", "images/logo.png", "", "");
        assertThat(run.registrations().get(3).other().get("imageAddress").asText())
                .isEqualTo("https://example.org/4.png");
    }

    @Test
    void embeddedPicturesOfCellsBecomeImages() throws IOException {
        Path file = folder.resolve("marks.xlsx");
        String types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            put(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns:r=\"" + types + "\"><sheets><sheet name=\"S\" r:id=\"r1\"/></sheets></workbook>");
            put(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships><Relationship Id=\"r1\" Type=\"x/worksheet\" Target=\"s.xml\"/>"
                            + "<Relationship Id=\"r2\" Type=\"x/cellImage\" Target=\"cellimages.xml\"/></Relationships>");
            put(
                    zip,
                    "xl/cellimages.xml",
                    "<c xmlns:r=\"" + types + "\"><cNvPr name=\"ID_1\"/><blip r:embed=\"p1\"/></c>");
            put(
                    zip,
                    "xl/_rels/cellimages.xml.rels",
                    "<Relationships><Relationship Id=\"p1\" Type=\"x/image\" Target=\"media/1.png\"/></Relationships>");
            put(zip, "xl/media/1.png", "picture");
            put(
                    zip,
                    "xl/s.xml",
                    "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>注册号</t></is></c>"
                            + "<c r=\"B1\" t=\"inlineStr\"><is><t>图片</t></is></c></row>"
                            + "<row r=\"2\"><c r=\"A2\"><v>70000001</v></c><c r=\"B2\" t=\"str\"><f>DISPIMG(\"ID_1\",1)</f><v>=DISPIMG(\"ID_1\",1)</v></c></row>"
                            + "</sheetData></worksheet>");
        }

        RegisterRun run = RegisterRun.of(file);

        String image = run.only().mark().images().get(0);
        assertThat(run.only().id()).isEqualTo("CN-70000001");
        assertThat(image).matches("[0-9a-f]{64}\\.png");
        assertThat(run.changes().get(0).folder().resolve(image)).hasContent("picture");
    }

    private static void put(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    @Test
    void tablesWithoutKnownHeadingsAreRefusedWithWhatTheyHave() throws IOException {
        Path file = Files.writeString(folder.resolve("prices.csv"), "Artikel,Preis\nA,1\n");

        assertThatThrownBy(() -> RegisterRun.of(file))
                .isInstanceOf(NoRegisterException.class)
                .hasMessageContaining("Artikel | Preis");
    }
}
