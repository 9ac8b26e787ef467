import { XMLBuilder, XMLParser, XMLValidator } from 'fast-xml-parser';
import { s3Error } from './errors.ts';

const namespace = 'http://s3.amazonaws.com/doc/2006-03-01/';
const builder = new XMLBuilder({ ignoreAttributes: false, suppressEmptyNode: true });
const parser = new XMLParser({
  parseTagValue: false,
  htmlEntities: true,
  trimValues: false,
  isArray: (name) => name === 'Object' || name === 'Part',
});

/** An S3 response document. Arrays repeat their element; `undefined` leaves it out. */
export const renderXml = (root: string, content: object): string =>
  builder.build({
    '?xml': { '@_version': '1.0', '@_encoding': 'UTF-8' },
    [root]: root === 'Error' ? content : { '@_xmlns': namespace, ...content },
  });

/** The content of a request document whose root must be `root`. Throws MalformedXML. */
export const parseXml = (body: Buffer, root: string): Record<string, unknown> => {
  const text = body.toString('utf8');
  if (XMLValidator.validate(text) !== true) throw s3Error('MalformedXML');
  const content = parser.parse(text)[root];
  if (typeof content !== 'object' || content === null) throw s3Error('MalformedXML');
  return content;
};
