package io.github.cxoneauthstub.diagnosis;

import io.github.cxoneauthstub.auth.Case;
import io.github.cxoneauthstub.auth.SentCredentials;
import io.github.cxoneauthstub.auth.client.AuthMethod;
import io.github.cxoneauthstub.auth.profile.Reason;
import io.github.cxoneauthstub.auth.request.FormEncoding;
import io.github.cxoneauthstub.diagnosis.Attempt.Value;
import java.util.Optional;
import java.util.stream.Stream;

/** Secrets that were encoded too little or too much; each method gives the sentence of one detector. */
final class Encoding {
    private static final int MOST_TIMES = 4;
    private static final int MOST_AMPERSANDS = 16;

    private Encoding() {}

    static Optional<String> plusAsBlank(Attempt attempt) {
        if (attempt.hasRightSecret()) {
            return Optional.empty();
        }
        boolean isIt = attempt.secrets()
                        .filter(sent -> sent.indexOf(' ') >= 0)
                        .anyMatch(sent -> attempt.isSecret(sent.replace(' ', '+')))
                || first(attempt)
                        .filter(sent -> sent.indexOf('+') >= 0)
                        .filter(sent -> attempt.isSecret(keepingPlus(sent)))
                        .isPresent();
        return told(
                isIt, "a + of the " + attempt.whose().secret() + " was not encoded, and a form reads it as a blank");
    }

    static Optional<String> cutAtAmpersand(Attempt attempt) {
        String rest = attempt.hasRightSecret() ? "" : attempt.rest().orElse("");
        int end = rest.indexOf('&');
        for (int times = 0; end >= 0 && times < MOST_AMPERSANDS; times++) {
            int next = rest.indexOf('&', end + 1);
            String more = rest.substring(0, next < 0 ? rest.length() : next);
            if (readings(more).anyMatch(attempt::isSecret)) {
                int arrived = Attempt.text(FormEncoding.decodeLeniently(rest.substring(0, rest.indexOf('&'))))
                        .length();
                return Optional.of("an & of the " + attempt.whose().secret() + " was not encoded, so "
                        + attempt.whose().parameter() + " ended before it, after " + arrived + " characters");
            }
            end = next;
        }
        return Optional.empty();
    }

    static Optional<String> percentNotEncoded(Attempt attempt) {
        Optional<String> sent = first(attempt).filter(value -> value.indexOf('%') >= 0);
        boolean isIt = sent.filter(value ->
                        FormEncoding.decode(value).filter(attempt::isSecret).isEmpty())
                .filter(value -> attempt.isSecret(Attempt.text(value)) || isAllButPercent(value, attempt))
                .isPresent();
        boolean isEscape = sent.flatMap(FormEncoding::decode).isPresent();
        return told(
                isIt,
                "a % of the " + attempt.whose().secret() + " was not encoded, and "
                        + (isEscape
                                ? "a form reads it and what follows as an escape"
                                : "what follows it is no escape"));
    }

    /** Encoded by hand, the % forgotten. */
    private static boolean isAllButPercent(String sent, Attempt attempt) {
        return attempt.candidates().stream()
                .anyMatch(holder ->
                        FormEncoding.encode(holder.secret()).replace("%25", "%").equals(sent));
    }

    /** Whether one of the three before this one has told of the secret. */
    static boolean isTooLittle(Attempt attempt) {
        return plusAsBlank(attempt).isPresent()
                || cutAtAmpersand(attempt).isPresent()
                || percentNotEncoded(attempt).isPresent();
    }

    static Optional<String> twice(Attempt attempt) {
        return isTooLittle(attempt)
                ? Optional.empty()
                : Surroundings.joined(attempt.asRead().wrong().flatMap(value -> twice(value).stream()));
    }

    private static Optional<String> twice(Value value) {
        String sent = value.sent();
        for (int times = 1; times < MOST_TIMES; times++) {
            String decoded = keepingPlus(sent);
            if (decoded.equals(sent)) {
                break;
            }
            if (value.right().test(decoded) || value.right().test(FormEncoding.decodeLeniently(sent))) {
                return Optional.of("the " + value.name() + " was percent-encoded "
                        + (times == 1 ? "once" : times + " times") + " more than it should be");
            }
            sent = decoded;
        }
        return escaped(value);
    }

    private static Optional<String> escaped(Value value) {
        if (Base64Text.decode(value.sent())
                .filter(text -> value.right().test(text.strip()))
                .isPresent()) {
            return Optional.of("the " + value.name() + " is in base64, as Kubernetes stores secrets");
        }
        if (value.right().test(withoutEntities(value.sent()))) {
            return Optional.of("the " + value.name() + " is escaped for HTML or XML");
        }
        boolean isIt = value.sent().indexOf('\\') >= 0
                && value.right().test(value.sent().replaceAll("\\\\(.)", "$1"));
        return told(isIt, "the " + value.name() + " has backslashes before some characters, as for a shell or JSON");
    }

    private static String withoutEntities(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&apos;", "'")
                .replace("&#x2B;", "+")
                .replace("&#61;", "=")
                .replace("&#x3D;", "=")
                .replace("&amp;", "&");
    }

    /**
     * Right as it is, another one when it is read as RFC 6749 section 2.3.1 has it. Where that is taken, nothing is
     * wrong: of the clients in production some encode and some do not, and the exchange notes which way it was.
     */
    static Optional<String> rawInBasic(Attempt attempt, Case decided) {
        if (!attempt.isBasic() || !decided.profile().credentials().takes(AuthMethod.BASIC)) {
            return Optional.empty();
        }
        SentCredentials raw = attempt.readings().get(0);
        if (attempt.isRight()) {
            return told(
                    decided.fellAt(Reason.BASIC_NOT_FORM_ENCODED),
                    "id and secret are in Basic as they are, and read as a form, as RFC 6749 has it, they are others");
        }
        return told(
                attempt.holders().stream().anyMatch(client -> isSplitInItsId(client, raw)),
                "the id has a colon and is in Basic as it is, so it ends at that colon");
    }

    private static boolean isSplitInItsId(Holder client, SentCredentials raw) {
        String joined = raw.id() + ":" + raw.secret();
        return client.id().indexOf(':') >= 0
                && joined.startsWith(client.id() + ":")
                && client.hasSecret(joined.substring(client.id().length() + 1));
    }

    /** What arrived as client_secret, before it was decoded. */
    private static Optional<String> first(Attempt attempt) {
        return attempt.rest().map(rest -> rest.substring(0, (rest + "&").indexOf('&')));
    }

    private static Stream<String> readings(String sent) {
        return Stream.of(Attempt.text(sent), keepingPlus(sent), FormEncoding.decodeLeniently(sent));
    }

    private static String keepingPlus(String encoded) {
        return FormEncoding.decodeLeniently(encoded.replace("+", "%2B"));
    }

    private static Optional<String> told(boolean isIt, String sentence) {
        return isIt ? Optional.of(sentence) : Optional.empty();
    }
}
