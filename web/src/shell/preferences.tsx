import { Button, Space } from 'antd';
import { setLanguage, useLanguage } from '../i18n/language';
import { useText } from '../i18n/use-text';
import { ShadeSign } from '../ui/signs';
import { setShade, useShade } from '../ui/theme-store';
import { useNarrow } from '../ui/use-media';

/** Language and shade, each one press. */
export function Preferences() {
  const say = useText();
  const language = useLanguage();
  const shade = useShade();
  const narrow = useNarrow();
  const other = say(shade === 'dark' ? 'shade.light' : 'shade.dark');
  return (
    <Space size={4}>
      <Button
        size="small"
        onClick={() => void setLanguage(language === 'en' ? 'zh-CN' : 'en')}
        lang={language === 'en' ? 'zh-CN' : 'en'}
      >
        {language === 'en' ? '中文' : 'English'}
      </Button>
      <Button
        size="small"
        aria-label={other}
        title={other}
        onClick={() => setShade(shade === 'dark' ? 'light' : 'dark')}
      >
        {narrow ? <ShadeSign /> : other}
      </Button>
    </Space>
  );
}
