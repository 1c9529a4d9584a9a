/** Everything that English readers need: our words, and those of the components. */
export { default as components } from 'antd/locale/en_US';
export { en as words } from './en';
