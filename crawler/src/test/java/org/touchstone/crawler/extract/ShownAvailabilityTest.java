package org.touchstone.crawler.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether a product can be bought, on pages that only show it. */
class ShownAvailabilityTest {
    private static final URI ADDRESS = URI.create("https://shop.example/p/7");

    private static String read(String body) {
        String html = "<html lang=zh-CN><title>山隐茶 白毫 - Shop</title><meta property='og:type' content='product'><body>"
                + "<main><div class='product'><h1>山隐茶 白毫</h1><div class=price>¥128</div>" + body
                + "</div></main></body></html>";
        Extraction found = new ListingExtractor()
                .extract(
                        PageText.decode(html.getBytes(StandardCharsets.UTF_8), "text/html; charset=utf-8")
                                .document(ADDRESS),
                        ADDRESS,
                        Instant.EPOCH);
        assertThat(found.offers()).hasSize(1);
        return found.offers().getFirst().listing().attributes().getOrDefault("availability", "");
    }

    @ParameterizedTest
    @CsvSource({
        "加入购物车,InStock",
        "立即购买,InStock",
        "放入購物車,InStock",
        "立即購買,InStock",
        "Add to cart,InStock",
        "Buy it now,InStock",
        "In den Warenkorb,InStock",
        "Купить,InStock",
        "到货通知,OutOfStock",
        "缺货登记,OutOfStock",
        "貨到通知我,OutOfStock",
        "Notify me when available,OutOfStock",
        "Join the waitlist,OutOfStock",
        "Sold out,SoldOut",
        "已售罄,SoldOut",
        "商品已下架,Discontinued",
        "Pre-order,PreOrder",
        "立即预订,PreOrder",
        "Out of stock,OutOfStock",
    })
    void button(String text, String word) {
        assertThat(read("<form><button type=submit>" + text + "</button></form>"))
                .isEqualTo(word);
        assertThat(read("<form><button><svg></svg><span><i>" + text + "</i></span></button></form>"))
                .isEqualTo(word);
    }

    @ParameterizedTest
    @CsvSource({
        "<button disabled>加入购物车</button>",
        "<button class='btn disabled'>Add to cart</button>",
        "<a href='#' role=button aria-disabled=true>立即购买</a>",
        "<input type=submit disabled value='Add to basket'>",
        "<div class='buy-button is-disabled'>立即购买</div>",
    })
    void buttonThatCannotBePressed(String button) {
        assertThat(read(button)).isEqualTo("OutOfStock");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "现货 | InStock",
                "有货 | InStock",
                "有貨，48小時內出貨 | InStock",
                "仅剩 3 件 | InStock",
                "库存：12件 | InStock",
                "库存：0 | OutOfStock",
                "Only 3 left | InStock",
                "Only 2 left in stock | InStock",
                "5 available | InStock",
                "In stock and ready to ship | InStock",
                "无货 | OutOfStock",
                "暂时缺货 | OutOfStock",
                "補貨中 | OutOfStock",
                "此商品暂时售完 | SoldOut",
                "该商品已下架 | Discontinued",
                "商品已下柜 | Discontinued",
                "Currently out of stock | OutOfStock",
                "This item is sold out. | SoldOut",
                "No longer available | Discontinued",
                "Ausverkauft | SoldOut",
                "Nicht auf Lager | OutOfStock",
                "Нет в наличии | OutOfStock",
                "В наличии | InStock",
                "Rupture de stock | OutOfStock",
                "预售 | PreSale",
            })
    void text(String text, String word) {
        assertThat(read("<p class=delivery>" + text + "</p>")).isEqualTo(word);
        assertThat(read("<p class='stock-status'>" + text + "</p><button>加入购物车</button>"))
                .isEqualTo(word);
    }

    @Test
    void textOfRelatedProducts() {
        assertThat(read("<button>加入购物车</button></div><div class=more><ul>"
                        + "<li class=card><a href=/p/8>甲</a> <b>¥9</b> <span>无货</span></li>".repeat(4) + "</ul>"))
                .isEqualTo("InStock");
        assertThat(read("<div class='related-products'><span>Sold out</span><button>Sold out</button></div>"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "<p style='color:red; display: none'>Out of stock</p>",
        "<p hidden class=stock>无货</p>",
        "<div class='stock hidden'><b>已售罄</b></div>",
        "<template><p class=stock>Sold out</p></template>",
        "<dialog><p class=stock>Sold out</p></dialog>",
        "<ul class='size-options'><li>M - sold out</li><li>L - sold out</li></ul>",
        "<div class=swatches><label>红色 无货</label></div>",
        "<select><option>S - Sold out</option></select>",
        "<p>If the item is out of stock we shall write to you</p>",
        "<p>如遇缺货，客服会联系您</p>",
        "<p>已售 300 件</p>",
        "<p class=note>Out of stock</p>",
    })
    void buttonBesideWhatIsNotSaidOfThisProduct(String text) {
        assertThat(read(text + "<button>加入购物车</button>")).isEqualTo("InStock");
    }

    @Test
    void buttonHidden() {
        assertThat(read("<button style='display:none'>加入购物车</button><button>到货通知</button>"))
                .isEqualTo("OutOfStock");
        assertThat(read("<div hidden><button>到货通知</button></div><button>加入购物车</button>"))
                .isEqualTo("InStock");
    }

    @Test
    void nothingSaid() {
        assertThat(read("<p>高山白茶，产自福建。</p>")).isEmpty();
    }
}
