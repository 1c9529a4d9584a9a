import { Card, Empty } from 'antd';
import type { ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import { useText } from '../../i18n/use-text';
import { useShade } from '../../ui/theme-store';
import { Bars } from './bars';

export interface PanelRow {
  name: string;
  values: readonly number[];
  said: readonly string[];
  to: string | undefined;
}

interface PanelProps {
  question: string;
  heads: readonly [string, ...string[]];
  colours: readonly string[];
  rows: readonly PanelRow[];
  lying: boolean;
  wall: boolean;
  said: (value: number) => string;
  /** Along an axis, where there is little room. */
  briefly: (value: number) => string;
}

/** A question, its answer as bars, and the same as a table whose rows lead to what they count. */
export function Panel({ question, heads, colours, rows, lying, wall, said, briefly }: PanelProps) {
  const say = useText();
  const navigate = useNavigate();
  const dark = useShade() === 'dark' || wall;
  const [first, ...rest] = heads;
  const none = rows.every(({ values }) => values.every((value) => value === 0));
  return (
    <Card size="small" title={<h2 className="panel-title">{question}</h2>}>
      {none ? (
        <Empty description={say('dash.none')} image={Empty.PRESENTED_IMAGE_SIMPLE} />
      ) : (
        <Bars
          label={`${question} ${rows.map(({ name, said: words }) => `${name}: ${words.join(', ')}`).join('; ')}`}
          names={rows.map(({ name }) => name)}
          series={rest.map((name, at) => ({
            ...{ name, colour: colours[at] ?? '#5b8ff9' },
            values: rows.map(({ values }) => values[at] ?? 0),
          }))}
          {...{ lying, dark, said, briefly, large: wall }}
          onPick={(at) => {
            const to = rows[at]?.to;
            if (to !== undefined) void navigate(to);
          }}
        />
      )}
      {!wall && (
        <details>
          <summary>{say('dash.table')}</summary>
          <table className="plain-table">
            <thead>
              <tr>
                <th scope="col">{first}</th>
                {rest.map((head) => (
                  <th scope="col" key={head} className="number">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ name, said: words, to }) => (
                <tr key={name}>
                  <th scope="row">{to === undefined ? name : <Link to={to}>{name}</Link>}</th>
                  {words.map((text, at) => (
                    <td key={rest[at]} className="number">
                      {text}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
    </Card>
  );
}

/** A number with its name; where it counts rows, it leads to them. */
export function Figure({
  name,
  to,
  children,
}: {
  name: string;
  to?: string | undefined;
  children: ReactNode;
}) {
  const value = <span className="figure-value">{children}</span>;
  return (
    <div className="figure">
      <span className="figure-name">{name}</span>
      {to === undefined ? value : <Link to={to}>{value}</Link>}
    </div>
  );
}
