export { loan } from './loan/loan';
