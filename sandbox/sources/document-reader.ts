import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { type IdScenario, idScenario, type UsccScenario, usccScenario } from '../magic';
import { Chance } from '../people/chance';
import { type Specimen, type SpecimenLine, specimenIn } from '../specimens/specimen';
import { type GatewayDeps, playSource } from './gateway';

type Scenario = IdScenario | UsccScenario | undefined;

const KINDS: Readonly<Record<string, string>> = {
  ID_CARD_FRONT: 'id_card_front',
  BUSINESS_LICENCE: 'business_licence',
  INCOME_PROOF: 'income_proof',
  BANK_STATEMENT: 'bank_statement',
};

const body = z.object({
  type: z.enum(['ID_CARD_FRONT', 'BUSINESS_LICENCE', 'INCOME_PROOF', 'BANK_STATEMENT']),
  contentType: z.enum(['image/png', 'image/jpeg', 'application/pdf']),
  image: z.base64(),
});
type Body = z.infer<typeof body>;

const specimenOf = ({ image }: Body): Specimen | null => specimenIn(Buffer.from(image, 'base64'));

/** The magic of whose paper it is: of the company where it is a company's, else of the person. */
function scenarioOf({ subject }: Specimen): Scenario {
  const ofCompany = subject.uscc === undefined ? undefined : usccScenario(subject.uscc);
  return ofCompany ?? (subject.idNo === undefined ? undefined : idScenario(subject.idNo));
}

/** ¥60,000.00 as ¥30,000.00. */
function halved(printed: string): string {
  const yuan = Math.floor(Number(printed.replace(/[^\d.]/g, '')) / 2);
  return `¥${String(yuan).replace(/\B(?=(\d{3})+$)/g, ',')}.00`;
}

/** What the paper says where its magic makes it say something else than the applicant did. */
function printedText({ label, text }: SpecimenLine, kind: string, scenario: Scenario): string {
  if (scenario === 'scan_other_name' && kind === 'id_card_front' && label === '姓名')
    return `${text.slice(0, 1)}样本`;
  if (scenario === 'scan_lower_income' && label === '月收入') return halved(text);
  if (scenario === 'scan_other_licence' && label === '成立日期') return '2023年11月02日';
  return text;
}

function probabilityOf({ label }: SpecimenLine, chance: Chance, scenario: Scenario): number {
  const doubtful = scenario === 'scan_low_confidence' && (label === '姓名' || label === '公民身份号码');
  return (doubtful ? chance.between(410, 640) : chance.between(930, 995)) / 1000;
}

function reading(asked: Body) {
  const found = specimenOf(asked);
  const scenario = found === null ? undefined : scenarioOf(found);
  if (found === null || found.kind !== KINDS[asked.type] || scenario === 'scan_unreadable')
    return { code: 'NOT_LEGIBLE' };
  const chance = new Chance(`scan/${found.kind}/${found.subject.uscc ?? found.subject.idNo}`);
  return {
    code: 'OK',
    page: found.page,
    items: found.lines.map((line) => ({
      label: line.label,
      text: printedText(line, found.kind, scenario),
      probability: probabilityOf(line, chance, scenario),
      box: line.box,
    })),
  };
}

/** The reader of papers: it reads the sandbox's own specimens; any other file is not legible to it. */
export function documentReaderRoutes(app: FastifyInstance, deps: GatewayDeps): void {
  playSource(app, deps, {
    party: 'document_reader',
    path: '/v1/recognise',
    body,
    subject: (asked) => {
      const idNo = specimenOf(asked)?.subject.idNo;
      return idNo === undefined ? {} : { idNo };
    },
    answer: reading,
  });
}
