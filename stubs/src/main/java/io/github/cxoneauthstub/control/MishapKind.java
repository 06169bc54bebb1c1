package io.github.cxoneauthstub.control;

import io.github.cxoneauthstub.auth.NextRequest;
import io.github.cxoneauthstub.settings.Fields;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * A mishap that can be queued.
 *
 * @param name what callers call it
 * @param meaning what the request meets
 * @param parameter the one that this kind takes
 * @param queueing how the handle is told
 */
record MishapKind(String name, String meaning, Parameter parameter, BiConsumer<NextRequest, Duration> queueing) {

    /** All that there are. */
    static final List<MishapKind> ALL = List.of(
            new MishapKind(
                    "too-many-requests",
                    "answered with 429 and Retry-After; the endpoint does not see the request",
                    new Parameter("retryAfter", Duration.ofSeconds(1), "the wait it asks for, PT0S to P365D"),
                    NextRequest::tooManyRequests),
            new MishapKind(
                    "held",
                    "answered as ever, but so much later, in real time",
                    new Parameter("time", Duration.ofSeconds(1), "how long the answer is held back, PT0S to PT10M"),
                    NextRequest::heldFor));

    /** A duration that a kind takes. */
    record Parameter(String name, Duration usual, String meaning) {}

    static Map<String, MishapKind> byName() {
        Map<String, MishapKind> byName = new LinkedHashMap<>();
        ALL.forEach(kind -> byName.put(kind.name, kind));
        return byName;
    }

    void queue(NextRequest where, Fields fields) {
        fields.value(parameter.name(), field -> field)
                .ifPresentOrElse(
                        field -> field.run(() -> queueing.accept(where, field.duration())),
                        () -> queueing.accept(where, parameter.usual()));
    }

    Map<String, Object> shown() {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("kind", name);
        shown.put("meaning", meaning);
        shown.put("parameters", Map.of(parameter.name(), parameter.meaning() + "; usually " + parameter.usual()));
        return shown;
    }
}
