import { Card, Flex, Tag } from 'antd';
import type { components } from '../../api/generated';
import { useText, useWord } from '../../i18n/use-text';
import { Money, percentText } from '../../ui/money';
import { ProposedPlan } from './proposed-plan';

interface ProposalProps {
  decision: components['schemas']['Decision'];
  amountMinor: string | null;
  /** The day from which the plan is shown. */
  on: string;
}

/** The terms that the machine proposes, with their cost for the borrower. */
export function Proposal({ decision, amountMinor, on }: ProposalProps) {
  const say = useText();
  const word = useWord();
  const { terms, simpleAnnualPercent, result, grade, score } = decision;
  return (
    <Card size="small" title={say('decision.proposal')}>
      <Flex vertical gap={4}>
        <span className="big-amount">
          <Money minor={terms?.amountMinor ?? amountMinor} />
        </span>
        {terms && (
          <span>
            {say('months', { n: terms.termMonths ?? 0 })} ·{' '}
            {say('rate.a', { rate: percentText(terms.rateBps) })}
          </span>
        )}
        {simpleAnnualPercent !== null && (
          <span>{say('cost.annual', { percent: Number(simpleAnnualPercent).toFixed(2) })}</span>
        )}
        {terms?.termMonths && terms.rateBps !== null && (
          <ProposedPlan applicationId={decision.applicationId} on={on} />
        )}
        <span>
          {say('decision.machine')}: <Tag>{word('result', result)}</Tag>
          <Tag>{say('grade.x', { grade: grade ?? '—' })}</Tag>
          <Tag>{say('score.x', { score: score ?? '—' })}</Tag>
        </span>
      </Flex>
    </Card>
  );
}
