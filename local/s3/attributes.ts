const kept = new Set([
  'content-type',
  'cache-control',
  'content-disposition',
  'content-encoding',
  'content-language',
  'expires',
]);

/** The headers of an upload that S3 keeps with the object and sends again on every read. */
export const keptHeaders = (headers: Record<string, string | undefined>): Record<string, string> => {
  const found: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value && (kept.has(name) || name.startsWith('x-amz-meta-'))) found[name] = value;
  }
  const encoding = withoutTransferCoding(found['content-encoding']);
  if (encoding) found['content-encoding'] = encoding;
  else delete found['content-encoding'];
  return found;
};

/** `aws-chunked` says how the body was sent, not what the object is. */
const withoutTransferCoding = (encoding = ''): string =>
  encoding
    .split(',')
    .map((coding) => coding.trim())
    .filter((coding) => coding !== 'aws-chunked')
    .join(',');
