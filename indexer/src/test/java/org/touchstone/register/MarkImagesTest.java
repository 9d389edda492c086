package org.touchstone.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.touchstone.mark.Registration;
import org.touchstone.record.Located;
import org.touchstone.record.Rejection;

class MarkImagesTest {
    private static final byte[] PICTURE = {(byte) 0x89, 'P', 'N', 'G', 1, 2, 3};

    @TempDir
    Path folder;

    private final List<Rejection> rejections = new ArrayList<>();

    private Located<RegisterChange> read(String image) throws IOException {
        Path file = folder.resolve("marks.xml");
        Files.writeString(
                file,
                "<Transaction xmlns='http://www.wipo.int/standards/XMLSchema/trademarks'><TradeMark>"
                        + "<RegistrationOfficeCode>XX</RegistrationOfficeCode><ApplicationNumber>7</ApplicationNumber>"
                        + "<MarkFeature>Figurative</MarkFeature><MarkImageDetails><MarkImage>" + image
                        + "</MarkImage></MarkImageDetails></TradeMark></Transaction>");
        try (Register register = Register.open(file, folder.resolve("pictures"), rejections::add)) {
            RegisterRecord.Reading reading = register.next().read();
            rejections.addAll(reading.rejections());
            return reading.change();
        }
    }

    private static Registration registration(Located<RegisterChange> located) {
        return ((RegisterChange.Put) located.value()).registration();
    }

    @Test
    void imageWithinTheRecordIsKeptByItsContent() throws IOException {
        Located<RegisterChange> read = read("<MarkImageBinary>\n"
                + Base64.getMimeEncoder(4, new byte[] {'\n'}).encodeToString(PICTURE) + "\n</MarkImageBinary>");
        List<String> images = registration(read).mark().images();
        assertThat(images).hasSize(1);
        assertThat(read.folder().resolve(images.get(0))).hasBinaryContent(PICTURE);
        assertThat(rejections).isEmpty();
    }

    @Test
    void bytesThatAreNoBase64AreLeftOutByName() throws IOException {
        assertThat(registration(read("<MarkImageBinary>A</MarkImageBinary>"))
                        .mark()
                        .images())
                .isEmpty();
        assertThat(rejections)
                .singleElement()
                .satisfies(one -> assertThat(one.reason()).contains("Base64"));
    }

    @Test
    void imageThatTheRecordNamesIsTheMarksWhereItLiesBesideTheFile() throws IOException {
        Files.createDirectories(folder.resolve("018/224"));
        Files.write(folder.resolve("018/224/1.PNG"), PICTURE);
        assertThat(registration(read("<MarkImageURI>file://018/224/1.PNG</MarkImageURI>"))
                        .mark()
                        .images())
                .containsExactly("018/224/1.PNG");
        assertThat(registration(read("<MarkImageFilename>018/224/1.PNG</MarkImageFilename>"))
                        .mark()
                        .images())
                .containsExactly("018/224/1.PNG");
        assertThat(registration(read("<MarkImageURI>file://018/224/2.PNG</MarkImageURI>"))
                        .mark()
                        .images())
                .isEmpty();
    }

    @Test
    void addressesAndPathsOutOfTheFolderAreNoImages() throws IOException {
        Files.write(folder.resolve("outside.png"), PICTURE);
        folder = Files.createDirectory(folder.resolve("register"));
        for (String name :
                List.of("https://registers.example/1.png", "file://../outside.png", "../outside.png", "/etc/hosts")) {
            assertThat(registration(read("<MarkImageURI>" + name + "</MarkImageURI>"))
                            .mark()
                            .images())
                    .as(name)
                    .isEmpty();
        }
        assertThat(rejections).isEmpty();
    }
}
