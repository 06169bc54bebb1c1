package io.github.cxoneauthstub.auth;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.cxoneauthstub.auth.JsonValue.JsonObject;
import io.github.cxoneauthstub.auth.JsonValue.JsonString;
import io.github.cxoneauthstub.auth.client.AccessKey;
import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.exchange.Exchange.Kind;
import io.github.cxoneauthstub.auth.exchange.Explanation;
import io.github.cxoneauthstub.auth.exchange.Redactor;
import io.github.cxoneauthstub.auth.profile.BodyFormat;
import io.github.cxoneauthstub.auth.profile.Duty;
import io.github.cxoneauthstub.auth.profile.Profile;
import io.github.cxoneauthstub.auth.profile.Reason;
import io.github.cxoneauthstub.auth.request.ArrivedRequest;
import io.github.cxoneauthstub.auth.request.Authorization;
import io.github.cxoneauthstub.auth.request.Form;
import io.github.cxoneauthstub.auth.token.AccessToken;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One decided request as a {@link Diagnosis} looks at it: what arrived, in several readings, and what the server knew
 * when it decided that has a bearing on it. Secrets are in it in clear; whatever is told of them goes through
 * {@link #show()}. Looking changes nothing. Safe for use by several threads; readings are made when they are first
 * asked for, and never of more than the first {@value #LOOKED_AT} bytes of a body.
 *
 * @since 0.1.0
 */
public final class Case {
    /** A token request is far shorter. */
    static final int LOOKED_AT = 16 << 10;

    private final ArrivedRequest request;
    private final Outcome outcome;
    private final Known known;
    private final Function<byte[], JsonReading> json;

    private final Map<Reading<?>, Object> shared = new HashMap<>();
    private final Lazy<Redactor> show;
    private final Lazy<String> text = new Lazy<>(() -> new String(begin(), ISO_8859_1));
    private final Lazy<Form> form = new Lazy<>(() -> Form.parse(begin()));
    private final Lazy<Form> query = new Lazy<>(this::readQuery);
    private final Lazy<Optional<JsonObject>> object = new Lazy<>(this::readObject);
    private final Lazy<Form> parameters = new Lazy<>(this::readParameters);
    private final Lazy<List<SentCredentials>> sent = new Lazy<>(() -> SentCredentials.in(this));

    /**
     * What became of the request.
     *
     * @param asked which part of the server was asked, and the dialect that answered
     * @param why why it was refused; empty if it was not
     * @param clientId the registered client that it came from, once that was known
     * @param token the token that was presented, once it was known; or the one that was issued
     */
    record Outcome(Addressee asked, Optional<Explanation> why, Optional<String> clientId, Optional<AccessToken> token) {
        Optional<Reason> reason() {
            return why.map(Explanation::reason);
        }
    }

    /**
     * What the server knew when it decided.
     *
     * @param now the virtual time
     * @param clients those registered
     * @param accessKeys the access keys
     * @param tokenPaths the served token paths, each with its dialect
     */
    record Known(Instant now, List<Client> clients, List<AccessKey> accessKeys, Map<String, Profile> tokenPaths) {}

    /**
     * A way to read a case whose result is kept with the case.
     *
     * @param type what it results in
     * @param making makes it, when it is first asked for
     */
    public record Reading<T>(Class<T> type, Function<Case, T> making) {}

    Case(
            ArrivedRequest request,
            Outcome outcome,
            Known known,
            Supplier<Redactor> show,
            Function<byte[], JsonReading> json) {
        this.request = request;
        this.outcome = outcome;
        this.known = known;
        this.show = new Lazy<>(show);
        this.json = json;
    }

    /** As it arrived. */
    public ArrivedRequest request() {
        return request;
    }

    /** Which part of the server was asked. */
    public Kind kind() {
        return outcome.asked().kind();
    }

    /** What the endpoint that was asked is there for; empty for what is no endpoint of a dialect. */
    public Optional<Duty> duty() {
        return outcome.asked().duty();
    }

    /** Whether the endpoint that was asked reads such a body. */
    public boolean reads(BodyFormat format) {
        return duty().filter(duty -> profile().bodiesOf(duty).contains(format)).isPresent();
    }

    /** The dialect that answered; the default one where no dialect was asked. */
    public Profile profile() {
        return outcome.asked().profile();
    }

    /** Why it was refused; empty if it was not. */
    public Optional<Reason> reason() {
        return outcome.reason();
    }

    /** Whether it was refused for this reason. */
    public boolean fellAt(Reason reason) {
        return outcome.reason().filter(reason::equals).isPresent();
    }

    /** What the rule saw at which it fell, as a sentence that may be shown; empty if it was not refused. */
    public String told() {
        return outcome.why().map(Explanation::seen).orElse("");
    }

    /** The registered client that it came from, or the one whose id stands anywhere in it. */
    public Optional<Client> client() {
        return outcome.clientId()
                .flatMap(this::client)
                .or(() -> sent().stream()
                        .flatMap(each -> client(each.id()).stream())
                        .findFirst());
    }

    private Optional<Client> client(String id) {
        return known.clients().stream().filter(client -> client.id().equals(id)).findFirst();
    }

    /** The token that was presented at a resource, if it is known here, or the one that was issued. */
    public Optional<AccessToken> token() {
        return outcome.token();
    }

    /** The virtual time. */
    public Instant now() {
        return known.now();
    }

    /** The registered clients, their secrets in clear. */
    public List<Client> clients() {
        return known.clients();
    }

    /** The access keys, their secrets in clear. */
    public List<AccessKey> accessKeys() {
        return known.accessKeys();
    }

    /** The ids of the registered clients. */
    List<String> clientIds() {
        return known.clients().stream().map(Client::id).toList();
    }

    /** The served token paths, each with its dialect. */
    public Map<String, Profile> tokenPaths() {
        return known.tokenPaths();
    }

    /** Makes words of a client fit to be shown. */
    public Redactor show() {
        return show.get();
    }

    /** A reading of this case that several detectors share. */
    public <T> T read(Reading<T> reading) {
        synchronized (shared) {
            Object made = shared.get(reading);
            if (made == null) {
                made = reading.making().apply(this);
                shared.put(reading, made);
            }
            return reading.type().cast(made);
        }
    }

    /** The first Authorization header. */
    public Optional<Authorization> authorization() {
        return request.value("Authorization").map(Authorization::parse);
    }

    /** The beginning of the body, each character one byte. */
    public String text() {
        return text.get();
    }

    /** The beginning of the body, read as a form whatever its label. */
    public Form form() {
        return form.get();
    }

    /** The body, if it is a JSON object and nothing else, whatever its label. */
    public Optional<JsonObject> jsonObject() {
        return object.get();
    }

    /** The members of the body that are texts if it is a JSON object, otherwise {@link #form()}. */
    public Form parameters() {
        return parameters.get();
    }

    /** The query, read as a form; no more of it than of a body. */
    public Form query() {
        return query.get();
    }

    /** The names in the query whose value is a secret; they may be shown. */
    public List<String> secretsInQuery() {
        return RequestRules.secretsIn(query());
    }

    /** Whether parameters of requests are called so, here or at another endpoint; such a name may be shown. */
    public boolean isUsual(String name) {
        return ParameterNames.isKnown(name);
    }

    /**
     * Names of parameters as the list of a sentence: those that are usual as they are, any other counted only, because
     * half a secret that was not encoded may stand in the place of a name.
     */
    public String names(Collection<String> names) {
        return ParameterNames.shown(names);
    }

    /** All ids and secrets of clients in it, wherever they stand. */
    public List<SentCredentials> sent() {
        return sent.get();
    }

    /** All ids and secrets of access keys in it, wherever they stand. */
    public List<SentCredentials> sentKeys() {
        return SentCredentials.ofKeys(this);
    }

    private byte[] begin() {
        byte[] body = request.body();
        return body.length <= LOOKED_AT ? body : Arrays.copyOf(body, LOOKED_AT);
    }

    private Form readParameters() {
        return jsonObject()
                .map(object -> {
                    Map<String, String> texts = new LinkedHashMap<>();
                    object.members().forEach(member -> {
                        if (member.value() instanceof JsonString text) {
                            texts.put(member.name(), text.text());
                        }
                    });
                    return Form.of(texts);
                })
                .orElseGet(this::form);
    }

    private Form readQuery() {
        return request.query()
                .map(query -> query.substring(0, Math.min(query.length(), LOOKED_AT)))
                .map(Form::parse)
                .orElse(Form.EMPTY);
    }

    private Optional<JsonObject> readObject() {
        boolean maybe =
                request.body().length <= LOOKED_AT && text().stripLeading().startsWith("{");
        return maybe
                        && json.apply(request.body()) instanceof JsonReading.Whole read
                        && read.value() instanceof JsonObject found
                ? Optional.of(found)
                : Optional.empty();
    }

    /** The reason; no word of the client. */
    @Override
    public String toString() {
        return "Case[" + kind() + outcome.reason().map(reason -> ", " + reason).orElse("") + "]";
    }
}
