import { createServer, type Server } from 'node:http';
import type { ServiceRequest, ServiceResponse } from './service.ts';

export type Site = (request: ServiceRequest) => Promise<ServiceResponse> | ServiceResponse;

/** Where the hosted page is, once there is one. */
export interface Sites {
  publish(site: Site): void;
  current(): Site | undefined;
}

export const createSites = (): Sites => {
  let site: Site | undefined;
  return {
    publish: (published) => {
      site = published;
    },
    current: () => site,
  };
};

/**
 * The page's own port. The APIs answer to one origin only, so a request by another name of this machine (127.0.0.1 for
 * localhost) is sent to that origin.
 */
export const createPageServer = ({ sites, origin }: { sites: Sites; origin: () => string }): Server =>
  createServer(async (incoming, outgoing) => {
    const url = new URL(incoming.url ?? '/', origin());
    if (incoming.headers.host !== url.host) {
      outgoing.writeHead(307, { location: url.href }).end();
      return;
    }
    const headers = incoming.headers as ServiceRequest['headers'];
    const request = {
      method: incoming.method ?? 'GET',
      url,
      headers,
      body: Buffer.alloc(0),
      caller: { arn: '' },
    };
    const site = sites.current();
    const response = site ? await site(request) : { status: 503, body: 'The page is not published yet.' };
    outgoing.writeHead(response.status, response.headers).end(response.body);
  });
