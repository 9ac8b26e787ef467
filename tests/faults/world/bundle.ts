import { createRequire } from 'node:module';
import { type Send, sdkModule } from './sdk-clients.ts';

const here = createRequire(import.meta.url);

/** What the code of one process is given. */
export interface Surroundings {
  globals: Record<string, unknown>;
  /** Modules of Node that are other than the machine's own. */
  modules: Record<string, object>;
  send: Send;
}

// biome-ignore lint/suspicious/noExplicitAny: a handler takes and answers whatever it likes
export type Handler = (event: any, context: object) => Promise<unknown>;

/** A function's bundle: loading it is what a new process of the function does first. */
export interface Bundle {
  load(surroundings: Surroundings): Handler;
}

const shadowed = ['Date', 'Math', 'setTimeout', 'clearTimeout', 'process', 'console'];

/** Makes a bundle of CommonJS code as esbuild has made it; the packages that it leaves out are those of the project. */
export const bundleOf = (code: string): Bundle => {
  const body = new Function('exports', 'require', 'module', ...shadowed, code);
  return {
    load: ({ globals, modules, send }) => {
      const wired = new Map<string, object>();
      const require = (name: string): object => {
        const known = modules[name] ?? wired.get(name) ?? standIn(name, globals.console as Console);
        if (known) return known;
        const made = sdkModule(name, here(name), send);
        wired.set(name, made);
        return made;
      };
      const module = { exports: {} as { handler?: Handler } };
      body(module.exports, require, module, ...shadowed.map((name) => globals[name]));
      if (!module.exports.handler) throw new Error('the bundle exports no handler');
      return module.exports.handler;
    },
  };
};

/** Powertools without their outlets: what is logged goes to the console of the process, traces and metrics nowhere. */
const standIn = (name: string, console: Console): object | undefined => {
  if (!name.startsWith('@aws-lambda-powertools/')) return undefined;
  const log = (message: string, detail?: unknown): void =>
    console.log(message, detail instanceof Error ? detail.stack : JSON.stringify(detail));
  const methods: Record<string, unknown> = { debug: () => undefined, info: log, warn: log, error: log };
  // Its other methods give back what they are given, as captureAWSv3Client does.
  const Quiet = class {
    constructor() {
      // biome-ignore lint/correctness/noConstructorReturn: an object with every method there is
      return new Proxy(
        {},
        { get: (_target, method) => methods[String(method)] ?? ((given: unknown) => given) },
      );
    }
  };
  return new Proxy({}, { get: () => Quiet });
};
