// Thread 001: CXONE, CLIENT_ID and CLIENT_SECRET are variables; the first argument is the step.
const axios = require('axios');

const url = `${process.env.CXONE}/oauth/token`;

async function asked() {
  // region asked
  return axios.post(url, {
    grant_type: 'client_credentials',
    client_id: process.env.CLIENT_ID,
    client_secret: process.env.CLIENT_SECRET
  });
  // endregion
}

// The first answer, with the variables that it reads: they are another product's, and not set.
async function answer() {
  const params = new URLSearchParams();
  params.append('grant_type', 'client_credentials');
  params.append('client_id', process.env.GENESYS_CLIENT_ID);
  params.append('client_secret', process.env.GENESYS_CLIENT_SECRET);
  return axios.post(url, params);
}

async function works() {
  // region works
  // Must be form-encoded, not JSON
  const params = new URLSearchParams();
  params.append('grant_type', 'client_credentials');
  params.append('client_id', process.env.CLIENT_ID);
  params.append('client_secret', process.env.CLIENT_SECRET);
  return axios.post(url, params, {
    headers: {
      'Content-Type': 'application/x-www-form-urlencoded'
    }
  });
  // endregion
}

({ asked, answer, works })[process.argv[2]]()
  .then((response) => console.log('Token:', response.data.access_token))
  .catch((error) => console.error('Auth failed:', error.response?.status, error.response?.data || error.message));
