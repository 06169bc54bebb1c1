package io.github.cxoneauthstub.samples.benchmarks.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.jar.JarFile;

/** The key that the stub publishes, as a file for the contestants that bring none: all sign with 2048 bits. */
final class Keys {
    private static final String ENTRY = "io/github/cxoneauthstub/jose/published-test-key.json";

    private Keys() {}

    static Path of(Bench bench) throws IOException {
        Path key = bench.scratch().resolve("key.json");
        if (!Files.exists(key)) {
            Path stubs = bench.classPaths().users().stream()
                    .filter(jar -> String.valueOf(jar.getFileName()).startsWith("cxone-auth-stubs-"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("the jar of the stubs is not on the class path"));
            try (JarFile jar = new JarFile(stubs.toFile());
                    InputStream in = jar.getInputStream(jar.getJarEntry(ENTRY))) {
                Files.copy(in, key, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return key;
    }
}
