package io.github.cxoneauthstub.diagnosis;

import io.github.cxoneauthstub.auth.Case;
import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.exchange.Mistake;
import io.github.cxoneauthstub.auth.profile.Evidence;
import io.github.cxoneauthstub.auth.profile.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which secret it was, and whose. */
final class ClientDetectors {
    /** A shorter beginning of a secret is a chance hit. */
    private static final int SHORTEST_BEGINNING = 4;

    /** 32 bytes in base32, with or without its padding. */
    private static final Pattern ACCESS_KEY = Pattern.compile("[A-Z2-7]{52}(={4})?");

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
                    ? Optional.of("id and secret are right, but the application is disabled")
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

    static final List<Detector> ALL = List.of(
            SECRET_ROTATED,
            SECRET_EXPIRED,
            SECRET_OF_ANOTHER_CLIENT,
            SECRET_CUT_OFF,
            SWAPPED,
            ID_MISSPELT,
            APP_DISABLED,
            ACCESS_KEY_AS_CLIENT);

    private static Optional<String> rotated(Attempt attempt) {
        if (attempt.hasRightSecret()) {
            return Optional.empty();
        }
        return attempt.client()
                .filter(client -> attempt.secrets().anyMatch(client::hadSecret))
                .map(client -> {
                    long after = client.formerSecrets().stream()
                            .takeWhile(former -> attempt.secrets().noneMatch(former::equals))
                            .count();
                    return "the secret was valid until it was rotated"
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
        List<String> owners = attempt.clients().stream()
                .filter(client -> attempt.secrets().anyMatch(client::hasSecret))
                .map(Client::id)
                .limit(3)
                .toList();
        boolean isTold = owners.isEmpty()
                || (attempt.client().isPresent() && attempt.hasRightSecret())
                || Encoding.isTooLittle(attempt)
                || idIsTold(attempt, decided)
                || misspelt(attempt, decided).isPresent();
        return isTold
                ? Optional.empty()
                : Optional.of("the secret is that of client " + String.join(", ", owners)
                        + (attempt.client().isPresent() ? ", the id is not" : ", the id is nobody's"));
    }

    private static Optional<String> cutOff(Attempt attempt) {
        return attempt.client()
                .map(Client::secret)
                .flatMap(secret -> attempt.secrets()
                        .filter(sent -> isBeginning(sent, secret))
                        .findFirst()
                        .map(sent -> beginning(sent.length(), secret)))
                .filter(told -> !attempt.hasRightSecret()
                        && !Encoding.isTooLittle(attempt)
                        && rotated(attempt).isEmpty());
    }

    private static boolean isBeginning(String sent, String secret) {
        return sent.length() < secret.length()
                && sent.length() >= Math.min(8, Math.max(SHORTEST_BEGINNING, secret.length() / 2))
                && secret.startsWith(sent);
    }

    private static String beginning(int sent, String secret) {
        boolean isPadding = secret.substring(sent).chars().allMatch(c -> c == '=');
        return "of the " + secret.length() + " characters of the secret only the first " + sent + " were sent"
                + (isPadding ? "; the = at its end are missing" : "");
    }

    /** No client is named: an id in the place of a secret is held for one. */
    private static Optional<String> swapped(Attempt attempt) {
        if (attempt.isRight()) {
            return Optional.empty();
        }
        for (Client client : attempt.clients()) {
            boolean swapped = attempt.readings().stream()
                    .anyMatch(sent -> attempt.isBasic()
                            // the secret may have a colon
                            ? isSwapped(sent.id() + ":" + sent.secret(), client)
                            : client.hasSecret(sent.id()) && client.id().equals(sent.secret()));
            if (swapped) {
                return Optional.of("the secret stands in the place of the id, the id in that of the secret");
            }
            if (attempt.readings().stream()
                    .anyMatch(
                            sent -> client.id().equals(sent.id()) && client.id().equals(sent.secret()))) {
                return Optional.of("the id stands in the place of the secret, too");
            }
        }
        return Optional.empty();
    }

    private static boolean isSwapped(String joined, Client client) {
        String end = ":" + client.id();
        return joined.endsWith(end) && client.hasSecret(joined.substring(0, joined.length() - end.length()));
    }

    private static Optional<String> misspelt(Attempt attempt, Case decided) {
        return attempt.client().isPresent()
                ? Optional.empty()
                : attempt.ids()
                        .flatMap(sent -> Misspelling.of(sent, attempt).stream())
                        .findFirst()
                        .filter(found -> !idIsTold(attempt, decided))
                        .map(found -> "the id of " + Seen.count(found.sent().length(), "character")
                                + " is nobody's; nearest is " + decided.show().quoted(found.meant()) + ": "
                                + found.difference());
    }

    /** Whether something more particular is known of a wrong id. */
    private static boolean idIsTold(Attempt attempt, Case decided) {
        return attempt.client().isEmpty()
                && (attempt.ids()
                                .anyMatch(id -> NoValue.word(id).isPresent()
                                        || NoValue.name(id).isPresent())
                        || swapped(attempt).isPresent()
                        || accessKey(attempt, decided).isPresent()
                        || Stream.of(Encoding.twice(attempt), Surroundings.invisible(attempt))
                                .flatMap(Optional::stream)
                                .anyMatch(told -> told.startsWith("the id")));
    }

    private static Optional<String> accessKey(Attempt attempt, Case decided) {
        if (attempt.client().isPresent()) {
            return Optional.empty();
        }
        if (attempt.ids().anyMatch(decided.accessKeyIds()::contains)) {
            return Optional.of("the id is that of an access key, not of an application");
        }
        return attempt.ids().anyMatch(id -> ACCESS_KEY.matcher(id).matches())
                ? Optional.of("the id looks like that of an access key: 52 characters of base32")
                : Optional.empty();
    }
}
