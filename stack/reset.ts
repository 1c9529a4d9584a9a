import { usualDataDir } from './data-dir';
import { resetDataFolder } from './data-folder';

const dataDir = usualDataDir(process.env);

resetDataFolder(dataDir, console.log).then(
  () => console.log(`${dataDir}: cleared`),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exit(1);
  },
);
