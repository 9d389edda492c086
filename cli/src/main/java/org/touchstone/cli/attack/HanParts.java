package org.touchstone.cli.attack;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Common characters that people take apart in writing, each followed by its parts from left to right or top to bottom.
 * Common knowledge, written down by hand for this purpose; by far not all characters. Thread-safe.
 */
final class HanParts {
    private static final String TABLE = """
            明日月 林木木 胡古月 张弓长 李木子 杨木易 吴口天 章立早 陈阝东 强弓虽 鹏朋鸟 鸿江鸟 鸡又鸟 鸭甲鸟 鹅我鸟
            好女子 娃女圭 妈女马 姐女且 妹女未 娘女良 婷女亭 妙女少 如女口 始女台 姑女古 奶女乃 妃女己 唱口昌 吃口乞
            味口未 咖口加 啡口非 哈口合 吧口巴 呢口尼 吗口马 啤口卑 嘟口都 嘻口喜 鸣口鸟 和禾口 利禾刂 秋禾火 香禾日
            种禾中 科禾斗 秀禾乃 程禾呈 你亻尔 他亻也 们亻门 什亻十 伊亻尹 仁亻二 化亻匕 仙亻山 仪亻义 伟亻韦 佳亻圭
            保亻呆 信亻言 健亻建 佰亻百 仟亻千 海氵每 江氵工 河氵可 洋氵羊 湖氵胡 汉氵又 沙氵少 油氵由 泉白水 波氵皮
            洁氵吉 清氵青 浪氵良 润氵闰 源氵原 酒氵酉 法氵去 洗氵先 泡氵包 浩氵告 花艹化 草艹早 芳艹方 苹艹平 莲艹连
            菲艹非 英艹央 苏艹办 药艹约 蓝艹监 莱艹来 芝艹之 茅艹矛 芭艹巴 若艹右 苗艹田 薇艹微 蒲艹浦 松木公 柏木白
            桃木兆 梅木每 椰木耶 杏木口 桂木圭 枫木风 核木亥 棒木奉 样木羊 村木寸 权木又 机木几 相木目 桥木乔 柔矛木
            杰木灬 钟钅中 铁钅失 银钅艮 钱钅戋 铃钅令 铜钅同 钢钅冈 玛王马 珠王朱 理王里 玲王令 球王求 琳王林 瑞王耑
            瑰王鬼 玫王攵 珑王龙 环王不 现王见 皇白王 玺尔玉 国囗玉 星日生 晨日辰 晴日青 晓日尧 时日寸 旺日王 阳阝日
            阴阝月 院阝完 阿阝可 郎良阝 都者阝 朗良月 期其月 肥月巴 胖月半 饮饣欠 饭饣反 饼饣并 饺饣交 饿饣我 狗犭句
            猫犭苗 猪犭者 狮犭师 狼犭良 独犭虫 虾虫下 蛙虫圭 蝴虫胡 骑马奇 骆马各 驼马它 驰马也 骄马乔 红纟工 绿纟录
            纯纟屯 结纟吉 纳纟内 维纟隹 细纟田 级纟及 线纟戋 给纟合 语讠吾 话讠舌 诗讠寺 说讠兑 请讠青 谊讠宜 记讠己
            快忄夬 情忄青 怡忄台 悦忄兑 恒忄亘 恰忄合 慢忄曼 惊忄京 打扌丁 拍扌白 找扌戈 把扌巴 抱扌包 拼扌并 推扌隹
            烧火尧 炸火乍 灯火丁 灿火山 焕火奂 炫火玄 辉光军 耀光翟 歌哥欠 欧区欠 飘票风 颜彦页 顺川页 顶丁页 预予页
            领令页 顾厄页 视礻见 祥礻羊 福礻畐 神礻申 社礻土 裤衤库 袜衤末 被衤皮 裙衤君 初衤刀 软车欠 轻车圣 轮车仑
            鲜鱼羊 鲁鱼日 鲤鱼里 粉米分 粒米立 精米青 糖米唐 糕米羔 粘米占 眼目艮 睡目垂 睛目青 跑足包 跳足兆 路足各
            城土成 地土也 坊土方 坛土云 岭山令 峰山夆 屿山与 岩山石 岳丘山 岚山风 崔山隹 嵩山高 研石开 砂石少 码石马
            硬石更 碗石宛 财贝才 贴贝占 购贝勾 酷酉告 酥酉禾 醇酉享 配酉己 醉酉卒 翔羊羽 群君羊 翡非羽 翠羽卒 从人人
            双又又 多夕夕 炎火火 朋月月 昌日日 景日京 思田心 想相心 志士心 忠中心 念今心 意音心 恩因心 怒奴心 努奴力
            助且力 功工力 动云力 加力口 勒革力 男田力 雪雨彐 雷雨田 霜雨相 露雨路 零雨令 雾雨务 震雨辰 安宀女 宝宀玉
            家宀豕 宁宀丁 宇宀于 富宀畐 客宀各 宾宀兵 空穴工 笔竹毛 笑竹夭 竿竹干 简竹间 奇大可 夸大亏 奋大田 美羊大
            尖小大 尘小土 岁山夕 孕乃子 季禾子 孟子皿 盛成皿 盆分皿 盟明皿 架加木 梨利木 集隹木 智知日 昆日比 昊日天
            童立里 站立占 端立耑 故古攵 政正攵 放方攵 甜舌甘 航舟亢 静青争 靓青见 取耳又 职耳只 联耳关 弘弓厶 弥弓尔
            品口口口 晶日日日 森木木木 鑫金金金 淼水水水 磊石石石 众人人人 鹤隺鸟 麒鹿其 麟鹿粦 虹虫工 蜂虫夆 蜜宓虫""";

    private static final Map<Integer, String> PARTS = read();

    private HanParts() {}

    private static Map<Integer, String> read() {
        Map<Integer, String> parts = new HashMap<>();
        for (String entry : TABLE.split("\\s+")) {
            int whole = entry.codePointAt(0);
            parts.put(whole, entry.substring(Character.charCount(whole)));
        }
        return parts;
    }

    /** The parts of a character, written one after the other; null when the table does not have it. */
    static @Nullable String of(int character) {
        return PARTS.get(character);
    }
}
