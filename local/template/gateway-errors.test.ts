import { readFileSync } from 'node:fs';
import { readTemplate } from './read-template.ts';

/** The names that GatewayResponses of the template give to API Gateway's own refusals. */
const names = (): string[] => {
  const api = Object.values(readTemplate('template.yaml').Resources).find(
    ({ Type }) => Type === 'AWS::Serverless::Api',
  );
  const responses = Object.values(api?.Properties?.GatewayResponses as Record<string, object>);
  return responses.map(
    (response) => /"name":"(\w+)"/.exec(JSON.stringify(response).replaceAll('\\"', '"'))?.[1] ?? '',
  );
};

it('tells every name that API Gateway answers with in docs/errors.md', () => {
  const page = readFileSync('docs/errors.md', 'utf8');
  expect(names()).toContain('RouteNotFound');
  for (const name of names()) expect(page).toContain(`\`${name}\``);
});
