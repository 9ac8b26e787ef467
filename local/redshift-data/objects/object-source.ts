/** Where COPY reads and UNLOAD writes the bytes of `s3://` addresses. */
export interface ObjectSource {
  /** Local files of an object, or of every object under a prefix, in the order of their keys; none if there is nothing. */
  localPaths(s3Uri: string): Promise<string[]>;
  /** Makes the bytes of a local file the object at this address. The file stays the caller's. */
  store(s3Uri: string, localFile: string): Promise<void>;
  /** Deletes every object under a prefix. */
  clear(s3UriPrefix: string): Promise<void>;
}

/** `s3://bucket/key`, cut in two. */
export const cutUri = (s3Uri: string): { bucket: string; key: string } => {
  const [, bucket = '', key = ''] = /^s3:\/\/([^/]+)\/?(.*)$/s.exec(s3Uri) ?? [];
  return { bucket, key };
};
