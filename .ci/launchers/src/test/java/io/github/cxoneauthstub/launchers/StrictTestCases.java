package io.github.cxoneauthstub.launchers;

import io.github.cxoneauthstub.CxoneAuth;
import io.github.cxoneauthstub.junit.CxoneAuthStub;
import org.junit.jupiter.api.Test;

@CxoneAuthStub(strict = true)
class StrictTestCases {
    @Test
    void test(CxoneAuth auth) {
        Client.ask(auth);
    }
}
