import type { FastifyPluginAsync } from 'fastify';
import { isProblemCode, PROBLEMS, type ProblemCode } from '../../contracts/errors';
import type { Locale } from '../locale';
import { accepts } from '../plugins/media';
import { ProblemError } from '../problem';

/** A page per problem: what the `type` of a problem document points to, for people and for programs. */
export const problemPages: FastifyPluginAsync = async (app) => {
  const config = { open: true, produces: ['text/html', 'application/json'] };

  app.get('/problems', { config }, async (request, reply) => {
    const codes = Object.keys(PROBLEMS).filter(isProblemCode);
    if (!wantsHtml(request.headers.accept)) return codes.map(describe);
    const rows = codes.map((code) => {
      const { status } = PROBLEMS[code];
      return `<tr><td><a href="/problems/${code}"><code>${code}</code></a></td><td>${status}</td><td>${words(code, request.locale).title}</td></tr>`;
    });
    const title = request.locale === 'en' ? 'Problems' : '错误目录';
    return reply
      .type('text/html; charset=utf-8')
      .send(page(request.locale, title, `<table>${rows.join('')}</table>`));
  });

  app.get<{ Params: { code: string } }>('/problems/:code', { config }, async (request, reply) => {
    const { code } = request.params;
    if (!isProblemCode(code)) throw new ProblemError('NOT_FOUND');
    if (!wantsHtml(request.headers.accept)) return describe(code);
    const { title, help } = words(code, request.locale);
    const body = `<p><code>${code}</code> · HTTP ${PROBLEMS[code].status}</p><p>${escaped(help)}</p>`;
    return reply.type('text/html; charset=utf-8').send(page(request.locale, title, body));
  });
};

function describe(code: ProblemCode) {
  return { code, ...PROBLEMS[code] };
}

function words(code: ProblemCode, locale: Locale) {
  return PROBLEMS[code][locale === 'en' ? 'en' : 'zh'];
}

function wantsHtml(accept: string | undefined): boolean {
  return (
    accept !== undefined &&
    !accept.startsWith('application/json') &&
    accept.includes('text/html') &&
    accepts(accept, 'text/html')
  );
}

function page(locale: Locale, title: string, body: string): string {
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title></head><body><h1>${escaped(title)}</h1>${body}</body></html>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
