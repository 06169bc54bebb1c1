package io.github.cxoneauthstub.diagnosis;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.cxoneauthstub.auth.Case;
import io.github.cxoneauthstub.auth.SentCredentials;
import io.github.cxoneauthstub.auth.SentCredentials.Place;
import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.exchange.Exchange.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One id and one secret of a token request, in each reading that their place allows, held against the registered
 * clients. Where the id is nobody's, the secret is held against those of all: a mangled id seldom comes alone.
 *
 * @param readings all of one place; at least one
 * @param rest what follows {@code client_secret=}, as it was sent; empty in Basic and in JSON
 * @param clients those registered
 */
record Attempt(List<SentCredentials> readings, Optional<String> rest, List<Client> clients) {
    /** No test has more; each is compared with. */
    private static final int MOST_CLIENTS = 100;

    /** The longest secret that can be registered. */
    private static final int LONGEST_SECRET = 2_000;

    /** The same, each character of it encoded as three bytes. */
    private static final int LONGEST = 9 * LONGEST_SECRET;

    private static final Pattern SECRET = Pattern.compile("(?:^|&)client_?[sS]ecret=");

    private record All(List<Attempt> attempts) {}

    private static final Case.Reading<All> ALL = new Case.Reading<>(All.class, decided -> new All(readIn(decided)));

    /** All that a token request has; none for other requests. */
    static List<Attempt> in(Case decided) {
        return decided.read(ALL).attempts();
    }

    private static List<Attempt> readIn(Case decided) {
        if (decided.kind() != Kind.TOKEN) {
            return List.of();
        }
        Map<Place, List<SentCredentials>> places = new LinkedHashMap<>();
        for (SentCredentials each : decided.sent()) {
            Place place = each.place() == Place.BASIC_DECODED ? Place.BASIC : each.place();
            places.merge(
                    place,
                    List.of(each),
                    (a, b) -> Stream.concat(a.stream(), b.stream()).toList());
        }
        List<Client> clients = decided.clients().stream().limit(MOST_CLIENTS).toList();
        return places.entrySet().stream()
                .map(place -> new Attempt(place.getValue(), rest(place.getKey(), decided), clients))
                .toList();
    }

    private static Optional<String> rest(Place place, Case decided) {
        String sent = switch (place) {
            case FORM -> decided.text();
            case QUERY -> decided.request().query().orElse("");
            default -> "";
        };
        Matcher name = SECRET.matcher(sent);
        return name.find()
                ? Optional.of(sent.substring(name.end(), Math.min(sent.length(), name.end() + LONGEST)))
                : Optional.empty();
    }

    /** The sentence of the first attempt of a request that shows something. */
    static Optional<String> first(Case decided, Function<Attempt, Optional<String>> sees) {
        return in(decided).stream()
                .flatMap(attempt -> sees.apply(attempt).stream())
                .findFirst();
    }

    boolean isBasic() {
        return readings.get(0).place() == Place.BASIC;
    }

    /** The same in the reading that has the encoding of its place taken off. */
    Attempt asRead() {
        return new Attempt(readings.subList(readings.size() - 1, readings.size()), rest, clients);
    }

    /** The registered client of that id. */
    Optional<Client> client() {
        return clients.stream()
                .filter(client -> ids().anyMatch(client.id()::equals))
                .findFirst();
    }

    /** The id in each reading. */
    Stream<String> ids() {
        return readings.stream().map(SentCredentials::id).distinct();
    }

    /** The secret in each reading, unless it is far too long for one. */
    Stream<String> secrets() {
        return readings.stream()
                .map(SentCredentials::secret)
                .filter(secret -> secret.length() <= LONGEST)
                .distinct();
    }

    /** The client that the id names, or all if it names nobody. */
    List<Client> candidates() {
        return client().map(List::of).orElse(clients);
    }

    /** Whether this is the secret of the client, or of one of them if the id names nobody. */
    boolean isSecret(String text) {
        return text.length() <= LONGEST_SECRET && candidates().stream().anyMatch(client -> client.hasSecret(text));
    }

    boolean isId(String text) {
        return clients.stream().anyMatch(client -> client.id().equals(text));
    }

    /** Whether the secret is right, in whatever reading. */
    boolean hasRightSecret() {
        return secrets().anyMatch(this::isSecret);
    }

    /** Whether both are right in one reading. */
    boolean isRight() {
        return readings.stream().anyMatch(this::isRight);
    }

    boolean isRight(SentCredentials reading) {
        return clients.stream()
                .anyMatch(client -> client.id().equals(reading.id()) && client.hasSecret(reading.secret()));
    }

    /** The wrong id and the wrong secret, whichever is wrong, each with what it should be one of. */
    Stream<Value> wrong() {
        Stream<Value> id = client().isPresent() ? Stream.of() : ids().map(sent -> new Value("id", sent, this::isId));
        Stream<Value> secret =
                hasRightSecret() ? Stream.of() : secrets().map(sent -> new Value("secret", sent, this::isSecret));
        return Stream.concat(id, secret);
    }

    /**
     * An id or a secret.
     *
     * @param name {@code id} or {@code secret}
     * @param sent as it was sent
     * @param right whether a text is what it should be
     */
    record Value(String name, String sent, Predicate<String> right) {
        @Override
        public String toString() {
            return "Value[" + name + "]";
        }
    }

    /** Bytes that each stand as one character, read as the text that they are. */
    static String text(String bytes) {
        return new String(bytes.getBytes(ISO_8859_1), UTF_8);
    }

    /** Neither id nor secret. */
    @Override
    public String toString() {
        return "Attempt" + readings;
    }
}
