import type { UsccScenario } from '../../sandbox/magic';
import { idCheckCharacter } from '../../sandbox/people/check-digits';
import { company } from '../../sandbox/people/companies';
import { type PersonScenario, person } from '../../sandbox/people/people';
import type { ApplicantData } from '../story';

/** Declared facts of somebody with steady work. */
export const declared = {
  kind: 'person',
  employment: 'employed',
  jobMonths: 60,
  monthlyIncomeMinor: '6000000',
  monthlyDebtMinor: '1500000',
  education: 'bachelor',
  housing: 'own',
  marital: 'married',
  dependants: 1,
  residenceProvince: '11',
};

/** An invented person; scenarios are the sandbox's magic values. */
export const someone =
  (...scenario: PersonScenario[]) =>
  (n: number): ApplicantData => {
    const { name, idNo, phone, cardNo } = person({ n, scenario });
    return {
      n,
      customer: { kind: 'person', name, idNo, phone },
      phone,
      account: { cardNo, holderName: name },
    };
  };

/** Somebody who is seventeen when the demo begins. */
export function minor(n: number): ApplicantData {
  const { customer, ...rest } = someone()(n);
  const id17 = `${(customer.idNo ?? '').slice(0, 6)}20090102${(customer.idNo ?? '').slice(14, 17)}`;
  return { ...rest, customer: { ...customer, idNo: `${id17}${idCheckCharacter(id17)}` } };
}

/** A company with the person who acts for it. */
export const someCompany =
  (scenario?: UsccScenario) =>
  (n: number): ApplicantData => {
    const { companyName, uscc } = company({ n, ...(scenario && { scenario }) });
    const { name, idNo, phone, cardNo } = person({ n });
    return {
      n,
      customer: {
        kind: 'company',
        companyName,
        uscc,
        representativeName: name,
        representativeIdNo: idNo,
        phone,
      },
      phone,
      account: { cardNo, holderName: companyName },
    };
  };

/** Another account of the same holder, without any magic. */
export function otherAccount({ n, account }: ApplicantData): ApplicantData['account'] {
  return { cardNo: person({ n: n + 500 }).cardNo, holderName: account.holderName };
}
