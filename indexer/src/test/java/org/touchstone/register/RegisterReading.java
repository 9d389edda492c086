package org.touchstone.register;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.touchstone.mark.Registration;
import org.touchstone.record.Rejection;

/** All that a register's file says, for tests. */
record RegisterReading(List<RegisterChange> changes, List<Rejection> rejections) {
    static RegisterReading of(Path file) throws IOException {
        List<RegisterChange> changes = new ArrayList<>();
        List<Rejection> rejections = new ArrayList<>();
        try (RegisterFile register = RegisterFile.open(file, rejections::add)) {
            while (register.hasNext()) {
                RegisterRecord.Reading reading = register.next().read();
                rejections.addAll(reading.rejections());
                if (reading.change() != null) {
                    changes.add(reading.change().value());
                }
            }
        }
        return new RegisterReading(changes, rejections);
    }

    /** Reads a file that stands beside the tests. */
    static RegisterReading resource(String name, Path folder) throws IOException {
        return of(copied(name, folder));
    }

    static String text(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(RegisterReading.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Path copied(String name, Path folder) throws IOException {
        Path file = folder.resolve("register"); // what is in it tells, not its name
        try (InputStream in = Objects.requireNonNull(RegisterReading.class.getResourceAsStream(name), name)) {
            Files.write(file, in.readAllBytes());
        }
        return file;
    }

    /** The registrations that are put, by their ids. */
    Map<String, Registration> registrations() {
        Map<String, Registration> all = new LinkedHashMap<>();
        for (RegisterChange change : changes) {
            if (change instanceof RegisterChange.Put put) {
                all.put(put.id(), put.registration());
            }
        }
        return all;
    }

    Registration registration(String id) {
        return Objects.requireNonNull(registrations().get(id), id);
    }

    List<String> rejectedFields() {
        return rejections.stream().map(Rejection::field).toList();
    }
}
