package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.client.AuthMethod;
import io.github.cxoneauthstub.auth.profile.Reason;
import io.github.cxoneauthstub.auth.request.Authorization;
import io.github.cxoneauthstub.auth.request.BasicCredentials;
import io.github.cxoneauthstub.auth.request.BasicCredentials.Unreadable;
import io.github.cxoneauthstub.auth.request.BasicCredentials.UserPass;
import io.github.cxoneauthstub.auth.request.Form;
import java.util.Optional;

/** What the token endpoint demands of the one who asks (RFC 6749 section 2.3). */
final class ClientRules {
    private ClientRules() {}

    /**
     * A request before the way that the dialect takes credentials.
     *
     * @param byName whether its id alone will do
     */
    record Way(TokenRequest request, AuthMethod taken, boolean byName) {
        private static final String HEADER = "Authorization: Basic base64(id:secret)";
        private static final String FORM = "client_id and client_secret in the form";

        /** Where the credentials belong, as the object of a sentence. */
        String described() {
            return switch (taken) {
                case EITHER -> HEADER + ", or " + FORM;
                case BASIC -> HEADER;
                case BODY -> FORM + ", and no Authorization header";
                case NONE -> "Authorization: Basic base64(clientId@cxone)";
            };
        }
    }

    /** Basic credentials beside the form that came with them. */
    record BasicAndForm(UserPass basic, Form form) {}

    static final Rule<TokenRequest> AUTHORIZATION_ONCE = new Rule<>(
            Reason.AUTHORIZATION_REPEATED,
            "there is at most one Authorization header",
            request -> request.authorizations().size() <= 1,
            (request, show) -> "there were " + request.authorizations().size() + " Authorization headers",
            "set the header once; an interceptor and the request itself may both add it");

    static final Rule<Way> AUTHORIZATION_BASIC = new Rule<>(
            Reason.AUTHORIZATION_NOT_BASIC,
            "an Authorization header at the token endpoint is of the scheme Basic",
            way -> way.request().authorization().isEmpty()
                    || way.request().basic().isPresent(),
            (way, show) -> "the scheme was "
                    + way.request()
                            .authorization()
                            .map(Authorization::schemeName)
                            .orElse("absent"),
            way -> "a token is asked for with the client's own credentials: " + way.described());

    /** RFC 6749 section 2.3: not more than one method in each request. */
    static final Rule<Way> ONE_METHOD = new Rule<>(
            Reason.TWO_AUTH_METHODS,
            "the client authenticates by one method, not by two",
            way -> way.request().basic().isEmpty() || !way.request().hasBodyCredentials(),
            (way, show) -> "an Authorization header and client_secret in the body",
            way -> switch (way.taken()) {
                case EITHER -> "leave out one of the two: the header, or client_id and client_secret in the form";
                case BASIC -> "leave client_id and client_secret out of the form: this endpoint takes the header only";
                case BODY -> "leave the Authorization header out: this endpoint takes the form only";
                case NONE -> "leave both out";
            });

    static final Rule<Way> BASIC_ACCEPTED = new Rule<>(
            Reason.BASIC_NOT_ACCEPTED,
            "the credentials are not in an Authorization header, because this endpoint does not take them there",
            way -> way.request().basic().isEmpty() || way.taken().takes(AuthMethod.BASIC),
            (way, show) -> "an Authorization header of the scheme Basic",
            "send client_id and client_secret in the form, and no Authorization header");

    static final Rule<Way> BODY_ACCEPTED = new Rule<>(
            Reason.BODY_CREDENTIALS_NOT_ACCEPTED,
            "the credentials are not in the body, because this endpoint does not take them there",
            way -> way.request().basic().isPresent()
                    || !way.request().hasBodyCredentials()
                    || way.taken().takes(AuthMethod.BODY),
            (way, show) -> "client_secret in the form and no Authorization header of the scheme Basic",
            "send Authorization: Basic base64(id:secret), and leave client_secret out of the form");

    /** RFC 7617 section 2. */
    static final Rule<BasicCredentials> BASIC_ENCODING = new Rule<>(
            Reason.BASIC_UNREADABLE,
            "what follows Basic is the base64 of id:secret, with padding",
            UserPass.class::isInstance,
            (basic, show) -> basic instanceof Unreadable unreadable ? unreadable.why() : "",
            "use an encoder that neither wraps nor changes the alphabet: Base64.getEncoder() in Java, base64 -w0 in a"
                    + " shell, base64.b64encode(...).decode() in Python");

    /** RFC 7617 section 2: user-id and password must not contain control characters. */
    static final Rule<UserPass> BASIC_TEXT = new Rule<>(
            Reason.BASIC_CONTROL_CHARACTER,
            "neither id nor secret has a control character",
            basic -> basic.controlCharacter().isEmpty(),
            (basic, show) -> basic.controlCharacter().orElse("") + " inside the decoded id:secret",
            "strip the secret after reading it from a file; in a shell use echo -n or printf");

    static final Rule<Way> CREDENTIALS_PRESENT = new Rule<>(
            Reason.CREDENTIALS_MISSING,
            "the client sends its id and its secret",
            way -> way.byName()
                    || way.request().basic().isPresent()
                    || (way.taken() != AuthMethod.NONE
                            && way.request().form().has("client_id")
                            && way.request().form().has("client_secret")),
            (way, show) -> whatIsThere(way.request()),
            way -> "send " + way.described()
                    + (isIgnored(way.request())
                            ? "; send the rest as a form, and " + RequestRules.LABEL
                            : "; an empty value counts as absent"));

    static final Rule<BasicAndForm> ONE_CLIENT_ID = new Rule<>(
            Reason.CLIENT_ID_MISMATCH,
            "client_id in the form, if any, is the id of the Authorization header",
            both -> both.form()
                    .value("client_id")
                    .map(id -> both.basic().userId().equals(id)
                            || both.basic().formDecoded().map(UserPass::userId).equals(Optional.of(id)))
                    .orElse(true),
            (both, show) -> "the form has an id of "
                    + both.form().value("client_id").orElse("").length() + " characters, the header another one of "
                    + both.basic().userId().length(),
            "leave client_id out of the form");

    static final Rule<ClientAttempt> CLIENT_REGISTERED = new Rule<>(
            Reason.CLIENT_UNKNOWN,
            "a client of that id is registered",
            ClientAttempt::isKnown,
            // an id that is nobody's may be half a secret
            (attempt, show) -> "an id of " + attempt.presented().id().length() + " characters; registered are "
                    + attempt.registeredIds(),
            "compare the id with the registration; ids are case-sensitive. A test registers a client with"
                    + " @CxoneClient(id = ..., secret = ...)");

    static final Rule<ClientAttempt> REGISTERED_METHOD = new Rule<>(
            Reason.AUTH_METHOD_NOT_REGISTERED,
            "the client authenticates by the method that it was registered for",
            ClientAttempt::cameByRegisteredMethod,
            (attempt, show) -> "client " + attempt.client().id() + " authenticated "
                    + attempt.presentedHow()
                    + ", but is registered for " + attempt.client().authMethod(),
            "send the credentials the other way, or change the registration");

    static final Rule<ClientAttempt> SECRET_MATCHES = new Rule<>(
            Reason.SECRET_WRONG,
            "the secret is the registered one",
            ClientAttempt::secretMatches,
            (attempt, show) -> "client " + attempt.client().id() + ", " + attempt.insteadOfSecret(show),
            ClientRules::secretAdvice);

    /** RFC 6749 section 2.3.1. */
    static final Rule<ClientAttempt> BASIC_FORM_ENCODED = new Rule<>(
            Reason.BASIC_NOT_FORM_ENCODED,
            "id and secret are form-encoded before they are joined for Basic",
            ClientAttempt::isFormEncoded,
            (attempt, show) -> "client " + attempt.client().id() + ", the right secret as it is, not form-encoded",
            "encode each half first: URLEncoder.encode(id, UTF_8) + ':' + URLEncoder.encode(secret, UTF_8)");

    static final Rule<ClientAttempt> SECRET_CURRENT = new Rule<>(
            Reason.SECRET_EXPIRED,
            "the secret has not expired",
            ClientAttempt::secretIsCurrent,
            (attempt, show) -> "client " + attempt.client().id() + ", the right secret, which expired at "
                    + attempt.client().secretExpires().map(Object::toString).orElse("no time"),
            "have a new secret made in the portal and deployed; no retry helps");

    static final Rule<ClientAttempt> CLIENT_ENABLED = new Rule<>(
            Reason.CLIENT_DISABLED,
            "the client is enabled",
            attempt -> attempt.client().enabled(),
            (attempt, show) -> "client " + attempt.client().id() + ", which is disabled",
            "have the application enabled in the portal; no retry helps");

    /** The id that the header names without a secret, in the way of the regional service. */
    static final Rule<ApplicationName> APPLICATION = new Rule<>(
            Reason.BASIC_NOT_APPLICATION,
            "what follows Basic is the base64 of clientId@cxone, without a colon and without a secret",
            name -> name.id().isPresent(),
            (name, show) -> name.fault(),
            "encode the client's id with @cxone behind it: Base64.getEncoder().encodeToString((clientId +"
                    + " \"@cxone\").getBytes(UTF_8))");

    private static String secretAdvice(ClientAttempt attempt) {
        if (attempt.isUnitOfNoUser()) {
            return "send app@vendor:secret with client_credentials, or ask for a user with grant_type=password and"
                    + " app@vendor:businessUnit";
        }
        return attempt.isForUnit()
                ? "send the number of the business unit of the user's tenant, or the application's secret"
                : "compare it with the registration: its length, hidden characters, and the variable that it was read"
                        + " from";
    }

    private static String whatIsThere(TokenRequest request) {
        boolean inQuery = request.arrived().queryParameters().has("client_id");
        return "no Authorization header, " + request.shape()
                + (isIgnored(request) ? ", which was ignored, because it is not labelled as a form" : "")
                + (inQuery ? "; client_id is in the query, which is not read" : "");
    }

    /** A dialect that does not demand the label ignores the body without it. */
    private static boolean isIgnored(TokenRequest request) {
        return request.arrived().body().length > 0 && !request.isRead();
    }
}
