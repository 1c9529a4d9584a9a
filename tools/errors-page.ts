import { isProblemCode, PROBLEMS } from '../contracts/errors';

/** docs/errors.md: every problem of the catalogue with its status and its words in both languages. */
export function errorsPage(): string {
  const codes = Object.keys(PROBLEMS)
    .filter(isProblemCode)
    .sort((a, b) => PROBLEMS[a].status - PROBLEMS[b].status || a.localeCompare(b));
  const sections = codes.map((code) => {
    const { status, en, zh } = PROBLEMS[code];
    return `## ${code}\n\nHTTP ${status}\n\n**${en.title}.** ${en.help}\n\n**${zh.title}。** ${zh.help}\n`;
  });
  return `# Problems

Every refusal of the API is a document of type \`application/problem+json\` (RFC 9457):

\`\`\`json
{
  "type": "/problems/VALIDATION_FAILED",
  "title": "Request does not match its schema",
  "status": 400,
  "detail": "Each entry of \`errors\` points to a field …",
  "code": "VALIDATION_FAILED",
  "traceId": "0af7651916cd43dd8448eb211c80319c",
  "errors": [{ "in": "body", "pointer": "#/amountMinor", "code": "invalid_format", "detail": "…" }]
}
\`\`\`

Programs branch on \`code\`; titles and details follow \`Accept-Language\` (zh-CN or en). \`type\` leads to a page of the running
API, in HTML or JSON. This page is made from the catalogue (\`contracts/errors.ts\`) by \`npm run openapi\`.

${sections.join('\n')}`;
}
