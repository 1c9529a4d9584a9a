import type { Contradiction } from './problems';

/** Whether a variable switches something on. */
export const isOn = (value: string | undefined): boolean =>
  value !== undefined && ['on', 'true', '1'].includes(value.toLowerCase());

/** Names each variable that is switched on although production refuses it. */
export function refusedInProduction(env: NodeJS.ProcessEnv, variables: readonly string[]): Contradiction[] {
  if (env.NODE_ENV !== 'production') return [];
  return variables
    .filter((variable) => isOn(env[variable]))
    .map((variable) => ({ variable, expected: 'off in production' }));
}

/** Variables that must be set as soon as one of them is. */
export function together(env: NodeJS.ProcessEnv, variables: readonly string[]): Contradiction[] {
  const present = variables.filter((variable) => env[variable] !== undefined);
  if (present.length === 0) return [];
  const expected = `a value, since ${present.join(' and ')} ${present.length > 1 ? 'are' : 'is'} set`;
  return variables
    .filter((variable) => !present.includes(variable))
    .map((variable) => ({ variable, expected }));
}
