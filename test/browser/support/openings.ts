import type { Page } from 'playwright-core';
import type { Sights } from './sights';
import type { Way } from './viewer';
import { type Look, people } from './visits';
import { type Language, type WordKey, words } from './words';

type Step = (page: Page, language: Language) => Promise<unknown>;

/** Something that opens over a page or within it: who opens it where, and how. */
export interface Opening extends Look {
  what: string;
  open: Step;
  /** Where only one of the two ways has it. */
  only?: Way['width'];
}

const steps =
  (...all: Step[]): Step =>
  async (page, language) => {
    for (const step of all) await step(page, language);
  };
const press =
  (key: WordKey): Step =>
  (page, language) =>
    page
      .getByRole('button', { name: words(language, key) })
      .first()
      .click();
const fill =
  (key: WordKey, text: string): Step =>
  (page, language) =>
    page.getByLabel(words(language, key)).fill(text);
const choose =
  (key: WordKey): Step =>
  (page, language) =>
    page.getByRole('radio', { name: words(language, key) }).check();
const dialog: Step = (page) => page.getByRole('dialog').first().waitFor();
const dialogBy = (...before: Step[]): Step => steps(...before, dialog);
const differs: Step = (page) => page.getByRole('dialog').locator('.differs').first().waitFor();
const changed: Step = (page) => page.locator('main .stacked-change').first().waitFor();
/** Its words are there once a page of a paper is drawn. */
const drawn: Step = (page) =>
  page.locator('.paper-page .sr-only', { hasText: /\S/ }).first().waitFor({ state: 'attached' });
const option: Step = (page) => page.getByRole('option').first().waitFor({ state: 'attached' });

/** An order as far as what it would change and post. */
const previewedRate: Step = steps(
  press('order.button'),
  (page) => page.getByRole('dialog').locator('select').first().selectOption('rate_change'),
  fill('order.rate', '4'),
  press('order.preview'),
  differs,
);

/** The dialogs, drawers, menus and folded parts of all pages: what nobody sees who only looks at addresses. */
export function openingsOf(sights: Sights): readonly Opening[] {
  const { officer, committee, risk, secondRisk, operator, administrator, collector, borrower } = people;
  const { signer, supplier, debtor } = sights;
  const task = { as: officer, path: `/tasks/${sights.task}` };
  const loan = { as: risk, path: `/loans/${sights.loan}` };
  const draft = { as: risk, path: `/studio/${sights.draft}` };
  const users = { as: administrator, path: '/operations?tab=users' };
  const own = { as: borrower(debtor.user), path: `/my/loans/${debtor.loan}` };
  const verdict = steps(fill('verdict.comment', '收入稳定,同意'), press('verdict.decide'));
  return [
    {
      ...{ what: 'the keys', as: officer, path: '/inbox' },
      open: dialogBy((page) => page.keyboard.press('?')),
    },
    {
      ...{ what: 'the palette', as: officer, path: '/inbox' },
      open: steps(
        (page) => page.keyboard.press('Control+k'),
        (page) => page.getByRole('dialog').getByRole('combobox').fill(sights.application.slice(-6)),
        (page) => page.locator('#palette-rows [role=option]').first().waitFor(),
      ),
    },
    {
      ...{ what: 'the menu of places', as: risk, path: '/inbox', only: 375 },
      open: (page) => page.locator('header summary').click(),
    },
    {
      ...{ what: 'a condition to add', as: officer, path: '/applications' },
      open: steps(press('filter.add'), (page, language) =>
        page.getByRole('button', { name: words(language, 'filter.apply') }).waitFor(),
      ),
    },
    {
      ...{ what: 'views of a list', as: administrator, path: '/applications' },
      open: steps(press('views'), (page) => page.locator('.view-menu input').first().waitFor()),
    },
    {
      ...{ what: 'columns to choose', as: risk, path: '/loans', only: 1280 },
      open: (page) => page.locator('main summary').click(),
    },
    { ...task, what: 'personal data asked for', open: dialogBy(press('reveal')) },
    { ...task, what: 'an approval to confirm', open: dialogBy(verdict) },
    { ...task, what: 'conditions', open: choose('verdict.conditions') },
    {
      ...task,
      what: 'documents to ask for',
      open: steps(
        choose('verdict.return'),
        (page, language) =>
          page.getByRole('combobox', { name: words(language, 'verdict.documents') }).click(),
        option,
      ),
    },
    {
      ...task,
      what: 'the proposed plan and an answer of a source',
      open: steps(
        (page, language) => page.getByText(words(language, 'decision.plan')).click(),
        (page) => page.locator('.rc-table-row-expand-icon').first().click(),
      ),
    },
    {
      ...{ what: 'the outcome of a call to confirm', as: collector, path: `/tasks/${sights.call}` },
      open: dialogBy(
        (page) => page.getByRole('radio').nth(1).check(),
        fill('outcome.comment', '已接通'),
        press('outcome.record'),
      ),
    },
    { ...loan, what: 'an order', open: dialogBy(press('order.button')) },
    { ...loan, what: 'an order and its effect', open: previewedRate },
    {
      ...{ what: 'an order to be read by a second person', as: secondRisk, path: '/orders' },
      open: steps((page) => page.locator('main .ant-btn-primary').first().click(), differs),
    },
    {
      ...{ what: 'a payoff to confirm', as: collector, path: `/loans/${sights.loan}?tab=payoff` },
      // Its effect on plan and books stands behind the question.
      open: dialogBy(press('payoff.quote'), changed, press('payoff.receive')),
    },
    { ...users, what: 'a new user', open: dialogBy(press('users.new')) },
    {
      ...{ what: 'a permission to change', as: administrator, path: '/operations?tab=roles' },
      open: dialogBy(
        (page) => page.locator('main .ant-collapse-header').first().click(),
        (page) => page.locator('main .ant-collapse-panel button[aria-label]').first().click(),
      ),
    },
    { ...{ what: 'a policy to copy', as: risk, path: '/studio' }, open: dialogBy(press('studio.new')) },
    { ...draft, what: 'a draft to hand in', open: dialogBy(press('studio.do.submit')) },
    { ...draft, what: 'a draft to delete', open: dialogBy(press('studio.do.discard')) },
    {
      ...{ ...task, what: 'a field where it stands on its scan' },
      open: dialogBy(
        (page, language) => page.getByText(words(language, 'scan.show')).first().click(),
        (page) => page.locator('.scan-region').waitFor(),
      ),
    },
    {
      ...{ what: 'a contract to read', as: risk, path: `/loans/${sights.loan}?tab=contract` },
      open: dialogBy(press('contract.read'), drawn),
    },
    {
      ...{ what: 'an uploaded paper', as: committee, path: `/tasks/${sights.committeeTask}` },
      open: dialogBy(
        (page) =>
          page
            .getByText(/^(公司章程|Articles of association)/)
            .locator('xpath=..')
            .getByRole('button')
            .click(),
        drawn,
      ),
    },
    {
      ...{ what: 'a date that was closed', as: operator, path: '/operations?tab=close', only: 1280 },
      open: dialogBy((page) => page.locator('main tbody tr').first().click()),
    },
    {
      ...{ what: 'a difference to the bank', as: operator },
      ...{ path: `/operations?tab=reconciliation&clock=${sights.clock}` },
      open: dialogBy((page) => page.locator('main .ant-btn-primary').first().click()),
    },
    {
      ...{ what: 'an application half filled', as: borrower(debtor.user) },
      path: '/my/apply/consumer_instalment',
      open: steps(
        fill('name', '王小明'),
        fill('field.monthlyIncomeMinor', '15000'),
        async (page) => {
          for (const consent of await page.getByRole('checkbox').all()) await consent.check();
        },
        press('my.apply'),
        (page) => page.locator('.ant-form-item-explain-error').first().waitFor(),
      ),
    },
    { ...own, what: 'a payment to confirm', open: dialogBy(press('pay.now')) },
    { ...own, what: 'an early payoff to confirm', open: dialogBy(press('payoff.show'), press('payoff.now')) },
    {
      ...{ as: borrower(signer.user), path: `/my/applications/${signer.application}` },
      ...{ what: 'an offer to refuse', open: dialogBy(press('sign.refuse')) },
    },
    {
      ...{ as: borrower(supplier.user), path: `/my/applications/${supplier.application}` },
      ...{ what: 'an application to withdraw', open: dialogBy(press('my.withdraw')) },
    },
  ];
}
