import { noSuchClient, noSuchPool } from './errors.ts';
import { newSigningKey } from './jwt.ts';
import type { Client, Pool, User, UserPoolClientParameters, UserPoolParameters } from './model.ts';
import type { PoolStore } from './store.ts';

/** The pools and clients that the template has; what it had once stays on disk and comes back with it. */
export interface Pools {
  list(): Pool[];
  /** @throws ResourceNotFoundException */
  get(id: string | undefined): Pool;
  clientsOf(pool: Pool): Client[];
  /** @throws ResourceNotFoundException */
  client(id: string | undefined): { pool: Pool; client: Client };
  open(parameters: UserPoolParameters): Promise<Pool>;
  openClient(parameters: UserPoolClientParameters): Promise<Client>;
  /** Writes what has changed: the pool, and in it this user. */
  save(pool: Pool, changed?: User): Promise<void>;
}

interface Sources {
  store: PoolStore;
  now: () => string;
  newId: () => string;
  randomBytes: (size: number) => Buffer;
  account: string;
  region: string;
}

const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';
const anyCase = `${letters}ABCDEFGHIJKLMNOPQRSTUVWXYZ`;

export const createPools = (sources: Sources): Pools => {
  const { store, now, randomBytes } = sources;
  const pools = new Map<string, Pool>();
  const clients = new Map<string, { pool: Pool; client: Client }>();

  const get = (id = '') => {
    const pool = pools.get(id);
    if (!pool) throw noSuchPool(id);
    return pool;
  };

  return {
    get,
    list: () => [...pools.values()],
    clientsOf: (pool) => pool.clients.filter(({ id }) => clients.has(id)),
    client: (id = '') => {
      const found = clients.get(id);
      if (!found) throw noSuchClient(id);
      return found;
    },
    open: async (parameters) => {
      const pool = (await store.read(parameters.logicalId)) ?? (await newPool(sources, parameters));
      Object.assign(pool, { parameters, modifiedAt: now() });
      pools.set(pool.id, pool);
      await store.write(pool);
      return pool;
    },
    openClient: async (parameters) => {
      const pool = get(parameters.userPoolId);
      const known = pool.clients.find(({ parameters: { logicalId } }) => logicalId === parameters.logicalId);
      const client = known ?? newClient(sources, parameters);
      if (!known) pool.clients.push(client);
      Object.assign(client, { parameters, modifiedAt: now() });
      if (!parameters.generateSecret) delete client.secret;
      else client.secret ??= word(randomBytes(51), letters);
      clients.set(client.id, { pool, client });
      await store.write(pool);
      return client;
    },
    save: (pool, changed) => {
      if (changed) changed.modifiedAt = now();
      return store.write(pool);
    },
  };
};

const newPool = async (sources: Sources, parameters: UserPoolParameters): Promise<Pool> => {
  const { account, region, now, newId, randomBytes } = sources;
  const id = `${region}_${word(randomBytes(9), anyCase)}`;
  return {
    id,
    arn: `arn:aws:cognito-idp:${region}:${account}:userpool/${id}`,
    parameters,
    signingKey: await newSigningKey(newId()),
    clients: [],
    groups: [],
    users: [],
    signIns: [],
    createdAt: now(),
    modifiedAt: now(),
  };
};

const newClient = ({ now, randomBytes }: Sources, parameters: UserPoolClientParameters): Client => ({
  id: word(randomBytes(26), letters),
  parameters,
  createdAt: now(),
  modifiedAt: now(),
});

const word = (bytes: Buffer, alphabet: string): string =>
  [...bytes].map((byte) => alphabet[byte % alphabet.length]).join('');
