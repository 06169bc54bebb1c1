package io.github.cxoneauthstub.samples.benchmarks.report;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What each process has on its class path: its own server and no other's.
 *
 * @param own the jar of the benchmarks
 * @param users what a user of the stub has
 * @param all that, and what only the benchmarks have
 */
record ClassPaths(Path own, List<Path> users, List<Path> all) {

    /** @param target the directory into which the module was built */
    static ClassPaths in(Path target) throws IOException {
        return new ClassPaths(ownJar(target), jars(target, "class-path-of-users"), jars(target, "class-path-of-all"));
    }

    /** A jar, as for all others: a directory is slower, and no archive of classes takes one. */
    private static Path ownJar(Path target) throws IOException {
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("the benchmarks were not packaged into " + target));
        }
    }

    private static List<Path> jars(Path target, String name) throws IOException {
        List<Path> jars = new ArrayList<>();
        for (String jar : Files.readString(target.resolve(name)).strip().split(File.pathSeparator, -1)) {
            jars.add(Path.of(jar));
        }
        return jars;
    }

    /** For JMH, which needs its own jars and the stub. */
    String micro() {
        return joined(all, jar -> users.contains(jar) || isMeasuring(jar));
    }

    String of(String contestant) {
        return switch (contestant) {
            case "cxone", "guarded" -> joined(users, jar -> true);
            case "wiremock-static" -> joined(users, jar -> isNamed(jar, "wiremock-"));
            case "wiremock-rs256" -> joined(users, jar -> isNamed(jar, "wiremock-") || isNamed(jar, "nimbus-"));
            case "mock-oauth2-server" ->
                joined(all, jar -> isNamed(jar, "nimbus-") || (!users.contains(jar) && !isMeasuring(jar)));
            default -> throw new IllegalArgumentException("there is no contestant " + contestant);
        };
    }

    /** For the client that puts load on all of them. */
    String none() {
        return own.toString();
    }

    private static boolean isMeasuring(Path jar) {
        return isNamed(jar, "jmh-") || isNamed(jar, "jopt-simple-") || isNamed(jar, "commons-math3-");
    }

    private static boolean isNamed(Path jar, String beginning) {
        return String.valueOf(jar.getFileName()).startsWith(beginning);
    }

    private String joined(List<Path> jars, Predicate<Path> wanted) {
        List<String> paths = new ArrayList<>();
        jars.stream().filter(wanted).map(Path::toString).forEach(paths::add);
        // the last: what is measured is not to search it first
        paths.add(own.toString());
        return String.join(File.pathSeparator, paths);
    }
}
