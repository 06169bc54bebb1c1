package io.github.cxoneauthstub.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.cxoneauthstub.ConfigurationFile;
import io.github.cxoneauthstub.CxoneAuth;
import io.github.cxoneauthstub.auth.Configuration;
import io.github.cxoneauthstub.auth.profile.Profile;
import io.github.cxoneauthstub.control.ControlApi;
import io.github.cxoneauthstub.json.JacksonJson;
import io.github.cxoneauthstub.standalone.Command.Serve;
import io.github.cxoneauthstub.standalone.Command.Talk;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** One run of the program: what it prints, and with which status it ends. */
final class Standalone {
    static final int DONE = 0;
    static final int CANNOT_LISTEN = 1;
    static final int WRONG_USE = 2;

    private static final String NAME = "cxone-auth-stubs";

    private final PrintStream out;
    private final PrintStream err;

    Standalone(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** A server that runs, or the status with which the program ends. */
    record Outcome(Optional<CxoneAuth> server, int status) {
        private static Outcome ended(int status) {
            return new Outcome(Optional.empty(), status);
        }
    }

    /** Does what the arguments say; a server that it starts is the caller's to close. */
    Outcome run(List<String> arguments) {
        try {
            Command command = CommandLine.parse(arguments);
            if (command instanceof Serve serve) {
                return new Outcome(Optional.of(serve(serve)), DONE);
            }
            out.println(command instanceof Command.Help ? help() : NAME + " " + version());
            return Outcome.ended(DONE);
        } catch (IllegalArgumentException wrong) {
            return failed(wrong, WRONG_USE);
        } catch (UncheckedIOException | IllegalStateException noServer) {
            return failed(noServer, CANNOT_LISTEN);
        }
    }

    private Outcome failed(RuntimeException failure, int status) {
        err.println(NAME + ": " + failure.getMessage());
        return Outcome.ended(status);
    }

    private CxoneAuth serve(Serve serve) {
        Configuration configuration =
                serve.config().map(ConfigurationFile::read).orElseGet(Configuration::defaults);
        warnOfStrangers(serve.listening().address());
        CxoneAuth auth = CxoneAuth.start(
                configuration,
                serve.listening(),
                handle -> new ControlApi(
                        handle, new JacksonJson(), serve.listening().origin()));
        out.println(NAME + " listening on " + auth.baseUri());
        if (serve.listening().httpsPort().isPresent()) {
            out.println(NAME + " listening on " + auth.https().baseUri());
            out.println("CA of its certificates " + auth.https().trust().pemFile());
        }
        if (configuration.clients().equals(List.of(Configuration.DEFAULT_CLIENT))) {
            out.println("client " + auth.client().id() + " " + auth.client().secret());
        }
        if (serve.talk() == Talk.USUAL) {
            introduce(auth);
        }
        out.flush();
        return auth;
    }

    private void warnOfStrangers(String address) {
        try {
            if (!InetAddress.getByName(address).isLoopbackAddress()) {
                err.println(NAME + ": warning: on " + address + " whoever reaches this machine can get tokens, move the"
                        + " clock and read the exchanges; leave --bind out to be alone");
            }
        } catch (UnknownHostException unknown) {
            throw new IllegalArgumentException(
                    "--bind cannot be '" + address + "': it is no address of this machine", unknown);
        }
    }

    private void introduce(CxoneAuth auth) {
        if (auth.configuration().accessKeys().equals(List.of(Configuration.DEFAULT_ACCESS_KEY))) {
            out.println("access key " + auth.accessKey().id() + " "
                    + auth.accessKey().secret());
        }
        for (Profile profile : auth.configuration().mounted()) {
            for (String path : profile.paths()) {
                boolean isDefault =
                        profile.name().equals(auth.configuration().profile().name());
                out.println("POST " + path + "  " + profile + (isDefault ? ", the default profile" : ""));
            }
        }
        out.println(auth.baseUri() + "/__admin/cxone/  a page to look at");
        out.println("GET /__admin/cxone/exchanges  what was asked, and why it was refused");
    }

    private static String help() {
        StringBuilder help = new StringBuilder("usage: java -jar " + NAME + "-standalone.jar [options]\n\n"
                + "A simulated CXone token endpoint: tokens, expiry, revocation, and why a request was refused.\n\n");
        Arrays.stream(Option.values())
                .map(Option::help)
                .forEach(line -> help.append(line).append('\n'));
        return help.append(
                        "\nIt stops at SIGTERM and Ctrl-C. Exit status: 1 if it cannot listen, 2 for a wrong option or")
                .append(" configuration.")
                .toString();
    }

    private static String version() {
        try (InputStream in = Standalone.class.getResourceAsStream("version.txt")) {
            if (in == null) {
                throw new IllegalStateException("version.txt is missing in the jar: was it repackaged?");
            }
            return new String(in.readAllBytes(), UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
