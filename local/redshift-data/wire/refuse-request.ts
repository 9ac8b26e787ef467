import { ServiceError } from '../../protocol/service-error.ts';
import type { ServiceRequest } from '../../service.ts';
import { decided } from '../decisions.ts';
import { members } from './members.ts';

/**
 * What the service refuses before it reads the body: the operation first, then the signature. Signatures are not
 * verified, because nobody here knows the caller's secret key.
 */
export const refuseRequest = ({ method, url, headers }: ServiceRequest): ServiceError | undefined => {
  if (method !== 'POST' || url.pathname !== '/') return unknownOperation(404);
  const [service, operation = '', ...more] = (headers['x-amz-target'] ?? '').split('.');
  const known = service === 'RedshiftData' && Object.hasOwn(members, operation) && more.length === 0;
  return known ? refuseSignature(headers) : unknownOperation(400);
};

const unknownOperation = (status: number): ServiceError =>
  new ServiceError('UnknownOperationException', '', status);

const refuseSignature = (headers: ServiceRequest['headers']): ServiceError | undefined => {
  const authorization = headers.authorization;
  if (!authorization) return new ServiceError('MissingAuthenticationTokenException', decided('unsigned'));
  const missing = ['Credential', 'Signature', 'SignedHeaders']
    .filter((name) => !new RegExp(`\\b${name}=[^,\\s]+`).test(authorization))
    .map((name) => `Authorization header requires '${name}' parameter.`);
  if (!headers['x-amz-date'] && !headers.date) missing.push(noDate);
  if (missing.length > 0) {
    return new ServiceError(
      'IncompleteSignatureException',
      `${missing.join(' ')} Authorization=${authorization}`,
    );
  }
  const [, , , service, end] = (/Credential=([^,\s]+)/.exec(authorization)?.[1] ?? '').split('/');
  if (service === 'redshift-data' && end === 'aws4_request') return undefined;
  return new ServiceError('InvalidSignatureException', decided('wrongScope'));
};

const noDate = "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.";
