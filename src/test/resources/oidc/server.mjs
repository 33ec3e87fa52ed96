// A real provider of OpenID Connect for tests: node server.mjs PORT ADDRESS-OF-GILL. Any password will do.
import Provider from 'oidc-provider';

const [port, gill] = process.argv.slice(2);
const issuer = `http://127.0.0.1:${port}`;
const people = {
  alice: { name: 'Alice Doe', groups: ['engineering'], email: 'alice@lab.test', email_verified: true },
  bob: { name: 'Bob Roe', groups: ['hr'], email: 'bob@lab.test', email_verified: true },
  mallory: { name: 'Alice Doe', groups: [], email: 'alice@lab.test', email_verified: false },
};
const provider = new Provider(issuer, {
  clients: [
    {
      client_id: 'gill',
      client_secret: 'tulip-secret',
      redirect_uris: [`${gill}/signin/callback`],
      grant_types: ['authorization_code'],
      response_types: ['code'],
    },
    {
      client_id: 'robot',
      client_secret: 'crocus-secret',
      redirect_uris: [],
      grant_types: ['client_credentials'],
      response_types: [],
    },
  ],
  claims: { openid: ['sub'], profile: ['name', 'groups'], email: ['email', 'email_verified'] },
  features: {
    devInteractions: { enabled: true },
    clientCredentials: { enabled: true },
    resourceIndicators: {
      enabled: true,
      getResourceServerInfo: async (context, resource) =>
        ({ scope: 'ask', audience: resource, accessTokenTTL: 300, accessTokenFormat: 'jwt', jwt: { sign: { alg: 'RS256' } } }),
    },
  },
  extraTokenClaims: async (context, token) =>
    token.kind === 'ClientCredentials' ? { groups: ['engineering'] } : undefined,
  findAccount: async (context, id) => ({ accountId: id, claims: async () => ({ sub: id, ...people[id] }) }),
  cookies: { keys: ['for tests alone'] },
});
provider.listen(Number(port), '127.0.0.1');
