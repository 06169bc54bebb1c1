package io.github.cxoneauthstub.diagnosis;

import io.github.cxoneauthstub.auth.exchange.Mistake;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** The exchanges of a test nearly show these mistakes, and do not. {@link Held} sees to it that this is so. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@ExtendWith(Held.class)
public @interface NearMissOf {
    /** Each of them. */
    Mistake[] value();
}
