import { type _Object, paginateListObjectsV2, type S3Client } from '@aws-sdk/client-s3';
import type { ErrorDetail, Report } from '@readout/runtime/contracts.ts';
import { detailOf, InvalidTemplate, isKnown } from '@readout/runtime/errors.ts';
import { parseTemplate } from '@readout/runtime/report/parse-template.ts';
import { REPORTS_PREFIX, reportIdOf } from '@readout/runtime/report/report-id.ts';
import { describeReport } from '@readout/runtime/report/template.ts';
import { templatesIn } from '@readout/runtime/templates.ts';

/** A report whose template is broken, listed for all with what is wrong, so that it hides nothing else. */
export interface BrokenReport extends Report {
  error: ErrorDetail;
}

export type ReadCatalogue = () => Promise<(Report | BrokenReport)[]>;

/** Every report in the bucket, by id. What has not changed since the last call is not read again. */
export const catalogue = (objects: S3Client, bucket: string): ReadCatalogue => {
  const read = templatesIn(objects, bucket);
  let known = new Map<string, Promise<Report | undefined>>();
  return async () => {
    const listed = await list(objects, bucket);
    const entries = listed.map(({ Key = '', ETag = '' }) => {
      const version = `${Key} ${ETag}`;
      return [version, known.get(version) ?? describe(Key)] as const;
    });
    const reports = await Promise.all(entries.map(([, report]) => report));
    known = new Map(entries);
    return reports.filter((report) => report !== undefined);
  };

  async function describe(key: string): Promise<Report | undefined> {
    const id = reportIdOf(key);
    if (id === undefined)
      return broken(key, new InvalidTemplate(`${key}: a name has letters, digits, - and _ only`));
    try {
      return describeReport(parseTemplate(await read(id), id));
    } catch (error) {
      if (!isKnown(error)) throw error;
      // Deleted since it was listed.
      return error.name === 'ReportNotFound' ? undefined : broken(id, error);
    }
  }
};

async function list(objects: S3Client, bucket: string): Promise<_Object[]> {
  const found: _Object[] = [];
  for await (const page of paginateListObjectsV2(
    { client: objects },
    { Bucket: bucket, Prefix: REPORTS_PREFIX },
  ))
    found.push(...(page.Contents ?? []));
  return found.filter(({ Key }) => Key?.endsWith('.sql'));
}

const broken = (id: string, error: unknown): BrokenReport => ({
  id,
  title: id,
  tags: [],
  parameters: [],
  error: detailOf(error),
});
