import { parseArgs } from 'node:util';
import { PLANTS, type Plant } from './plant';

/** What a chaos run is asked to do. */
export interface ChaosOptions {
  faults: number;
  seed: number;
  plant: Plant | null;
  keep: boolean;
}

const whole = (name: string, text: string): number => {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0)
    throw new Error(`--${name}: expected a whole number, not "${text}"`);
  return value;
};

/** Reads the command line; a word it does not know is an error. */
export function chaosOptions(args: string[]): ChaosOptions {
  const { values } = parseArgs({
    args,
    options: {
      faults: { type: 'string', default: '40' },
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
      plant: { type: 'string' },
      keep: { type: 'boolean', default: false },
    },
  });
  const plant = PLANTS.find((name) => name === values.plant) ?? null;
  if (values.plant !== undefined && plant === null) {
    throw new Error(`--plant: expected ${PLANTS.join(' or ')}, not "${values.plant}"`);
  }
  return {
    faults: whole('faults', values.faults),
    seed: whole('seed', values.seed),
    plant,
    keep: values.keep,
  };
}
