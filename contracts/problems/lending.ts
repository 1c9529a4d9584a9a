import { problem } from './entry';

/** Problems of the business itself: products, consents, documents, contracts, money, clocks, webhooks. */
export const LENDING_PROBLEMS = {
  PRODUCT_UNKNOWN: problem(
    422,
    ['Product is not on offer', 'No published product has this code. List the products and choose one.'],
    ['产品不可用', '没有以此代码发布的产品。请从产品列表中选择。'],
  ),
  CUSTOMER_OF_ANOTHER: problem(
    409,
    [
      'Customer belongs to another account',
      'The identity number is on file with other particulars or another account. Contact the lender.',
    ],
    ['客户已属于其他账户', '该证件号码已登记且与所填信息或账户不符。请联系贷款机构。'],
  ),
  AMOUNT_OUT_OF_RANGE: problem(
    422,
    ['Amount out of range', 'The amount is outside what the product or the debt allows.'],
    ['金额超出范围', '金额不在产品或债务允许的范围内。'],
  ),
  CURRENCY_NOT_SUPPORTED: problem(
    422,
    ['Currency not supported', 'The product is offered in another currency.'],
    ['币种不支持', '该产品使用其他币种。'],
  ),
  CONSENT_TEXT_UNKNOWN: problem(
    422,
    [
      'Consent text is not current',
      'Read the current consent texts, show them, and send their code, version and hash.',
    ],
    ['授权文本不是当前版本', '请读取并展示当前授权文本,再提交其代码、版本和哈希。'],
  ),
  DOCUMENT_TYPE_REFUSED: problem(
    422,
    ['Document type refused', 'Send a JPEG, PNG or PDF whose content is what its type says.'],
    ['文件类型不接受', '请上传内容与类型一致的 JPEG、PNG 或 PDF 文件。'],
  ),
  DOCUMENT_EMPTY: problem(
    422,
    ['Document is empty', 'The file has no content or the file part is missing.'],
    ['文件为空', '文件没有内容或缺少文件部分。'],
  ),
  BAD_CONDITIONS: problem(
    422,
    [
      'Conditions not allowed',
      'An approver may lower the amount, change the term within the product or raise the rate, nothing else.',
    ],
    ['附加条件不允许', '审批人只能降低金额、在产品范围内调整期限或提高利率。'],
  ),
  REASON_NOT_LISTED: problem(
    422,
    [
      'Reason is not listed',
      'Give reasons by codes of `GET /v1/reasons`; the applicant is told in their words.',
    ],
    ['原因代码不在原因表中', '请使用 `GET /v1/reasons` 所列的原因代码;申请人将看到其对应说明。'],
  ),
  RETURNS_USED_UP: problem(
    409,
    [
      'No further return for documents',
      'The applicant was asked for documents as often as the product allows. Approve or reject on what there is.',
    ],
    ['不能再退回补件', '要求补件的次数已达到产品上限,请根据现有资料通过或拒绝。'],
  ),
  BAD_COMMAND: problem(
    422,
    ['Command is incomplete', 'The command lacks something or holds a value that the loan does not take.'],
    ['指令不完整', '指令缺少必要内容,或包含贷款不接受的值。'],
  ),
  OPERATION_REFUSED: problem(
    422,
    [
      'The account does not take this operation',
      'Each entry of `errors` says why. Preview it with other terms.',
    ],
    ['账户不接受此操作', '原因见 `errors`。请调整后重新试算。'],
  ),
  OPERATION_DECIDED: problem(
    409,
    ['Operation is not open any more', 'Somebody confirmed or rejected it before. Read it again.'],
    ['操作已处理', '他人已复核或驳回。请重新读取。'],
  ),
  OPERATION_UNCHECKED: problem(
    409,
    ['Needs no second person', 'The operation was carried out when it was ordered.'],
    ['无需复核', '该操作在提交时已执行。'],
  ),
  CONTRACT_NOT_OPEN: problem(
    409,
    ['Contract is not open for signature', 'The contract was signed, refused, withdrawn or has expired.'],
    ['合同不可签署', '合同已签署、已拒绝、已撤回或已过期。'],
  ),
  CONTRACT_HASH_MISMATCH: problem(
    409,
    [
      'Not the contract that was shown',
      'The hash you confirm is not the hash of the offered document. Read the contract again.',
    ],
    ['与展示的合同不一致', '您确认的哈希与所提供的合同文件不一致。请重新阅读合同。'],
  ),
  CODE_INVALID: problem(
    422,
    ['Code is wrong', 'The confirmation code is wrong or was used. Check it or ask for a new one.'],
    ['验证码错误', '验证码不正确或已使用。请核对或重新获取。'],
  ),
  CODE_EXPIRED: problem(
    422,
    ['Code has expired', 'Ask for a new confirmation code.'],
    ['验证码已过期', '请重新获取验证码。'],
  ),
  CODE_ATTEMPTS_EXCEEDED: problem(
    429,
    ['Too many wrong codes', 'This code takes no more attempts. Ask for a new one.'],
    ['验证码错误次数过多', '该验证码已失效。请重新获取。'],
  ),
  CODE_TOO_SOON: problem(
    429,
    ['Code was sent just now', 'Wait for the seconds in Retry-After before asking for another code.'],
    ['验证码刚刚发送', '请等待 Retry-After 所示秒数后再获取。'],
  ),
  PAYMENT_REF_REUSED: problem(
    409,
    ['Payment reference already used', 'A payment with this reference was recorded with other particulars.'],
    ['付款流水号已使用', '该流水号已登记了内容不同的付款。'],
  ),
  QUOTE_REFUSED: problem(
    422,
    [
      'Terms cannot be quoted',
      'The terms contradict each other or the product. Each entry of `errors` says which.',
    ],
    ['条款无法试算', '条款之间或与产品相互矛盾。详见 `errors`。'],
  ),
  CLOCK_BACKWARD: problem(
    422,
    ['A test clock moves forward only', 'Advance to a time after the present time of the clock.'],
    ['测试时钟只能前进', '目标时间须晚于时钟的当前时间。'],
  ),
  CLOCK_STEP_TOO_LARGE: problem(
    422,
    ['Step of the test clock too large', 'Advance by at most two years at a time.'],
    ['测试时钟步长过大', '每次最多前进两年。'],
  ),
  CLOCK_BUSY: problem(
    409,
    ['Test clock is advancing', 'Wait until the clock is ready again.'],
    ['测试时钟正在推进', '请等待时钟恢复就绪。'],
  ),
  WEBHOOK_URL_REFUSED: problem(
    422,
    [
      'Webhook address refused',
      'Use a public https address; private, local and reserved addresses are refused.',
    ],
    ['回调地址不接受', '请使用公网 https 地址;内网、本机和保留地址均被拒绝。'],
  ),
  WEBHOOK_LIMIT_REACHED: problem(
    409,
    ['Too many webhook endpoints', 'Delete an endpoint before you create another.'],
    ['回调端点过多', '请先删除一个端点再新建。'],
  ),
};
