export * from './applications';
export * from './clocks';
export * from './contracts';
export * from './customers';
export * from './messaging';
export * from './money-moves';
export * from './tasks';
export * from './underwriting';
