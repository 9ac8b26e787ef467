import { decided } from '../decisions.ts';
import { validation } from './validation.ts';

/** Text of a secret by its ARN or name, as Secrets Manager gives it; undefined where there is none. */
export type SecretReader = (arnOrName: string) => Promise<string | undefined>;

/** What the Data API reads in a secret. */
export interface Secret {
  dbClusterIdentifier?: string;
  dbname?: string;
}

/**
 * Reads a secret and checks that it can log in. Without a reader every secret is good.
 * @throws ServiceError ValidationException
 */
export const secretOf = async (read: SecretReader | undefined, arnOrName: string): Promise<Secret> => {
  if (!read) return {};
  const text = await read(arnOrName);
  if (text === undefined) throw validation(decided('unknownSecret'));
  const { username, password, dbClusterIdentifier, dbname } = parsed(text);
  if (!username || !password) throw validation('username and password in secret cannot be empty');
  return { dbClusterIdentifier, dbname };
};

const parsed = (text: string): Secret & { username?: string; password?: string } => {
  try {
    return JSON.parse(text) ?? {};
  } catch {
    return {};
  }
};
