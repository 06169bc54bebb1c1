package io.github.cxoneauthstub.control;

import io.github.cxoneauthstub.auth.NextRequest;
import io.github.cxoneauthstub.auth.WrongCertificate;
import io.github.cxoneauthstub.settings.Field;
import io.github.cxoneauthstub.settings.Fields;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A mishap that can be queued.
 *
 * @param name what callers call it
 * @param meaning what the request meets
 * @param parameter the one that this kind takes
 */
record MishapKind(String name, String meaning, Parameter<?> parameter) {

    private static final Map<String, WrongCertificate> FAULTS = faults();

    /** All that there are. */
    static final List<MishapKind> ALL = List.of(
            new MishapKind(
                    "too-many-requests",
                    "answered with 429 and Retry-After; the endpoint does not see the request",
                    duration("retryAfter", "the wait it asks for, PT0S to P365D", NextRequest::tooManyRequests)),
            new MishapKind(
                    "held",
                    "answered as ever, but so much later, in real time",
                    duration("time", "how long the answer is held back, PT0S to PT10M", NextRequest::heldFor)),
            new MishapKind(
                    "wrong-certificate",
                    "shown to the next connection over HTTPS, whatever it asks then",
                    new Parameter<>(
                            "fault",
                            "what is wrong with it: " + String.join(", ", FAULTS.keySet()) + "; usually expired",
                            field -> field.oneOf(FAULTS),
                            WrongCertificate.EXPIRED,
                            NextRequest::wrongCertificate)));

    /**
     * What a kind takes.
     *
     * @param reading of the field of a call
     * @param usual without the field
     * @param queueing how the handle is told
     */
    record Parameter<T>(
            String name, String meaning, Function<Field, T> reading, T usual, BiConsumer<NextRequest, T> queueing) {
        void queue(NextRequest where, Fields fields) {
            fields.value(name, field -> field)
                    .ifPresentOrElse(
                            field -> field.run(() -> queueing.accept(where, reading.apply(field))),
                            () -> queueing.accept(where, usual));
        }
    }

    private static Parameter<Duration> duration(
            String name, String meaning, BiConsumer<NextRequest, Duration> queueing) {
        Duration usual = Duration.ofSeconds(1);
        return new Parameter<>(name, meaning + "; usually " + usual, Field::duration, usual, queueing);
    }

    private static Map<String, WrongCertificate> faults() {
        Map<String, WrongCertificate> faults = new LinkedHashMap<>();
        Stream.of(WrongCertificate.values())
                .forEach(each -> faults.put(each.name().toLowerCase(Locale.ROOT).replace('_', '-'), each));
        return faults;
    }

    static Map<String, MishapKind> byName() {
        Map<String, MishapKind> byName = new LinkedHashMap<>();
        ALL.forEach(kind -> byName.put(kind.name, kind));
        return byName;
    }

    /** Whether it is met before any request is made, so that it cannot be for some of them. */
    boolean isBeforeRequests() {
        return parameter.usual() instanceof WrongCertificate;
    }

    void queue(NextRequest where, Fields fields) {
        parameter.queue(where, fields);
    }

    Map<String, Object> shown() {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("kind", name);
        shown.put("meaning", meaning);
        shown.put("parameters", Map.of(parameter.name(), parameter.meaning()));
        return shown;
    }
}
