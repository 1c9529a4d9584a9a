import { readFileSync } from 'node:fs';
import { theme } from 'antd';
import { DARK, DARK_PARTS, LIGHT, WALL } from '../../../web/src/ui/shades';

type Colour = readonly [red: number, green: number, blue: number, alpha: number];
const CSS = readFileSync('web/src/ui/app.css', 'utf8');

/** A colour of the token table or of the style sheet: #rgb, #rrggbb or rgb(…) with its alpha as share or percent. */
function colour(written: string): Colour {
  const short = /^#([\da-f])([\da-f])([\da-f])$/i.exec(written);
  if (short)
    return colour(
      `#${short
        .slice(1)
        .map((digit) => digit + digit)
        .join('')}`,
    );
  if (written.startsWith('#')) {
    const at = (index: number) => Number.parseInt(written.slice(index, index + 2), 16);
    return [at(1), at(3), at(5), 1];
  }
  const [red = 0, green = 0, blue = 0, alpha = 1] = (written.match(/[\d.]+/g) ?? []).map(Number);
  return [red, green, blue, alpha > 1 ? alpha / 100 : alpha];
}

const over = ([r, g, b, a]: Colour, [x, y, z]: Colour): Colour => [
  ...([r * a + x * (1 - a), g * a + y * (1 - a), b * a + z * (1 - a)] as const),
  1,
];

function luminance([red, green, blue]: Colour): number {
  const [r = 0, g = 0, b = 0] = [red, green, blue].map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** WCAG 2.2, contrast ratio of a text on its ground. */
function contrast(text: string, ground: string): number {
  const below = colour(ground);
  const [lighter = 0, darker = 0] = [luminance(over(colour(text), below)), luminance(below)].sort(
    (a, b) => b - a,
  );
  return (lighter + 0.05) / (darker + 0.05);
}

/** A variable of the style sheet in a shade, and the ground of a rule. */
function variable(shade: 'light' | 'dark', name: string): string {
  const block = shade === 'light' ? /:root \{([^}]*)\}/ : /html\[data-shade='dark'\] \{([^}]*)\}/;
  const found = new RegExp(`--${name}: ([^;]+);`).exec(block.exec(CSS)?.[1] ?? '')?.[1];
  if (found === undefined) throw new Error(`no --${name} in the ${shade} shade`);
  return found;
}
function rule(selector: string): string {
  const at = CSS.indexOf(`${selector} {`);
  const found = /(?:background|color): (#[\da-f]+)/.exec(CSS.slice(at, CSS.indexOf('}', at)))?.[1];
  if (at < 0 || found === undefined) throw new Error(`no colour for ${selector}`);
  return found;
}

const light = theme.getDesignToken({ algorithm: theme.defaultAlgorithm, token: LIGHT });
const dark = theme.getDesignToken({ algorithm: theme.darkAlgorithm, token: DARK });
const wall = theme.getDesignToken({ algorithm: theme.darkAlgorithm, token: WALL });
const darkButton = "html[data-shade='dark'] .ant-btn-primary";
const darkDanger = `${darkButton}.ant-btn-dangerous:not(:disabled)`;

/** Grounds that a link or a button may stand on: cards, dialogs, the page, and a row under the pointer. */
const grounds = (shade: 'light' | 'dark', token: typeof light) => [
  ...[token.colorBgContainer, token.colorBgElevated, token.colorBgLayout],
  ...[variable(shade, 'panel'), variable(shade, 'hover')],
];
const CASES: readonly (readonly [what: string, text: string, grounds: readonly string[]])[] = [
  ['a link, light', light.colorLinkHover, grounds('light', light)],
  ['a link pressed, light', light.colorLinkActive, grounds('light', light)],
  ['a button, light', light.colorPrimaryHover, grounds('light', light)],
  ['a button pressed, light', light.colorPrimaryActive, grounds('light', light)],
  ['a dangerous button, light', light.colorErrorHover, grounds('light', light)],
  ['the main button, light', '#ffffff', [light.colorPrimaryHover, light.colorPrimaryActive]],
  [
    'the main dangerous button, light',
    '#ffffff',
    [light.colorError, light.colorErrorHover, light.colorErrorActive],
  ],
  ['a row, light', variable('light', 'text'), [variable('light', 'hover')]],
  ['a link in a row, light', variable('light', 'link'), [variable('light', 'hover')]],
  ['grey words in a row, light', LIGHT.colorTextDescription, [variable('light', 'hover')]],
  ['a link, dark', dark.colorLinkHover, grounds('dark', dark)],
  ['a link pressed, dark', dark.colorLinkActive, grounds('dark', dark)],
  ['a button, dark', dark.colorPrimaryHover, grounds('dark', dark)],
  ['a button pressed, dark', DARK_PARTS.Button.defaultActiveColor, grounds('dark', dark)],
  [
    'a dangerous button, dark',
    rule("html[data-shade='dark'] .ant-btn-dangerous:not(.ant-btn-primary)"),
    grounds('dark', dark),
  ],
  [
    'what a field lacks, dark',
    rule("html[data-shade='dark'] .ant-form-item-explain-error"),
    grounds('dark', dark),
  ],
  ['the main button, dark', '#ffffff', [rule(`${darkButton}:not(:disabled, .ant-btn-dangerous):hover`)]],
  ['the main button pressed, dark', '#ffffff', [dark.colorPrimaryActive]],
  ['the main dangerous button, dark', '#ffffff', [rule(darkDanger), rule(`${darkDanger}:hover`)]],
  ['a row, dark', variable('dark', 'text'), [variable('dark', 'hover')]],
  ['a link in a row, dark', variable('dark', 'link'), [variable('dark', 'hover')]],
  ['grey words in a row, dark', DARK.colorTextDescription, [variable('dark', 'hover')]],
  ['a link on the wall', wall.colorLinkHover, [wall.colorBgContainer, wall.colorBgLayout]],
];

/** Goal: what is under the pointer or pressed can be read as well as what is at rest (WCAG 2.2, 1.4.3: 4.5:1). */
describe('contrast under the pointer', () => {
  it('is computed as WCAG has it', () => {
    expect(contrast('#000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#777777', '#fff')).toBeCloseTo(4.48, 2);
    expect(contrast('rgb(0 0 0 / 50%)', '#ffffff')).toBeCloseTo(contrast('#808080', '#ffffff'), 1);
  });

  it.each(CASES)('suffices for %s', (_, text, on) => {
    for (const ground of on) expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5);
  });
});
