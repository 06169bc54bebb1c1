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
        headers.addAll(common.simulation()
                .rate()
                .count(token.id(), common.simulation().time().now())
                .headers());
        headers.addAll(UNCACHED);
        return ResourceAnswers.plainly(what, headers, common.answers());
    }

    @Override
    public Answer refused(Refused request) {
        Refusal refusal = request.refusal();
        String message = refusal.description().isEmpty() ? refusal.error() : refusal.description();
        return envelope(refusal.status(), refusal.error(), message, List.of());
    }

    /** The words are those of the public list of error codes. */
    @Override
    public Optional<Endpoint.Told> disrupted(Mishap.Outage outage) {
        String code = "too.many.requests.retry.after";
        String message = "Rate limit exceeded the maximum. Retry the request in ["
                + outage.retryAfter().toSeconds() + "] seconds";
        Answer plain = outage.answer();
        return Optional.of(new Endpoint.Told(envelope(plain.status(), code, message, plain.headers()), code));
    }

    private Answer envelope(int status, String code, String message, List<Header> more) {
        String id = id();
        Map<String, Object> envelope = new LinkedHashMap<>();
        envelope.put("message", message);
        envelope.put("code", code);
        envelope.put("status", status);
        envelope.put("contextId", id);
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
