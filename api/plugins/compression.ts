import compress from '@fastify/compress';
import fp from 'fastify-plugin';

/** Below this a smaller answer is not there sooner. */
const WORTH_BYTES = 4_096;

/** Sends long JSON answers gzipped to who can take that: catalogues and pages of lists weigh as much as code on a first view. */
export const compression = fp(
  async (app) => {
    await app.register(compress, {
      ...{ threshold: WORTH_BYTES, encodings: ['gzip'], customTypes: /^application\/json\b/ },
      // Requests are read as they come: nothing unpacks what a stranger packed.
      globalDecompression: false,
    });
  },
  { name: 'compression' },
);
