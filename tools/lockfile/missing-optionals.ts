import { z } from 'zod';

const Entry = z.looseObject({ optionalDependencies: z.record(z.string(), z.string()).optional() });

/** A lock entry of a package that belongs to another platform. */
export interface OptionalEntry {
  version: string;
  optional: true;
  os?: string[];
  cpu?: string[];
}

const SYSTEMS = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32'];
const PROCESSORS = ['arm64', 'x64', 'arm', 'ia32', 'ppc64', 'riscv64', 's390x', 'loong64', 'wasm32'];

/** The platform that a package's name ends with, such as darwin-arm64 or linux-arm-gnueabihf. */
function platformOf(name: string): Pick<OptionalEntry, 'os' | 'cpu'> {
  const words = name.split(/[/-]/);
  const os = SYSTEMS.filter((system) => words.includes(system));
  const cpu = PROCESSORS.filter((processor) => words.includes(processor));
  return { ...(os.length > 0 && { os }), ...(cpu.length > 0 && { cpu }) };
}

/** Whether npm finds `name` from the package at `path`: beside it or in a folder above. */
function isFound(packages: Readonly<Record<string, unknown>>, path: string, name: string): boolean {
  for (let folder = path; ; folder = folder.slice(0, Math.max(folder.lastIndexOf('/node_modules/'), 0))) {
    if (packages[folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`] !== undefined)
      return true;
    if (folder === '') return false;
  }
}

/** Entries that a lock file lacks for the optional packages that its packages name. Other ranges than an exact version stay out. */
export function missingOptionals(packages: Readonly<Record<string, unknown>>): Record<string, OptionalEntry> {
  const missing: Record<string, OptionalEntry> = {};
  for (const [path, entry] of Object.entries(packages)) {
    for (const [name, range] of Object.entries(Entry.parse(entry).optionalDependencies ?? {})) {
      const version = /^[\^~]?(\d+\.\d+\.\d+[\w.-]*)$/.exec(range)?.[1];
      const platform = platformOf(name);
      if (!version || !platform.cpu || isFound(packages, path, name)) continue;
      missing[`node_modules/${name}`] = { version, optional: true, ...platform };
    }
  }
  return missing;
}
