package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.exchange.Exchange.Kind;

/** Which requests a mishap is meant for. The documents of the server meet those only that name their path. */
sealed interface Target {

    /** Whether it is meant for a request of this path to an endpoint of that kind. */
    boolean covers(Kind kind, String path);

    /** Any token endpoint and any guarded resource. */
    record Anywhere() implements Target {
        @Override
        public boolean covers(Kind kind, String path) {
            return kind != Kind.DOCUMENT;
        }
    }

    /** All endpoints of one kind. */
    record OfKind(Kind wanted) implements Target {
        @Override
        public boolean covers(Kind kind, String path) {
            return kind == wanted;
        }
    }

    /** Whatever is at one path, which is compared exactly. */
    record At(String wanted) implements Target {
        @Override
        public boolean covers(Kind kind, String path) {
            return path.equals(wanted);
        }
    }
}
