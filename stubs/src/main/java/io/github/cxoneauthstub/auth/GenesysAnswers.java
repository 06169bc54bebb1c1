package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.profile.Refusal;
import io.github.cxoneauthstub.auth.request.ArrivedRequest;
import io.github.cxoneauthstub.auth.request.Header;
import io.github.cxoneauthstub.auth.token.AccessToken;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The envelope and the headers of Genesys Cloud's API. */
final class GenesysAnswers implements ResourceAnswers {
    private static final String CORRELATION = "ININ-Correlation-Id";
    private static final List<Header> UNCACHED = List.of(
            new Header("Cache-Control", "no-cache, no-store, must-revalidate"),
            new Header("Pragma", "no-cache"),
            new Header("Expires", "0"));

    private final Common common;

    GenesysAnswers(Common common) {
        this.common = common;
    }

    @Override
    public Answer served(Resource.Served what, AccessToken token, ArrivedRequest arrived) {
        List<Header> headers = new ArrayList<>();
        headers.add(new Header(CORRELATION, id()));
        headers.addAll(rate(token));
        headers.addAll(UNCACHED);
        return ResourceAnswers.plainly(what, headers, common.answers());
    }

    @Override
    public Answer refused(Refused request) {
        Refusal refusal = request.refusal();
        String message = refusal.description().isEmpty() ? refusal.error() : refusal.description();
        return envelope(refusal.status(), refusal.error(), message, rate(request.token()));
    }

    /** The words are those of the public list of error codes. */
    @Override
    public Optional<Endpoint.Told> disrupted(Mishap.Outage outage, Optional<AccessToken> token) {
        String code = "too.many.requests.retry.after";
        String message = "Rate limit exceeded the maximum. Retry the request in ["
                + outage.retryAfter().toSeconds() + "] seconds";
        Answer plain = outage.answer();
        List<Header> headers = new ArrayList<>(plain.headers());
        headers.addAll(rate(token));
        return Optional.of(new Endpoint.Told(envelope(plain.status(), code, message, headers), code));
    }

    /** A call that is refused counts as well. */
    private List<Header> rate(Optional<AccessToken> token) {
        return token.map(this::rate).orElse(List.of());
    }

    private List<Header> rate(AccessToken token) {
        return common.simulation()
                .rate()
                .count(token.id(), common.simulation().time().now())
                .headers();
    }

    private Answer envelope(int status, String code, String message, List<Header> more) {
        String id = id();
        Map<String, Object> envelope = new LinkedHashMap<>();
        envelope.put("message", message);
        envelope.put("code", code);
        envelope.put("status", status);
        envelope.put("contextId", id);
        envelope.put("correlationId", id);
        envelope.put("messageWithParams", message);
        envelope.put("messageParams", Map.of());
        envelope.put("details", List.of());
        envelope.put("errors", List.of());
        List<Header> headers = new ArrayList<>(more);
        headers.add(new Header(CORRELATION, id));
        headers.addAll(UNCACHED);
        return common.answers().object(status, envelope, headers);
    }

    private String id() {
        return common.simulation().ledger().nextId();
    }
}
