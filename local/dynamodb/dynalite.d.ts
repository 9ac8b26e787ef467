declare module 'dynalite' {
  import type { Server } from 'node:http';

  /** A DynamoDB on LevelDB; closing the server closes the store. */
  export default function dynalite(options: {
    path?: string;
    createTableMs?: number;
    deleteTableMs?: number;
    updateTableMs?: number;
  }): Server;
}
