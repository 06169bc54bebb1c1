package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.request.BasicCredentials;
import io.github.cxoneauthstub.auth.request.BasicCredentials.UserPass;
import io.github.cxoneauthstub.auth.request.Form;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An id and a secret somewhere in a request, whether or not they may stand there. Either may be empty.
 *
 * @param place where they stand
 * @param id as it was sent, with the encoding of its place taken off
 * @param secret the same; in clear
 * @since 0.1.0
 */
public record SentCredentials(Place place, String id, String secret) {

    /** Where credentials stand. */
    public enum Place {
        /** In Basic, the halves as they are. */
        BASIC,
        /** In Basic, each half read as form-encoded (RFC 6749 section 2.3.1). */
        BASIC_DECODED,
        /** In the body, read as a form whatever its label. */
        FORM,
        /** In a JSON object in the body. */
        JSON,
        /** In the query. */
        QUERY
    }

    /** All that a request has, in the order of the places. */
    static List<SentCredentials> in(Case decided) {
        List<SentCredentials> sent = new ArrayList<>();
        decided.authorization()
                .filter(header -> header.is("Basic"))
                .map(header -> BasicCredentials.read(header.credentials().strip()))
                .filter(UserPass.class::isInstance)
                .map(UserPass.class::cast)
                .ifPresent(basic -> {
                    sent.add(new SentCredentials(Place.BASIC, basic.userId(), basic.password()));
                    basic.formDecoded()
                            .filter(decoded -> !decoded.equals(basic))
                            .ifPresent(decoded -> sent.add(
                                    new SentCredentials(Place.BASIC_DECODED, decoded.userId(), decoded.password())));
                });
        sent.addAll(in(decided, "client_id", "client_secret"));
        sent.addAll(in(decided, "clientId", "clientSecret"));
        return sent.stream()
                .sorted(Comparator.comparing(SentCredentials::place))
                .toList();
    }

    /** The same of access keys, which are never in a header. */
    static List<SentCredentials> ofKeys(Case decided) {
        return Stream.of(in(decided, "username", "password"), in(decided, "accessKeyId", "accessKeySecret"))
                .flatMap(List::stream)
                .toList();
    }

    private static List<SentCredentials> in(Case decided, String id, String secret) {
        Form body = decided.parameters();
        Place ofBody = decided.jsonObject().isPresent() ? Place.JSON : Place.FORM;
        return Stream.of(
                        some(ofBody, body.value(id), body.value(secret)),
                        some(
                                Place.QUERY,
                                decided.query().value(id),
                                decided.query().value(secret)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<SentCredentials> some(Place place, Optional<String> id, Optional<String> secret) {
        return id.isEmpty() && secret.isEmpty()
                ? Optional.empty()
                : Optional.of(new SentCredentials(place, id.orElse(""), secret.orElse("")));
    }

    /** Where they stand; neither id nor secret. */
    @Override
    public String toString() {
        return "SentCredentials[" + place + "]";
    }
}
