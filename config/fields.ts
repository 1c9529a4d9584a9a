import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';

const FLAGS: Readonly<Record<string, boolean>> = {
  on: true,
  true: true,
  '1': true,
  off: false,
  false: false,
  '0': false,
};

/** `on` or `off`. */
export const flag = z
  .string()
  .refine((text) => FLAGS[text.toLowerCase()] !== undefined)
  .transform((text) => FLAGS[text.toLowerCase()] === true);

const isWhole = (text: string, least: number, most: number) =>
  /^\d{1,15}$/.test(text) && Number(text) >= least && Number(text) <= most;

/** A whole number within bounds. */
export const whole = (least: number, most: number) =>
  z
    .string()
    .refine((text) => isWhole(text, least, most))
    .transform(Number);

/** An http or https address, kept without a final slash. */
export const httpUrl = z.url({ protocol: /^https?$/ }).transform((text) => text.replace(/\/+$/, ''));

/** `host:port`, where the host may be a bracketed IPv6 address. */
export const hostAndPort = z
  .string()
  .refine(
    (text) =>
      /^(\[[0-9a-fA-F:]+\]|[^\s:/]+):\d+$/.test(text) && isWhole(text.split(':').pop() ?? '', 1, 65_535),
  );

/** Content of a file named by its path. */
export const fileContent = z
  .string()
  .refine((path) => existsSync(path))
  .transform((path) => readFileSync(path));

/** Absolute path of a file that exists. */
export const filePath = z
  .string()
  .refine((path) => existsSync(path))
  .transform((path) => resolve(path));

const isBase64Key = (text: string) =>
  /^[A-Za-z0-9+/]+=*$/.test(text) && Buffer.from(text, 'base64').length === 32;

/** 32 bytes in base64. */
export const key = z.string().refine(isBase64Key);

/** Key-encryption keys `id=base64`, the one in use first. */
export const keyRing = z.string().refine((text) => {
  const pairs = text.split(',').map((pair) => /^\s*([a-z0-9-]{1,32})=(.+?)\s*$/.exec(pair));
  const ids = pairs.map((pair) => pair?.[1]);
  return (
    new Set(ids).size === ids.length && pairs.every((pair) => pair !== null && isBase64Key(pair[2] ?? ''))
  );
});

/** Hours ahead of UTC of a zone at an instant; none for a name that no zone has. */
function hoursAhead(zone: string, at: Date): number | undefined {
  try {
    const there = new Intl.DateTimeFormat('sv-SE', {
      timeZone: zone,
      dateStyle: 'short',
      timeStyle: 'medium',
    });
    return (Date.parse(`${there.format(at).replace(' ', 'T')}Z`) - at.getTime()) / 3_600_000;
  } catch {
    return undefined;
  }
}

const WINTER = new Date('2026-01-15T00:00:00Z');
const SUMMER = new Date('2026-07-15T00:00:00Z');

/** A time zone of the IANA list that keeps Shanghai's time all year, which books, lists, papers and console count by. */
export const businessTimeZone = z
  .string()
  .refine((name) => [WINTER, SUMMER].every((at) => hoursAhead(name, at) === 8));
