/**
 * Colours of the two shades and of the wall, where the component library's own are too pale. Those of links and buttons
 * under the pointer are held to 4.5:1 by a test (WCAG 2.2, 1.4.3), since no tool that looks at pages moves a pointer.
 */
export const LIGHT = {
  colorPrimary: '#0958d9',
  colorLink: '#0958d9',
  colorPrimaryHover: '#003eb3',
  colorLinkHover: '#003eb3',
  colorTextDescription: '#595959',
  colorTextPlaceholder: '#6b7078',
  colorTextTertiary: '#595959',
  colorError: '#cf1322',
  colorErrorHover: '#a8071a',
  colorSuccess: '#237804',
  colorSuccessBg: '#f6ffed',
  colorSuccessBorder: '#b7eb8f',
  colorErrorBg: '#fff2f0',
  colorErrorBorder: '#ffccc7',
  colorTextDisabled: '#6b7078',
};

export const DARK = {
  colorPrimary: '#3c89e8',
  colorLink: '#6ba6f5',
  colorLinkHover: '#8fbcf9',
  colorLinkActive: '#8fbcf9',
  colorTextDescription: '#a6adb8',
  colorTextPlaceholder: '#a6adb8',
};

/** Parts of the dark shade that take no token of all. */
export const DARK_PARTS = {
  Menu: { horizontalItemSelectedColor: '#8fbcf9' },
  Tabs: { itemSelectedColor: '#8fbcf9', itemHoverColor: '#8fbcf9', itemActiveColor: '#8fbcf9' },
  Button: { defaultActiveColor: '#8fbcf9', defaultActiveBorderColor: '#8fbcf9' },
};

/** The dashboard on a wall, dark whatever the shade. */
export const WALL = {
  colorPrimary: '#3c89e8',
  colorLink: '#a9cdfb',
  colorLinkHover: '#cfe2fd',
  colorLinkActive: '#cfe2fd',
  colorTextDescription: '#a6adb8',
  fontSize: 16,
};
