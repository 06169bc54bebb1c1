package io.github.cxoneauthstub.front;

import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.diff.DiffEventData;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The answer to a request that no stub matched: what WireMock's renderer for it has left in the serve event. */
final class NotMatched {

    private NotMatched() {}

    static Response response(Map<String, Object> attributes) {
        Response.Builder answer = Response.response().status(404);
        if (attributes.get(ServeEvent.ORIGINAL_SERVE_EVENT_KEY) instanceof ServeEvent event) {
            event.getDiffSubEvent()
                    .map(found -> found.getDataAs(DiffEventData.class))
                    .ifPresent(rendered -> render(rendered, answer));
        }
        return answer.build();
    }

    private static void render(DiffEventData rendered, Response.Builder answer) {
        answer.status(rendered.getStatus());
        String type = rendered.getContentType();
        if (type != null) {
            answer.headers(new HttpHeaders(new HttpHeader("Content-Type", withCharset(type))));
        }
        @Nullable String report = rendered.getReport();
        answer.body(report == null ? "" : report);
    }

    /** The report is written in UTF-8. */
    private static String withCharset(String type) {
        return type.startsWith("text/") && !type.contains("charset") ? type + "; charset=utf-8" : type;
    }
}
