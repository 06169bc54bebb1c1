package io.github.cxoneauthstub.control;

import io.github.cxoneauthstub.auth.NextRequest;
import io.github.cxoneauthstub.settings.Field;
import io.github.cxoneauthstub.settings.Fields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Queues what the next requests will meet. */
final class MishapCalls {
    private static final String KIND = "kind";
    private static final String ON = "on";
    private static final String TIMES = "times";

    private final NextRequest next;

    MishapCalls(NextRequest next) {
        this.next = next;
    }

    List<Call> all() {
        return List.of(
                Call.of("GET", "/mishaps", body -> kinds()),
                Call.of("POST", "/mishaps", this::queue),
                Call.of("DELETE", "/mishaps", body -> withdraw()));
    }

    private static Result kinds() {
        return Result.ok(
                Map.of("kinds", MishapKind.ALL.stream().map(MishapKind::shown).toList()));
    }

    private Result queue(CallBody body) {
        Fields fields = body.fields();
        MishapKind kind = fields.get(KIND).oneOf(MishapKind.byName());
        fields.allowOnly(KIND, ON, TIMES, kind.parameter().name());
        NextRequest where = fields.value(ON, field -> on(field, kind)).orElse(next);
        int times = fields.value(TIMES, field -> field.integer(1, 1000)).orElse(1);
        kind.queue(where.times(times), fields);
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put(KIND, kind.name());
        shown.put(ON, fields.text(ON).orElse("any"));
        shown.put(TIMES, times);
        return Result.created(shown);
    }

    private NextRequest on(Field field, MishapKind kind) {
        if (kind.isBeforeRequests() && !field.text().equals("any")) {
            throw field.fault("any, for a certificate is shown before a request is made");
        }
        return switch (field.text()) {
            case "any" -> next;
            case "token" -> next.atTokenEndpoints();
            case "resource" -> next.atResources();
            default -> {
                if (!field.text().startsWith("/")) {
                    throw field.fault("token, resource, any, or a path that begins with a slash");
                }
                yield field.read(() -> next.at(field.text()));
            }
        };
    }

    private Result withdraw() {
        next.withdraw();
        return Result.deleted();
    }
}
