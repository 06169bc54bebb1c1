package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.profile.ErrorMember;
import io.github.cxoneauthstub.auth.profile.Refusal;
import io.github.cxoneauthstub.auth.request.Header;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makes the answers of the endpoints: status, headers and JSON body, dated by the virtual clock. */
final class Answers {
    private static final DateTimeFormatter IMF_FIXDATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final Json json;
    private final VirtualTime time;

    Answers(Json json, VirtualTime time) {
        this.json = json;
        this.time = time;
    }

    /** RFC 6749 section 5.1. */
    Answer issued(Map<String, ?> body) {
        return object(200, body, List.of(new Header("Cache-Control", "no-store"), new Header("Pragma", "no-cache")));
    }

    /** RFC 6749 section 5.2; with no error code, a bare status. */
    Answer refused(Refusal refusal, List<ErrorMember> members, List<Header> more) {
        List<Header> headers = new ArrayList<>(more);
        headers.add(new Header("Cache-Control", "no-store"));
        headers.add(new Header("Pragma", "no-cache"));
        return refusal.error().isEmpty()
                ? bare(refusal.status(), headers)
                : object(refusal.status(), body(refusal, members), headers);
    }

    private static Map<String, Object> body(Refusal refusal, List<ErrorMember> members) {
        Map<String, Object> body = new LinkedHashMap<>();
        for (ErrorMember member : members) {
            String value = member == ErrorMember.ERROR ? refusal.error() : refusal.description();
            if (!value.isEmpty()) {
                body.put(member.memberName(), value);
            }
        }
        return body;
    }

    /** A status and headers. */
    Answer bare(int status, List<Header> headers) {
        return new Answer(status, dated(headers), "");
    }

    Answer object(int status, Map<String, ?> body, List<Header> more) {
        return text(status, json.write(body), more);
    }

    /** An answer whose body is JSON already. */
    Answer text(int status, String body, List<Header> more) {
        List<Header> headers = new ArrayList<>();
        headers.add(new Header("Content-Type", "application/json"));
        headers.addAll(more);
        return new Answer(status, dated(headers), body);
    }

    Answer dated(Answer answer) {
        return new Answer(answer.status(), dated(answer.headers()), answer.body(), answer.heldFor());
    }

    private List<Header> dated(List<Header> headers) {
        List<Header> dated = new ArrayList<>(headers);
        dated.add(new Header("Date", IMF_FIXDATE.format(time.now())));
        return dated;
    }
}
