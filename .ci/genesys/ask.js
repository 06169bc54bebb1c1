// Does what it is told line by line on standard input, with Genesys Cloud's own SDK; answers each line with one of JSON.
const readline = require("node:readline");
const { createRequire } = require("node:module");
const sdk = createRequire(process.cwd() + "/")("purecloud-platform-client-v2");

const client = sdk.ApiClient.instance;
client.setReturnExtendedResponses(true);

const told = {
  gateway: ({ host, port }) =>
    client.setGateway({ protocol: "http", host, port, path_params_login: "login", path_params_api: "api" }),
  login: async ({ id, secret }) => {
    const data = await client.loginClientCredentialsGrant(id, secret);
    return { token: data.accessToken, ends: data.tokenExpiryTime };
  },
  me: async () => {
    const answer = await new sdk.UsersApi().getUsersMe({});
    return { status: answer.status, headers: answer.headers, me: answer.body };
  },
};

// what the SDK gives to a program that fails: of a login the HTTP library's error, of a call an object of its own
const failure = thrown => ({
  failed: thrown.constructor.name,
  status: thrown.status,
  headers: thrown.headers,
  body: thrown.body ?? thrown.response?.data,
  url: thrown.config?.url,
  message: String(thrown.message),
});

(async () => {
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const command = JSON.parse(line);
    const answer = await Promise.resolve().then(() => told[command.do](command)).catch(failure);
    console.log(JSON.stringify(answer ?? {}));
  }
})();
