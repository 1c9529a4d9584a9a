type Task = () => Promise<void>;

const KEY = Symbol.for('loanflow.test.teardown');
const holder = globalThis as typeof globalThis & { [KEY]?: Task[] };

/** Set-ups register what has to end with the run; jest loads set-up and teardown as separate modules of one process. */
export function onTeardown(task: Task): void {
  holder[KEY] = [...(holder[KEY] ?? []), task];
}

/** Ends what the set-ups started, last started first. */
export default async function teardown(): Promise<void> {
  const tasks = holder[KEY] ?? [];
  holder[KEY] = [];
  for (const task of tasks.reverse()) await task();
}
