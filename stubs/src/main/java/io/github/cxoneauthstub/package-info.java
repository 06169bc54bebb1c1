/**
 * A NICE CXone token endpoint for tests. {@link io.github.cxoneauthstub.CxoneAuth} is the handle that users hold; start
 * reading there. With JUnit, {@code @CxoneAuthStub} of {@code cxone-auth-junit} hands it out.
 */
@NullMarked
package io.github.cxoneauthstub;

import org.jspecify.annotations.NullMarked;
