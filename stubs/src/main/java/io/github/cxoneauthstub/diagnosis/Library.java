package io.github.cxoneauthstub.diagnosis;

/** The client libraries that most of our users have. */
enum Library {
    JAVA("java.net.http"),
    SPRING("Spring RestClient"),
    AXIOS("axios"),
    FETCH("fetch"),
    REQUESTS("requests"),
    CURL("curl");

    private final String title;

    Library(String title) {
        this.title = title;
    }

    /** As its users call it. */
    String title() {
        return title;
    }
}
