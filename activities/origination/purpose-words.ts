/** What a loan is for, as contracts say it; the console has the same words. */
const WORDS: Readonly<Record<string, string>> = {
  car_new: '购新车',
  car_used: '购二手车',
  car_new_energy: '购新能源车',
  daily: '日常消费',
  appliances: '家电',
  travel: '旅游',
  education: '教育',
  medical: '医疗',
  renovation: '装修',
  wedding: '婚庆',
  stock: '进货',
  equipment: '设备',
  rent: '租金',
  wages: '工资',
  operations: '经营周转',
  receivables: '应收账款',
};

/** The purpose of a loan in words; one that a product of the lender's own names stands as that product has it. */
export const purposeWords = (code: string): string => WORDS[code] ?? code.replaceAll('_', ' ');
