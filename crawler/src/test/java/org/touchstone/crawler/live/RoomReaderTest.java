package org.touchstone.crawler.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.touchstone.listing.Price;

class RoomReaderTest {
    private static byte[] json(String text) {
        return text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void roomIsFoundWhereverItStands() throws IOException {
        Room room = RoomReader.read(
                json("{'code':0,'data':{'room':{'room_id':7,'title':'夜场'},'anchor':{'nickname':'小李'},"
                        + "'goods':{'list':[{'goods_id':'g1','name':'皮鞋','sale_price':199.5,'currency':'CNY',"
                        + "'show_time':1795420800000,'url':'/g1'}]},"
                        + "'messages':[{'content':' 有  货吗 ','user':'不留','time':'2026-11-23T08:00:05Z'},null,'  ']}}"),
                "7");
        assertThat(room.id()).isEqualTo("7");
        assertThat(room.title()).isEqualTo("夜场");
        assertThat(room.host()).isEqualTo("小李");
        assertThat(room.cards()).singleElement().satisfies(card -> {
            assertThat(card.id()).isEqualTo("g1");
            assertThat(card.title()).isEqualTo("皮鞋");
            assertThat(card.price()).contains(new Price(new BigDecimal("199.5"), "CNY"));
            assertThat(card.at()).isEqualTo(Instant.ofEpochMilli(1795420800000L));
        });
        assertThat(room.comments()).containsExactly(new Room.Comment("有 货吗", Instant.parse("2026-11-23T08:00:05Z")));
    }

    @Test
    void roomOfManyIsChosenByItsKey() throws IOException {
        byte[] two = json("[{'id':1,'goods':[{'id':'a'}]},{'id':2,'goods':[{'id':'b'},{'x':1}]}]");
        assertThat(RoomReader.read(two, "2").cards()).extracting(Room.Card::id).containsExactly("b");
        assertThatThrownBy(() -> RoomReader.read(two, "3")).hasMessage("expected room '3', found 1, 2");
    }

    @Test
    void whatIsNoExportIsRefused() {
        assertThatThrownBy(() -> RoomReader.read(json("{'a':\n]"), "1"))
                .hasMessageStartingWith("line 2: expected JSON");
        assertThatThrownBy(() -> RoomReader.read(json("{'a':[1]}"), "1"))
                .hasMessage("expected an object with goods or comments, found none");
        assertThatThrownBy(() -> RoomReader.read(new byte[0], "1")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> RoomReader.read(json("[".repeat(5000)), "1")).isInstanceOf(IOException.class);
    }

    @Property(tries = 300)
    void anyBytesAreReadOrRefused(@ForAll byte[] bytes, @ForAll String text) {
        for (byte[] body :
                List.of(bytes, json("{'goods':[{'id':'" + text.replaceAll("[\\p{Cntrl}\\\\']", "") + "'}]}"))) {
            try {
                assertThat(RoomReader.read(body)).isNotEmpty();
            } catch (IOException e) {
                assertThat(e.getMessage()).contains("expected");
            }
        }
    }

    @Test
    void publicExportsAreRead() throws IOException {
        var folder = SharedData.text("live");
        List<Room> jd = RoomReader.read(Files.readAllBytes(folder.resolve("jd_live_rooms.json")));
        List<Room> mogu = RoomReader.read(Files.readAllBytes(folder.resolve("mogu_live_rooms.json")));
        System.out.printf(
                "rooms: %d with %d cards; %d with %d cards and %d comments%n",
                jd.size(),
                jd.stream().mapToInt(room -> room.cards().size()).sum(),
                mogu.size(),
                mogu.stream().mapToInt(room -> room.cards().size()).sum(),
                mogu.stream().mapToInt(room -> room.comments().size()).sum());
        assertThat(jd).hasSize(28).allSatisfy(room -> assertThat(room.title()).isNotEmpty());
        assertThat(mogu).hasSize(5);
        // All that are there: 56 cards and 8 group offers; 15 cards, and 11 comments that say something.
        assertThat(jd).flatExtracting(Room::cards).hasSize(64);
        assertThat(mogu).flatExtracting(Room::cards).hasSize(15);
        assertThat(mogu).flatExtracting(Room::comments).hasSize(11);
        assertThat(mogu.getFirst().cards().getFirst().price()).contains(new Price(new BigDecimal("158"), "CNY"));
        assertThat(jd).flatExtracting(Room::cards).allSatisfy(card -> {
            assertThat(card.title()).isNotEmpty();
            assertThat(card.price()).isPresent();
        });
    }
}
