package io.github.cxoneauthstub.standalone;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The options of the command line, in the order in which the help shows them. */
enum Option {
    PORT("--port", "N", "the port to listen on, 0 to 65535", "0, which is any free port"),
    BIND("--bind", "ADDRESS", "the address to listen on", "127.0.0.1"),
    CONFIG("--config", "FILE", "the configuration file, in JSON", "one client with every scope"),
    HTTPS_PORT("--https-port", "N", "the port for HTTPS as well, 0 to 65535", "none"),
    PUBLIC_URL(
            "--public-url",
            "URL",
            "the base URL that tokens name, as https://cxone.example/mock",
            "the address and the port"),
    QUIET("--quiet", "", "print where it listens, the client if none was configured, and nothing else", ""),
    HELP("--help", "", "print this", ""),
    VERSION("--version", "", "print the version", "");

    private static final int COLUMN = 22;

    private final String name;
    private final String value;
    private final String meaning;
    private final String usual;

    Option(String name, String value, String meaning, String usual) {
        this.name = name;
        this.value = value;
        this.meaning = meaning;
        this.usual = usual;
    }

    /** @throws IllegalArgumentException if there is none of that name */
    static Option called(String name) {
        return Arrays.stream(values())
                .filter(option -> option.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "unknown option '" + name.replaceAll("\\p{Cntrl}", "?") + "': the options are "
                                + Arrays.stream(values()).map(Option::toString).collect(Collectors.joining(", "))));
    }

    boolean takesValue() {
        return !value.isEmpty();
    }

    /** What its value is. */
    String allowed() {
        return "it is " + meaning;
    }

    /** Its lines in the help. */
    String help() {
        String left = "  " + name + (value.isEmpty() ? "" : " " + value);
        return left
                + " ".repeat(Math.max(1, COLUMN - left.length()))
                + meaning
                + (usual.isEmpty() ? "" : "; default " + usual);
    }

    @Override
    public String toString() {
        return name;
    }
}
