import { problem } from './entry';

/** Problems of borrower accounts: logging in, cards, choices, partner links. */
export const ACCOUNT_PROBLEMS = {
  LOGIN_LOCKED: problem(
    429,
    [
      'Locked after wrong codes',
      'Too many wrong codes were entered for this phone. Wait for the time in Retry-After, then ask for a new code.',
    ],
    [
      '验证码错误次数过多,已锁定',
      '该手机号验证码输入错误次数过多。请在 Retry-After 所示时间后重新获取验证码。',
    ],
  ),
  LOGIN_CODES_EXCEEDED: problem(
    429,
    ['Too many codes asked for', 'This phone or address has asked for too many codes. Wait, then try again.'],
    ['获取验证码过于频繁', '该手机号或网络地址获取验证码过于频繁。请稍后再试。'],
  ),
  ACCOUNT_UNKNOWN: problem(
    409,
    ['No account with this phone', 'Register first: read the terms, agree, and send the same code.'],
    ['该手机号尚未注册', '请先注册:阅读并同意协议后,用同一验证码提交。'],
  ),
  TERMS_NOT_CURRENT: problem(
    422,
    ['Terms are not current', 'Read the current terms and send their version and hash.'],
    ['协议不是当前版本', '请读取当前协议,再提交其版本和哈希。'],
  ),
  SESSION_ENDED: problem(
    401,
    ['Session has ended', 'Log in again with a code.'],
    ['登录已结束', '请用验证码重新登录。'],
  ),
  PHONE_NOT_PROVED: problem(
    422,
    [
      'Not the phone of this account',
      'An application from an account must name the phone that the account was proved with.',
    ],
    ['手机号与账户不一致', '登录账户申请时,须使用该账户已验证的手机号。'],
  ),
  IDENTITY_DIFFERS: problem(
    409,
    [
      'Another person than before',
      'Name and identity number differ from those confirmed for this account. An account belongs to one person.',
    ],
    ['与已确认的身份不一致', '姓名或证件号码与本账户已确认的身份不符。一个账户仅限本人使用。'],
  ),
  IDENTITY_NEEDED: problem(
    422,
    [
      'Name and identity number needed',
      'Give both with the first card, so that the card network can confirm them.',
    ],
    ['需要姓名和证件号码', '首次绑卡须提供姓名和证件号码,以便核验。'],
  ),
  CARD_ALREADY_BOUND: problem(
    409,
    ['Card is bound already', 'This card is already among your cards or is being checked.'],
    ['该卡已绑定', '该银行卡已绑定或正在核验。'],
  ),
  CARD_CHECKS_EXCEEDED: problem(
    429,
    ['Too many card checks', 'Cards may be checked five times a day. Try again tomorrow.'],
    ['绑卡核验次数过多', '每日最多核验五次。请明日再试。'],
  ),
  CARD_NOT_BOUND: problem(
    409,
    ['Card is not bound', 'Choose a card that the card network has confirmed.'],
    ['银行卡未绑定成功', '请选择已核验成功的银行卡。'],
  ),
  CARD_IN_USE: problem(
    409,
    ['Card is in use', 'A loan is debited from this card. Give the loan another card first.'],
    ['银行卡使用中', '有贷款正从该卡扣款。请先为该贷款更换银行卡。'],
  ),
  CHOICE_NOT_ALLOWED: problem(
    422,
    ['Cannot be chosen', 'The law or your security needs this message by text message; it cannot be moved.'],
    ['不可更改', '依法或为保障安全,此类通知须以短信发送,不能更改。'],
  ),
  PAYMENT_IN_PROGRESS: problem(
    409,
    [
      'A payment is on its way',
      'The bank has not answered the payment before. Wait for it, then look again.',
    ],
    ['有一笔还款正在处理', '银行尚未答复上一笔还款。请稍后再看。'],
  ),
  LOAN_NOT_PAYABLE: problem(
    409,
    ['Nothing to pay', 'The loan is settled, not yet paid out, or owes less than this amount.'],
    ['无需还款', '贷款已结清、尚未放款,或所欠少于该金额。'],
  ),
  SCENE_CLOSED: problem(
    404,
    ['Link is not valid', 'The link or QR code was closed or mistyped. Ask the partner for a new one.'],
    ['链接已失效', '该链接或二维码已停用或有误。请向合作方索取新的。'],
  ),
};
