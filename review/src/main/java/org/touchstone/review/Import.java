package org.touchstone.review;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.touchstone.hit.Hit;
import org.touchstone.listing.Listing;
import org.touchstone.record.Formats;
import org.touchstone.record.Json;
import org.touchstone.record.Located;
import org.touchstone.record.RecordReader;
import org.touchstone.record.Rejection;

/** Brings records into the store, within a transaction of the caller. Not thread-safe. */
final class Import {
    private final Connection connection;
    private final Instant now;
    private final AtomicLong rejected = new AtomicLong();
    private long added;
    private long changed;
    private long same;

    Import(Connection connection, Instant now) {
        this.connection = connection;
        this.now = now;
    }

    ImportReport hits(Path file, Consumer<Rejection> rejections) throws SQLException, IOException {
        try (RecordReader<Hit> hits = RecordReader.open(file, Formats.HIT, counted(rejections));
                PreparedStatement insertCase = connection.prepareStatement(
                        "INSERT INTO cases (listing, mark, brand, outlook, score, rank) VALUES (?, ?, ?, ?, ?, ?)"
                                + " ON CONFLICT (listing, mark) DO NOTHING RETURNING id");
                PreparedStatement findCase =
                        connection.prepareStatement("SELECT id FROM cases WHERE listing = ? AND mark = ?");
                PreparedStatement insertHit = connection.prepareStatement(
                        "INSERT INTO hits (case_id, digest, json, imported) VALUES (?, ?, ?, ?)"
                                + " ON CONFLICT (case_id, digest) DO NOTHING");
                PreparedStatement update = connection.prepareStatement(
                        "UPDATE cases SET brand = ?, outlook = ?, score = ?,"
                                + " rank = ?, hit = (SELECT id FROM hits WHERE case_id = ?5 AND digest = ?6) WHERE id = ?5")) {
            while (hits.hasNext()) {
                Hit hit = hits.next().value();
                String json = Json.line(Formats.HIT.write(hit.withRank(0)));
                String digest = sha256(json);
                long id = inserted(insertCase, hit);
                boolean fresh = id != 0;
                if (!fresh) {
                    id = found(findCase, hit);
                }
                insertHit.setLong(1, id);
                insertHit.setString(2, digest);
                insertHit.setString(3, json);
                insertHit.setString(4, now.toString());
                boolean another = insertHit.executeUpdate() > 0;
                update.setString(1, hit.brand());
                update.setString(2, hit.outlook().key());
                update.setDouble(3, hit.score());
                update.setLong(4, hit.rank());
                update.setLong(5, id);
                update.setString(6, digest);
                update.executeUpdate();
                added += fresh ? 1 : 0;
                changed += !fresh && another ? 1 : 0;
                same += another ? 0 : 1;
            }
        }
        return report();
    }

    private static long inserted(PreparedStatement insert, Hit hit) throws SQLException {
        insert.setString(1, hit.listing());
        insert.setString(2, hit.mark());
        insert.setString(3, hit.brand());
        insert.setString(4, hit.outlook().key());
        insert.setDouble(5, hit.score());
        insert.setLong(6, hit.rank());
        try (ResultSet row = insert.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    private static long found(PreparedStatement find, Hit hit) throws SQLException {
        find.setString(1, hit.listing());
        find.setString(2, hit.mark());
        try (ResultSet row = find.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    ImportReport listings(Path file, Consumer<Rejection> rejections) throws SQLException, IOException {
        try (RecordReader<Listing> listings = RecordReader.open(file, Formats.LISTING, counted(rejections));
                PreparedStatement upsert = connection.prepareStatement(
                        "INSERT INTO listings (id, title, folder, json) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE"
                                + " SET title = excluded.title, folder = excluded.folder, json = excluded.json"
                                + " WHERE json <> excluded.json OR folder <> excluded.folder")) {
            while (listings.hasNext()) {
                Located<Listing> next = listings.next();
                Listing listing = next.value();
                upsert.setString(1, listing.id());
                upsert.setString(2, listing.title());
                upsert.setString(3, next.folder().toString());
                upsert.setString(4, Json.line(Formats.LISTING.write(listing)));
                if (upsert.executeUpdate() > 0) {
                    added++;
                } else {
                    same++;
                }
            }
        }
        return report();
    }

    private Consumer<Rejection> counted(Consumer<Rejection> rejections) {
        return rejection -> {
            rejected.incrementAndGet();
            rejections.accept(rejection);
        };
    }

    private ImportReport report() {
        return new ImportReport(added, changed, same, rejected.get());
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
