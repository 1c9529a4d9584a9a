import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { missingOptionals } from '../../../tools/lockfile/missing-optionals';

describe('package-lock.json', () => {
  it('holds every package of another platform, as `npm ci` wants (else: npm run lockfile)', () => {
    const { packages } = JSON.parse(readFileSync(resolve(__dirname, '../../../package-lock.json'), 'utf8'));
    expect(Object.keys(missingOptionals(packages))).toEqual([]);
  });

  it('is completed with version and platform', () => {
    const packages = {
      '': {},
      'node_modules/tool': {
        optionalDependencies: {
          '@tool/darwin-arm64': '1.2.3',
          '@tool/linux-arm-gnueabihf': '1.2.3',
          '@tool/linux-x64': '1.2.3',
        },
      },
      'node_modules/@tool/linux-x64': { version: '1.2.3' },
    };
    expect(missingOptionals(packages)).toEqual({
      'node_modules/@tool/darwin-arm64': { version: '1.2.3', optional: true, os: ['darwin'], cpu: ['arm64'] },
      'node_modules/@tool/linux-arm-gnueabihf': {
        version: '1.2.3',
        optional: true,
        os: ['linux'],
        cpu: ['arm'],
      },
    });
  });
});
