/** Where a step tells what it is doing; one line each. */
export type Progress = (line: string) => void;

const FIRST_MS = 2_000;
const NEXT_MS = 5_000;

/** Runs a step and says that it still runs whenever it takes longer than a person waits in silence. */
export async function withProgress<T>(what: string, progress: Progress, step: () => Promise<T>): Promise<T> {
  const startedAt = performance.now();
  let timer: NodeJS.Timeout;
  const tell = () => {
    progress(`${what} … ${Math.round((performance.now() - startedAt) / 1000)} s`);
    timer = setTimeout(tell, NEXT_MS);
  };
  timer = setTimeout(tell, FIRST_MS);
  try {
    return await step();
  } finally {
    clearTimeout(timer);
  }
}
