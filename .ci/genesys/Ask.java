import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.mypurecloud.sdk.v2.ApiClient;
import com.mypurecloud.sdk.v2.ApiException;
import com.mypurecloud.sdk.v2.ApiResponse;
import com.mypurecloud.sdk.v2.api.UsersApi;
import com.mypurecloud.sdk.v2.api.request.GetUsersMeRequest;
import com.mypurecloud.sdk.v2.extensions.AuthResponse;
import com.mypurecloud.sdk.v2.model.UserMe;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.util.LinkedHashMap;
import java.util.Map;

/** Does what it is told line by line on standard input, with Genesys Cloud's own SDK; answers each line with one of JSON. */
final class Ask {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ApiClient client;

    public static void main(String[] arguments) throws Exception {
        Ask ask = new Ask();
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            System.out.println(JSON.writeValueAsString(ask.told(JSON.readTree(line))));
        }
    }

    private Map<String, Object> told(JsonNode command) {
        Map<String, Object> answer = new LinkedHashMap<>();
        try {
            switch (command.get("do").asText()) {
                case "base" -> client = ApiClient.Builder.standard()
                        .withBasePath(command.get("base").asText())
                        .build();
                case "token" -> client = ApiClient.Builder.standard()
                        .withBasePath(command.get("base").asText())
                        .withAccessToken(command.get("token").asText())
                        .build();
                case "proxy" -> client = ApiClient.Builder.standard()
                        .withBasePath(command.get("base").asText())
                        .withAccessToken("nonsense")
                        .withProxy(new Proxy(
                                Proxy.Type.HTTP, new InetSocketAddress("127.0.0.1", command.get("port").asInt())))
                        .build();
                case "login" -> login(command, answer);
                case "me" -> me(answer);
                default -> throw new IllegalArgumentException("no such command: " + command);
            }
        } catch (Exception failed) {
            answer.put("failed", failed.getClass().getSimpleName());
            answer.put("message", String.valueOf(failed.getMessage()));
            if (failed instanceof ApiException api) {
                answer.put("status", api.getStatusCode());
                answer.put("body", api.getRawBody());
                answer.put("correlation", api.getCorrelationId());
            }
        }
        return answer;
    }

    private void login(JsonNode command, Map<String, Object> answer) throws Exception {
        ApiResponse<AuthResponse> response = client.authorizeClientCredentials(
                command.get("id").asText(), command.get("secret").asText());
        answer.put("status", response.getStatusCode());
        answer.put("token", response.getBody().getAccess_token());
        answer.put("type", response.getBody().getToken_type());
        answer.put("lifetime", response.getBody().getExpires_in());
    }

    private void me(Map<String, Object> answer) throws Exception {
        UserMe me = new UsersApi(client).getUsersMe(GetUsersMeRequest.builder().build());
        answer.put("status", 200);
        answer.put("me", Map.of("id", me.getId(), "name", me.getName()));
    }
}
