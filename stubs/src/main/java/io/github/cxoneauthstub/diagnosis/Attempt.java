package io.github.cxoneauthstub.diagnosis;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.cxoneauthstub.auth.Case;
import io.github.cxoneauthstub.auth.SentCredentials;
import io.github.cxoneauthstub.auth.SentCredentials.Place;
import io.github.cxoneauthstub.auth.client.GrantType;
import io.github.cxoneauthstub.auth.exchange.Exchange.Kind;
import io.github.cxoneauthstub.auth.profile.Duty;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.stream.Stream;

/**
 * One id and one secret of a token request, in each reading that their place allows, held against the registered
 * clients or the access keys. Where the id is nobody's, the secret is held against those of all: a mangled id seldom
 * comes alone.
 *
 * @param whose whether they are of a client or of an access key
 * @param readings all of one place; at least one
 * @param rest what follows {@code client_secret=} or its like, as it was sent; empty in Basic and in JSON
 * @param holders those who have such an id and a secret
 */
record Attempt(Whose whose, List<SentCredentials> readings, Optional<String> rest, List<Holder> holders) {
    /** No test has more; each is compared with. */
    private static final int MOST_HOLDERS = 100;

    /** The longest secret that can be registered. */
    private static final int LONGEST_SECRET = 2_000;

    /** The same, each character of it encoded as three bytes. */
    private static final int LONGEST = 9 * LONGEST_SECRET;

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
        List<Holder> clients =
                decided.clients().stream().limit(MOST_HOLDERS).map(Holder::of).toList();
        return asksForKeys(decided)
                ? Stream.concat(
                                readIn(decided, Whose.CLIENT, decided.sent(), clients),
                                readIn(decided, Whose.ACCESS_KEY, decided.sentKeys(), keys(decided)))
                        .toList()
                : readIn(decided, Whose.CLIENT, decided.sent(), clients).toList();
    }

    private static boolean asksForKeys(Case decided) {
        boolean isByGrant = decided.duty().filter(Duty.TOKEN::equals).isPresent()
                && decided.parameters()
                        .value("grant_type")
                        .filter(GrantType.PASSWORD.parameter()::equals)
                        .isPresent();
        return isByGrant || decided.duty().filter(Duty.ACCESS_KEY::equals).isPresent();
    }

    private static List<Holder> keys(Case decided) {
        return decided.accessKeys().stream().limit(MOST_HOLDERS).map(Holder::of).toList();
    }

    private static Stream<Attempt> readIn(Case decided, Whose whose, List<SentCredentials> sent, List<Holder> holders) {
        Map<Place, List<SentCredentials>> places = new LinkedHashMap<>();
        for (SentCredentials each : sent) {
            Place place = each.place() == Place.BASIC_DECODED ? Place.BASIC : each.place();
            places.merge(
                    place,
                    List.of(each),
                    (a, b) -> Stream.concat(a.stream(), b.stream()).toList());
        }
        return places.entrySet().stream()
                .map(place -> new Attempt(whose, place.getValue(), rest(whose, place.getKey(), decided), holders));
    }

    private static Optional<String> rest(Whose whose, Place place, Case decided) {
        String sent = switch (place) {
            case FORM -> decided.text();
            case QUERY -> decided.request().query().orElse("");
            default -> "";
        };
        Matcher name = whose.beforeSecret().matcher(sent);
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

    /** Where they stand. */
    Place place() {
        return readings.get(0).place();
    }

    boolean isBasic() {
        return place() == Place.BASIC;
    }

    /** The same in the reading that has the encoding of its place taken off. */
    Attempt asRead() {
        return new Attempt(whose, readings.subList(readings.size() - 1, readings.size()), rest, holders);
    }

    /** Who has that id. */
    Optional<Holder> holder() {
        return holders.stream()
                .filter(holder -> ids().anyMatch(holder.id()::equals))
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

    /** The one that the id names, or all if it names nobody. */
    List<Holder> candidates() {
        return holder().map(List::of).orElse(holders);
    }

    /** Whether this is the secret of that one, or of one of them if the id names nobody. */
    boolean isSecret(String text) {
        return text.length() <= LONGEST_SECRET && candidates().stream().anyMatch(holder -> holder.hasSecret(text));
    }

    boolean isId(String text) {
        return holders.stream().anyMatch(holder -> holder.id().equals(text));
    }

    /** Whether the secret is right, in whatever reading. */
    boolean hasRightSecret() {
        return secrets().anyMatch(this::isSecret);
    }

    /** Whether who is named has no secret to send. */
    boolean isOfNoSecret() {
        return holder().filter(holder -> holder.secret().isEmpty()).isPresent();
    }

    /** Whether both are right in one reading. */
    boolean isRight() {
        return readings.stream().anyMatch(this::isRight);
    }

    boolean isRight(SentCredentials reading) {
        return holders.stream()
                .anyMatch(holder -> holder.id().equals(reading.id()) && holder.hasSecret(reading.secret()));
    }

    /** The wrong id and the wrong secret, whichever is wrong, each with what it should be one of. */
    Stream<Value> wrong() {
        Stream<Value> id =
                holder().isPresent() ? Stream.of() : ids().map(sent -> new Value(whose.id(), sent, this::isId));
        Stream<Value> secret =
                hasRightSecret() ? Stream.of() : secrets().map(sent -> new Value(whose.secret(), sent, this::isSecret));
        return Stream.concat(id, secret);
    }

    /**
     * An id or a secret.
     *
     * @param name what it is called in a sentence, to follow "the"
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
