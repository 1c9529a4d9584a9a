import { readdirSync, readFileSync } from 'node:fs';

const EVERY_MS = 250;
const mebibytes = (kibibytes: number) => Math.round(kibibytes / 1024);

const field = (text: string, name: string): number =>
  Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(text)?.[1] ?? 0);

function statusOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8');
  } catch {
    return '';
  }
}

/** Clock ticks of the kernel per second, as /proc counts CPU time. */
const TICKS = 100;

/** CPU seconds that this process and a server with its children, ended ones too, have used so far. */
export function cpuSecondsOf(serverPid: number): number {
  const { user, system } = process.cpuUsage();
  let ticks = 0;
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const fields = statOf(pid);
    const isServer = Number(pid) === serverPid;
    if (!isServer && Number(fields[1]) !== serverPid) continue;
    ticks += Number(fields[11]) + Number(fields[12]);
    if (isServer) ticks += Number(fields[13]) + Number(fields[14]);
  }
  return (user + system) / 1_000_000 + ticks / TICKS;
}

/** Fields of a process from its state on; none when it has ended. */
function statOf(pid: string): string[] {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  } catch {
    return [];
  }
}

/** Memory of a server and its children: what each holds by itself, and what they share counted once. */
function familyKiB(serverPid: number): number {
  let own = 0;
  let shared = 0;
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const status = statusOf(pid);
    if (Number(pid) !== serverPid && field(status, 'PPid') !== serverPid) continue;
    own += field(status, 'RssAnon');
    shared = Math.max(shared, field(status, 'RssShmem'));
  }
  return own + shared;
}

/** Watches memory until it is stopped, then tells the most that this process and a server with its children held. */
export function peakMemoryOf(serverPid: number): { stop: () => { ownMiB: number; othersMiB: number } } {
  let own = 0;
  let others = 0;
  const look = () => {
    own = Math.max(own, process.memoryUsage().rss / 1024);
    others = Math.max(others, familyKiB(serverPid));
  };
  const timer = setInterval(look, EVERY_MS);
  return {
    stop: () => {
      clearInterval(timer);
      look();
      return { ownMiB: mebibytes(own), othersMiB: mebibytes(others) };
    },
  };
}
