import { mkdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { s3Error } from './errors.ts';

/** What a bucket tells its listener after an API call changed it, in the words of S3's event names. */
export interface BucketEvent {
  eventName:
    | 'ObjectCreated:Put'
    | 'ObjectCreated:Copy'
    | 'ObjectCreated:CompleteMultipartUpload'
    | 'ObjectRemoved:Delete';
  bucket: string;
  key: string;
  size?: number;
  eTag?: string;
}

export interface BucketProperties {
  name: string;
  /** The folder that is the bucket; by default `<stateDir>/<name>`. */
  folder?: string;
  /** What GetBucketVersioning answers; there is only ever one version, `null`. */
  versioned?: boolean;
  /** Writes through the API are refused with AccessDenied; the folder must exist. */
  readOnly?: boolean;
  /** Deleting a file through the API is refused with AccessDenied: the folder is somebody's work. */
  keepsFiles?: boolean;
  notify?: (event: BucketEvent) => void;
}

export interface Bucket extends BucketProperties {
  /** Absolute, without symbolic links. */
  folder: string;
  createdAt: Date;
}

/** The buckets of one running stack. They come from the template, so none survives it; their folders do. */
export class Buckets {
  readonly #buckets = new Map<string, Bucket>();

  constructor(
    readonly stateDir: string,
    readonly now: () => Date,
  ) {}

  /** Creates the folder when it is missing; calling it again replaces the properties. */
  create(properties: BucketProperties): Bucket {
    const { name, folder = join(this.stateDir, name), readOnly } = properties;
    if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(name))
      throw new Error(`${JSON.stringify(name)} is not a valid bucket name`);
    if (!readOnly) mkdirSync(folder, { recursive: true });
    const createdAt = this.#buckets.get(name)?.createdAt ?? this.now();
    const bucket = { ...properties, folder: realpathSync(folder), createdAt };
    this.#buckets.set(name, bucket);
    return bucket;
  }

  /** Throws NoSuchBucket. */
  get(name: string): Bucket {
    const bucket = this.#buckets.get(name);
    if (!bucket) throw s3Error('NoSuchBucket');
    return bucket;
  }

  /** Throws NoSuchBucket, or AccessDenied for a bucket that is only read. */
  getForWriting(name: string): Bucket {
    const bucket = this.get(name);
    if (bucket.readOnly) throw s3Error('AccessDenied', `The bucket ${name} is read-only.`);
    return bucket;
  }

  all(): Bucket[] {
    return [...this.#buckets.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }
}
