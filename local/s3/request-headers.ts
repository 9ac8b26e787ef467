import { notEmulated } from '../protocol/service-error.ts';
import { isChecksumHeader } from './checksums.ts';
import type { S3Request } from './request.ts';

/** Headers that ask for nothing beyond what always happens; a value list says which values do not. */
const understood: Record<string, string[] | 'any'> = {
  'x-amz-acl': ['private', 'bucket-owner-full-control'],
  'x-amz-storage-class': ['STANDARD'],
  'x-amz-server-side-encryption': ['AES256'],
  'x-amz-metadata-directive': ['COPY', 'REPLACE'],
  'x-amz-checksum-mode': 'any',
  'x-amz-checksum-algorithm': 'any',
  'x-amz-checksum-type': 'any',
  'x-amz-sdk-checksum-algorithm': 'any',
  'x-amz-mp-object-size': 'any',
};

const isTransport = (name: string): boolean =>
  /^x-amz-(algorithm|content-sha256|credential|date|decoded-content-length|expected-bucket-owner|expires|invocation-id|request-payer|security-token|signature|signedheaders|te|trailer|user-agent)$/.test(
    name,
  );

/** Throws `not emulated` for an `x-amz-*` header, or a value of one, that would otherwise be ignored. */
export const refuseUnknownHeaders = (headers: S3Request['headers'], needsHeader?: string): void => {
  for (const [name, value = ''] of Object.entries(headers)) {
    if (!name.startsWith('x-amz-') || name.startsWith('x-amz-meta-') || name === needsHeader) continue;
    if (isTransport(name) || isChecksumHeader(name)) continue;
    const values = understood[name];
    if (values !== 'any' && !values?.includes(value)) throw notEmulated(`S3 header ${name}: ${value}`);
  }
};
