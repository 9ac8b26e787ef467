/**
 * What the page, the functions and any other client say to one another. Types only, so that the page may
 * import them. Times are ISO 8601 in UTC; ids are lower-case UUIDs; a field marked `?` is left out, never null.
 */
export type * from './contracts/dashboard.ts';
export type * from './contracts/download.ts';
export type * from './contracts/error.ts';
export type * from './contracts/operations.ts';
export type * from './contracts/page-config.ts';
export type * from './contracts/pipeline.ts';
export type * from './contracts/preference.ts';
export type * from './contracts/report.ts';
export type * from './contracts/result.ts';
export type * from './contracts/run.ts';
export type * from './contracts/schedule.ts';
export type * from './contracts/socket.ts';
export type * from './contracts/statement.ts';
