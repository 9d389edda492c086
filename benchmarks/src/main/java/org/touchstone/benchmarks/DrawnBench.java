package org.touchstone.benchmarks;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.touchstone.benchmarks.ImageBench.Sign;
import org.touchstone.benchmarks.invented.PhotoDrawer;
import org.touchstone.listing.Listing;
import org.touchstone.mark.Registration;
import org.touchstone.record.Located;

/** Draws a bench of marks and photos, so that everything runs where the public ones are not at hand. */
final class DrawnBench {
    /** Every so many-th photo shows no mark. */
    private static final int WITHOUT = 3;

    private DrawnBench() {}

    /** Draws so many marks and photos into a folder. */
    static ImageBench make(Path folder, int markCount, int photoCount) throws IOException {
        List<Located<Registration>> marks = GrownRegister.drawn(0, markCount, Files.createDirectories(folder));
        Files.createDirectories(folder.resolve("img"));
        List<Located<Listing>> listings = new ArrayList<>();
        Map<String, List<Sign>> signs = new LinkedHashMap<>();
        for (int i = 0; i < photoCount; i++) {
            String id = String.format(Locale.ROOT, "L%04d", i);
            Located<Registration> mark = i % WITHOUT == 0 ? null : marks.get(i * 7 % markCount);
            PhotoDrawer.Drawn drawn = PhotoDrawer.draw(i, mark == null ? null : image(mark));
            String photo = "img/" + id + ".jpg";
            Files.write(folder.resolve(photo), Photo.jpeg(drawn.image()));
            Listing listing =
                    Listing.builder(id).title("cup").images(List.of(photo)).build();
            listings.add(new Located<>(listing, "drawn", folder, 0));
            if (mark != null) {
                signs.put(id, List.of(sign(id, mark.value().id(), drawn)));
            }
        }
        return new ImageBench("drawn", marks, listings, signs);
    }

    private static Sign sign(String listing, String mark, PhotoDrawer.Drawn drawn) {
        return new Sign(listing, mark, drawn.sign(), List.of(drawn.treatment().split("/")));
    }

    private static BufferedImage image(Located<Registration> mark) throws IOException {
        byte[] png = Files.readAllBytes(
                mark.folder().resolve(mark.value().mark().images().get(0)));
        @Nullable BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        if (image == null) {
            throw new IOException("this Java runtime has no PNG reader");
        }
        return image;
    }
}
