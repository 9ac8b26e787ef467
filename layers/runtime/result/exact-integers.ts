import type { RedshiftDataClient } from '@aws-sdk/client-redshift-data';

const LONG = /"longValue"\s*:\s*(-?\d{16,})/g;

/**
 * Keeps the digits of 64-bit integers. The Data API sends them as bare JSON numbers and the SDK parses those to
 * doubles, which are exact to 2^53 only; its CSV format would keep them but cannot tell NULL from an empty text. So
 * the answer's text is changed before the SDK reads it: a `longValue` that a double cannot hold becomes a
 * `stringValue`. Nothing else can look like one: within a JSON string its quotes are escaped, and a string that is
 * just `longValue` is not followed by a colon, because no member's name comes from the data.
 */
export const exactIntegers = (text: string): string =>
  text.replace(LONG, (member, digits: string) =>
    Number.isSafeInteger(Number(digits)) ? member : `"stringValue":"${digits}"`,
  );

/** The same client, reading every result with exact integers. Innermost in `deserialize`: it sees the raw body. */
export const readingExactIntegers = (client: RedshiftDataClient): RedshiftDataClient => {
  client.middlewareStack.add(
    (next) => async (args) => {
      const result = await next(args);
      const response = result.response as { body?: AsyncIterable<Uint8Array> };
      if (response.body) {
        const chunks: Uint8Array[] = [];
        for await (const chunk of response.body) chunks.push(chunk);
        const text = exactIntegers(Buffer.concat(chunks).toString('utf8'));
        Object.assign(response, { body: Buffer.from(text) });
      }
      return result;
    },
    { step: 'deserialize', priority: 'low', name: 'exactIntegers' },
  );
  return client;
};
