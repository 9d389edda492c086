package org.touchstone.review;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.touchstone.hit.Hit;
import org.touchstone.listing.Listing;
import org.touchstone.record.FieldException;
import org.touchstone.record.Fields;
import org.touchstone.record.Formats;
import org.touchstone.record.Json;
import org.touchstone.record.RecordFormat;

/** Reads whole cases. Not thread-safe; used under the store's lock. */
final class CaseReader {
    private final Connection connection;

    CaseReader(Connection connection) {
        this.connection = connection;
    }

    Optional<Case> find(long id) throws SQLException, IOException {
        String sql = "SELECT h.json, l.json, l.folder, v.verdict, v.rank FROM ranked v JOIN cases c ON c.id = v.id"
                + " JOIN hits h ON h.id = c.hit LEFT JOIN listings l ON l.id = c.listing WHERE v.id = ?";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setLong(1, id);
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                Hit hit = record(Formats.HIT, row.getString(1)).withRank(row.getLong(5));
                String json = row.getString(2);
                Listing listing = json == null ? null : record(Formats.LISTING, json);
                Path folder = json == null ? null : Path.of(row.getString(3));
                return Optional.of(new Case(id, hit, listing, folder, trail(id), CaseStore.verdict(row.getString(4))));
            }
        }
    }

    private List<Decision> trail(long id) throws SQLException {
        String sql = "SELECT d.id, d.verdict, d.undoes, d.reviewer, d.reason, d.at, d.hit = c.hit FROM decisions d"
                + " JOIN cases c ON c.id = d.case_id WHERE d.case_id = ? ORDER BY d.id";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setLong(1, id);
            List<Decision> trail = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    trail.add(decision(row));
                }
            }
            return trail;
        }
    }

    private static Decision decision(ResultSet row) throws SQLException {
        @Nullable Verdict verdict = CaseStore.verdict(row.getString(2));
        return new Decision(
                row.getLong(1),
                verdict,
                row.getLong(3),
                row.getString(4),
                row.getString(5),
                Instant.parse(row.getString(6)),
                row.getBoolean(7));
    }

    private static <T> T record(RecordFormat<T> format, String json) throws IOException {
        try {
            JsonNode node = Json.mapper().readTree(json);
            if (node instanceof ObjectNode object) {
                return format.read(new Fields(object));
            }
            throw new IOException("expected a record in the case store, found " + node.getNodeType());
        } catch (JsonProcessingException | FieldException e) {
            throw new IOException("expected a record in the case store, found another: " + e.getMessage(), e);
        }
    }
}
