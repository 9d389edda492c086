package org.touchstone.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import org.touchstone.listing.Listing;
import org.touchstone.record.Formats;
import org.touchstone.record.Located;
import org.touchstone.record.RecordReader;
import org.touchstone.record.Rejection;

/** Where listings come from: a {@code .jsonl}, {@code .csv} or {@code .xlsx} file, a crawl folder, images, or stdin. */
final class ListingSources {
    private static final String CRAWL = "listings.jsonl";

    private ListingSources() {}

    /**
     * @param names as given on the command line; {@code -} is stdin
     * @throws CliException when one does not exist or is of no known kind
     */
    static RecordChain<Located<Listing>> open(List<String> names, InputStream stdin, Consumer<Rejection> rejections) {
        List<RecordChain.Source<Located<Listing>>> sources = new ArrayList<>();
        for (String name : names) {
            sources.add(source(name, stdin, rejections));
        }
        return new RecordChain<>(sources);
    }

    private static RecordChain.Source<Located<Listing>> source(
            String name, InputStream stdin, Consumer<Rejection> rejections) {
        if (name.equals("-")) {
            Path here = Path.of("").toAbsolutePath();
            return () -> RecordReader.open(stdin, "stdin", here, false, Formats.LISTING, rejections);
        }
        Path path = Path.of(name);
        if (Files.isDirectory(path)) {
            Path crawl = path.resolve(CRAWL);
            return Files.isRegularFile(crawl)
                    ? () -> RecordReader.open(crawl, Formats.LISTING, rejections)
                    : () -> images(path);
        }
        if (!Files.exists(path)) {
            throw new UncheckedIOException(new NoSuchFileException(name));
        }
        if (ImageFolder.isImage(path)) {
            Path whole = path.toAbsolutePath();
            Path folder = Objects.requireNonNull(whole.getParent(), "a file stands in a folder");
            Listing only = ofImage(String.valueOf(whole.getFileName()));
            return () -> List.of(new Located<>(only, name, folder, 0)).iterator();
        }
        if (ExportListings.isExport(path)) {
            return () -> ExportListings.open(path, rejections);
        }
        String lower = name.toLowerCase(Locale.ROOT);
        if (List.of(".jsonl", ".ndjson", ".json", ".csv", ".tsv").stream().noneMatch(lower::endsWith)) {
            throw new CliException(
                    "expected listings as .jsonl, .csv or .xlsx, a crawl folder, images or '-', found '" + name + "'");
        }
        return () -> RecordReader.open(path, Formats.LISTING, rejections);
    }

    private static Iterator<Located<Listing>> images(Path folder) throws IOException {
        List<String> images = ImageFolder.list(folder);
        if (images.isEmpty()) {
            throw new CliException("expected " + CRAWL + " or images in the folder '" + folder + "', found neither");
        }
        return images.stream()
                .map(image ->
                        new Located<>(ofImage(image), folder.resolve(image).toString(), folder, 0))
                .iterator();
    }

    private static Listing ofImage(String image) {
        return Listing.builder(image).images(List.of(image)).build();
    }
}
