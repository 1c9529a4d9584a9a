/** Like Promise.all, but fails only once every step has come to an end, so that nothing starts after the clean-up. */
export async function allSteps<T extends readonly unknown[] | []>(
  steps: T,
): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  const outcomes = await Promise.allSettled<unknown>([...steps]);
  const failed = outcomes.find((outcome): outcome is PromiseRejectedResult => outcome.status === 'rejected');
  if (failed) throw failed.reason;
  return Promise.all(steps);
}
