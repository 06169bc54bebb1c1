package io.github.cxoneauthstub.junit;

import io.github.cxoneauthstub.ConfigurationFile;
import io.github.cxoneauthstub.auth.Configuration;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The configuration file that a door names, read once in a test run. */
record ConfigFile(Configuration configuration) {
    private static final String KEY = "config";

    /**
     * Reads it.
     *
     * @throws org.junit.jupiter.api.extension.ExtensionConfigurationException if it is not on the class path, or
     *     something in it is wrong
     */
    static ConfigFile read(String name, Door door, ExtensionContext context) {
        Class<?> type = context.getRequiredTestClass();
        checkPlace(name, door, type);
        ClassLoader loader = type.getClassLoader();
        return door.read(
                KEY,
                () -> ClassContext.store(context.getRoot())
                        .getOrComputeIfAbsent(
                                List.of(ConfigFile.class, name, loader),
                                key -> new ConfigFile(ConfigurationFile.fromClassPath(name, loader)),
                                ConfigFile.class));
    }

    /** A file beside the test class is a usual mistake, because it is what {@code getResource} finds. */
    private static void checkPlace(String name, Door door, Class<?> type) {
        String within = type.getPackageName().replace('.', '/') + "/" + name;
        ClassLoader loader = type.getClassLoader();
        if (!name.startsWith("/") && loader.getResource(name) == null && loader.getResource(within) != null) {
            throw door.fault(
                    KEY,
                    "there is no '" + name + "' on the class path, but one beside " + ClassContext.name(type)
                            + ": names are those of the class path, so write \"" + within + "\"");
        }
    }
}
