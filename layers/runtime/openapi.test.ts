import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { ERRORS } from './errors.ts';

const read = (name: string) =>
  parse(readFileSync(fileURLToPath(new URL(`../../${name}`, import.meta.url)), 'utf8'), {
    logLevel: 'silent',
    merge: true,
  });
const openapi = read('openapi.yaml');

const methods = ['get', 'post', 'put', 'patch', 'delete'];

test('describes the routes of the template and no others', () => {
  const described = Object.entries<object>(openapi.paths).flatMap(([path, item]) =>
    Object.keys(item)
      .filter((key) => methods.includes(key))
      .map((method) => `${method} ${path}`),
  );
  // biome-ignore lint/suspicious/noExplicitAny: the template is checked by its own tools
  const routes = Object.values<any>(read('template.yaml').Resources)
    // biome-ignore lint/suspicious/noExplicitAny: as above
    .flatMap(({ Properties }) => Object.values<any>(Properties?.Events ?? {}))
    .filter(({ Type }) => Type === 'Api')
    .map(({ Properties }) => `${Properties.Method.toLowerCase()} ${Properties.Path}`);
  expect(routes.length).toBeGreaterThan(0);
  expect(described.sort()).toEqual(routes.sort());
});

test('names every error', () => {
  expect(openapi.components.schemas.Error.properties.name.enum).toEqual(Object.keys(ERRORS));
});

test('every reference leads somewhere', () => {
  const references = [...JSON.stringify(openapi).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path = '']) =>
    path.split('/'),
  );
  for (const path of references)
    expect(path.reduce((value, key) => value?.[key], openapi)).toEqual(expect.any(Object));
});
