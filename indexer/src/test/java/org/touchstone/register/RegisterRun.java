package org.touchstone.register;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.touchstone.mark.Registration;
import org.touchstone.record.Located;
import org.touchstone.record.Rejection;

/** What was read of a register. */
record RegisterRun(
        List<Registration> registrations,
        List<Located<RegisterChange>> changes,
        List<Rejection> rejections,
        List<String> bystanders) {
    static RegisterRun of(Path root) throws IOException {
        return of(root, root.toAbsolutePath().getParent().resolve("pictures"));
    }

    static RegisterRun of(Path root, Path pictures) throws IOException {
        List<Registration> registrations = new ArrayList<>();
        List<Located<RegisterChange>> changes = new ArrayList<>();
        List<Rejection> rejections = new ArrayList<>();
        try (Register register = Register.open(root, pictures, rejections::add)) {
            while (register.hasNext()) {
                RegisterRecord.Reading reading = register.next().read();
                rejections.addAll(reading.rejections());
                if (reading.change() != null) {
                    changes.add(reading.change());
                    if (reading.change().value() instanceof RegisterChange.Put put) {
                        registrations.add(put.registration());
                    }
                }
            }
            return new RegisterRun(registrations, changes, rejections, register.bystanders());
        }
    }

    List<String> ids() {
        return registrations.stream().map(Registration::id).toList();
    }

    Registration only() {
        if (registrations.size() != 1) {
            throw new AssertionError(registrations + " " + rejections);
        }
        return registrations.get(0);
    }
}
