package io.github.cxoneauthstub.diagnosis;

/** The client libraries that most of our users have, and how they call themselves in User-Agent. */
enum Library {
    JAVA("java.net.http", "Java-http-client/"),
    SPRING("Spring RestClient", "Java-http-client/"),
    AXIOS("axios", "axios/"),
    FETCH("fetch", "node"),
    REQUESTS("requests", "python-requests/"),
    CURL("curl", "curl/");

    private final String title;
    private final String agent;

    Library(String title, String agent) {
        this.title = title;
        this.agent = agent;
    }

    /** Whether a request with this User-Agent comes from it. */
    boolean isClient(String userAgent) {
        return userAgent.startsWith(agent);
    }

    /** As its users call it. */
    String title() {
        return title;
    }
}
