package io.github.cxoneauthstub;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.settings.SettingsException;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From a file to a configuration, whatever the file is. */
class ConfigurationFileTest {
    private static final String GOOD = "{\"clients\": [{\"id\": \"a\", \"secret\": \"s3cret+/=\u00e4\"}]}";

    @TempDir
    private Path folder;

    @Test
    void file_isRead() throws IOException {
        Path file = write("cxone-auth.json", GOOD.getBytes(UTF_8));

        assertThat(ConfigurationFile.read(file).clients()).containsExactly(Client.of("a", "s3cret+/=\u00e4"));
    }

    @Test
    void byteOrderMark_isNoMistake() throws IOException {
        Path file = write("cxone-auth.json", ("\ufeff" + GOOD).getBytes(UTF_8));

        assertThat(ConfigurationFile.read(file).clients()).hasSize(1);
    }

    @Test
    void mistake_isToldWithTheNameOfTheFile() throws IOException {
        Path file = write("cxone-auth.json", "{\n\"clients\": [{\"id\": \"a\", \"secret\": 4711}]}".getBytes(UTF_8));

        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> ConfigurationFile.read(file))
                .withMessage(file + ", line 2: clients[0].secret: a number, which is not shown, is not allowed here: it"
                        + " must be a string in quotes")
                .satisfies(refusal -> {
                    assertThat(refusal.line()).isEqualTo(2);
                    assertThat(refusal.field()).isEqualTo("clients[0].secret");
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    ``                                         | , line 1, column 1: it is empty
                    {"clients": [{"id": "a", "secret": "s3cret | , line 1, column 43: it breaks off: a value, a quotation mark or a closing bracket is missing
                    {} {}                                      | , line 1, column 4: something follows the end of the first value
                    {"clients": [], "clients": []}             | , line 1, column 17: the key 'clients' is there twice, first in line 1
                    {"tokenLifetime": 1e999}                   | , line 1: tokenLifetime: 1e999 is not allowed here: it must be a duration of ISO 8601 in quotes, for example "PT1H" or "PT90S"
                    """)
    void textThatIsNoConfiguration_isRefused(String text, String message) throws IOException {
        Path file = write("cxone-auth.json", text.getBytes(UTF_8));

        assertRefused(file, message);
    }

    @Test
    void absurdNesting_isRefused() throws IOException {
        Path file = write("cxone-auth.json", ("{\"clients\":" + "[".repeat(10_000)).getBytes(UTF_8));

        assertRefused(file, ", line 1, column 75: more than 64 objects and arrays are within one another");
    }

    @Test
    void otherEncoding_isRefused() throws IOException {
        assertRefused(
                write("latin1.json", ("{\n" + GOOD).getBytes(ISO_8859_1)),
                ", line 2, column 1: it is not UTF-8, which JSON files are written in");
        assertRefused(
                write("utf16.json", GOOD.getBytes(UTF_16)),
                ", line 1, column 1: it is not UTF-8, which JSON files are written in");
    }

    @Test
    void missingFile_isToldWithItsFolder() {
        assertRefused(folder.resolve("missing.json"), ": there is no such file in " + folder);
        assertRefused(folder.resolve("no/missing.json"), ": there is no such file in " + folder.resolve("no"));
    }

    @Test
    void directory_isRefused() {
        assertRefused(folder, ": it is a directory: name the file in it");
    }

    @Test
    void hugeFile_isRefusedWithoutBeingRead() throws IOException {
        Path file = folder.resolve("huge.json");
        try (RandomAccessFile huge = new RandomAccessFile(file.toFile(), "rw")) {
            // it takes no room: 50 GB would not fit into memory
            huge.setLength(50_000_000_000L);
        }

        assertRefused(file, ": it is larger than 1048576 bytes, which is the most: it is no configuration");
    }

    /** A device says that it has nothing in it. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void endlessFile_isRefused() {
        assertRefused(
                Path.of("/dev/zero"), ": it is larger than 1048576 bytes, which is the most: it is no configuration");
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void fileThatMayNotBeRead_isRefused() throws IOException {
        Path file = write("cxone-auth.json", GOOD.getBytes(UTF_8));
        Files.setPosixFilePermissions(file, Set.of());
        assumeFalse(Files.isReadable(file), "the superuser may read anything");

        assertRefused(file, ": it cannot be read: this process may not read it");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void fileThatFailsWhileItIsRead_isRefused() {
        assertRefused(Path.of("/proc/self/mem"), ": it cannot be read: IOException");
    }

    @ParameterizedTest
    @CsvSource({"configuration/small.json", "/configuration/small.json"})
    void fileOfTheClassPath_isRead(String name) {
        assertThat(ConfigurationFile.fromClassPath(name).clients()).containsExactly(Client.of("small", "s3cret+/="));
        assertThat(ConfigurationFile.fromClassPath(name, getClass().getClassLoader())
                        .clients())
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"small.json, small.json", "/nowhere/x.json, nowhere/x.json", "'', ''", "/, ''"})
    void fileThatIsNotOnTheClassPath_isRefused(String name, String resource) {
        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> ConfigurationFile.fromClassPath(name))
                .withMessage(
                        name + ": there is no '" + resource + "' on the class path: put it into src/test/resources,"
                                + " and name it with the folders in there that it is in");
    }

    @Test
    void fileOfTheClassPathThatFails_isRefused() {
        ClassLoader failing = new ClassLoader() {
            @Override
            public InputStream getResourceAsStream(String name) {
                return new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("s3cret");
                    }

                    @Override
                    public int read(byte[] bytes, int offset, int length) throws IOException {
                        return read();
                    }
                };
            }
        };

        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> ConfigurationFile.fromClassPath("a.json", failing))
                .withMessage("a.json: it cannot be read: IOException");
    }

    private Path write(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private static void assertRefused(Path file, String message) {
        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> ConfigurationFile.read(file))
                .withMessage(file + message)
                .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain("s3cret"));
    }
}
