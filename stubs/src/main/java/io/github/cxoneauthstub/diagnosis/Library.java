package io.github.cxoneauthstub.diagnosis;

import java.util.regex.Pattern;

/** The client libraries that most of our users have, and how they call themselves in User-Agent. */
enum Library {
    JAVA("java.net.http", "Java-http-client/|Java/"),
    /** Has no name of its own: it goes by that of the library below it, of which the last two are seldom used alone. */
    SPRING("Spring RestClient", "Java-http-client/|Java/|Apache-HttpClient/|ReactorNetty/"),
    AXIOS("axios", "axios/"),
    FETCH("fetch", "node|undici"),
    REQUESTS("requests", "python-requests/"),
    CURL("curl", "curl/");

    private final String title;
    private final Pattern agent;

    Library(String title, String agent) {
        this.title = title;
        this.agent = Pattern.compile(agent);
    }

    /** Whether a request with this User-Agent comes from it, or may do. */
    boolean isClient(String userAgent) {
        return agent.matcher(userAgent).lookingAt();
    }

    /** As its users call it. */
    String title() {
        return title;
    }
}
