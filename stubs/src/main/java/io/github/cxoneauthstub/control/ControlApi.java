package io.github.cxoneauthstub.control;

import io.github.cxoneauthstub.CxoneAuth;
import io.github.cxoneauthstub.auth.Answer;
import io.github.cxoneauthstub.auth.Json;
import io.github.cxoneauthstub.auth.request.ArrivedRequest;
import io.github.cxoneauthstub.auth.request.Header;
import io.github.cxoneauthstub.auth.request.Origin;
import io.github.cxoneauthstub.wiremock.Administration;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Moves a simulated server over HTTP. Whatever is wrong with a call is answered with 400, 403, 404, 405 or 409 and
 * {@code {"message": ...}}, which names the field and what is allowed; nothing is changed then. To a browser it shows
 * the exchanges, the clock and the clients as a page; pages of other origins may change nothing, and names that others
 * may own are not heard. Safe for use by several threads.
 *
 * <pre>{@code
 * Listening listening = Listening.DEFAULT.onPort(8080);
 * CxoneAuth.start(configuration, listening, auth -> new ControlApi(auth, json, listening.origin()));
 * }</pre>
 *
 * @since 0.1.0
 */
public final class ControlApi implements Administration {
    static final String PREFIX = "/__admin/cxone";

    private final Json json;
    private final Origin origin;
    private final List<Call> calls;

    /** One change is made after the other, so that what a call looks up is still so when it changes it. */
    private final Object changes = new Object();

    /**
     * The calls that move this server.
     *
     * @param origin which pages may make them
     */
    public ControlApi(CxoneAuth auth, Json json, Origin origin) {
        this.json = json;
        this.origin = origin;
        this.calls = Stream.of(
                        new ClockCalls(auth.clock()).all(),
                        new ClientCalls(auth.clients()).all(),
                        new AccessKeyCalls(auth.accessKeys()).all(),
                        new TokenCalls(auth.tokens(), auth.keys()).all(),
                        new ResourceCalls(auth.api(), json).all(),
                        new MishapCalls(auth.next()).all(),
                        new ExchangeCalls(auth.exchanges()).all(),
                        List.of(Call.of("POST", "/reset", body -> reset(auth))))
                .flatMap(List::stream)
                .toList();
    }

    private static Result reset(CxoneAuth auth) {
        auth.reset();
        return Result.ok(Map.of());
    }

    @Override
    public Optional<Answer> answer(ArrivedRequest request) {
        String path = request.path();
        return path.equals(PREFIX) || path.startsWith(PREFIX + "/")
                ? Optional.of(answer(request, path.substring(PREFIX.length())))
                : Optional.empty();
    }

    private Answer answer(ArrivedRequest request, String path) {
        Optional<PageFile> file = PageFile.at(path);
        Optional<String> objection = origin.objection(request);
        if (objection.isPresent()) {
            return written(Result.refused(403, objection.get()));
        }
        if (file.isEmpty() && !path.isEmpty()) {
            return written(result(request, path));
        }
        if (!method(request).equals("GET")) {
            return written(notAllowed("GET"));
        }
        return file.map(PageFile::answer).orElseGet(PageFile::redirect);
    }

    private static String method(ArrivedRequest request) {
        return request.method().equals("HEAD") ? "GET" : request.method();
    }

    private Result result(ArrivedRequest request, String path) {
        List<Call> here =
                calls.stream().filter(call -> call.id(path).isPresent()).toList();
        if (here.isEmpty()) {
            return Result.refused(404, "there is no such call; there are " + described(calls));
        }
        return here.stream()
                .filter(call -> call.method().equals(method(request)))
                .findFirst()
                .map(call -> made(call, path, request))
                .orElseGet(() -> notAllowed(here.stream().map(Call::method).collect(Collectors.joining(", "))));
    }

    private Result made(Call call, String path, ArrivedRequest request) {
        try {
            CallBody body = CallBody.of(request.body(), json);
            if (call.method().equals("GET")) {
                return call.make(path, body);
            }
            synchronized (changes) {
                return call.make(path, body);
            }
        } catch (IllegalArgumentException refused) {
            // of the settings, or the model's own words for what the handle does not do
            return Result.refused(400, String.valueOf(refused.getMessage()));
        } catch (IllegalStateException notNow) {
            return Result.refused(409, String.valueOf(notNow.getMessage()));
        }
    }

    private static Result notAllowed(String methods) {
        return Result.refused(405, "allowed here: " + methods).with(new Header("Allow", methods));
    }

    private static String described(List<Call> calls) {
        return calls.stream().map(Call::toString).collect(Collectors.joining(", "));
    }

    private Answer written(Result result) {
        Map<String, Object> body = new LinkedHashMap<>(result.body());
        List<Header> headers = Stream.concat(
                        Stream.of(
                                new Header("Content-Type", "application/json"),
                                new Header("Cache-Control", "no-store")),
                        result.headers().stream())
                .toList();
        return result.status() == 204
                ? new Answer(204, List.of(), "", Duration.ZERO)
                : new Answer(result.status(), headers, json.write(body), Duration.ZERO);
    }
}
