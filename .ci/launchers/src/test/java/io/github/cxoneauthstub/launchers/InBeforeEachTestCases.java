package io.github.cxoneauthstub.launchers;

import io.github.cxoneauthstub.CxoneAuth;
import io.github.cxoneauthstub.junit.CxoneAuthStub;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@CxoneAuthStub
class InBeforeEachTestCases {
    @BeforeEach
    void prepare(CxoneAuth auth) {
        Client.needToken(auth);
    }

    @Test
    void test() {}
}
