package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.client.AccessKey;
import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.client.GrantType;
import io.github.cxoneauthstub.auth.exchange.Redactor;
import io.github.cxoneauthstub.auth.profile.Reason;
import io.github.cxoneauthstub.auth.request.FormEncoding;
import java.util.List;
import java.util.Optional;

/** What an endpoint demands of an access key: id and secret of a user (RFC 6749 section 4.3.2). */
final class AccessKeyRules {
    private AccessKeyRules() {}

    /**
     * The names of the two parameters.
     *
     * @param id the id's
     * @param secret the secret's
     */
    record Names(String id, String secret) {
        static final Names PASSWORD = new Names("username", "password");
        static final Names JSON = new Names("accessKeyId", "accessKeySecret");
    }

    /**
     * A request in which an access key belongs.
     *
     * @param renewing how a token is renewed in this dialect, as the end of a sentence
     */
    record Place(TokenRequest request, Names names, String renewing) {
        private static final List<String> OF_RENEWALS = List.of("refresh_token", "refreshToken", "token");

        private boolean isRenewal() {
            return names.equals(Names.JSON)
                    && OF_RENEWALS.stream().anyMatch(name -> request.form().has(name));
        }

        private String described() {
            return request.shape() + (isRenewal() ? ", where an access key is expected: this renews no token" : "");
        }

        private String advice() {
            return isRenewal()
                    ? "renew a token by " + renewing
                    : "send the access key's id as " + names.id() + " and its secret as " + names.secret()
                            + "; both are made in the user's settings, the secret is shown once";
        }

        Optional<String> id() {
            return request.form().value(names.id());
        }

        Optional<String> secret() {
            return request.form().value(names.secret());
        }
    }

    /**
     * An access key as it was presented, beside those that there are.
     *
     * @param ownerOfSecret the client whose secret was presented instead
     * @param inJson whether it came in JSON, where nothing is encoded
     */
    record Attempt(
            String id,
            String secret,
            Optional<AccessKey> key,
            List<String> known,
            Optional<Client> ownerOfSecret,
            boolean inJson) {
        /** One that stands behind something that was issued before. */
        static Attempt of(AccessKey key) {
            return new Attempt(key.id(), "", Optional.of(key), List.of(), Optional.empty(), false);
        }

        AccessKey found() {
            return key.orElseThrow();
        }

        private String described() {
            return "access key " + found().id() + " of " + found().user();
        }

        private boolean isStillEncoded() {
            return key.map(AccessKey::id).isEmpty()
                    && FormEncoding.decode(id).filter(known::contains).isPresent();
        }

        private boolean isSecretStillEncoded() {
            return key.isPresent()
                    && FormEncoding.decode(secret).filter(found()::hasSecret).isPresent();
        }

        private String howItWasEncoded() {
            return inJson ? "was percent-encoded, which nobody takes off in JSON" : "was encoded twice";
        }
    }

    /**
     * The tenant of a user beside the client that asks for it.
     *
     * @param user whose tenant it is, as the subject of a sentence
     * @param ofClient the tenant that the client is registered for; empty for one that is for all
     * @param businessUnit the number that came in the place of the client's secret
     */
    record Tenancy(
            String user,
            Tenant ofUser,
            Optional<Client> client,
            Optional<Tenant> ofClient,
            Optional<Long> businessUnit) {
        static Tenancy of(
                String user, Tenant ofUser, Optional<Client> client, Configuration configuration, Trail trail) {
            return new Tenancy(
                    user,
                    ofUser,
                    client,
                    client.flatMap(Client::tenantId).map(Optional::of).map(configuration::tenantOrFirst),
                    trail.businessUnit());
        }

        private boolean isOne() {
            return ofClient.map(ofUser::equals).orElse(true) && isOfUnit();
        }

        private boolean isOfUnit() {
            return businessUnit.map(number -> number == ofUser.businessUnit()).orElse(true);
        }

        private String described() {
            String tenant = user + " of tenant " + ofUser.tenantId();
            return isOfUnit()
                    ? tenant + "; client " + id() + " is of "
                            + ofClient.map(Tenant::tenantId).orElse("")
                    : tenant + ", whose business unit is " + ofUser.businessUnit() + "; client " + id()
                            + " sent the business unit " + businessUnit.orElse(0L);
        }

        private String id() {
            return client.map(Client::id).orElse("");
        }
    }

    /** The grant that is asked for; the access key is how a back end asks at this endpoint. */
    static final Rule<GrantType> DEMANDED = new Rule<>(
            Reason.ACCESS_KEY_DEMANDED,
            "a back end asks with an access key, by grant_type=password",
            grant -> grant != GrantType.CLIENT_CREDENTIALS,
            (grant, show) -> "grant_type client_credentials, which no document of this endpoint has",
            "send grant_type=password with username=<access key id> and password=<access key secret>, and authenticate"
                    + " the client as before; to allow the grant, switch the rule access-key-demanded off");

    static final Rule<Place> PRESENT = new Rule<>(
            Reason.ACCESS_KEY_MISSING,
            "id and secret of the access key are there",
            place -> place.id().isPresent() && place.secret().isPresent(),
            (place, show) -> place.described(),
            Place::advice);

    static final Rule<Attempt> KNOWN = new Rule<>(
            Reason.ACCESS_KEY_UNKNOWN,
            "there is an access key of that id",
            attempt -> attempt.key().isPresent(),
            AccessKeyRules::unknown,
            "compare the id with the access key, to the = at its end; in a form encode it once, as %3D, in JSON leave it"
                    + " as it is. A test names its keys with @CxoneAccessKey(id = ..., secret = ...)");

    static final Rule<Attempt> SECRET = new Rule<>(
            Reason.ACCESS_KEY_WRONG,
            "the secret is that of the access key",
            attempt -> attempt.found().hasSecret(attempt.secret()),
            (attempt, show) -> attempt.described()
                    + attempt.ownerOfSecret()
                            .map(owner -> ", but the secret of client " + owner.id())
                            .orElse(
                                    attempt.isSecretStillEncoded()
                                            ? ", its secret, which " + attempt.howItWasEncoded()
                                            : ", a secret that is not its own"),
            attempt -> "send the access key's secret, not the client's; "
                    + (attempt.inJson()
                            ? "in JSON send it as it is, its = and + included"
                            : "encode it once, its = as %3D, its + as %2B"));

    static final Rule<Attempt> ACTIVE = new Rule<>(
            Reason.ACCESS_KEY_INACTIVE,
            "the access key is active",
            attempt -> attempt.found().active(),
            (attempt, show) -> attempt.described() + ", which was deactivated",
            "have the access key activated, or take another one; no retry helps");

    static final Rule<Tenancy> OF_CLIENTS_TENANT = new Rule<>(
            Reason.ACCESS_KEY_OF_ANOTHER_TENANT,
            "the access key is one of the client's tenant",
            Tenancy::isOne,
            (tenancy, show) -> tenancy.described(),
            tenancy -> tenancy.isOfUnit()
                    ? "take an access key of the client's tenant, or a client that is registered for all tenants"
                    : "send the number of the business unit of the user's tenant behind the colon");

    private static String unknown(Attempt attempt, Redactor show) {
        return "an id of " + attempt.id().length() + " characters"
                + (attempt.isStillEncoded() ? ", which " + attempt.howItWasEncoded() : "") + "; there are "
                + attempt.known();
    }
}
