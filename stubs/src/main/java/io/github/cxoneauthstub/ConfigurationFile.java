package io.github.cxoneauthstub;

import io.github.cxoneauthstub.auth.Configuration;
import io.github.cxoneauthstub.auth.JsonLimits;
import io.github.cxoneauthstub.json.JacksonJson;
import io.github.cxoneauthstub.settings.ConfigurationSettings;
import io.github.cxoneauthstub.settings.JsonSource;
import io.github.cxoneauthstub.settings.SettingsException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Reads a {@link Configuration} from a JSON file: the same file for tests and for the standalone server. Whatever is
 * wrong is a {@link SettingsException}, whose message is one line with file, line, key, value unless it is a secret,
 * and what is allowed.
 *
 * <pre>{@code
 * CxoneAuth.start(ConfigurationFile.read(Path.of("cxone-auth.json")))
 * }</pre>
 *
 * @since 0.1.0
 */
public final class ConfigurationFile {
    private static final int LARGEST = JsonLimits.USUAL.bytes();

    private ConfigurationFile() {}

    /**
     * Reads a file of the file system.
     *
     * @throws SettingsException if it cannot be read, is larger than a megabyte, or something in it is wrong
     */
    public static Configuration read(Path file) {
        String name = file.toString();
        if (Files.isDirectory(file)) {
            throw refused(name, "it is a directory: name the file in it");
        }
        try {
            if (Files.size(file) > LARGEST) {
                throw tooLarge(name);
            }
            return read(name, Files.newInputStream(file));
        } catch (NoSuchFileException missing) {
            throw refused(
                    name, "there is no such file in " + file.toAbsolutePath().getParent());
        } catch (AccessDeniedException denied) {
            throw refused(name, "it cannot be read: this process may not read it");
        } catch (IOException unreadable) {
            throw refused(name, "it cannot be read: " + unreadable.getClass().getSimpleName());
        }
    }

    /**
     * Reads a file of the class path, with the class loader of the thread or else that of this library.
     *
     * @param name with the folders it is in, as {@code cxone-auth.json}; a slash at the beginning makes no difference
     * @throws SettingsException if it is not there, is larger than a megabyte, or something in it is wrong
     */
    public static Configuration fromClassPath(String name) {
        @Nullable ClassLoader ofThread = Thread.currentThread().getContextClassLoader();
        return fromClassPath(name, ofThread == null ? ConfigurationFile.class.getClassLoader() : ofThread);
    }

    /**
     * Reads a file of the class path.
     *
     * @param name with the folders it is in, as {@code cxone-auth.json}; a slash at the beginning makes no difference
     * @throws SettingsException if it is not there, is larger than a megabyte, or something in it is wrong
     */
    public static Configuration fromClassPath(String name, ClassLoader loader) {
        String resource = name.startsWith("/") ? name.substring(1) : name;
        InputStream in = loader.getResourceAsStream(resource);
        if (in == null || resource.isEmpty()) {
            throw refused(
                    name,
                    "there is no '" + resource + "' on the class path: put it into src/test/resources, and name it with"
                            + " the folders in there that it is in");
        }
        try {
            return read(name, in);
        } catch (IOException unreadable) {
            throw refused(name, "it cannot be read: " + unreadable.getClass().getSimpleName());
        }
    }

    /** Reads no more than may be there: a pipe does not say how much it has. */
    private static Configuration read(String name, InputStream stream) throws IOException {
        byte[] bytes;
        try (InputStream in = stream) {
            bytes = in.readNBytes(LARGEST + 1);
        }
        if (bytes.length > LARGEST) {
            throw tooLarge(name);
        }
        return ConfigurationSettings.read(new JsonSource(name, new JacksonJson()).read(bytes));
    }

    private static SettingsException tooLarge(String name) {
        return refused(name, "it is larger than " + LARGEST + " bytes, which is the most: it is no configuration");
    }

    private static SettingsException refused(String name, String reason) {
        return new SettingsException(name, 0, "", reason);
    }
}
