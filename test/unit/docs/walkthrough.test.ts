import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ROOT } from '../../../stack/folders';

const text = (...path: string[]) => readFileSync(join(ROOT, 'docs', ...path), 'utf8');
const Body = z.object({
  content: z.object({ 'application/json': z.object({ schema: z.record(z.string(), z.unknown()) }) }),
});
const OpenApi = z.object({
  paths: z.record(z.string(), z.record(z.string(), z.object({ requestBody: Body.optional() }))),
  components: z.object({ schemas: z.record(z.string(), z.unknown()) }),
});
const { paths, components } = OpenApi.parse(JSON.parse(text('openapi.json')));

/** Each `curl` of the guide, over as many lines as it takes. */
const commands = [...text('api-walkthrough.md').matchAll(/^```sh\n(.*?)^```/gms)]
  .flatMap(([, block = '']) => block.split(/^(?=curl )/m))
  .map((command) => {
    const [, path = ''] = command.match(/\$API(\/v1\/[^\s"?]*)/) ?? [];
    const [, body] = command.match(/-d '([^']*)'/) ?? [];
    const [, method] = command.match(/-X ([A-Z]+)/) ?? [];
    return {
      name: `${path} ${body ?? ''}`,
      path,
      body,
      method: (method ?? (body ? 'POST' : 'GET')).toLowerCase(),
    };
  });

/** The operation that a command calls. */
const called = ({ path, method }: { path: string; method: string }) => {
  const fits = (known: string) =>
    new RegExp(`^${known.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path);
  return [path, ...Object.keys(paths).filter(fits)].flatMap((one) => paths[one]?.[method] ?? [])[0];
};
/** What a part of the API takes, as a schema that parses. */
const schemaOf = (schema: unknown): z.ZodType => {
  const inline = (part: unknown): string =>
    JSON.stringify(part).replaceAll('#/components/schemas/', '#/$defs/');
  return z.fromJSONSchema({ ...JSON.parse(inline(schema)), $defs: JSON.parse(inline(components.schemas)) });
};

describe('the walk-through', () => {
  it('has commands, some with bodies', () => {
    expect(commands.length).toBeGreaterThan(20);
    expect(commands.filter(({ body }) => body !== undefined).length).toBeGreaterThan(10);
  });

  it.each(commands)('calls what the API has, with what it takes: $name', (command) => {
    const operation = called(command);
    expect(operation).toBeDefined();
    // Bodies with an ellipsis leave out what differs for each reader.
    if (command.body === undefined || command.body.includes('…')) return;
    const schema = schemaOf(operation?.requestBody?.content['application/json'].schema);
    expect(schema.safeParse(JSON.parse(command.body)).error).toBeUndefined();
  });
});
