/**
 * The JUnit Jupiter extension. {@link io.github.cxoneauthstub.junit.CxoneAuthStub} is what users write; start reading
 * there. How servers are lent to classes and tests is in {@code ClassLease} and {@code TestLease}.
 */
@NullMarked
package io.github.cxoneauthstub.junit;

import org.jspecify.annotations.NullMarked;
