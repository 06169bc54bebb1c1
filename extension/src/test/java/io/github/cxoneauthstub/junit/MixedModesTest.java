package io.github.cxoneauthstub.junit;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.CxoneAuth;
import io.github.cxoneauthstub.auth.client.Client;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A concurrent test that begins while another changes the class's server begins with what the class set up. */
class MixedModesTest {

    @Test
    void besideAMethodOfItsClass() {
        TestRun.concurrently(MethodTestCases.class).succeeded(2);
    }

    @Test
    void besideANestedClass() {
        TestRun.concurrently(NestedTestCases.class).succeeded(2);
    }

    private static void await(CountDownLatch event) throws Exception {
        assertThat(event.await(20, SECONDS)).isTrue();
    }

    private static List<String> ids(CxoneAuth auth) {
        return auth.clients().all().stream().map(Client::id).toList();
    }

    @CxoneAuthStub
    static class MethodTestCases {
        private static final CountDownLatch CHANGED = new CountDownLatch(1);
        private static final CountDownLatch SEEN = new CountDownLatch(1);

        @BeforeAll
        static void build(CxoneAuth auth) {
            auth.clients().register(Client.of("class", "s3cret"));
        }

        @BeforeEach
        void waitForTheOther(TestInfo info) throws Exception {
            if (info.getDisplayName().startsWith("sees")) {
                await(CHANGED);
            }
        }

        @Test
        void changes(CxoneAuth auth) throws Exception {
            auth.clients().register(Client.of("method", "s3cret"));
            CHANGED.countDown();
            await(SEEN);
        }

        @Test
        @Execution(ExecutionMode.CONCURRENT)
        void sees(CxoneAuth auth) {
            assertThat(ids(auth)).containsExactly("test-client", "class");
            SEEN.countDown();
        }
    }

    @CxoneAuthStub
    static class NestedTestCases {
        private static final CountDownLatch CHANGED = new CountDownLatch(1);
        private static final CountDownLatch SEEN = new CountDownLatch(1);

        @BeforeAll
        static void build(CxoneAuth auth) {
            auth.clients().register(Client.of("class", "s3cret"));
        }

        @BeforeEach
        void waitForTheOther() throws Exception {
            await(CHANGED);
        }

        @Test
        @Execution(ExecutionMode.CONCURRENT)
        void sees(CxoneAuth auth) {
            assertThat(ids(auth)).containsExactly("test-client", "class");
            SEEN.countDown();
        }

        @Nested
        class Inner {
            @BeforeAll
            static void change(CxoneAuth auth) throws Exception {
                auth.clients().register(Client.of("nested", "s3cret"));
                CHANGED.countDown();
                await(SEEN);
            }

            @Test
            void test(CxoneAuth auth) {
                assertThat(ids(auth)).containsExactly("test-client", "class", "nested");
            }
        }
    }
}
