package io.github.cxoneauthstub.standalone;

import io.github.cxoneauthstub.standalone.Command.Help;
import io.github.cxoneauthstub.standalone.Command.Serve;
import io.github.cxoneauthstub.standalone.Command.Talk;
import io.github.cxoneauthstub.standalone.Command.Version;
import io.github.cxoneauthstub.wiremock.Listening;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads the command line. Every {@link IllegalArgumentException} it throws is one sentence for who typed it. */
final class CommandLine {
    private final Map<Option, String> given = new EnumMap<>(Option.class);

    private CommandLine() {}

    /** Reads {@code --option VALUE}, {@code --option=VALUE} and {@code --switch}. */
    static Command parse(List<String> arguments) {
        CommandLine line = new CommandLine();
        Deque<String> rest = new ArrayDeque<>(arguments);
        while (!rest.isEmpty()) {
            line.take(rest.remove(), rest);
        }
        return line.command();
    }

    private void take(String argument, Deque<String> rest) {
        String[] parts = argument.split("=", 2);
        Option option = Option.called(parts[0]);
        String value = "";
        if (option.takesValue()) {
            value = parts.length == 2 ? parts[1] : value(option, rest);
        } else if (parts.length == 2) {
            throw new IllegalArgumentException(option + " takes no value");
        }
        if (given.putIfAbsent(option, value) != null) {
            throw new IllegalArgumentException(option + " is given twice");
        }
    }

    private static String value(Option option, Deque<String> rest) {
        String next = rest.peek();
        if (next == null || next.startsWith("--")) {
            throw new IllegalArgumentException(option + " needs a value: " + option.allowed());
        }
        return rest.remove();
    }

    private Command command() {
        if (given.containsKey(Option.HELP)) {
            return new Help();
        }
        if (given.containsKey(Option.VERSION)) {
            return new Version();
        }
        Talk talk = given.containsKey(Option.QUIET) ? Talk.QUIET : Talk.USUAL;
        return new Serve(listening(), value(Option.CONFIG, CommandLine::file), talk);
    }

    private Listening listening() {
        Listening usual = Listening.DEFAULT;
        Listening here = value(Option.BIND, usual::at).orElse(usual);
        Listening there = value(Option.PORT, port -> here.onPort(number(port))).orElse(here);
        Listening secure = value(Option.HTTPS_PORT, port -> there.withHttpsOn(number(port)))
                .orElse(there);
        return value(Option.PUBLIC_URL, url -> secure.knownAs(URI.create(url))).orElse(secure);
    }

    /** Digits only: a sign would be read too. */
    private static int number(String digits) {
        if (!digits.matches("[0-9]{1,9}")) {
            throw new IllegalArgumentException("it is no number");
        }
        return Integer.parseInt(digits);
    }

    private static Path file(String name) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("it is blank");
        }
        return Path.of(name);
    }

    /** In one line, and without what may be a password. */
    private static String shown(Option option, String value) {
        String line = value.replaceAll("\\p{Cntrl}", "?");
        return option == Option.PUBLIC_URL && line.indexOf('@') >= 0 ? "a URL with a user in it" : "'" + line + "'";
    }

    /** Reads a value; whatever is wrong with it is told with the option and what it takes. */
    private <T> Optional<T> value(Option option, Function<String, T> reading) {
        String value = given.get(option);
        if (value == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(reading.apply(value));
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(
                    option + " cannot be " + shown(option, value) + ": " + option.allowed(), wrong);
        }
    }
}
