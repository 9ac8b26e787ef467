/**
 * Where on this machine the AWS host names that the template composes are answered. A template writes
 * `https://${Api}.execute-api.${AWS::Region}.${AWS::URLSuffix}/live`; here the same text must lead to the one AWS port.
 */
export interface HostNames {
  /** Says that `host` is answered at `address`, e.g. `http://127.0.0.1:3001/execute-api/abc`. */
  answer(host: string, address: string): void;
  /** The value with every known host name in any of its strings replaced. */
  localise<T>(value: T): T;
  /**
   * The text with origins for host names, as a Content-Security-Policy lists them; `https://*.amazonaws.com` becomes the
   * origins of every host below it.
   */
  localiseOrigins(text: string): string;
}

export const createHostNames = (): HostNames => {
  const addresses = new Map<string, string>();
  const addressOf = (scheme: string, host: string): string | undefined => {
    const address = addresses.get(host);
    return scheme === 'wss' ? address?.replace(/^http/, 'ws') : address;
  };
  const localiseText = (text: string): string =>
    text.replace(
      /(https|wss):\/\/([a-z0-9.-]+)/g,
      (whole, scheme: string, host: string) => addressOf(scheme, host) ?? whole,
    );
  const localise = (value: unknown): unknown => {
    if (typeof value === 'string') return localiseText(value);
    if (Array.isArray(value)) return value.map(localise);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, localise(item)]));
  };
  const hostsOf = (name: string): string[] =>
    name.startsWith('*') ? [...addresses.keys()].filter((host) => host.endsWith(name.slice(1))) : [name];
  return {
    answer: (host, address) => void addresses.set(host, address),
    localise: (value) => localise(value) as typeof value,
    localiseOrigins: (text) =>
      text.replace(/(https|wss):\/\/((?:\*\.)?[a-z0-9.-]+)/g, (whole, scheme: string, name: string) => {
        const origins = hostsOf(name).flatMap(
          (host) => addressOf(scheme, host)?.replace(/(\/\/[^/]+).*/, '$1') ?? [],
        );
        return [...new Set(origins)].join(' ') || whole;
      }),
  };
};
