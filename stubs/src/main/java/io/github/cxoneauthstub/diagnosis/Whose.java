package io.github.cxoneauthstub.diagnosis;

import java.util.regex.Pattern;

/** Whose credentials a request has. */
enum Whose {
    /** Those of the application that asks. */
    CLIENT("", "client", "client_secret", "client_?[sS]ecret"),
    /** Those of the user in whose name it asks. */
    ACCESS_KEY("access key's ", "access key", "password", "password|accessKeySecret");

    private final String of;
    private final String holder;
    private final String parameter;
    private final Pattern secret;

    Whose(String of, String holder, String parameter, String secret) {
        this.of = of;
        this.holder = holder;
        this.parameter = parameter;
        this.secret = Pattern.compile("(?:^|&)(?:" + secret + ")=");
    }

    /** What its id is called in a sentence, to follow "the". */
    String id() {
        return of + "id";
    }

    /** What its secret is called in a sentence, to follow "the". */
    String secret() {
        return of + "secret";
    }

    /** Who has them, before an id. */
    String holder() {
        return holder;
    }

    /** The parameter of a form that the secret is sent by. */
    String parameter() {
        return parameter;
    }

    /** What stands before the secret in a form, by whatever name. */
    Pattern beforeSecret() {
        return secret;
    }
}
