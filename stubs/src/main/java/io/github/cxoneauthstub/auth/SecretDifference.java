package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.client.AuthMethod;
import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.request.FormEncoding;
import java.util.List;
import java.util.function.BiPredicate;

/** How a wrong secret differs from the registered one, told without either of them. */
@SuppressWarnings("ImmutableEnumChecker") // the lambdas capture nothing
enum SecretDifference {
    FORMER(
            Client::hadSecret,
            "a secret that was valid until it was rotated",
            "deploy the new secret to every node; a copy of the old one is still in use"),
    EMPTY(
            (client, sent) -> sent.isEmpty(),
            "an empty secret",
            "look at the variable that it was read from: it had no value"),
    LITERAL((client, sent) -> NoValue.isWrittenOut(sent), NoValue.SEEN, NoValue.ADVICE),
    SURROUNDED(
            (client, sent) -> client.hasSecret(sent.strip()),
            "the registered secret with blanks or a line end around it",
            "strip the secret after reading it"),
    QUOTED(
            (client, sent) -> client.hasSecret(sent.replaceAll("^[\"'\\u2018-\\u201f]|[\"'\\u2018-\\u201f]$", "")),
            "the registered secret in quotation marks",
            "take the quotation marks off; a shell, a YAML file or a text editor has kept or made them"),
    INVISIBLE(
            (client, sent) -> client.hasSecret(sent.replaceAll("[\\p{Cf}\\p{Z}\\ufeff]", "")),
            "the registered secret with invisible characters in it",
            "type it again: copying from a portal or a PDF brings zero-width characters and hard blanks along"),
    PLUS_AS_BLANK(
            (client, sent) -> sent.indexOf(' ') >= 0 && client.hasSecret(sent.replace(' ', '+')),
            "the registered secret, in which a + arrived as a blank",
            "form-encode the value: + is sent as %2B; use URLEncoder.encode(secret, UTF_8) or a form builder"),
    ENCODED_TWICE(
            (client, sent) -> client.hasSecret(FormEncoding.decodeLeniently(sent)),
            "the registered secret, encoded once more than it should be",
            "encode the value exactly once: a form builder and an encoder of your own are one too many"),
    OTHER(
            (client, sent) -> true,
            "a secret that is not the registered one",
            "compare it with the registration: its length, hidden characters, and the variable that it was read from");

    private final BiPredicate<Client, String> applies;
    private final String seen;
    private final String advice;

    SecretDifference(BiPredicate<Client, String> applies, String seen, String advice) {
        this.applies = applies;
        this.seen = seen;
        this.advice = advice;
    }

    /** The first difference that applies, in the order of the constants. */
    static SecretDifference of(ClientAttempt attempt) {
        PresentedCredentials presented = attempt.presented();
        List<String> readings = presented.way() == AuthMethod.BODY
                ? List.of(presented.asSent().password())
                : List.of(
                        presented.formDecoded().orElse(presented.asSent()).password(),
                        presented.asSent().password());
        for (SecretDifference difference : values()) {
            if (readings.stream().anyMatch(sent -> difference.applies.test(attempt.client(), sent))) {
                return difference;
            }
        }
        return OTHER;
    }

    String seen() {
        return seen;
    }

    String advice() {
        return advice;
    }
}
