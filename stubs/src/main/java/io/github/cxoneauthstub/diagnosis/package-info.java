/** What a client did to cause an answer: small detectors, each of one idea, that look and change nothing. */
@NullMarked
package io.github.cxoneauthstub.diagnosis;

import org.jspecify.annotations.NullMarked;
