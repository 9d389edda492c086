package org.touchstone.cli;

import java.nio.file.Path;
import java.util.Map;

/** Where things are kept that can be made again: the XDG cache folder, or Windows' own. */
final class CacheFolder {
    private CacheFolder() {}

    static Path of(Map<String, String> environment) {
        for (String variable : new String[] {"TOUCHSTONE_CACHE", "XDG_CACHE_HOME", "LOCALAPPDATA"}) {
            String folder = environment.get(variable);
            if (folder != null && !folder.isBlank()) {
                return variable.equals("TOUCHSTONE_CACHE") ? Path.of(folder) : Path.of(folder, "touchstone");
            }
        }
        return Path.of(System.getProperty("user.home"), ".cache", "touchstone");
    }
}
