package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.client.AccessKeyStore;
import io.github.cxoneauthstub.auth.client.ClientStore;
import io.github.cxoneauthstub.auth.exchange.ExchangeLog;
import io.github.cxoneauthstub.auth.token.AccessToken;
import io.github.cxoneauthstub.auth.token.AuthorizationCode;
import io.github.cxoneauthstub.auth.token.KeyRing;
import io.github.cxoneauthstub.auth.token.OneTimeLedger;
import io.github.cxoneauthstub.auth.token.RefreshToken;
import io.github.cxoneauthstub.auth.token.TokenLedger;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * The state of one simulated server: all that a test can change, in one place. A fork begins with the same state and
 * goes its own way; that is how each test method starts from what its class prepared.
 *
 * @param configuration what it was started with
 * @param time the virtual time
 * @param clients the registered clients
 * @param accessKeys the access keys
 * @param keys the signing keys
 * @param ledger the tokens
 * @param refreshTokens the refresh tokens
 * @param codes the authorization codes
 * @param rate how often each token was used
 * @param resources the guarded resources
 * @param script the mishaps to come
 * @param expectations what the test means to happen
 * @param log the exchanges
 */
record Simulation(
        Configuration configuration,
        VirtualTime time,
        ClientStore clients,
        AccessKeyStore accessKeys,
        KeyRing keys,
        TokenLedger ledger,
        OneTimeLedger<RefreshToken> refreshTokens,
        OneTimeLedger<AuthorizationCode> codes,
        RequestRate rate,
        ResourceTable resources,
        Script script,
        Expectations expectations,
        ExchangeLog log) {

    static Simulation begin(
            Configuration configuration,
            Clock source,
            RandomGenerator random,
            KeyRing keys,
            Map<ResourceDescription, Resource> resources) {
        return begin(
                configuration,
                new VirtualTime(source),
                new ClientStore(configuration.clients()),
                new AccessKeyStore(configuration.accessKeys()),
                keys,
                new TokenLedger(random),
                resources);
    }

    /** The first state that this one had, with the keys of now. */
    Simulation restarted(Map<ResourceDescription, Resource> firstResources) {
        return begin(
                configuration,
                time.restarted(),
                clients.restarted(configuration.clients()),
                accessKeys.restarted(configuration.accessKeys()),
                keys,
                ledger.restarted(),
                firstResources);
    }

    private static Simulation begin(
            Configuration configuration,
            VirtualTime time,
            ClientStore clients,
            AccessKeyStore accessKeys,
            KeyRing keys,
            TokenLedger ledger,
            Map<ResourceDescription, Resource> resources) {
        return new Simulation(
                configuration,
                time,
                clients,
                accessKeys,
                keys,
                ledger,
                new OneTimeLedger<>(),
                new OneTimeLedger<>(),
                new RequestRate(),
                new ResourceTable(resources),
                new Script(),
                new Expectations(),
                new ExchangeLog());
    }

    /**
     * The same state for another to change; its exchanges begin anew.
     *
     * @param other the configuration it goes on with; what is new in it is added, and what was configured, is not in it
     *     and is still as it was goes
     * @param others its resources
     */
    Simulation fork(Configuration other, Map<ResourceDescription, Resource> others) {
        // a client is changed and its tokens are revoked in one step, which must not fall between two parts of a fork
        Simulation fork = ledger.atOneMoment(() -> new Simulation(
                other,
                time.fork(),
                clients.fork(),
                accessKeys.fork(),
                keys.fork(),
                ledger.fork(),
                refreshTokens.fork(),
                codes.fork(),
                rate.fork(),
                resources.fork(others),
                script.fork(),
                expectations.fork(),
                new ExchangeLog()));
        without(configuration.clients(), other.clients()).forEach(fork.clients()::removeUnchanged);
        without(other.clients(), configuration.clients()).forEach(fork.clients()::put);
        without(configuration.accessKeys(), other.accessKeys()).forEach(fork.accessKeys()::removeUnchanged);
        without(other.accessKeys(), configuration.accessKeys()).forEach(fork.accessKeys()::put);
        return fork;
    }

    private static <T> List<T> without(List<T> all, List<T> others) {
        return all.stream().filter(each -> !others.contains(each)).toList();
    }

    /**
     * Revokes tokens and notes it with the exchanges that issued them: no client can know of it, so nothing that it did
     * before is held against it afterwards.
     *
     * @param because what did it, as the end of a sentence that begins with "it was revoked"
     * @return how many were revoked
     */
    int revoke(Predicate<AccessToken> which, String because) {
        int after = log.lastNumber();
        Set<String> revoked = ledger.revoke(which, because);
        log.revoked(after, revoked::contains);
        return revoked.size();
    }

    /**
     * Ends a session in one step: its access tokens and refresh tokens are revoked, and those that are being issued
     * will be.
     *
     * @param because what did it, as the end of a sentence that begins with "it was revoked"
     * @return how many were revoked
     */
    int end(String session, String because) {
        int after = log.lastNumber();
        Set<String> revoked = new HashSet<>();
        AtomicInteger renewals = new AtomicInteger();
        ledger.exclusively(() -> {
            revoked.addAll(ledger.end(session, time.now(), because));
            renewals.set(revokeRefreshTokens(each -> each.session().equals(session), because));
        });
        log.revoked(after, revoked::contains);
        return revoked.size() + renewals.get();
    }

    /**
     * Revokes refresh tokens.
     *
     * @param because what did it, as the end of a sentence that begins with "it was revoked"
     * @return how many were revoked
     */
    int revokeRefreshTokens(Predicate<RefreshToken> which, String because) {
        return refreshTokens.revoke(which, because);
    }

    /** Every secret that ever was valid here: what must never be shown. It stays as it is. */
    List<String> secrets() {
        List<String> ofKeys = accessKeys.secrets();
        return ofKeys.isEmpty()
                ? clients.secrets()
                : Stream.concat(clients.secrets().stream(), ofKeys.stream()).toList();
    }
}
