package io.github.cxoneauthstub.auth;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.cxoneauthstub.auth.client.AuthMethod;
import io.github.cxoneauthstub.auth.profile.Profile;
import io.github.cxoneauthstub.auth.request.ArrivedRequest;
import io.github.cxoneauthstub.auth.request.FormEncoding;
import io.github.cxoneauthstub.auth.request.Header;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A request in the making: the mothers return valid ones, a test changes what is odd about its case. */
final class TestRequest {
    static final String FORM = "application/x-www-form-urlencoded";

    private final String method;
    private final String target;
    private final List<Header> headers;
    private final byte[] body;

    private TestRequest(String method, String target, List<Header> headers, byte[] body) {
        this.method = method;
        this.target = target;
        this.headers = headers;
        this.body = body;
    }

    /** A valid token request of the client {@code reporting}, by Basic with form-encoded halves. */
    static TestRequest token(String path) {
        return new TestRequest("POST", path, List.of(), new byte[0])
                .with("Content-Type", FORM)
                .basic(FormEncoding.encode(TestServer.ID), FormEncoding.encode(TestServer.SECRET))
                .body("grant_type=client_credentials");
    }

    /** The same with id and secret in the form. */
    static TestRequest tokenByBody(String path) {
        return token(path).without("Authorization").body("grant_type=client_credentials&" + TestServer.CREDENTIALS);
    }

    /** The same in the way that the dialect takes credentials. */
    static TestRequest token(Profile dialect) {
        return token(dialect, TestServer.ID, TestServer.SECRET);
    }

    /** The same of a client of which id and secret are these. */
    static TestRequest token(Profile dialect, String id, String secret) {
        TestRequest request = token(dialect.paths().get(0));
        String encodedId = FormEncoding.encode(id);
        String encodedSecret = FormEncoding.encode(secret);
        return dialect.credentials().takes(AuthMethod.BASIC)
                ? request.basic(encodedId, encodedSecret)
                : request.without("Authorization").plus("client_id=" + encodedId + "&client_secret=" + encodedSecret);
    }

    static TestRequest get(String target) {
        return new TestRequest("GET", target, List.of(), new byte[0]);
    }

    TestRequest method(String other) {
        return new TestRequest(other, target, headers, body);
    }

    TestRequest query(String query) {
        return new TestRequest(method, target + (target.indexOf('?') < 0 ? "?" : "&") + query, headers, body);
    }

    /** The same with one more segment at the end of the path. */
    TestRequest under(String segment) {
        String[] parts = target.split("\\?", 2);
        String query = parts.length > 1 ? "?" + parts[1] : "";
        return new TestRequest(method, parts[0] + "/" + segment + query, headers, body);
    }

    TestRequest body(String ascii) {
        return new TestRequest(method, target, headers, ascii.getBytes(ISO_8859_1));
    }

    TestRequest body(byte[] bytes) {
        return new TestRequest(method, target, headers, bytes);
    }

    /** The same with more parameters, form-encoded already. */
    TestRequest plus(String parameters) {
        return body(new String(body, ISO_8859_1) + "&" + parameters);
    }

    TestRequest replaced(String part, String other) {
        return body(new String(body, ISO_8859_1).replace(part, other));
    }

    TestRequest with(String name, String value) {
        List<Header> more = new ArrayList<>(headers);
        more.add(new Header(name, value));
        return new TestRequest(method, target, more, body);
    }

    TestRequest without(String name) {
        List<Header> fewer =
                headers.stream().filter(header -> !header.name().equals(name)).toList();
        return new TestRequest(method, target, fewer, body);
    }

    TestRequest header(String name, String value) {
        return without(name).with(name, value);
    }

    TestRequest basic(String id, String secret) {
        return basicOf(id + ":" + secret);
    }

    TestRequest basicOf(String plain) {
        return header("Authorization", "Basic " + Base64.getEncoder().encodeToString(plain.getBytes(UTF_8)));
    }

    TestRequest bearer(String token) {
        return header("Authorization", "Bearer " + token);
    }

    ArrivedRequest arrived() {
        return new ArrivedRequest(method, target, headers, body);
    }
}
