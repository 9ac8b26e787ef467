import { createHmac } from 'node:crypto';
import { notAuthorized } from './errors.ts';
import type { Client } from './model.ts';

/** Refuses a request for a client with a secret that does not prove it by base64(HMAC-SHA256(secret, name + client id)). */
export const checkSecretHash = (client: Client, username: string, secretHash: string | undefined): void => {
  if (!client.secret && !secretHash) return;
  if (!secretHash)
    throw notAuthorized(`Client ${client.id} is configured with secret but SECRET_HASH was not received`);
  const expected = createHmac('sha256', client.secret ?? '')
    .update(username + client.id)
    .digest('base64');
  if (!client.secret || secretHash !== expected)
    throw notAuthorized(`Unable to verify secret hash for client ${client.id}`);
};
