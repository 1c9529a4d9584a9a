import { useText } from '../i18n/use-text';

interface ChooseColumnsProps {
  all: readonly { key: string; title: string }[];
  hidden: readonly string[];
  onChange: (hidden: string[]) => void;
}

/** Which columns a list shows; what is hidden is kept in the address. The last one shown stays. */
export function ChooseColumns({ all, hidden, onChange }: ChooseColumnsProps) {
  const say = useText();
  const shown = all.filter(({ key }) => !hidden.includes(key));
  return (
    <details className="menu">
      <summary>{say('columns')}</summary>
      <div className="menu-box">
        {all.map(({ key, title }) => {
          const on = !hidden.includes(key);
          return (
            <label key={key}>
              <input
                type="checkbox"
                checked={on}
                disabled={on && shown.length === 1}
                onChange={() => onChange(on ? [...hidden, key] : hidden.filter((one) => one !== key))}
              />
              {title}
            </label>
          );
        })}
      </div>
    </details>
  );
}
