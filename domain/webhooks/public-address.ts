/** Special-purpose IPv4 ranges (IANA registry): nothing there is a receiver on the public Internet. */
const SPECIAL_V4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];

/** Whether an IP address is one of the public Internet; everything that cannot be read is not. */
export function isPublicAddress(address: string): boolean {
  const four = parseV4(address);
  if (four !== undefined) return isPublicV4(four);
  const groups = parseV6(address);
  return groups !== undefined && isPublicV6(groups);
}

function isPublicV4(value: number): boolean {
  return !SPECIAL_V4.some(([base, bits]) => value >>> (32 - bits) === (parseV4(base) ?? 0) >>> (32 - bits));
}

/** Only global unicast (2000::/3) is public; of it, embedded IPv4 is judged as such, and documentation and tunnels are not. */
function isPublicV6(groups: readonly number[]): boolean {
  const [a = 0, b = 0, c = 0] = groups;
  const low = ((groups[6] ?? 0) * 65_536 + (groups[7] ?? 0)) >>> 0;
  const head = groups.slice(0, 5).every((group) => group === 0);
  if (head && (groups[5] === 0xffff || (groups[5] === 0 && low > 0xffff))) return isPublicV4(low);
  if (a === 0x64 && b === 0xff9b && groups.slice(2, 6).every((group) => group === 0)) return isPublicV4(low);
  if (a >>> 13 !== 1) return false;
  if (a === 0x2002) return isPublicV4((b * 65_536 + c) >>> 0);
  return !(a === 0x2001 && (b < 0x200 || b === 0xdb8)) && !(a === 0x3fff && b >>> 12 === 0);
}

function parseV4(text: string): number | undefined {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256))
    return undefined;
  return parts.reduce((value, part) => value * 256 + Number(part), 0) >>> 0;
}

function parseV6(text: string): number[] | undefined {
  const bare = (text.split('%')[0] ?? '').toLowerCase();
  const halves = bare.split('::');
  if (halves.length > 2 || !bare.includes(':')) return undefined;
  const [head, tail] = halves.map(groupsOf);
  if (head === undefined || (halves.length === 2 && tail === undefined)) return undefined;
  if (halves.length === 1) return head.length === 8 ? head : undefined;
  const missing = 8 - head.length - (tail?.length ?? 0);
  return missing < 1 ? undefined : [...head, ...Array<number>(missing).fill(0), ...(tail ?? [])];
}

function groupsOf(text: string): number[] | undefined {
  if (text === '') return [];
  const groups: number[] = [];
  for (const part of text.split(':')) {
    const four = parseV4(part);
    if (four !== undefined) groups.push(four >>> 16, four & 0xffff);
    else if (/^[0-9a-f]{1,4}$/.test(part)) groups.push(Number.parseInt(part, 16));
    else return undefined;
  }
  return groups;
}
