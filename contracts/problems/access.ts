import { problem } from './entry';

/** Problems of who is asking and what they may do. */
export const ACCESS_PROBLEMS = {
  UNAUTHENTICATED: problem(
    401,
    ['Authentication needed', 'Send `Authorization: Bearer` with an access token or an API key.'],
    ['需要身份验证', '请在 Authorization 请求头中以 Bearer 方式发送访问令牌或接口密钥。'],
  ),
  TOKEN_INVALID: problem(
    401,
    [
      'Token is not valid',
      'The token is malformed, of another issuer or audience, or its signature is wrong. Get a new one.',
    ],
    ['令牌无效', '令牌格式错误、签发方或受众不符,或签名不正确。请重新获取。'],
  ),
  TOKEN_EXPIRED: problem(
    401,
    ['Token has expired', 'Get a new token and send the request again.'],
    ['令牌已过期', '请获取新令牌后重试。'],
  ),
  API_KEY_INVALID: problem(
    401,
    ['API key is not valid', 'The key is unknown or was revoked. Create a new key and use it.'],
    ['接口密钥无效', '密钥不存在或已吊销。请创建新密钥。'],
  ),
  FORBIDDEN: problem(
    403,
    ['Not permitted', 'Your role or the scopes of your key do not permit this. Ask an administrator.'],
    ['无权操作', '您的角色或密钥的权限范围不允许此操作。请联系管理员。'],
  ),
  ACCOUNT_INACTIVE: problem(
    403,
    ['Account is not active', 'Your user is unknown here or was deactivated. Ask an administrator.'],
    ['账户未启用', '您的用户在本系统中不存在或已停用。请联系管理员。'],
  ),
  NOT_AUTHORISED: problem(
    403,
    ['Not your task to decide', 'The task asks for another role or branch.'],
    ['无权处理该任务', '该任务需要其他角色或机构处理。'],
  ),
  AMOUNT_ABOVE_AUTHORITY: problem(
    403,
    [
      'Amount above your authority',
      'The amount exceeds your approval authority. Hand the task to someone with a higher one.',
    ],
    ['金额超出您的审批权限', '金额超过您的授权额度。请转交有更高权限的人员。'],
  ),
  MAKER_IS_CHECKER: problem(
    403,
    ['Maker cannot be checker', 'You made or already decided this. Another person has to check it.'],
    ['经办与复核不得为同一人', '该事项由您经办或您已决定过。须由他人复核。'],
  ),
  LAST_ADMINISTRATOR: problem(
    409,
    [
      'Too few administrators would stay',
      'One always stays, and a planned change leaves two, since one alone can give nobody access. Make another first.',
    ],
    [
      '管理员人数不足',
      '至少保留一位管理员;计划内的变更须留下两位,因为一人无法单独授予权限。请先设置另一位管理员。',
    ],
  ),
  OWN_ACCESS: problem(
    403,
    ['Your own access', 'Nobody approves a change of what they themselves may do. Another person has to.'],
    ['不得复核本人权限', '任何人不得复核涉及本人权限的变更。须由他人复核。'],
  ),
  CHANGE_DECIDED: problem(
    409,
    ['Change is not open any more', 'It was approved, refused or withdrawn before. Read it again.'],
    ['变更已处理', '该变更已通过、驳回或撤回。请重新读取。'],
  ),
  CHANGE_STALE: problem(
    409,
    [
      'Something changed since',
      'What this change starts from is not what holds now. Refuse or withdraw it, and ask for it anew.',
    ],
    ['提交后情况已变', '变更所依据的旧值已不是现值。请驳回或撤回后重新提交。'],
  ),
  SIGNAL_NOT_ALLOWED: problem(
    403,
    [
      'Decision by signal is off',
      'Decide through the API or the console; signal decisions are switched off here.',
    ],
    ['未开放信号方式决策', '请通过接口或控制台决策;此环境未开放信号决策。'],
  ),
  TEST_MODE_ONLY: problem(
    403,
    ['Only in test mode', 'This exists for tests and is refused in production.'],
    ['仅限测试环境', '该功能仅供测试使用,生产环境拒绝。'],
  ),
  REASON_REQUIRED: problem(
    422,
    [
      'A reason is needed',
      'State why you need to see personal data. The reason is kept in the audit record.',
    ],
    ['需要说明理由', '查看个人信息须说明理由,理由会记入审计记录。'],
  ),
  CALLBACK_SIGNATURE_INVALID: problem(
    401,
    [
      'Callback signature is not valid',
      'Sign the raw body with the shared secret as the integration page describes, within five minutes.',
    ],
    ['回调签名无效', '请按对接文档用共享密钥对原始报文签名,时间误差不超过五分钟。'],
  ),
};
