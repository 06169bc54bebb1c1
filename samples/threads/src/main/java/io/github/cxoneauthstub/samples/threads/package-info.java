/** Five threads of a forum as tests: what was asked, what was seen, what the answers are worth, and what works. */
@NullMarked
package io.github.cxoneauthstub.samples.threads;

import org.jspecify.annotations.NullMarked;
