import { Client } from 'pg';
import { settled } from './support/appearance';
import { broken } from './support/axe';
import { STILL } from './support/browser';
import { type ConsoleStack, openConsole } from './support/console-stack';
import { applied } from './support/officer-applies';
import { tokenOf, visitor } from './support/visitor';

let house: ConsoleStack;
let base: string;
let application: string;
beforeAll(async () => {
  house = await openConsole();
  base = house.base;
  application = await applied(base, 601);
}, 180_000);
afterAll(() => house?.close(), 30_000);

/** The second administrator opens what waits, and approves it. */
async function approved(tab: 'users' | 'roles', told: string | RegExp): Promise<void> {
  const options = { role: 'administrator', user: 'admin2', language: 'en' } as const;
  const { page } = await visitor(house.browser, base, options);
  await page.goto(`${base}/operations?tab=orders`);
  await page.getByRole('link', { name: `${tab === 'users' ? 'Users' : 'Roles'} (1)` }).click();
  await page.locator('.access-change').getByText(told).first().waitFor();
  await page.locator('.access-change').getByRole('button', { name: 'Review' }).first().click();
  const word = page.getByRole('dialog');
  await word.getByText('Write a comment.').waitFor();
  await word.getByLabel('Comment (required)').fill('Read and agreed');
  await word.getByRole('button', { name: 'Approve' }).click();
  await page.getByText('Nothing waits.').waitFor();
  await page.context().close();
}

describe('operations', () => {
  it('verify every audit chain, and find who did what', async () => {
    const { page } = await visitor(house.browser, base, { role: 'auditor', language: 'en' });
    await page.goto(`${base}/operations?tab=audit`);
    await page.getByRole('button', { name: 'Verify all chains' }).click();
    await page.getByText(/All \d+ chains are whole/).waitFor();
    await page.goto(`${base}/operations?tab=search&action=application.created`);
    await page.getByRole('cell', { name: 'officer1' }).first().waitFor();
    const details = page.locator('.audit-data').first();
    await details.getByText('Amount: ¥10,000.00').waitFor();
    expect(await details.textContent()).not.toMatch(/[a-z]+(Minor|Code|Months)/);
    await page.getByRole('button', { name: 'Verify this chain' }).first().click();
    await page.getByText(/Whole: \d+ entries/).waitFor();
    await page.getByRole('link', { name: 'Open the application' }).first().click();
    await page.waitForURL(`**/applications/${application}`);
    await page.goto(`${base}/operations?tab=search`);
    await page.locator('.audit-data').first().waitFor();
    const told = await page.locator('.audit-data').allTextContents();
    expect(
      told.filter((one) => /\b[a-z]+[A-Z]\w*:|[A-Z]{3,}_[A-Z]+|\d{4}-\d\d-\d\dT|[0-9a-f]{40}/.test(one)),
    ).toEqual([]);
    await page.context().close();
  });

  it('name the chain in which somebody changed a stored entry', async () => {
    const owner = new Client({ connectionString: house.stack.database.ownerUrl });
    await owner.connect();
    await owner.query(`begin; alter table audit_events disable trigger user;
      update audit_events set data = data || '{"termMonths": 1}'
        where subject = '${application}' and action = 'application.created';
      alter table audit_events enable trigger user; commit`);
    await owner.end();
    const { page } = await visitor(house.browser, base, { role: 'auditor', language: 'en' });
    await page.goto(`${base}/operations?tab=audit`);
    await page.getByRole('button', { name: 'Verify all chains' }).click();
    await page.getByText(/1 of \d+ chains are not whole/).waitFor();
    await page.getByText(/Broken: altered at entry \d+/).waitFor();
    expect(await broken(page)).toEqual([]);
    await page.getByRole('link', { name: 'Open the application' }).click();
    await page.waitForURL(`**/applications/${application}`);
    await page.context().close();
  });

  it('make a user, who enters with the new role, and refuse to lose the last administrator', async () => {
    const { page } = await visitor(house.browser, base, { role: 'administrator', language: 'en' });
    await page.goto(`${base}/operations?tab=users`);
    await page.getByRole('button', { name: 'New user' }).first().click();
    await page.getByLabel('Login name').fill('nora');
    await page.getByLabel('Name', { exact: true }).fill('Nora');
    await page.locator('#user-roles').fill('collector');
    await page.keyboard.press('Enter');
    await page.locator('.ant-modal .ant-select-selection-item').getByText('Collector').waitFor();
    await page.locator('.ant-modal-title').click();
    await page.locator('.ant-select-dropdown').waitFor({ state: 'hidden' });
    await page.getByLabel('Why (another administrator reads it)').fill('Joins collections');
    await page.getByRole('button', { name: 'New user' }).last().click();
    await page.getByRole('cell', { name: 'Nora', exact: true }).waitFor();
    await page.setViewportSize({ width: 375, height: 800 });
    await page.locator('.access-change').getByRole('button', { name: 'Review' }).click();
    await page.getByText('You asked for this yourself; another administrator must decide.').waitFor();
    expect(await page.getByRole('button', { name: 'Approve' }).isDisabled()).toBe(true);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(375);
    expect(await broken(page)).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
    await page.setViewportSize({ width: 1280, height: 720 });
    await approved('users', 'Nora');
    const nora = await visitor(house.browser, base, { role: 'collector', user: 'nora', language: 'en' });
    await nora.page.goto(`${base}/inbox`);
    await nora.page.getByText('Nora · Collector').waitFor();
    await nora.page.context().close();
    const row = (name: string) => page.getByRole('row', { name: new RegExp(name) });
    const disable = async (name: string) => {
      await row(name).getByRole('button', { name: 'Disable' }).click();
      const asked = page.locator('.ant-modal-confirm').filter({ hasText: name });
      await asked.getByRole('button', { name: 'Confirm' }).click();
      await asked.waitFor({ state: 'detached' });
    };
    await disable('admin2');
    await row('admin2').getByRole('button', { name: 'Enable' }).waitFor();
    await disable('admin1');
    await page.getByText('LAST_ADMINISTRATOR').waitFor();
    // One administrator alone lets nobody in again: who runs the installation does (docs/operating.md).
    const owner = new Client({ connectionString: house.stack.database.ownerUrl });
    await owner.connect();
    await owner.query(`update staff_users set active = true where subject = 'admin2'`);
    await owner.end();
    await page.context().close();
  });

  it('change roles and limit of a user and of a role, felt by whoever signs in with them', async () => {
    const { page } = await visitor(house.browser, base, { role: 'administrator', language: 'en' });
    await page.goto(`${base}/operations?tab=users`);
    await page.getByRole('row', { name: /Nora/ }).getByRole('button', { name: 'Change' }).click();
    await page.locator('#user-roles').fill('senior officer');
    await page.keyboard.press('Enter');
    await page.locator('.ant-modal-title').click();
    await page.locator('.ant-select-dropdown').waitFor({ state: 'hidden' });
    await page.locator('#user-limit').fill('5000');
    await page.getByLabel('Why (another administrator reads it)').fill('Promoted');
    await page.getByRole('button', { name: 'Change' }).last().click();
    await approved('users', /Collector.*Senior officer|Senior officer.*Collector/);
    await page.reload();
    await page.getByRole('row', { name: /Nora.*Collector.*Senior officer.*5,000\.00/ }).waitFor();
    await page.goto(`${base}/operations?tab=roles`);
    await page.getByText(/^Senior officer · /).click();
    await page.getByRole('button', { name: 'Change: Decide loans' }).click();
    await page.getByText('For 3 active people with this role').waitFor();
    await page.getByLabel('Up to (yuan)').fill('800000');
    await page.getByLabel('Why (another administrator reads it)').fill('Larger market');
    expect(await broken(page)).toEqual([]);
    await page.getByRole('button', { name: 'Change the permission' }).click();
    await approved('roles', /Senior officer/);
    await page.reload();
    await page.getByText(/^Senior officer · /).click();
    await page.getByRole('row', { name: /Decide loans.*800,000\.00/ }).waitFor();
    await page.context().close();

    const fresh = await house.browser.newContext(STILL);
    const door = await fresh.newPage();
    await door.goto(`${base}/login`);
    await door.locator('#role').selectOption('senior_officer');
    await door.locator('#user').selectOption('nora');
    await door.locator('form button[type=submit]').click();
    await door.getByText(/Nora · /).waitFor();
    const token = await tokenOf(base, 'senior_officer', 'nora');
    const session = await fetch(`${base}/v1/session`, { headers: { authorization: `Bearer ${token}` } });
    expect(await session.json()).toMatchObject({ authorityLimitMinor: '500000' });
    await fresh.close();
    const auditor = await visitor(house.browser, base, { role: 'auditor', language: 'en' });
    await auditor.page.goto(`${base}/operations?tab=search&action=role.changed`);
    await auditor.page.getByText('Limit: ¥800,000.00').waitFor();
    await auditor.page.getByText('Limit before: ¥1,000,000.00').waitFor();
    await auditor.page.context().close();
  });

  it('tell whoever decides on money and on access that a change waits, but not who asked for it', async () => {
    const asked = async (user: string, path: string, body: object) =>
      fetch(`${base}/v1${path}`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${await tokenOf(base, 'administrator', user)}`,
          ...{ 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
        },
        body: JSON.stringify(body),
      });
    const roles = ['risk_manager', 'administrator'];
    const made = await asked('admin1', '/users', {
      ...{ subject: 'olga', displayName: 'Olga', roles, reason: 'stands in for both' },
    });
    const { id } = Object(await made.json());
    await asked('admin2', `/access-changes/${id}/decision`, { decision: 'approve', comment: 'agreed' });
    const wish = { action: 'decide', subject: 'Loan', reach: 'branch', maxAmountMinor: '90000000' };
    await asked('admin1', '/roles/senior_officer/changes', { ...wish, reason: 'smaller market' });

    const asker = await visitor(house.browser, base, { role: 'administrator', language: 'en' });
    await Promise.all([
      asker.page.waitForResponse(/\/v1\/access-changes/),
      asker.page.goto(`${base}/operations?tab=orders`),
    ]);
    await settled(asker.page);
    expect(await asker.page.getByText('wait for your decision').count()).toBe(0);
    await asker.page.context().close();

    const both = { role: 'risk_manager', user: 'olga', language: 'en' } as const;
    const { page } = await visitor(house.browser, base, both);
    await page.goto(`${base}/orders`);
    await page.getByRole('link', { name: 'Roles (1)' }).waitFor();
    expect(await page.getByRole('link', { name: /Users \(/ }).count()).toBe(0);
    expect(await broken(page)).toEqual([]);
    await page.getByRole('link', { name: 'Roles (1)' }).click();
    await page
      .locator('.access-change')
      .getByText(/Senior officer · Decide loans/)
      .waitFor();
    await page.context().close();
  });

  it('let the palette find an application by the end of its number', async () => {
    const { page } = await visitor(house.browser, base, { role: 'officer', language: 'en' });
    await page.goto(`${base}/inbox`);
    await page.getByText('Inbox').first().waitFor();
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: /last six characters/ }).fill(application.slice(-6));
    await page.locator('#palette-rows [role=option]').first().waitFor();
    expect(await broken(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/applications/${application}`);
    await page.keyboard.press('Control+k');
    await page.getByText('Last opened').waitFor();
    await page.context().close();
  });

  it('tell the keys of the inbox', async () => {
    const { page } = await visitor(house.browser, base, { role: 'officer', language: 'en' });
    await page.goto(`${base}/inbox`);
    await page.getByText('Inbox').first().waitFor();
    await page.keyboard.press('?');
    await page.getByRole('dialog').getByText('open to approve').waitFor();
    expect(await broken(page)).toEqual([]);
    await page.context().close();
  });

  it.each([
    ['officer', '/operations'],
    ['collector', '/operations?tab=users'],
    ['applicant', '/operations?tab=audit'],
    ['applicant', '/loans'],
    ['applicant', '/inbox'],
  ])('show a %s nothing of %s', async (role, path) => {
    const { page } = await visitor(house.browser, base, { role, language: 'en' });
    await page.goto(`${base}${path}`);
    await page.getByText('Your role may not see this page').waitFor();
    await page.getByText('FORBIDDEN').waitFor();
    expect(await page.locator('table').count()).toBe(0);
    await page.context().close();
  });
});
