package io.github.cxoneauthstub.diagnosis;

import io.github.cxoneauthstub.auth.Case;
import io.github.cxoneauthstub.auth.SentCredentials.Place;
import io.github.cxoneauthstub.auth.client.AccessKey;
import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.client.GrantType;
import io.github.cxoneauthstub.auth.exchange.Mistake;
import io.github.cxoneauthstub.auth.profile.Duty;
import io.github.cxoneauthstub.auth.profile.Evidence;
import io.github.cxoneauthstub.auth.profile.Reason;
import io.github.cxoneauthstub.auth.profile.Trait;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which secret it was, and whose. */
final class ClientDetectors {
    /** A shorter beginning of a secret is a chance hit. */
    private static final int SHORTEST_BEGINNING = 4;

    /** 32 bytes in base32, with or without its padding. */
    private static final Pattern ACCESS_KEY = Pattern.compile("[A-Z2-7]{52}(={4})?");

    private static final Pattern NUMBER = Pattern.compile("\\d{3,12}");

    private ClientDetectors() {}

    private static final Detector SECRET_ROTATED = Detector.of(
            Mistake.SECRET_ROTATED,
            decided -> Attempt.first(decided, ClientDetectors::rotated),
            "deploy the new secret to every place that has a copy: each node, job and cache; read it again when it is"
                    + " refused",
            Evidence.claimed("forum thread 11042"));

    private static final Detector SECRET_EXPIRED = Detector.of(
            Mistake.SECRET_EXPIRED,
            ClientDetectors::expired,
            "have a new secret made in the portal and deployed before the end of the old one; no retry helps",
            Evidence.claimed("forum threads 003 and 004"));

    private static final Detector SECRET_OF_ANOTHER_CLIENT = Detector.of(
            Mistake.SECRET_OF_ANOTHER_CLIENT,
            decided -> Attempt.first(decided, attempt -> ofAnother(attempt, decided)),
            "read id and secret from one place, named after the application and the environment",
            Evidence.assumed("forum thread 001, whose variables are named after another product"));

    private static final Detector SECRET_CUT_OFF = Detector.of(
            Mistake.SECRET_CUT_OFF,
            decided -> Attempt.first(decided, ClientDetectors::cutOff),
            "look how it is stored and read: a split at = or :, a # that begins a comment, a $ that a shell replaces, a"
                    + " column that is too short",
            Evidence.assumed("nobody tells of it; secrets that end in = invite it"));

    private static final Detector SWAPPED = Detector.of(
                    Mistake.SWAPPED,
                    decided -> Attempt.first(decided, ClientDetectors::swapped),
                    "put the id first and the secret second",
                    Evidence.assumed("RFC 7617 section 2 has the id before the colon; nobody tells of a real case"))
            .in(Library.REQUESTS, "requests.post(url, auth=(client_id, client_secret), data=form)")
            .in(Library.CURL, "curl -u \"$CLIENT_ID:$CLIENT_SECRET\" -d grant_type=client_credentials \"$TOKEN_URL\"")
            .in(Library.SPRING, ".headers(headers -> headers.setBasicAuth(clientId, clientSecret))");

    private static final Detector ID_MISSPELT = Detector.of(
            Mistake.ID_MISSPELT,
            decided -> Attempt.first(decided, attempt -> misspelt(attempt, decided)),
            "copy the id from the registration; ids are compared exactly",
            Evidence.assumed("RFC 6749 section 2.2: the id is a unique string; whether case counts is nowhere said"));

    private static final Detector APP_DISABLED = Detector.of(
            Mistake.APP_DISABLED,
            decided -> decided.fellAt(Reason.CLIENT_DISABLED)
                    ? Optional.of("the application is disabled, and nothing else is wrong with what was sent of it")
                    : Optional.empty(),
            "have the application enabled in the portal; alert somebody, no retry helps",
            Evidence.claimed("forum threads 002, 003 and 15866"));

    private static final Detector ACCESS_KEY_AS_CLIENT = Detector.of(
            Mistake.ACCESS_KEY_AS_CLIENT,
            decided -> Attempt.first(decided, attempt -> accessKey(attempt, decided)),
            "use the id and the secret of a registered application; an access key belongs to a user and is sent as"
                    + " username and password of the password grant",
            Evidence.documented(
                    "the vendor's guide to back-end applications; forum threads 9207 and 18206 mix them up"));

    private static final Detector SECRET_OF_PUBLIC_CLIENT = Detector.of(
            Mistake.SECRET_OF_PUBLIC_CLIENT,
            whereTheyAreServed(decided -> PlaceDetectors.way(decided)
                    .flatMap(way -> decided.client().filter(Client::isPublic))
                    .map(client -> "a secret from client " + client.id() + ", which is public and has none")),
            "send client_id alone in the form, without a secret and without a header",
            Evidence.documented("NICE's app registration: the type public; RFC 6749 section 2.1"));

    private static final Detector SECRET_LEFT_OUT = Detector.of(
            Mistake.SECRET_LEFT_OUT,
            decided -> decided.fellAt(Reason.CREDENTIALS_MISSING)
                            && Surroundings.noValue(decided).isEmpty()
                    ? Attempt.first(decided, ClientDetectors::withoutSecret)
                    : Optional.empty(),
            "send the secret, too; only a client that is registered as public has none",
            Evidence.assumed("RFC 6749 section 3.2.1"));

    private static final Detector BUSINESS_UNIT_FOR_SECRET = Detector.of(
            Mistake.BUSINESS_UNIT_FOR_SECRET,
            ClientDetectors::businessUnit,
            "send app@vendor:secret for client_credentials, app@vendor:businessUnit for password",
            Evidence.documented("NICE's getting started, and a Ruby client of its API"));

    static final List<Detector> ALL = List.of(
            SECRET_ROTATED,
            SECRET_EXPIRED,
            SECRET_OF_ANOTHER_CLIENT,
            SECRET_CUT_OFF,
            SWAPPED,
            ID_MISSPELT,
            APP_DISABLED,
            ACCESS_KEY_AS_CLIENT,
            SECRET_OF_PUBLIC_CLIENT,
            SECRET_LEFT_OUT,
            BUSINESS_UNIT_FOR_SECRET);

    private static Optional<String> rotated(Attempt attempt) {
        if (attempt.hasRightSecret()) {
            return Optional.empty();
        }
        return attempt.holder()
                .filter(client -> attempt.secrets().anyMatch(client.formerSecrets()::contains))
                .map(client -> {
                    long after = client.formerSecrets().stream()
                            .takeWhile(former -> attempt.secrets().noneMatch(former::equals))
                            .count();
                    return "the " + attempt.whose().secret() + " was valid until it was rotated"
                            + (after == 0 ? "" : ", and " + (after + 1) + " rotations have passed since");
                });
    }

    private static Optional<String> expired(Case decided) {
        return decided.client()
                .filter(client -> decided.fellAt(Reason.SECRET_EXPIRED))
                .flatMap(Client::secretExpires)
                .map(end -> "the secret is the right one, but it expired at " + end + ", " + since(end, decided.now()));
    }

    private static String since(Instant end, Instant now) {
        Duration ago = Duration.between(end, now);
        if (ago.isZero()) {
            return "at this very second";
        }
        return ago.toDays() > 1
                ? ago.toDays() + " days ago"
                : ago.toHours() > 1 ? ago.toHours() + " hours ago" : ago.toSeconds() + " seconds ago";
    }

    private static Optional<String> ofAnother(Attempt attempt, Case decided) {
        List<String> owners = attempt.holders().stream()
                .filter(client -> attempt.secrets().anyMatch(client::hasSecret))
                .map(Holder::id)
                .limit(3)
                .toList();
        boolean isTold = owners.isEmpty()
                || (attempt.holder().isPresent() && attempt.hasRightSecret())
                || Encoding.isTooLittle(attempt)
                || idIsTold(attempt, decided)
                || misspelt(attempt, decided).isPresent();
        return isTold
                ? Optional.empty()
                : Optional.of("the " + attempt.whose().secret() + " is that of "
                        + attempt.whose().holder() + " " + String.join(", ", owners)
                        + (attempt.holder().isPresent() ? ", the id is not" : ", the id is nobody's"));
    }

    private static Optional<String> cutOff(Attempt attempt) {
        return attempt.holder()
                .map(Holder::secret)
                .flatMap(secret -> attempt.secrets()
                        .filter(sent -> isBeginning(sent, secret))
                        .findFirst()
                        .map(sent -> beginning(attempt.whose(), sent.length(), secret)))
                .filter(told -> !attempt.hasRightSecret()
                        && !Encoding.isTooLittle(attempt)
                        && rotated(attempt).isEmpty());
    }

    private static boolean isBeginning(String sent, String secret) {
        return sent.length() < secret.length()
                && sent.length() >= Math.min(8, Math.max(SHORTEST_BEGINNING, secret.length() / 2))
                && secret.startsWith(sent);
    }

    private static String beginning(Whose whose, int sent, String secret) {
        boolean isPadding = secret.substring(sent).chars().allMatch(c -> c == '=');
        return "of the " + secret.length() + " characters of the " + whose.secret() + " only the first " + sent
                + " were sent" + (isPadding ? "; the = at its end are missing" : "");
    }

    /** No client is named: an id in the place of a secret is held for one. */
    private static Optional<String> swapped(Attempt attempt) {
        if (attempt.isRight()) {
            return Optional.empty();
        }
        for (Holder client : attempt.holders()) {
            boolean swapped = attempt.readings().stream()
                    .anyMatch(sent -> attempt.isBasic()
                            // the secret may have a colon
                            ? isSwapped(sent.id() + ":" + sent.secret(), client)
                            : client.hasSecret(sent.id()) && client.id().equals(sent.secret()));
            if (swapped) {
                return Optional.of("the " + attempt.whose().secret()
                        + " stands in the place of the id, the id in that of the secret");
            }
            if (attempt.readings().stream()
                    .anyMatch(
                            sent -> client.id().equals(sent.id()) && client.id().equals(sent.secret()))) {
                return Optional.of("the " + attempt.whose().id() + " stands in the place of the secret, too");
            }
        }
        return Optional.empty();
    }

    private static boolean isSwapped(String joined, Holder client) {
        String end = ":" + client.id();
        return joined.endsWith(end) && client.hasSecret(joined.substring(0, joined.length() - end.length()));
    }

    private static Optional<String> misspelt(Attempt attempt, Case decided) {
        return attempt.holder().isPresent()
                ? Optional.empty()
                : attempt.ids()
                        .flatMap(sent -> Misspelling.of(sent, attempt).stream())
                        .findFirst()
                        .filter(found -> !idIsTold(attempt, decided))
                        .map(found -> "the " + attempt.whose().id() + " of "
                                + Seen.count(found.sent().length(), "character")
                                + " is nobody's; nearest is " + decided.show().quoted(found.meant()) + ": "
                                + found.difference());
    }

    /** Whether something more particular is known of a wrong id. */
    private static boolean idIsTold(Attempt attempt, Case decided) {
        return attempt.holder().isEmpty()
                && (attempt.ids()
                                .anyMatch(id -> NoValue.word(id).isPresent()
                                        || NoValue.name(id).isPresent())
                        || swapped(attempt).isPresent()
                        || accessKey(attempt, decided).isPresent()
                        || Stream.of(Encoding.twice(attempt), Surroundings.invisible(attempt))
                                .flatMap(Optional::stream)
                                .anyMatch(told ->
                                        told.startsWith("the " + attempt.whose().id())));
    }

    private static Optional<String> accessKey(Attempt attempt, Case decided) {
        if (attempt.whose() != Whose.CLIENT || attempt.holder().isPresent()) {
            return Optional.empty();
        }
        if (decided.accessKeys().stream()
                .map(AccessKey::id)
                .anyMatch(id -> attempt.ids().anyMatch(id::equals))) {
            return Optional.of("the id is that of an access key, not of an application");
        }
        return attempt.ids().anyMatch(id -> ACCESS_KEY.matcher(id).matches())
                ? Optional.of("the id looks like that of an access key: 52 characters of base32")
                : Optional.empty();
    }

    /** Looks at requests to an endpoint that takes public clients. */
    private static Function<Case, Optional<String>> whereTheyAreServed(Function<Case, Optional<String>> sees) {
        return decided -> decided.profile().has(Trait.PUBLIC_CLIENTS)
                        && decided.duty().filter(Duty.INTROSPECT::equals).isEmpty()
                ? PlaceDetectors.whereSecretsAre(sees).apply(decided)
                : Optional.empty();
    }

    private static Optional<String> withoutSecret(Attempt attempt) {
        return attempt.whose() == Whose.CLIENT
                        && attempt.place() != Place.QUERY
                        && attempt.secrets().allMatch(String::isEmpty)
                ? attempt.holder()
                        .filter(client -> !client.secret().isEmpty())
                        .map(client -> "the id of client " + client.id() + ", which has a secret, and no secret")
                : Optional.empty();
    }

    private static Optional<String> businessUnit(Case decided) {
        boolean isAsItself = decided.parameters()
                .value("grant_type")
                .filter(GrantType.CLIENT_CREDENTIALS.parameter()::equals)
                .isPresent();
        return decided.fellAt(Reason.SECRET_WRONG)
                        && isAsItself
                        && decided.profile().has(Trait.BUSINESS_UNIT_AS_SECRET)
                ? Attempt.first(
                        decided,
                        attempt -> attempt.secrets()
                                .filter(NUMBER.asMatchPredicate())
                                .findFirst()
                                .map(sent -> "a number of " + sent.length()
                                        + " digits, as business units have, in the place of the secret"))
                : Optional.empty();
    }
}
