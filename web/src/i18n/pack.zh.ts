/** Everything that Chinese readers need: our words, and those of the components. */
export { default as components } from 'antd/locale/zh_CN';
export { zh as words } from './zh';
