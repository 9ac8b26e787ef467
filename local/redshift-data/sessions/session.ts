import type { DuckDBConnection } from '@duckdb/node-api';
import type { Endpoint, Statement } from '../statements/statement.ts';

/** A connection that outlives its statements: temporary tables, settings and an open transaction stay in it. */
export interface Session {
  id: string;
  /** ARN of the caller that opened it. */
  principal: string;
  endpoint: Endpoint;
  connection: Promise<DuckDBConnection>;
  /** Seconds without a statement after which it is closed. */
  keepAlive: number;
  createdAt: Date;
  updatedAt: Date;
  /** The statement that it is running, its only one. */
  current?: Statement;
  closed: boolean;
}

const longestLife = 24 * 60 * 60 * 1000;

export const statusOf = ({ closed, current }: Session): 'AVAILABLE' | 'BUSY' | 'CLOSED' =>
  closed ? 'CLOSED' : current ? 'BUSY' : 'AVAILABLE';

/** When it will be closed as things are: after its idle time, and after 24 hours whatever it does. */
export const endOf = ({ createdAt, updatedAt, current, keepAlive }: Session): Date => {
  const last = createdAt.getTime() + longestLife;
  return new Date(current ? last : Math.min(last, updatedAt.getTime() + keepAlive * 1000));
};
