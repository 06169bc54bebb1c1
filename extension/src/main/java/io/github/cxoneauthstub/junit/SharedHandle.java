package io.github.cxoneauthstub.junit;

/**
 * That all methods of a class have one handle.
 *
 * @param place by what they have it: {@code the static field MyTest.auth}
 * @param remedy what to do so that they can run concurrently, or not to let them
 */
record SharedHandle(String place, String remedy) {

    /** A handle that is kept in one place. */
    static SharedHandle in(String place) {
        return new SharedHandle(place, "take CxoneAuth as a method parameter, so that each test has its own");
    }

    /** A handle whose address a framework was told. */
    static SharedHandle of(PropertyPrefix properties) {
        return new SharedHandle(
                "the properties " + properties.name("*"),
                "a framework is told one address for the whole class, so let its tests run one after the other, with"
                        + " @Execution(ExecutionMode.SAME_THREAD) on the class");
    }
}
