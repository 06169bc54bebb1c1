package io.github.cxoneauthstub.auth;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.cxoneauthstub.auth.client.AuthMethod;
import io.github.cxoneauthstub.auth.client.GrantType;
import io.github.cxoneauthstub.auth.profile.Profile;
import io.github.cxoneauthstub.auth.profile.Profiles;
import io.github.cxoneauthstub.auth.profile.Reason;
import io.github.cxoneauthstub.auth.request.ArrivedRequest;
import io.github.cxoneauthstub.auth.request.FormEncoding;
import io.github.cxoneauthstub.auth.request.Header;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A request in the making: the mothers return valid ones, a test changes what is odd about its case. */
final class TestRequest {
    static final String FORM = "application/x-www-form-urlencoded";
    static final String JSON = "application/json";

    /** The default access key where it is sent in JSON. */
    static final String KEY = "{\"accessKeyId\":\"" + Configuration.DEFAULT_ACCESS_KEY.id()
            + "\",\"accessKeySecret\":\"" + Configuration.DEFAULT_ACCESS_KEY.secret() + "\"}";

    /** The default access key by the password grant. */
    static final String PASSWORD = "grant_type=password&username="
            + FormEncoding.encode(Configuration.DEFAULT_ACCESS_KEY.id()) + "&password="
            + FormEncoding.encode(Configuration.DEFAULT_ACCESS_KEY.secret());

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
        TestRequest request = token(dialect.paths().get(0)).body(grant(dialect));
        String encodedId = FormEncoding.encode(id);
        String encodedSecret = FormEncoding.encode(secret);
        return dialect.credentials().takes(AuthMethod.BASIC)
                ? request.basic(encodedId, encodedSecret)
                : request.without("Authorization").plus("client_id=" + encodedId + "&client_secret=" + encodedSecret);
    }

    /** A POST of a JSON object. */
    static TestRequest json(String path, String object) {
        return new TestRequest("POST", path, List.of(), new byte[0])
                .with("Content-Type", JSON)
                .body(object);
    }

    /** A grant that the dialect serves, as a form. */
    static String grant(Profile dialect) {
        boolean keyed = dialect.grants().contains(GrantType.PASSWORD)
                && dialect.refusal(Reason.ACCESS_KEY_DEMANDED).isPresent();
        return keyed ? PASSWORD : "grant_type=client_credentials";
    }

    /** A valid token request of the client {@code reporting} to the global endpoint, by Basic. */
    static TestRequest global() {
        return token(Profiles.GLOBAL);
    }

    static TestRequest get(String target) {
        return new TestRequest("GET", target, List.of(), new byte[0]);
    }

    TestRequest method(String other) {
        return new TestRequest(other, target, headers, body);
    }

    /** The same to another path. */
    TestRequest at(String other) {
        return new TestRequest(method, other, headers, body);
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
        return body(text() + "&" + parameters);
    }

    TestRequest replaced(String part, String other) {
        return body(text().replace(part, other));
    }

    /** The same with one more member of its JSON object. */
    TestRequest member(String name, String value) {
        String object = text();
        return body(object.substring(0, object.lastIndexOf('}')) + ",\"" + name + "\":" + value + "}");
    }

    /** The same with its form as a JSON object; a request that has no form stays as it is. */
    TestRequest inJson() {
        if (!arrived().isForm()) {
            return this;
        }
        String members = Stream.of(text().split("&", -1))
                .map(pair -> pair.split("=", 2))
                .map(pair -> "\"" + pair[0] + "\":\"" + URLDecoder.decode(pair[1], UTF_8) + "\"")
                .collect(Collectors.joining(","));
        return header("Content-Type", JSON).body("{" + members + "}");
    }

    /** The client that it names, as it names it. */
    String namedClient() {
        String basic = arrived().value("Authorization").orElse("Basic ").substring("Basic ".length());
        return new String(Base64.getDecoder().decode(basic), UTF_8).split(":", 2)[0];
    }

    private String text() {
        return new String(body, ISO_8859_1);
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
