import { problem } from './entry';

/** Problems of repeats and of two people at once. */
export const CONCURRENCY_PROBLEMS = {
  IDEMPOTENCY_KEY_REQUIRED: problem(
    400,
    [
      'Idempotency-Key is needed',
      'Send a unique Idempotency-Key header, so that a repeat of this request cannot act twice.',
    ],
    ['缺少 Idempotency-Key', '请发送唯一的 Idempotency-Key 请求头,避免重复请求被执行两次。'],
  ),
  IDEMPOTENCY_KEY_INVALID: problem(
    400,
    ['Idempotency-Key is not valid', 'Use 1 to 255 visible ASCII characters, for example a UUID.'],
    ['Idempotency-Key 无效', '请使用 1 至 255 个可见 ASCII 字符,例如 UUID。'],
  ),
  IDEMPOTENCY_KEY_REUSED: problem(
    422,
    [
      'Idempotency-Key used for another request',
      'This key was used with another body. Use a new key for a new request.',
    ],
    ['Idempotency-Key 已用于其他请求', '该键曾用于不同的请求体。新请求请使用新键。'],
  ),
  IDEMPOTENCY_IN_PROGRESS: problem(
    409,
    [
      'Same request still running',
      'The first request with this key is still at work. Repeat after the seconds in Retry-After.',
    ],
    ['相同请求正在处理', '使用该键的首个请求仍在处理。请在 Retry-After 所示秒数后重试。'],
  ),
  PRECONDITION_REQUIRED: problem(
    428,
    [
      'If-Match is needed',
      'Read the object, then send its ETag as If-Match, so that you decide on what you saw.',
    ],
    ['缺少 If-Match', '请先读取对象,再以其 ETag 作为 If-Match 发送,确保依据的是最新内容。'],
  ),
  IF_MATCH_INVALID: problem(
    400,
    ['If-Match is not valid', 'Send one ETag as it was given, for example "v3".'],
    ['If-Match 无效', '请原样发送一个 ETag,例如 "v3"。'],
  ),
  VERSION_MISMATCH: problem(
    412,
    [
      'Changed in the meantime',
      'Someone changed the object after you read it. Read it again and decide anew.',
    ],
    ['对象已被更改', '您读取之后对象已被他人更改。请重新读取后再操作。'],
  ),
  WRONG_STAGE: problem(
    409,
    [
      'Not possible at this stage',
      'The application or loan is at a stage that does not allow this. Read it to see its stage.',
    ],
    ['当前阶段不允许此操作', '申请或贷款所处阶段不允许该操作。请查看其当前阶段。'],
  ),
  NO_SUCH_TASK: problem(
    404,
    ['No such task', 'The loan has no such task. Check the id.'],
    ['任务不存在', '该贷款没有此任务。请核对编号。'],
  ),
  TASK_NOT_OPEN: problem(
    409,
    ['Task is closed', 'The task was decided or cancelled already.'],
    ['任务已关闭', '该任务已处理或已取消。'],
  ),
  TASK_CLAIMED: problem(
    409,
    ['Task is claimed', 'Another person holds this task. Take it over explicitly if you have to.'],
    ['任务已被认领', '任务已由他人认领。确需处理请显式接管。'],
  ),
  ALREADY_VOTED: problem(
    409,
    ['Already voted', 'You voted on this already. One person has one vote.'],
    ['您已表决', '您已对该事项表决。每人一票。'],
  ),
  NOT_PARKED: problem(
    409,
    ['Loan is not parked', 'The loan is not stopped at a failing step, so there is nothing to resume.'],
    ['贷款未处于挂起状态', '该贷款没有停在失败步骤上,无需恢复。'],
  ),
  SECOND_PERSON_NEEDED: problem(
    409,
    [
      'Second person needed',
      'The step moves or books money. Your word is kept; the loan goes on when another operator resumes it too.',
    ],
    ['需要第二人确认', '该步骤涉及资金收付或入账。您的意见已登记,另一名运维人员同样恢复后贷款继续。'],
  ),
  NOT_FAILING: problem(
    409,
    [
      'Step is not failing',
      'No step of this loan is waiting for another attempt: it succeeded, or the loan is parked. Read the loan.',
    ],
    ['步骤未处于重试中', '该贷款没有等待重试的步骤:步骤已成功,或贷款已挂起。请查看贷款。'],
  ),
  PARKED: problem(
    409,
    [
      'Loan is parked',
      'A step of this loan keeps failing and waits for an operator. Try again after it was resumed.',
    ],
    ['贷款已挂起', '该贷款有步骤持续失败,正等待运维处理。请在恢复后重试。'],
  ),
  COMMAND_FAILED: problem(
    409,
    [
      'Command could not be applied',
      'The command was taken back because applying it kept failing; the loan is parked for an operator.',
    ],
    ['指令未能执行', '指令执行持续失败已撤回;贷款已挂起等待运维处理。'],
  ),
  LOAN_CLOSED: problem(
    409,
    ['Loan is closed', 'The loan is closed and takes no more commands.'],
    ['贷款已关闭', '贷款已关闭,不再接受指令。'],
  ),
  ALREADY_EXISTS: problem(
    409,
    ['Already exists', 'An object with the same identity exists already.'],
    ['对象已存在', '相同标识的对象已存在。'],
  ),
};
