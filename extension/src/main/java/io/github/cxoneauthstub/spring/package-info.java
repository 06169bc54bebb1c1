/**
 * What Spring's TestContext framework finds by itself when it is on the class path: the properties of
 * {@link io.github.cxoneauthstub.junit.CxoneAuthStub#properties()} become properties of the context. Nothing in here is
 * called by users, and nothing elsewhere needs Spring.
 */
@NullMarked
package io.github.cxoneauthstub.spring;

import org.jspecify.annotations.NullMarked;
