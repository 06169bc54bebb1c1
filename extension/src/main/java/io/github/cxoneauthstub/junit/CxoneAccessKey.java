package io.github.cxoneauthstub.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An access key of a user, as a part of {@link CxoneAuthStub#accessKeys()}: with it a back end asks in the name of that
 * user, by the password grant of the dialects {@code GLOBAL} and {@code CENTRAL}, or at {@code ACCESS_KEY}.
 *
 * <pre>{@code
 * @CxoneAccessKey(id = "KEYID====", secret = "KEYSECRET====", user = "agent@example.com")
 * }</pre>
 *
 * <p>It is <em>not</em> for real credentials, and not for changes in the course of a test: for those, see
 * {@code auth.accessKeys()}.
 *
 * @since 0.1.0
 */
@Target({})
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface CxoneAccessKey {
    /** Its id; one with {@code =} finds clients that forget to encode it, as real ones end in {@code ====}. */
    String id();

    /** Its secret. */
    String secret();

    /** The name of its user; empty for the id. */
    String user() default "";

    /** The scopes of its user, each a word: {@code "*"} for every scope, <code>{}</code> for none. */
    String[] scopes() default "*";

    /** The tenant of its user, one of {@link CxoneAuthStub#tenants()}; empty for the first one. */
    String tenantId() default "";

    /** Whether it may be used. */
    boolean active() default true;
}
