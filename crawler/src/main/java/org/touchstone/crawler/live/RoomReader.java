package org.touchstone.crawler.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.touchstone.record.Json;

/**
 * Reads the exports of rooms that platforms give as JSON. There is no common format, so it looks for what all have: an object
 * with a list of goods or comments, wherever it stands.
 */
final class RoomReader {
    private static final int MAX_BYTES = 8 << 20;
    private static final int MAX_DEPTH = 8;
    private static final int MAX_ROOMS = 1_000;
    private static final int MAX_CARDS = 5_000;
    private static final int MAX_COMMENTS = 10_000;

    private static final List<String> GOODS = List.of(
            "goods",
            "goodslist",
            "skulist",
            "skus",
            "items",
            "itemlist",
            "products",
            "productlist",
            "cards",
            "cardlist",
            "promotions");
    private static final List<String> SINGLE_GOODS =
            List.of("tuaninfo", "currentgoods", "currentitem", "currentproduct");
    private static final List<String> COMMENTS =
            List.of("comments", "commentlist", "messages", "messagelist", "chat", "barrages", "danmaku");
    private static final List<String> LISTS = List.of("list", "items", "data", "goods", "records");
    private static final List<String> ROOMS = List.of("room", "roominfo", "liveroom", "live");
    private static final List<String> ROOM_ID = List.of("roomid", "liveid", "liveroomid", "room", "id");
    private static final List<String> ROOM_TITLE =
            List.of("title", "roomtitle", "roomname", "intro", "name", "shorttitle");
    private static final List<String> HOST =
            List.of("host", "hostname", "anchor", "anchorname", "actor", "actorname", "streamer", "author", "nickname");
    private static final List<String> CARD_ID =
            List.of("sku", "skuid", "itemid", "goodsid", "productid", "cardid", "promotionid", "id");
    private static final List<String> CARD_TITLE =
            List.of("title", "name", "skuname", "itemname", "goodsname", "productname", "itemtitle");
    private static final List<String> BRAND = List.of("brand", "brandname");
    private static final List<String> PRICE =
            List.of("price", "saleprice", "currentprice", "pricetext", "liveprice", "pgp", "minprice");
    private static final List<String> LINK = List.of("url", "link", "detailurl", "itemurl", "jumpurl", "href");
    private static final List<String> IMAGE =
            List.of("img", "image", "cover", "pic", "picture", "imageurl", "skuimage", "picurl", "thumbnail");
    private static final List<String> AT = List.of(
            "at", "time", "showtime", "shownat", "explaintime", "ontime", "timestamp", "createtime", "createdat", "ts");
    private static final List<String> TEXT = List.of("text", "content", "comment", "msg", "message", "body");

    private final List<Room> rooms = new ArrayList<>();

    private RoomReader() {}

    /**
     * The rooms of an export.
     *
     * @throws IOException when it is none; its message says what was expected and found
     */
    static List<Room> read(byte[] json) throws IOException {
        if (json.length > MAX_BYTES) {
            throw new IOException("expected an export of at most " + MAX_BYTES + " bytes, found " + json.length);
        }
        RoomReader reader = new RoomReader();
        try {
            reader.search(Json.mapper().readTree(json), 0);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new IOException("line " + line + ": expected JSON, found "
                    + e.getOriginalMessage().lines().findFirst().orElse("something else"));
        }
        if (reader.rooms.isEmpty()) {
            throw new IOException("expected an object with goods or comments, found none");
        }
        return List.copyOf(reader.rooms);
    }

    /** The room that was asked for; the only one there is needs no name. */
    static Room read(byte[] json, String room) throws IOException {
        List<Room> rooms = read(json);
        if (rooms.size() == 1) {
            return rooms.getFirst();
        }
        for (Room found : rooms) {
            if (found.id().equals(room)) {
                return found;
            }
        }
        throw new IOException("expected room '" + room + "', found "
                + rooms.stream().limit(5).map(Room::id).collect(Collectors.joining(", ")));
    }

    private void search(JsonNode node, int depth) {
        if (depth > MAX_DEPTH || rooms.size() >= MAX_ROOMS) {
            return;
        }
        JsonNode goods = list(node, GOODS);
        JsonNode comments = list(node, COMMENTS);
        if (goods != null || comments != null) {
            rooms.add(room(node, goods, comments));
            return;
        }
        for (JsonNode child : node) {
            search(child, depth + 1);
        }
    }

    /** A list under one of the names, or within the object that stands there. */
    private static @Nullable JsonNode list(JsonNode node, List<String> names) {
        if (!node.isObject()) {
            return null;
        }
        for (String name : names) {
            JsonNode value = RoomFields.first(node, List.of(name));
            JsonNode list = value instanceof ObjectNode ? RoomFields.first(value, LISTS) : value;
            if (list != null && list.isArray()) {
                return list;
            }
        }
        return null;
    }

    private static Room room(JsonNode node, @Nullable JsonNode goods, @Nullable JsonNode comments) {
        JsonNode inner = RoomFields.first(node, ROOMS);
        JsonNode about = inner instanceof ObjectNode ? inner : node;
        String host = RoomFields.text(node, HOST);
        List<Room.Card> cards = new ArrayList<>();
        for (JsonNode good : goods == null ? List.<JsonNode>of() : goods) {
            addCard(good, cards);
        }
        JsonNode single = RoomFields.first(node, SINGLE_GOODS);
        if (single != null) {
            addCard(single, cards);
        }
        List<Room.Comment> lines = new ArrayList<>();
        for (JsonNode comment : comments == null ? List.<JsonNode>of() : comments) {
            addComment(comment, lines);
        }
        return new Room(
                RoomFields.text(about, ROOM_ID),
                RoomFields.text(about, ROOM_TITLE),
                host.isEmpty() ? RoomFields.text(about, HOST) : host,
                cards,
                lines);
    }

    private static void addCard(JsonNode good, List<Room.Card> to) {
        String title = RoomFields.text(good, CARD_TITLE);
        String link = RoomFields.text(good, LINK);
        String id = RoomFields.text(good, CARD_ID);
        String key = id.isEmpty() ? link.isEmpty() ? title : link : id;
        if (good.isObject() && !key.isEmpty() && to.size() < MAX_CARDS) {
            to.add(new Room.Card(
                    key,
                    title,
                    RoomFields.text(good, BRAND),
                    RoomFields.price(good, PRICE),
                    link,
                    RoomFields.text(good, IMAGE),
                    RoomFields.time(good, AT)));
        }
    }

    private static void addComment(JsonNode comment, List<Room.Comment> to) {
        JsonNode holder = comment.isObject() ? comment : Json.object().set("text", comment);
        String text = RoomFields.text(holder, TEXT);
        if (!text.isEmpty() && to.size() < MAX_COMMENTS) {
            to.add(new Room.Comment(text, RoomFields.time(holder, AT)));
        }
    }
}
