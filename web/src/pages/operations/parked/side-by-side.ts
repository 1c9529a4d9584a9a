/** At work side by side: enough to be quick, few enough to leave the service to others. */
const SIDE_BY_SIDE = 4;

/** Does something with each, a few at a time. */
export async function sideBySide<T>(all: readonly T[], run: (one: T) => Promise<void>): Promise<void> {
  const waiting = [...all];
  const lane = async () => {
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) await run(one);
  };
  await Promise.all(Array.from({ length: Math.min(SIDE_BY_SIDE, all.length) }, lane));
}
