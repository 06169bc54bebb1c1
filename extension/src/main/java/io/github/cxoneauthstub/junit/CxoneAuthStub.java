package io.github.cxoneauthstub.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives the tests of a class a simulated CXone token endpoint. A {@link io.github.cxoneauthstub.CxoneAuth} is handed to
 * constructors, lifecycle and test methods that have such a parameter, and to fields of that type that are not final
 * and still null.
 *
 * <pre>{@code
 * @CxoneAuthStub(clients = @CxoneClient(id = "reporting", secret = "s3cret+/=", scopes = "user:read"))
 * class ReportingClientTest {
 *     @Test
 *     void happy_path(CxoneAuth auth) {
 *         auth.api().get("/api/v2/users/me").requires("user:read").answers("{\"id\":\"42\"}");
 *         var reporting = new ReportingClient(auth.tokenUri(), auth.apiUri(), "reporting", "s3cret+/=");
 *
 *         assertThat(reporting.me()).contains("42");
 *         assertThat(auth).issuedTokens(1).rejectedNothing();
 *     }
 * }
 * }</pre>
 *
 * <p>It stands on a class, a method, or an annotation of your own. Nested classes inherit it. Where several say the
 * same thing, the nearest wins: method, nested class, outer class, {@link CxoneAuthExtension#builder()}, the
 * configuration parameters {@code cxone.auth.*}, the configuration file; their clients, access keys and tenants are
 * merged, and of two with one id the nearest is taken. The keys of the configuration parameters are
 * {@code cxone.auth.config}, {@code .profile}, {@code .path}, {@code .token-lifetime} and {@code .properties}, and for
 * one client {@code cxone.auth.client.id}, {@code .secret} and {@code .scopes} (separated by blanks).
 *
 * <p>The configuration parameter {@code cxone.auth.report} names a file, for example
 * {@code target/cxone-auth-report.html}: at the end of the run it is a page with a section for each test, how it ended
 * and what it asked, without secrets. It is replaced by the next run; test processes that run side by side need a file
 * each. If it cannot be written, a warning says so and no test fails.
 *
 * <p>Test classes that run one after the other have the same port. What {@code @BeforeAll} sets up is there in each
 * method, and what a method changes is gone after it. Tests that run concurrently have a server of their own.
 *
 * <p>On a method of a class that has one instance for all of them, the handle is a parameter: a field of the class is
 * not filled.
 *
 * <p>It is <em>not</em> for a server that outlives the tests, and not for several servers in one test: start those with
 * {@link io.github.cxoneauthstub.CxoneAuth#start()}. A client that keeps its tokens in a static field will meet
 * {@code TOKEN_OF_EARLIER_TEST}: that is a finding, not a fault.
 *
 * @since 0.1.0
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ExtendWith(CxoneAuthExtension.class)
public @interface CxoneAuthStub {
    /**
     * The configuration file, for what no door says that is nearer: the same file that the standalone server reads. It
     * is named as it is found on the class path, with the folders it is in and without a slash at the beginning. Of
     * several that are named, only the nearest is read; empty for none.
     *
     * <pre>{@code
     * @CxoneAuthStub(config = "cxone-auth.json")
     * }</pre>
     */
    String config() default "";

    /**
     * The name of the dialect that {@code auth.tokenUri()} speaks, one of
     * {@link io.github.cxoneauthstub.auth.profile.Profiles#all()}; empty for what the next door says, in the end
     * {@code OAUTH_TOKEN}.
     */
    String profile() default "";

    /**
     * The paths that the chosen dialect is served on instead of its own, each with a slash at the beginning. Needed for
     * {@code RFC6749}, which has none.
     */
    String[] path() default {};

    /** How long tokens live, as ISO 8601 writes it ({@code PT1H}); empty for what the next door or the dialect says. */
    String tokenLifetime() default "";

    /**
     * What the names of the properties begin with that tell a framework of the server: {@code "my.cxone"} for
     * {@code my.cxone.token-uri}, {@code .api-uri}, {@code .jwks-uri}, {@code .issuer-uri}, {@code .client-id} and
     * {@code .client-secret} (those of {@code auth.client()}), {@code .access-key-id} and {@code .access-key-secret}
     * (those of {@code auth.accessKey()}). In a Spring test they are properties of the context, which is kept for later
     * classes as long as they have the same; in any other test, of Micronaut or Quarkus for example, they are system
     * properties while the class runs. Where the annotation stands among others does not matter. Methods of such a
     * class cannot run concurrently, and it does not stand on a method: a framework is started for a class. Empty for
     * what the next door says, in the end none.
     */
    String properties() default "";

    /**
     * Whether a test fails that passed, if the endpoint refused anything or found a mistake of the client that the test
     * did not {@code auth.expect(...)}; the failure shows all that the endpoint saw. A test that fails anyway has that
     * as a suppressed failure, an aborted one is let alone. What {@code @BeforeAll} did counts at the end of the class;
     * a dynamic test answers for itself, and its factory for the rest. {@code auth.exchanges().clear()} makes nothing
     * undone. True at any door is true for all that is within; an assertion is no expectation.
     */
    boolean strict() default false;

    /**
     * The registered clients; {@code auth.client()} is the first one of the nearest door, and with none at any door the
     * one that is there by default.
     */
    CxoneClient[] clients() default {};

    /**
     * The access keys of users, merged like the clients; {@code auth.accessKey()} is the first one of the nearest door,
     * and with none at any door the one that is there by default.
     */
    CxoneAccessKey[] accessKeys() default {};

    /**
     * The tenants, merged like the clients; the first one of the nearest door is that of clients and access keys that
     * name none, and with none at any door there is one by default.
     */
    CxoneTenant[] tenants() default {};
}
