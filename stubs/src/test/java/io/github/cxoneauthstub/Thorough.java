package io.github.cxoneauthstub;

/** What a run does more of that may take its time: {@code mvn -Dthorough=true verify}. */
public final class Thorough {
    private static final boolean ON = Boolean.getBoolean("thorough");

    private Thorough() {}

    /** One number for each build, and one for a thorough run. */
    public static int or(int usual, int thorough) {
        return ON ? thorough : usual;
    }
}
