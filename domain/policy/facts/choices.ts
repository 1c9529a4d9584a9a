import type { Bilingual } from '../../../contracts/policy/body-parts';

/** Words that a fact may hold, by name. */
export type Choices = Readonly<Record<string, Bilingual>>;

const words = (rows: Readonly<Record<string, readonly [zh: string, en: string]>>): Choices =>
  Object.fromEntries(Object.entries(rows).map(([value, [zh, en]]) => [value, { zh, en }]));

/** How asking a source went. */
const STATES = {
  answered: ['已返回', 'answered'],
  no_record: ['查无记录', 'no record'],
  refused: ['拒绝查询', 'refused'],
  unavailable: ['不可用', 'unavailable'],
  not_asked: ['未查询', 'not asked'],
} as const;
const CHECKED = { match: ['一致', 'matches'], mismatch: ['不一致', 'does not match'] } as const;
const { no_record, refused, unavailable, not_asked } = STATES;

/** Closed lists of words, by the name that the catalogue of facts uses. */
export const CHOICES = {
  category: words({
    consumer: ['个人消费', 'Consumer'],
    car: ['汽车', 'Car'],
    personal_business: ['个人经营', 'Personal business'],
    corporate: ['企业', 'Corporate'],
  }),
  employment: words({
    employed: ['受雇', 'Employed'],
    self_employed: ['自营', 'Self-employed'],
    public_sector: ['公职', 'Public sector'],
    student: ['学生', 'Student'],
    retired: ['退休', 'Retired'],
    unemployed: ['无业', 'Unemployed'],
  }),
  education: words({
    below_high_school: ['高中以下', 'Below high school'],
    high_school: ['高中', 'High school'],
    college: ['大专', 'College'],
    bachelor: ['本科', 'Bachelor'],
    master_or_above: ['硕士及以上', 'Master or above'],
  }),
  housing: words({
    own: ['自有', 'Own'],
    mortgage: ['按揭', 'Mortgaged'],
    rent: ['租房', 'Rented'],
    family: ['与家人同住', 'With family'],
    dormitory: ['宿舍', 'Dormitory'],
    other: ['其他', 'Other'],
  }),
  marital: words({
    single: ['未婚', 'Single'],
    married: ['已婚', 'Married'],
    divorced: ['离异', 'Divorced'],
    widowed: ['丧偶', 'Widowed'],
  }),
  state: words(STATES),
  identity: words({ ...CHECKED, no_record, refused, unavailable, not_asked }),
  face: words({
    ...CHECKED,
    no_photo: ['库中无照片', 'no photo on register'],
    not_checked: ['未比对', 'not checked'],
    ...{ no_record, refused, unavailable, not_asked },
  }),
  telecom: words({
    ...CHECKED,
    unsupported: ['号段不支持', 'number range not supported'],
    ...{ no_record, refused, unavailable, not_asked },
  }),
  card: words({
    ...CHECKED,
    invalid_card: ['卡无效', 'invalid card'],
    abnormal_card: ['卡异常', 'abnormal card'],
    restricted_card: ['卡受限', 'restricted card'],
    ...{ no_record, refused, unavailable, not_asked },
  }),
  cardType: words({
    debit: ['借记卡', 'Debit'],
    credit: ['信用卡', 'Credit'],
    unknown: ['未知', 'Unknown'],
  }),
  registry: words({
    active: ['存续', 'Active'],
    cancelled: ['注销', 'Cancelled'],
    revoked: ['吊销', 'Revoked'],
    moved_out: ['迁出', 'Moved out'],
    suspended: ['停业', 'Suspended'],
    ...{ no_record, refused, unavailable, not_asked },
  }),
  taxGrade: words({
    A: ['A 级', 'A'],
    B: ['B 级', 'B'],
    M: ['M 级', 'M'],
    C: ['C 级', 'C'],
    D: ['D 级', 'D'],
  }),
  collateral: words({
    none: ['信用', 'None'],
    guarantee: ['保证', 'Guarantee'],
    movable: ['动产', 'Movables'],
    real_estate: ['不动产', 'Real estate'],
    deposit: ['存单', 'Deposit'],
  }),
  ownerRecord: words({
    clean: ['良好', 'Clean'],
    minor_overdue: ['轻微逾期', 'Minor overdue'],
    bad: ['不良', 'Bad'],
    unknown: ['未知', 'Unknown'],
  }),
  industry: words({
    A: ['农林牧渔', 'Agriculture'],
    B: ['采矿', 'Mining'],
    C: ['制造', 'Manufacturing'],
    D: ['电力热力燃气水', 'Utilities'],
    E: ['建筑', 'Construction'],
    F: ['批发零售', 'Wholesale and retail'],
    G: ['交通运输仓储', 'Transport and storage'],
    H: ['住宿餐饮', 'Hotels and catering'],
    I: ['信息技术', 'Information technology'],
    J: ['金融', 'Finance'],
    K: ['房地产', 'Real estate'],
    L: ['租赁和商务', 'Leasing and business services'],
    M: ['科研技术', 'Research and technology'],
    N: ['水利环境', 'Water and environment'],
    O: ['居民服务', 'Services to households'],
    P: ['教育', 'Education'],
    Q: ['卫生社会', 'Health and social work'],
    R: ['文化体育', 'Culture and sports'],
    S: ['公共管理', 'Public administration'],
    T: ['国际组织', 'International organisations'],
  }),
  province: words({
    '11': ['北京', 'Beijing'],
    '12': ['天津', 'Tianjin'],
    '13': ['河北', 'Hebei'],
    '14': ['山西', 'Shanxi'],
    '15': ['内蒙古', 'Inner Mongolia'],
    '21': ['辽宁', 'Liaoning'],
    '22': ['吉林', 'Jilin'],
    '23': ['黑龙江', 'Heilongjiang'],
    '31': ['上海', 'Shanghai'],
    '32': ['江苏', 'Jiangsu'],
    '33': ['浙江', 'Zhejiang'],
    '34': ['安徽', 'Anhui'],
    '35': ['福建', 'Fujian'],
    '36': ['江西', 'Jiangxi'],
    '37': ['山东', 'Shandong'],
    '41': ['河南', 'Henan'],
    '42': ['湖北', 'Hubei'],
    '43': ['湖南', 'Hunan'],
    '44': ['广东', 'Guangdong'],
    '45': ['广西', 'Guangxi'],
    '46': ['海南', 'Hainan'],
    '50': ['重庆', 'Chongqing'],
    '51': ['四川', 'Sichuan'],
    '52': ['贵州', 'Guizhou'],
    '53': ['云南', 'Yunnan'],
    '54': ['西藏', 'Tibet'],
    '61': ['陕西', 'Shaanxi'],
    '62': ['甘肃', 'Gansu'],
    '63': ['青海', 'Qinghai'],
    '64': ['宁夏', 'Ningxia'],
    '65': ['新疆', 'Xinjiang'],
    '71': ['台湾', 'Taiwan'],
    '81': ['香港', 'Hong Kong'],
    '82': ['澳门', 'Macao'],
    '83': ['台湾(居住证)', 'Taiwan (residence permit)'],
  }),
} as const satisfies Record<string, Choices>;

export type ChoiceList = keyof typeof CHOICES;
