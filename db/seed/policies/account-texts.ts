import type { ConsentText } from './consents';

/** What a borrower agrees to outside any application: on registering, and on binding a card (个人信息保护法 14, 23 条). */
export const ACCOUNT_TEXTS: readonly ConsentText[] = [
  {
    code: 'account_terms',
    titles: { zh: '用户服务协议与隐私政策', en: 'Terms of use and privacy notice' },
    texts: {
      zh: [
        '本账户仅限本人使用,以手机号和短信验证码登录。请勿将验证码告知他人;凭验证码进行的操作视为本人操作。',
        '为提供账户服务,我们处理您的手机号、登录时间和网络地址。姓名、证件号码和银行卡号仅在您绑卡或申请贷款时收集,并加密保存。',
        '注册账户不构成贷款申请,也不会查询您的征信。每次查询前均会另行取得您的授权。',
        '您可以随时查阅本人信息、设置通知方式、退出登录,或要求注销账户;法律要求保存的信息在期限届满前予以保留。',
        '协议如有变更,我们会在登录时请您重新阅读并同意。',
      ].join('\n'),
      en: [
        'This account is for yourself only. You log in with your phone and a code sent to it. Tell a code to nobody; what is done with it counts as done by you.',
        'To run the account we process your phone number, times of logging in and network address. Name, identity number and bank card are collected only when you bind a card or apply for a loan, and are kept encrypted.',
        'Registering is no application for a loan and causes no query of your credit report. Each query needs a consent of its own.',
        'At any time you may read your data, choose how messages come, log out, or ask for the account to be closed; what the law requires is kept until its term ends.',
        'If these terms change you will be asked to read and agree again when you log in.',
      ].join('\n'),
    },
    purposes: ['account'],
    sources: [],
    separate: false,
  },
  {
    code: 'card_binding',
    titles: { zh: '银行卡绑定与代扣授权书', en: 'Consent to bind a bank card and to debits' },
    texts: {
      zh: [
        '本人同意将姓名、证件号码、手机号和银行卡号提供给银行卡清算机构,用于核验该卡为本人所有。银行账户属于敏感个人信息,仅用于本授权所述目的。',
        '核验一致后,该卡可用于收取贷款。本人使用该卡签订借款合同的,授权贵机构按合同约定的还款日和金额,以及本人在线发起的还款,从该卡扣款。',
        '本人可随时更换银行卡;有贷款正从该卡扣款的,更换后方可解除绑定。',
      ].join('\n'),
      en: [
        'I agree that my name, identity number, phone number and card number are given to the card network to verify that the card is mine. A bank account is sensitive information and is used for these purposes only.',
        'Once verified, the card may receive loans. If I sign a loan contract with this card I authorise you to debit it on the due dates and for the amounts of the contract, and for payments that I start myself.',
        'I may change the card at any time; a card from which a loan is debited can be removed once another has taken its place.',
      ].join('\n'),
    },
    purposes: ['card_verification', 'payout', 'debit'],
    sources: ['bank_card'],
    separate: true,
  },
];
