import { Collapse } from 'antd';
import { useNamed } from '../i18n/language';
import { useText } from '../i18n/use-text';

/** The whole text that somebody agrees to, folded until they open it. */
export function LegalText({ texts }: { texts: { zh: string; en: string } }) {
  const say = useText();
  const named = useNamed();
  const children = <span className="legal">{named(texts)}</span>;
  return <Collapse ghost size="small" items={[{ key: 't', label: say('apply.read'), children }]} />;
}
