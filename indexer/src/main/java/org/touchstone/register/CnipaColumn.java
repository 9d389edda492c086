package org.touchstone.register;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What the columns mean that exports of China's register have: of the office's own pages, and of portals and programs of agents and
 * owners. Headings are compared in simplified characters, without blanks, brackets and other marks.
 */
enum CnipaColumn {
    NUMBER(
            "申请注册号",
            "注册申请号",
            "申请号注册号",
            "注册号申请号",
            "商标号",
            "注册申请号码",
            "商标注册号申请号",
            "applicationregistrationno",
            "applicationregistrationnumber",
            "registrationapplicationnumber",
            "no"),
    REGISTRATION_NUMBER(
            "注册号", "注册号码", "商标注册号", "商标注册证号", "注册证号", "registrationno", "registrationnumber", "regno", "regnumber"),
    APPLICATION_NUMBER(
            "申请号",
            "申请号码",
            "商标申请号",
            "申请编号",
            "applicationno",
            "applicationnumber",
            "appno",
            "serialnumber",
            "filingnumber"),
    TEXT(
            "商标名称",
            "商标",
            "商标名",
            "商标文字",
            "商标内容",
            "trademark",
            "trademarkname",
            "mark",
            "markname",
            "marktext",
            "tradename",
            "brandname",
            "verbalelement"),
    CLASSES(
            "国际分类",
            "国际分类号",
            "类别",
            "商标类别",
            "类别号",
            "分类",
            "商标分类",
            "尼斯分类",
            "国际类别",
            "类号",
            "商品类别",
            "商品服务类别",
            "注册类别",
            "申请类别",
            "internationalclass",
            "niceclass",
            "niceclasses",
            "class",
            "classes",
            "intcls"),
    GROUPS("类似群", "类似群组", "类似群号", "类似群组号", "类似组", "群组", "商品群组", "similargroup", "similargroups"),
    GOODS(
            "商品服务",
            "商品服务项目",
            "商品",
            "核定使用商品",
            "核定使用商品服务",
            "核定使用商品服务项目",
            "核定商品",
            "指定商品",
            "指定商品服务",
            "商品名称",
            "服务项目",
            "商品项目",
            "商品服务名称",
            "使用商品",
            "goodsservices",
            "goodsandservices",
            "goods"),
    HOLDER(
            "申请人",
            "申请人名称",
            "注册人",
            "注册人名称",
            "商标注册人",
            "商标申请人",
            "权利人",
            "商标权人",
            "持有人",
            "所有人",
            "申请人中文",
            "申请人名称中文",
            "注册人中文",
            "商标权利人",
            "专用权人",
            "applicant",
            "applicantname",
            "owner",
            "ownername",
            "holder",
            "registrant",
            "proprietor"),
    HOLDER_ENGLISH("申请人英文", "申请人名称英文", "英文申请人", "注册人英文", "注册人名称英文", "申请人外文", "applicantenglish", "applicantinenglish"),
    CO_HOLDERS("共有人", "共有申请人", "共同申请人", "其他共有人", "共有商标人", "coapplicant", "coapplicants"),
    FILED("申请日期", "申请日", "申请时间", "商标申请日期", "applicationdate", "filingdate", "dateofapplication", "dateoffiling"),
    PUBLISHED(
            "初审公告日期",
            "初审公告日",
            "初步审定公告日期",
            "初步审定公告日",
            "初审公告时间",
            "初审日期",
            "preliminarypublicationdate",
            "publicationdate"),
    REGISTERED(
            "注册公告日期",
            "注册公告日",
            "注册日期",
            "注册日",
            "核准注册日期",
            "注册公告时间",
            "注册时间",
            "registrationdate",
            "dateofregistration",
            "registrationpublicationdate"),
    TERM(
            "专用权期限",
            "专用期限",
            "专用权期",
            "专用权有效期",
            "有效期",
            "有效期限",
            "商标专用权期限",
            "权利期限",
            "商标有效期",
            "exclusiverightperiod",
            "termofexclusiveright",
            "validityperiod",
            "termofprotection"),
    TERM_FROM(
            "专用权开始日期",
            "专用权起始日期",
            "专用权期限起",
            "专用权期限开始",
            "专用期开始日期",
            "专用期起",
            "有效期起",
            "有效期开始日期",
            "有效期始",
            "专用权期限起始日",
            "专用权期限开始日期",
            "专用权期限起始日期",
            "exclusiverightfrom"),
    EXPIRES(
            "专用权结束日期",
            "专用权截止日期",
            "专用权期限止",
            "专用权期限结束",
            "专用期结束日期",
            "专用期止",
            "有效期至",
            "有效期止",
            "有效期截止日期",
            "有效期结束日期",
            "到期日",
            "到期日期",
            "到期时间",
            "期满日期",
            "截止日期",
            "专用权期限截止日",
            "专用权期限结束日期",
            "专用权期限截止日期",
            "expirydate",
            "expirationdate",
            "validuntil",
            "exclusiverightto"),
    PRIORITY_DATE("优先权日期", "优先权日", "prioritydate"),
    PRIORITY_NUMBER("优先权号", "优先权编号", "优先权申请号", "prioritynumber"),
    PRIORITY_OFFICE("优先权国家", "优先权国家地区", "优先权地区", "prioritycountry"),
    KIND("商标类型", "商标种类", "类型", "trademarktype", "markkind", "kindofmark"),
    FORM("商标形式", "商标构成", "商标构成形式", "构成形式", "形式", "商标要素", "markfeature", "markform", "trademarkform"),
    VIENNA(
            "图形要素编码",
            "图形要素",
            "图形编码",
            "图形要素码",
            "图形代码",
            "维也纳分类",
            "维也纳编码",
            "viennacode",
            "viennacodes",
            "viennaclassification",
            "figurativeelements"),
    STATUS(
            "法律状态",
            "商标状态",
            "状态",
            "当前状态",
            "商标法律状态",
            "最新状态",
            "案件状态",
            "商标流程状态",
            "legalstatus",
            "status",
            "trademarkstatus",
            "currentstatus"),
    STATUS_DATE("状态日期", "法律状态日期", "statusdate"),
    IMAGES(
            "图片",
            "商标图样",
            "商标图片",
            "商标图像",
            "图样",
            "商标图形",
            "商标图案",
            "图案",
            "图像",
            "商标logo",
            "logo",
            "商标标样",
            "标样",
            "image",
            "images",
            "picture",
            "trademarkimage",
            "specimen"),
    OFFICE(
            "国家地区",
            "国家",
            "注册国家",
            "注册国家地区",
            "商标局",
            "受理局",
            "国别",
            "申请国家",
            "申请国家地区",
            "注册地",
            "office",
            "officecode",
            "country",
            "countryregion",
            "trademarkoffice",
            "jurisdiction");

    private static final Map<String, CnipaColumn> BY_NAME = new HashMap<>();
    private static final Transliterator SIMPLIFIED = Transliterator.getInstance("Traditional-Simplified");
    private static final int LONGEST = 60;

    /** Words for statuses and forms, which are few and come again in every row. */
    private static final Map<String, String> PLAIN = new ConcurrentHashMap<>();

    private static final int MOST_KEPT = 10_000;

    static {
        for (CnipaColumn column : values()) {
            for (String name : column.names) {
                BY_NAME.put(name, column);
            }
        }
    }

    private final String[] names;

    CnipaColumn(String... names) {
        this.names = names;
    }

    /** The column that a heading names; null when none. */
    static @Nullable CnipaColumn of(String heading) {
        return heading.length() > LONGEST ? null : BY_NAME.get(plain(heading));
    }

    /** A text in simplified characters, letters of one width and case, without blanks, brackets and other marks. */
    static String plain(String text) {
        String known = PLAIN.get(text);
        if (known != null) {
            return known;
        }
        String plain = made(text);
        if (PLAIN.size() < MOST_KEPT && text.length() <= LONGEST) {
            PLAIN.put(text, plain);
        }
        return plain;
    }

    private static String made(String text) {
        return SIMPLIFIED
                .transliterate(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
