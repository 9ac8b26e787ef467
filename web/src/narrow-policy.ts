import type { PageConfig } from '@readout/runtime/contracts.ts';

/**
 * Lets the page speak to its own three servers and to no other. The policy in the headers has to allow every REST API
 * of the region, because it is written before there is one; a second policy can only take away.
 */
export function narrowPolicy({ rest, websocket, cognitoEndpoint }: PageConfig): void {
  const meta = document.createElement('meta');
  meta.httpEquiv = 'Content-Security-Policy';
  meta.content = `connect-src 'self' ${rest}/ ${websocket} ${cognitoEndpoint}`;
  document.head.append(meta);
}
