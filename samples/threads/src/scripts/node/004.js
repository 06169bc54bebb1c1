// Thread 004: CXONE, CLIENT_ID and CLIENT_SECRET are variables; the first argument is the step.
const axios = require('axios');

const cxone = process.env.CXONE;
const clientId = process.env.CLIENT_ID;
const clientSecret = process.env.CLIENT_SECRET;

// The wrapper of the last answer. With axios, params are the query of the URL, and null is the body.
function asPosted() {
  // region wrapper
  return axios.post(`${cxone}/api/v2/oauth/token`, null, {
    params: {
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: clientSecret
    },
    headers: {
      'Content-Type': 'application/x-www-form-urlencoded'
    }
  });
  // endregion
}

function asForm() {
  // region works
  return axios.post(`${cxone}/api/v2/oauth/token`, new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: clientSecret
  }));
  // endregion
}

let tokenCache = {
  accessToken: null,
  expiresAt: 0
};

async function getValidToken(request) {
  // Check if we have a valid token (with a 5-minute buffer for safety)
  if (tokenCache.accessToken && Date.now() < tokenCache.expiresAt - (5 * 60 * 1000)) {
    return tokenCache.accessToken;
  }
  const response = await request();
  tokenCache.accessToken = response.data.access_token;
  tokenCache.expiresAt = Date.now() + (response.data.expires_in * 1000);
  return tokenCache.accessToken;
}

async function me(token) {
  return axios.get(`${cxone}/api/v2/users/me`, { headers: { Authorization: `Bearer ${token}` } });
}

// What the wrapper lacks: a token may die before its date.
// region renew
async function meOrAnew() {
  try {
    return await me(await getValidToken(asForm));
  } catch (error) {
    if (error.response?.status !== 401) throw error;
    tokenCache.accessToken = null;
    return me(await getValidToken(asForm));
  }
}
// endregion

async function answer() {
  await getValidToken(asPosted);
}

async function works() {
  await me(await getValidToken(asForm));
}

// The service goes on for a day and an hour: the server's clock moves, that of Node does not.
async function aDayLater() {
  return axios.post(`${cxone}/__admin/cxone/clock`, { advance: 'PT25H' });
}

async function stale() {
  await me(await getValidToken(asForm));
  await aDayLater();
  await me(await getValidToken(asForm));
}

async function renews() {
  await me(await getValidToken(asForm));
  await aDayLater();
  await meOrAnew();
}

({ answer, works, stale, renews })[process.argv[2]]()
  .then(() => console.log('200'))
  .catch((error) => console.error('Failed:', error.response?.status, error.response?.data || error.message));
