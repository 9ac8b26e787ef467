export { createConsole } from './console.ts';
export { createConsoleRecord } from './record.ts';
