/** A template asks for a parameter that it was not given: sending it with a hole would be worse than not sending it. */
export class MissingParameterError extends Error {
  readonly code = 'MISSING_PARAMETER';

  constructor(readonly parameter: string) {
    super(`template parameter ${parameter} is missing`);
    this.name = 'MissingParameterError';
  }
}

const PLACEHOLDER = /\{\{(\w+)\}\}/g;

/** Replaces each {{name}} of a template by its parameter; a missing or empty one is an error. */
export function fillText(template: string, params: Readonly<Record<string, string>>): string {
  return template.replace(PLACEHOLDER, (_, name: string) => {
    const value = params[name];
    if (value === undefined || value === '') throw new MissingParameterError(name);
    return value;
  });
}

/** Names of the placeholders of a template, in order of first appearance. */
export function placeholdersOf(template: string): string[] {
  return [...new Set([...template.matchAll(PLACEHOLDER)].map((match) => match[1] ?? ''))];
}
