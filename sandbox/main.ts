import { z } from 'zod';
import { buildSandbox } from './build';

const environment = z.object({
  SANDBOX_PORT: z.coerce.number().int().min(0).max(65_535).default(7400),
  SANDBOX_HOST: z.string().default('127.0.0.1'),
  SANDBOX_DATA: z.string().default('.data/sandbox'),
  SANDBOX_CALLBACK_URL: z.url().optional(),
  SANDBOX_CALLBACK_SECRET: z.string().startsWith('whsec_').optional(),
});

async function main(): Promise<void> {
  const parsed = environment.safeParse(process.env);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    process.stderr.write(`sandbox: ${wrong.join('; ')}\n`);
    process.exitCode = 2;
    return;
  }
  const env = parsed.data;
  const sandbox = await buildSandbox({
    dataDir: env.SANDBOX_DATA,
    port: env.SANDBOX_PORT,
    host: env.SANDBOX_HOST,
    ...(env.SANDBOX_CALLBACK_URL &&
      env.SANDBOX_CALLBACK_SECRET && {
        callback: { url: env.SANDBOX_CALLBACK_URL, secret: env.SANDBOX_CALLBACK_SECRET },
      }),
  });
  process.stdout.write(`sandbox ${sandbox.url}\n`);
  const stop = () => {
    sandbox.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

main().catch((error: unknown) => {
  process.stderr.write(`sandbox: ${error instanceof Error ? error.message : 'failed to start'}\n`);
  process.exitCode = 1;
});
