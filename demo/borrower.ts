import { z } from 'zod';
import { Application, Consent, Document } from '../contracts/http/applications';
import { Command } from '../contracts/http/commands';
import { CodeSent, Contract } from '../contracts/http/contracts';
import { Loan, Payment, PayoffQuote } from '../contracts/http/loans';
import { Operation } from '../contracts/http/money-operations';
import { Task } from '../contracts/http/tasks';
import type { Holder } from '../sandbox/specimens/papers';
import type { ApiUser } from './client';
import type { Conductor } from './conductor';
import { sampleDocument } from './sample-document';
import type { SandboxDesk } from './sandbox-desk';
import type { ApplicantData, Member } from './story';
import { shanghai } from './time';
import type { World } from './world';

const Tasks = z.object({ data: z.array(Task) });
const read =
  <T extends z.ZodType>(schema: T) =>
  (answer: unknown): z.output<T> =>
    schema.parse(answer);

/** A loan request without the person. */
export interface Request {
  productCode: string;
  amountMinor: string;
  termMonths: number;
  purpose: string;
  declared: object;
  documents: readonly string[];
  method?: string;
  /** Of a loan in stages: what is paid out first. */
  firstDrawMinor?: string;
  /** False: the applicant consents to nothing yet. */
  consents?: boolean;
}

/** What a borrower needs of the world: on a test clock, or in real time without one. */
export interface Life extends Pick<World, 'consentTexts' | 'user'> {
  clockId: string | null;
  sandbox: SandboxDesk;
  conductor: Pick<Conductor, 'until'>;
}

/** What an applicant of the demo can do, all of it through the public API, and what staff do about them. */
export class Borrower {
  private applicationId = '';
  /** Whom the papers that are sent along are of. */
  private holder: Holder;
  private loan = '';

  constructor(
    private readonly world: Life,
    private readonly user: ApiUser,
    readonly data: ApplicantData,
  ) {
    this.holder = holderOf(data, {});
  }

  get id(): string {
    return this.applicationId;
  }

  /** Waits until the clock stands at this time of Shanghai, with everything before it settled. */
  at(local: string): Promise<void> {
    return this.world.conductor.until(shanghai(local));
  }

  async apply({ documents, consents = true, ...request }: Request): Promise<void> {
    this.holder = holderOf(this.data, request.declared);
    const texts = consents ? await this.world.consentTexts(request.productCode) : [];
    const body = {
      ...request,
      ...(this.world.clockId !== null && { clockId: this.world.clockId }),
      customer: this.data.customer,
      payoutAccount: this.data.account,
      documents: await Promise.all(documents.map((kind) => sampleDocument(kind, this.holder))),
      consents: texts.map(({ code, version, hashes }) => ({ code, version, textHash: hashes.zh })),
    };
    const made = await this.user.post('/v1/applications', body, read(Application));
    this.applicationId = made.id;
  }

  application(): Promise<z.output<typeof Application>> {
    return this.user.get(`/v1/applications/${this.applicationId}`, read(Application));
  }

  async supply(kind: string): Promise<void> {
    const document = await sampleDocument(kind, this.holder);
    await this.user.post(this.path('/documents'), document, read(Document));
  }

  async consent(productCode: string): Promise<void> {
    for (const { code, version, hashes } of await this.world.consentTexts(productCode))
      await this.user.post(this.path('/consents'), { code, version, textHash: hashes.zh }, read(Consent));
  }

  async correctAccount(account: ApplicantData['account']): Promise<void> {
    await this.user.post(this.path('/payout-account'), account, read(Application));
    this.data.account = account;
  }

  async withdraw(): Promise<void> {
    const { version } = await this.application();
    await this.user.postOn(version, this.path('/withdraw'), { reasonCodes: ['NOT_NEEDED'] }, read(Command));
  }

  async requestReview(): Promise<void> {
    const { version } = await this.application();
    await this.user.postOn(version, this.path('/review-request'), {}, read(Command));
  }

  async refuse(): Promise<void> {
    await this.user.post(`/v1/contracts/${await this.contractId()}/refuse`, {}, read(Contract));
  }

  /** Asks for the one-time code, reads it on the phone, and confirms the document that the contract names. */
  async sign(at: string): Promise<void> {
    await this.at(at);
    await this.askForCode();
    await this.at(later(at));
    const code = await this.codeReceived();
    if (code === undefined) throw new Error('no one-time code arrived');
    await this.signWith(code);
  }

  async askForCode(): Promise<void> {
    await this.user.post(`/v1/contracts/${await this.contractId()}/confirmation-codes`, {}, read(CodeSent));
  }

  /** The latest one-time code on the borrower's phone, when one has come. */
  async codeReceived(): Promise<string | undefined> {
    const messages = await this.world.sandbox.messages(this.data.phone);
    return messages.find(({ templateCode }) => templateCode === 'one-time-code')?.body.match(/\d{6}/)?.[0];
  }

  async signWith(code: string): Promise<void> {
    const contract = `/v1/contracts/${await this.contractId()}`;
    const { documentSha256 } = await this.user.get(contract, read(Contract));
    await this.user.post(`${contract}/sign`, { code, documentSha256 }, read(Contract));
  }

  async loanId(): Promise<string> {
    if (this.loan === '') this.loan = (await this.application()).loanId ?? '';
    if (this.loan === '') throw new Error('there is no loan yet');
    return this.loan;
  }

  async account(): Promise<z.output<typeof Loan>> {
    return this.user.get(`/v1/loans/${await this.loanId()}`, read(Loan));
  }

  async payoff(): Promise<z.output<typeof PayoffQuote>> {
    return this.user.post(`/v1/loans/${await this.loanId()}/payoff-quotes`, {}, read(PayoffQuote));
  }

  /** Draws more of the approved amount. */
  async draw(amountMinor: string): Promise<void> {
    await this.user.post(`/v1/loans/${await this.loanId()}/draws`, { amountMinor }, read(Operation));
  }

  /** Pays by a transfer of one's own at the bank. */
  async transfer(amountMinor: string): Promise<void> {
    await this.world.sandbox.transfer(this.data.account.cardNo, amountMinor, await this.loanId());
  }

  async setBalance(balanceMinor: string | null): Promise<void> {
    await this.world.sandbox.setBalance(this.data.account.cardNo, balanceMinor);
  }

  /** Gives up a revolving limit on which nothing is owed. */
  async endLimit(): Promise<void> {
    await this.user.post(`/v1/loans/${await this.loanId()}/limit-endings`, {}, read(Operation));
  }

  /** Pays ahead at the counter: everything, or a part. */
  async prepay(way: 'payoff' | 'shorter_term' | 'lower_instalment', amountMinor: string): Promise<void> {
    const body = { way, amountMinor, payerRef: `counter-${this.applicationId}-${way}` };
    await this.user.post(`/v1/loans/${await this.loanId()}/prepayments`, body, read(Payment));
  }

  /** A member of staff decides the open task of this applicant. */
  async decide(member: Member, decision: object, kind?: string): Promise<void> {
    const staff = await this.world.user(member.role, member.user);
    const task = await this.openTask(staff, kind);
    await staff.postOn(task.version, `/v1/tasks/${task.id}/decision`, { ...decision }, read(Command));
  }

  /** A command of staff on the loan's plan or dues. */
  async change(
    member: Member,
    what: 'waivers' | 'restructurings' | 'write-offs',
    body: object,
  ): Promise<void> {
    const staff = await this.world.user(member.role, member.user);
    const { version } = await this.account();
    await staff.postOn(version, `/v1/loans/${await this.loanId()}/${what}`, { ...body }, read(Command));
  }

  /** Fails where staff have no open task of this kind for the applicant. */
  async taskFor(member: Member, kind: string): Promise<void> {
    await this.openTask(await this.world.user(member.role, member.user), kind);
  }

  private async openTask(staff: ApiUser, kind: string | undefined): Promise<z.output<typeof Task>> {
    const ofKind = kind === undefined ? '' : `&kind=${kind}`;
    const path = `/v1/tasks?view=all&applicationId=${this.applicationId}${ofKind}`;
    const [task] = (await staff.get(path, read(Tasks))).data;
    if (!task) throw new Error(`no open task ${kind ?? ''}`);
    return task;
  }

  private async contractId(): Promise<string> {
    const { contractId, stage } = await this.application();
    if (contractId === null) throw new Error(`no contract in stage ${stage}`);
    return contractId;
  }

  private path(rest: string): string {
    return `/v1/applications/${this.applicationId}${rest}`;
  }
}

/** A minute later, for the code to arrive. */
function later(local: string): string {
  const [hours = '', minutes = ''] = local.slice(11).split(':');
  return `${local.slice(0, 11)}${hours}:${String(Number(minutes) + 1).padStart(2, '0')}`;
}

const Told = z.object({ monthlyIncomeMinor: z.string().optional(), foundedOn: z.string().optional() });

/** Whose papers an applicant sends: their own, saying what they declare. */
function holderOf({ customer, account }: ApplicantData, declared: object): Holder {
  const { name, idNo, representativeName = '', representativeIdNo = '', companyName, uscc } = customer;
  const who = { name: name ?? representativeName, idNo: idNo ?? representativeIdNo };
  return { ...who, ...Told.parse(declared), companyName, uscc, cardNo: account.cardNo };
}
