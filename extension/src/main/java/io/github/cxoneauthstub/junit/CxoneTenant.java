package io.github.cxoneauthstub.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A customer of CXone, as a part of {@link CxoneAuthStub#tenants()}: tokens tell of it, and where there are several,
 * the resources of each have an address of their own, {@code auth.apiUri(id)}.
 *
 * <pre>{@code
 * @CxoneTenant(id = "11eb0000-0000-0000-0000-0242ac110003", area = "eu1", businessUnit = 4594002)
 * }</pre>
 *
 * <p>It is <em>not</em> for real tenants: their ids have no place in a test.
 *
 * @since 0.1.0
 */
@Target({})
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface CxoneTenant {
    /** The {@code tenantId}: letters, digits and the marks {@code _.:@-}. */
    String id();

    /** The region. */
    String area() default "na1";

    /** The number of the business unit, from 1 on; in each tenant another one. */
    long businessUnit();
}
