import { createInterface } from 'node:readline';
import { QuoteRequest } from '../contracts/quote';
import { quoteOf } from '../domain/quote/quote-of';

/** A line that is no question is answered in its place, so that answers stay in step with questions. */
function refusal(code: string, errors: readonly { readonly pointer: string; readonly message: string }[]) {
  const [first] = errors;
  return { ok: false, code, pointer: first?.pointer ?? '', message: first?.message ?? code, errors };
}

function parsed(text: string): { readonly ok: true; readonly value: unknown } | { readonly ok: false } {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false };
  }
}

function answer(value: unknown): unknown {
  const request = QuoteRequest.safeParse(value);
  if (!request.success) {
    const errors = request.error.issues.flatMap((issue) => {
      const pointer = issue.path.map((part) => `/${String(part)}`).join('');
      if (issue.code !== 'unrecognized_keys') return [{ pointer, message: issue.message }];
      return issue.keys.map((key) => ({ pointer: `${pointer}/${key}`, message: 'unknown field' }));
    });
    return refusal('INVALID_REQUEST', errors);
  }
  try {
    return quoteOf(request.data);
  } catch (error) {
    return refusal('NOT_COMPUTABLE', [
      { pointer: '', message: error instanceof Error ? error.message : 'unknown' },
    ]);
  }
}

function print(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}

/** Reads one JSON object, which may span lines, or JSON lines: one answer for each. */
async function main(): Promise<void> {
  const lines: string[] = [];
  for await (const line of createInterface({ input: process.stdin }))
    if (line.trim() !== '') lines.push(line);
  const whole = parsed(lines.join('\n'));
  if (lines.length > 1 && whole.ok) return print(answer(whole.value));
  for (const line of lines) {
    const question = parsed(line);
    print(
      question.ok ? answer(question.value) : refusal('INVALID_JSON', [{ pointer: '', message: 'not JSON' }]),
    );
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
