import { execFileSync, spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { exitOf } from '../../stack/child';

const READY_LIMIT_MS = 120_000;
/** As docker-compose.yml runs it: nothing to write but /tmp, no capabilities, no new privileges. */
const AS_DEPLOYED = [
  ...['--network', 'host', '--init', '--read-only', '--tmpfs', '/tmp'],
  ...['--cap-drop', 'all', '--security-opt', 'no-new-privileges'],
];

/** A command line such as `podman --runtime runc`, and what each `run` of it needs on this machine. */
export interface EngineOptions {
  command: string;
  runWith: string;
  image: string;
}

/** A container that runs, and how it ends. */
export interface Container {
  name: string;
  /** Resolves when it has written the text; throws with its last lines when it ends or is too slow. */
  says(text: string): Promise<void>;
  ended: Promise<string>;
}

const words = (text: string) => text.split(' ').filter(Boolean);
const given = (environment: Readonly<Record<string, string>>) =>
  Object.entries(environment).flatMap(([name, value]) => ['-e', `${name}=${value}`]);

/** Runs the image by a container engine's command line. */
export class Engine {
  private readonly program: string;
  private readonly flags: readonly string[];

  constructor(private readonly options: EngineOptions) {
    const [program = 'docker', ...flags] = words(options.command);
    this.program = program;
    this.flags = flags;
  }

  /** Runs an entry point to its end and returns what it wrote; throws when it fails. */
  once(entry: string, environment: Readonly<Record<string, string>>): string {
    return this.call('run', '--rm', ...this.runArguments(environment), 'node', `dist/${entry}.js`);
  }

  /** Starts an entry point that stays. */
  up(
    name: string,
    entry: string,
    environment: Readonly<Record<string, string>>,
    mounts: readonly string[] = [],
  ): Container {
    const flags = [...mounts.flatMap((mount) => ['-v', mount]), ...this.runArguments(environment)];
    const program = ['node', '--enable-source-maps', `dist/${entry}.js`];
    const child = spawn(this.program, [...this.flags, 'run', '--rm', '--name', name, ...flags, ...program], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let written = '';
    child.stdout.on('data', (chunk) => (written += String(chunk)));
    child.stderr.on('data', (chunk) => (written += String(chunk)));
    const says = async (text: string) => {
      const until = Date.now() + READY_LIMIT_MS;
      for (; !written.includes(text); await pause(100))
        if (child.exitCode !== null || Date.now() > until)
          throw new Error(`${name} did not say ${text}: ${written.slice(-2_000)}`);
    };
    return { name, says, ended: exitOf(child) };
  }

  /** What a command inside a running container writes; throws when it fails. */
  inside(name: string, ...command: string[]): string {
    return this.call('exec', name, ...command);
  }

  /** The health check that the image declares; throws where it declares none. */
  healthCheckOfImage(): string[] {
    const said = this.call(
      'image',
      'inspect',
      this.options.image,
      '--format',
      '{{json .Config.Healthcheck.Test}}',
    );
    const [kind, ...command]: string[] = JSON.parse(said);
    if (kind !== 'CMD' || command.length === 0) throw new Error(`the image has no health check: ${said}`);
    return command;
  }

  /** Ends it as a deployment does: SIGTERM, and time to finish. */
  stop(name: string): void {
    this.call('stop', '-t', '60', name);
  }

  private runArguments(environment: Readonly<Record<string, string>>): string[] {
    return [...words(this.options.runWith), ...AS_DEPLOYED, ...given(environment), this.options.image];
  }

  private call(...command: string[]): string {
    return execFileSync(this.program, [...this.flags, ...command], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    }).trim();
  }
}
