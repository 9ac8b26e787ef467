import type { S3Client } from '@aws-sdk/client-s3';
import type { Report } from '@readout/runtime/contracts.ts';
import { detailOf, InvalidTemplate, isKnown } from '@readout/runtime/errors.ts';
import { knownObjects } from '@readout/runtime/known-objects.ts';
import { parseTemplate } from '@readout/runtime/report/parse-template.ts';
import { REPORTS_PREFIX, reportIdOf } from '@readout/runtime/report/report-id.ts';
import { describeReport } from '@readout/runtime/report/template.ts';
import { templatesIn } from '@readout/runtime/templates.ts';

export type ReadCatalogue = () => Promise<Report[]>;

/** Every report in the bucket, by id. What has not changed since the last call is not read again. */
export const catalogue = (objects: S3Client, bucket: string): ReadCatalogue => {
  const read = templatesIn(objects, bucket);
  return knownObjects(objects, { bucket, prefix: REPORTS_PREFIX, suffix: '.sql' }, describe);

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

/** A report whose template is broken, listed for all with what is wrong, so that it hides nothing else. */
const broken = (id: string, error: unknown): Report => ({
  id,
  title: id,
  tags: [],
  parameters: [],
  error: detailOf(error),
});
