import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { type Person, person } from '../../sandbox/people/people';
import { type Stack, startStack } from '../../stack/stack';
import { launchBrowser } from './support/browser';
import { inkOf } from './support/paper';
import { approved, codeOnPhone, faultsOf, phone, testClock } from './support/stage';
import { tokenOf, visitor } from './support/visitor';

jest.setTimeout(180_000);

const folder = mkdtempSync(join(tmpdir(), 'loanflow-borrower-'));
/** What hinders people on any page that was open; told together at the end. */
const barriers: string[] = [];
let stack: Stack;
let browser: Browser;
let base: string;
let photo: Buffer;
let clock: Awaited<ReturnType<typeof testClock>>;

beforeAll(async () => {
  stack = await startStack({ dataDir: folder, ports: 'free', progress: () => undefined });
  base = stack.urls.api;
  browser = await launchBrowser();
  clock = await testClock(base, '2026-03-02T02:00:00.000Z');
  const { page } = await phone(browser);
  await page.setContent('<h1 style="font-size:90px">证件照片</h1>');
  await page.setViewportSize({ width: 2400, height: 1800 });
  photo = await page.screenshot({ type: 'jpeg', quality: 95 });
  await page.context().close();
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await stack?.stop();
  rmSync(folder, { recursive: true, force: true });
}, 30_000);

/** Notes what the page that is open breaks of WCAG 2.2 AA, in both shades, and whether it is too wide. */
async function look(page: Page): Promise<void> {
  for (const fault of await faultsOf(page)) barriers.push(`${new URL(page.url()).pathname}: ${fault}`);
}

const press = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name }).click({ timeout: 30_000 });
const confirm = (page: Page) =>
  page
    .getByRole('dialog')
    .getByRole('button', { name: /确\s?认/ })
    .click();
/** Waits for words on the page; where they do not come, says what stands there instead. */
async function stands(page: Page, text: string): Promise<void> {
  const found = page.getByText(text).first();
  await found.waitFor({ timeout: 40_000 }).catch(async () => {
    throw new Error(`"${text}" did not come; the page says: ${await page.locator('body').textContent()}`);
  });
}

/** Registers on the phone and binds the card of this person. */
async function newBorrower(page: Page, who: Person, at = '/my'): Promise<void> {
  await page.goto(`${base}${at}`);
  await page.waitForURL('**/my/enter**');
  await page.getByRole('tab', { name: '注册' }).click();
  await page.getByLabel('手机号码').fill(who.phone);
  await press(page, '获取验证码');
  await page.getByText('验证码已发送').waitFor();
  await page.getByLabel('短信验证码').fill(await codeOnPhone(stack, who.phone, 'login-code'));
  await page.getByRole('checkbox').check();
  await page.locator('button[type=submit]').click();
  await page.waitForURL((url) => !url.pathname.endsWith('/enter'));
}

async function bindCard(page: Page, who: Person): Promise<void> {
  await page.goto(`${base}/my/cards`);
  await page.getByLabel('姓名').fill(who.name);
  await page.getByLabel('身份证号').fill(who.idNo);
  await page.getByLabel('银行卡号').fill(who.cardNo);
  await page.getByRole('checkbox').check();
  await press(page, '核验并绑定');
  await stands(page, '已绑定');
}

/** Fills the form in and sends it, with photos as a camera takes them. */
async function apply(page: Page, yuan: string): Promise<void> {
  await page.getByLabel('金额').fill(yuan);
  await page.getByLabel('月收入').fill('60000');
  await page.getByLabel('现职月数').fill('60');
  const wanted = await page.locator('input[id^="file-"]').all();
  for (const field of wanted)
    await field.setInputFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer: photo });
  await page
    .getByText('已就绪')
    .nth(wanted.length - 1)
    .waitFor();
  for (const box of await page.getByRole('checkbox').all()) await box.check();
}

async function sent(page: Page): Promise<string> {
  await press(page, /^申\s?请$/);
  await page.waitForURL('**/my/applications/app_*', { timeout: 30_000 });
  return page.url();
}

async function sign(page: Page, who: Person): Promise<void> {
  await press(page, '发送验证码');
  await stands(page, '验证码已发送');
  await page.locator('#sign-code').fill(await codeOnPhone(stack, who.phone, 'one-time-code'));
}

describe('a borrower on a phone', () => {
  const who = person({ n: 6101, scenario: ['prime', 'debit_insufficient_thrice'] });
  let page: Page;
  let faults: string[];
  let loanPage = '';

  it('registers with the code from the message', async () => {
    ({ page, faults } = await phone(browser));
    await page.goto(`${base}/my`);
    await page.waitForURL('**/my/enter**');
    await look(page);
    await newBorrower(page, who);
    await stands(page, '可申请的产品');
  });

  it('compares products side by side', async () => {
    await page.goto(`${base}/my/compare`);
    await page.getByText('年化综合成本(单利)').first().waitFor();
    await page.getByText('%').nth(3).waitFor();
    expect(await page.locator('.compare article').count()).toBeGreaterThan(1);
  });

  it('binds a card, which confirms the name', async () => {
    await bindCard(page, who);
    expect(await page.content()).not.toContain(who.cardNo);
    await page.goto(`${base}/my/account`);
    await page.getByText(who.idNo.slice(0, 6)).waitFor();
    expect(await page.content()).not.toContain(who.idNo);
  });

  it('moves reminders into the pages, and cannot move what the law needs', async () => {
    await page.goto(`${base}/my/account`);
    expect(await page.locator('#topic-overdue').isDisabled()).toBe(true);
    await page.locator('#topic-reminder').click();
    await page.getByTitle('仅站内').last().click();
    await stands(page, '已保存');
  });

  it('applies with photos made smaller, authorises, reads and signs, and is paid', async () => {
    await page.goto(`${base}/my/apply/instant_small?clock=${clock.id}`);
    await apply(page, '10000');
    await look(page);
    await approved(base, (await sent(page)).split('/').pop() ?? '');
    await stands(page, '已通过,请阅读并签署合同');
    await look(page);
    await press(page, '阅读合同');
    expect(await inkOf(page, /借款合同/)).toBeGreaterThan(1_000);
    const [paper] = await Promise.all([page.waitForEvent('download'), press(page, /^下\s?载$/)]);
    expect(paper.suggestedFilename()).toMatch(/\.pdf$/);
    await page.keyboard.press('Escape');
    await sign(page, who);
    await press(page, '确认签署');
    await page.getByRole('link', { name: '查看贷款', exact: true }).click({ timeout: 60_000 });
    await page.waitForURL('**/my/loans/loan_*');
    loanPage = page.url();
    await stands(page, '还款计划');
    await look(page);
  });

  it('sees a missed debit with its penalty, and reads about it', async () => {
    await clock.advance('2026-04-07T04:00:00.000Z');
    await page.goto(loanPage);
    await page.locator('.ant-tag', { hasText: '逾期' }).first().waitFor({ timeout: 30_000 });
    const penalty = page.locator('.facts > div', { hasText: '罚息' }).locator('.money');
    expect(await penalty.first().textContent()).not.toBe('¥0.00');
    await look(page);
    await page.goto(`${base}/my/messages`);
    await stands(page, '扣款未成功');
    await page
      .getByText(/扣款未成功。请存入足额资金/)
      .first()
      .waitFor();
    await look(page);
  });

  it('pays what is overdue after seeing what that clears', async () => {
    await page.goto(loanPage);
    await stands(page, '将还清');
    await page.getByText('还款后逾期').waitFor();
    await press(page, /立即还款/);
    await confirm(page);
    await page.getByText(/还款 ¥[\d,.]+ 成功/).waitFor({ timeout: 60_000 });
    await page.locator('.ant-tag', { hasText: '正常' }).first().waitFor({ timeout: 30_000 });
    await page.goto(`${base}/my/messages`);
    await stands(page, '逾期已还清');
  });

  it('pays off early after seeing the parts, and keeps the certificate', async () => {
    await page.goto(loanPage);
    await press(page, '查看结清金额');
    await press(page, /^结清 ¥/);
    await confirm(page);
    await page.getByText('已结清').first().waitFor({ timeout: 60_000 });
    await clock.advance('2026-05-20T04:00:00.000Z');
    await page.goto(loanPage);
    await page.getByRole('button', { name: /结清证明/ }).click({ timeout: 60_000 });
    expect(await inkOf(page, /结清/)).toBeGreaterThan(500);
    const [file] = await Promise.all([page.waitForEvent('download'), press(page, /^下\s?载$/)]);
    expect(file.suggestedFilename()).toContain('settlement_certificate');
    expect(faults).toEqual([]);
  });

  it('logs out, and nothing of it opens any more', async () => {
    await page.goto(`${base}/my/account`);
    await press(page, '退出登录');
    await page.waitForURL('**/my/enter**');
    await page.goto(loanPage);
    await page.waitForURL('**/my/enter**');
    await page.context().close();
  });
});

describe('another way out', () => {
  it('is to withdraw before signing', async () => {
    const who = person({ n: 6102, scenario: 'near_prime' });
    const { page } = await phone(browser);
    await newBorrower(page, who);
    await bindCard(page, who);
    await page.goto(`${base}/my/apply/consumer_instalment?clock=${clock.id}`);
    await apply(page, '50000');
    await sent(page);
    await stands(page, '审批人员正在审核');
    await press(page, '撤回申请');
    await confirm(page);
    await stands(page, '已结束');
    await page.context().close();
  });

  it('is to refuse the contract', async () => {
    const who = person({ n: 6103, scenario: 'prime' });
    const { page } = await phone(browser);
    await newBorrower(page, who);
    await bindCard(page, who);
    await page.goto(`${base}/my/apply/instant_small?clock=${clock.id}`);
    await apply(page, '10000');
    await approved(base, (await sent(page)).split('/').pop() ?? '');
    await stands(page, '已通过,请阅读并签署合同');
    await press(page, '不接受');
    await confirm(page);
    await stands(page, '已结束');
    await page.context().close();
  });

  it('is to ask for a person after an automatic decline', async () => {
    const who = person({ n: 6104, scenario: 'subprime' });
    const { page } = await phone(browser);
    await newBorrower(page, who);
    await bindCard(page, who);
    await page.goto(`${base}/my/apply/consumer_instalment?clock=${clock.id}`);
    await apply(page, '12000');
    await sent(page);
    await stands(page, '申请未通过');
    await press(page, '申请人工复核');
    await stands(page, '审批人员正在审核');
    await page.context().close();
  });

  it('is to send what was asked for, from the camera', async () => {
    const who = person({ n: 6105, scenario: 'near_prime' });
    const { page } = await phone(browser);
    await newBorrower(page, who);
    await bindCard(page, who);
    await page.goto(`${base}/my/apply/consumer_instalment?clock=${clock.id}`);
    await page.getByLabel('月收入').fill('30000');
    await page.getByLabel('现职月数').fill('60');
    for (const box of await page.getByRole('checkbox').all()) await box.check();
    await sent(page);
    await stands(page, '请补充资料');
    const asked = await page.locator('input[capture]').count();
    expect(asked).toBeGreaterThan(0);
    for (let left = asked; left > 0; left--) {
      await page
        .locator('input[capture]')
        .first()
        .setInputFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer: photo });
      for (let tries = 0; (await page.locator('input[capture]').count()) >= left; tries++) {
        if (tries === 100) throw new Error('the document is still asked for');
        await page.waitForTimeout(200);
      }
    }
    await stands(page, '审批人员正在审核');
    await page.context().close();
  });
});

describe("a partner's link", () => {
  it('is made with its QR code, opens an application at the desk, and only its partner sees it', async () => {
    const admin = await visitor(browser, base, { role: 'administrator' });
    await admin.page.goto(`${base}/scenes`);
    await admin.page.getByLabel('合作方').click();
    await admin.page.getByTitle('车商演示').click();
    await admin.page.getByLabel('场景名称').fill('城东店前台');
    await admin.page.getByLabel('产品').click();
    await admin.page.getByTitle('消费分期贷', { exact: true }).click();
    await admin.page.getByLabel('默认金额(可空)').fill('15000');
    await press(admin.page, '生成链接');
    const code = admin.page.getByRole('img', { name: /二维码/ });
    const name = (await code.getAttribute('aria-label', { timeout: 20_000 })) ?? '';
    const link = name.slice(name.indexOf('http'));
    await admin.page.context().close();

    const who = person({ n: 6106, scenario: 'prime' });
    const { page } = await phone(browser);
    await page.goto(link);
    await page.getByText('来自 车商演示 · 城东店前台').waitFor();
    await look(page);
    await newBorrower(page, who);
    await bindCard(page, who);
    await page.goto(link);
    await press(page, '开始申请');
    await page.waitForURL('**/my/apply/**');
    expect(await page.getByLabel('金额').inputValue()).toBe('15000.00');
    await apply(page, '15000');
    const application = (await sent(page)).split('/').pop() ?? '';
    await page.context().close();

    const dealer = await visitor(browser, base, { role: 'partner', user: 'dealer' });
    await dealer.page.goto(`${base}/scenes`);
    await dealer.page.getByText('1 笔申请').waitFor();
    const reads = async (user: string) => {
      const token = await tokenOf(base, 'partner', user);
      const headers = { authorization: `Bearer ${token}` };
      return (await fetch(`${base}/v1/applications/${application}`, { headers })).json();
    };
    expect(await reads('dealer')).toMatchObject({ channel: 'partner', id: application });
    await dealer.page.context().close();
  });
});

it('every page is free of barriers in both shades at 375 pixels', () => {
  expect(barriers).toEqual([]);
});
