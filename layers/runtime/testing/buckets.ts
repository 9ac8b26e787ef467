import { createHash } from 'node:crypto';
import {
  type DeleteObjectsCommandInput,
  NoSuchKey,
  type PutObjectCommandInput,
  S3Client,
} from '@aws-sdk/client-s3';

/** S3 in memory, at the seam of the SDK's client: `<bucket>/<key>` to the object's text. */
export interface TestBuckets {
  client: S3Client;
  objects: Map<string, string>;
  /** Versions that were overwritten or deleted, as `<bucket>/<key>`. */
  old: string[];
  /** Every request so far: `PutObject templates/reports/a.sql`. */
  asked: string[];
}

/** Lists are this long, so that every test meets a second page. */
const PAGE = 2;

// biome-ignore lint/suspicious/noExplicitAny: the commands' inputs, of which each answer knows its own
type Answers = Record<string, (input: any) => object>;

export const testBuckets = (initial: Record<string, string> = {}): TestBuckets => {
  const objects = new Map(Object.entries(initial));
  const old: string[] = [];
  const asked: string[] = [];
  const keep = (name: string) => (objects.has(name) ? old.push(name) : 0);
  const answers: Answers = {
    ...listing(objects, old),
    GetObject: ({ Bucket, Key }) => {
      const text = objects.get(`${Bucket}/${Key}`);
      if (text === undefined)
        throw new NoSuchKey({ $metadata: {}, message: 'The specified key does not exist.' });
      return { Body: { transformToString: async () => text } };
    },
    PutObject: ({ Bucket, Key, Body }: PutObjectCommandInput) => {
      keep(`${Bucket}/${Key}`);
      objects.set(`${Bucket}/${Key}`, String(Body));
      return {};
    },
    DeleteObjects: ({ Bucket, Delete }: DeleteObjectsCommandInput) => {
      for (const { Key, VersionId } of Delete?.Objects ?? []) {
        if (VersionId?.startsWith('old-')) old.splice(old.indexOf(`${Bucket}/${Key}`), 1);
        else if (VersionId === undefined) keep(`${Bucket}/${Key}`);
        if (!VersionId?.startsWith('old-')) objects.delete(`${Bucket}/${Key}`);
      }
      return {};
    },
  };
  const send = async (command: { constructor: { name: string }; input: Record<string, string> }) => {
    const operation = command.constructor.name.replace(/Command$/, '');
    const { Bucket, Key, Prefix } = command.input;
    asked.push(`${operation} ${Bucket}/${Key ?? Prefix ?? ''}`);
    const answer = answers[operation];
    if (!answer) throw new Error(`not in this test's S3: ${operation}`);
    return answer(command.input);
  };
  const client = Object.assign(new S3Client({ region: 'us-east-1' }), { send }) as S3Client;
  return { client, objects, old, asked };
};

const listing = (objects: Map<string, string>, old: string[]): Answers => ({
  ListObjectsV2: ({ Bucket, Prefix = '', ContinuationToken = '0' }) => {
    const at = Number(ContinuationToken);
    const names = [...objects.keys()].filter((name) => name.startsWith(`${Bucket}/${Prefix}`)).sort();
    const Contents = names.slice(at, at + PAGE).map((name) => {
      const text = objects.get(name) ?? '';
      const ETag = `"${createHash('md5').update(text).digest('hex')}"`;
      return { Key: name.slice(Bucket.length + 1), ETag, Size: Buffer.byteLength(text) };
    });
    const more = at + PAGE < names.length;
    return { Contents, IsTruncated: more, NextContinuationToken: more ? String(at + PAGE) : undefined };
  },
  ListObjectVersions: ({ Bucket }) => {
    const of = (names: Iterable<string>, version: string) =>
      [...names]
        .filter((name) => name.startsWith(`${Bucket}/`))
        .map((name, index) => ({ Key: name.slice(Bucket.length + 1), VersionId: `${version}-${index}` }));
    const all = [...of(objects.keys(), 'now'), ...of(old, 'old')];
    return { Versions: all.slice(0, PAGE), IsTruncated: all.length > PAGE, NextKeyMarker: all[PAGE]?.Key };
  },
});
