package io.github.cxoneauthstub.standalone;

import io.github.cxoneauthstub.wiremock.Listening;
import java.nio.file.Path;
import java.util.Optional;

/** What the command line asks for. */
sealed interface Command {

    /** To say what can be asked for. */
    record Help() implements Command {}

    /** To say which version this is. */
    record Version() implements Command {}

    /**
     * To serve.
     *
     * @param listening where
     * @param config the configuration file; empty for the defaults
     * @param talk how much is printed
     */
    record Serve(Listening listening, Optional<Path> config, Talk talk) implements Command {}

    /** How much is printed on standard output. */
    enum Talk {
        /** What a person wants to know who has just started it. */
        USUAL,
        /** Where it listens, and the client that nobody else knows of. */
        QUIET
    }
}
