import { z } from 'zod';

/** What the environment says wrongly: one line per variable, each naming it and what is expected there. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'));
  }
}

/** Values of these are never repeated in an error line, since it ends up in a log. */
const SECRET = /KEY|KEK|SECRET|PASSWORD|PASSPHRASE|TOKEN|DATABASE_URL/;

/** A contradiction between variables, told under the name of the one to change. */
export interface Contradiction {
  variable: string;
  expected: string;
}

function line(variable: string, expected: string, value: string | undefined): string {
  const got =
    value === undefined ? 'is not set' : SECRET.test(variable) ? 'is set to something else' : `is "${value}"`;
  return `${variable}: expected ${expected}, but it ${got}`;
}

/** Reads variables by a schema whose fields are described as what is expected. An empty variable counts as not set. */
export function readVariables<S extends z.ZodObject>(
  schema: S,
  env: NodeJS.ProcessEnv,
  contradictions: (env: NodeJS.ProcessEnv) => readonly Contradiction[],
): z.output<S> {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = schema.safeParse(given);
  const problems = new Map<string, string>();
  for (const issue of parsed.error?.issues ?? []) {
    const variable = String(issue.path[0]);
    const field: unknown = schema.shape[variable];
    const expected = field instanceof z.ZodType ? field.description : undefined;
    problems.set(variable, line(variable, expected ?? issue.message, given[variable]));
  }
  for (const { variable, expected } of contradictions(given)) {
    if (!problems.has(variable)) problems.set(variable, line(variable, expected, given[variable]));
  }
  if (!parsed.success || problems.size > 0) throw new ConfigError([...problems.values()]);
  return parsed.data;
}

/** For entry points: prints what is wrong, one line per variable, and ends with code 2. */
export function orExit<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    for (const problem of error.problems) process.stderr.write(`${problem}\n`);
    process.exit(2);
  }
}
