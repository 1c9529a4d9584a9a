import { problem } from './entry';

/** Problems of changing policy: who may take which step when, and drafts that do not hold together. */
export const POLICY_PROBLEMS = {
  WRONG_POLICY_STATUS: problem(
    409,
    [
      'Not possible in this status',
      'The version has moved on: only drafts are edited, only what was handed in is approved, only what was approved is published.',
    ],
    ['当前状态不允许此操作', '版本状态已变化:草稿才能编辑,已提交才能审批,已审批才能发布。'],
  ),
  EFFECTIVE_IN_PAST: problem(
    422,
    [
      'Day lies in the past',
      'Choose today or a later business date: what was decided before keeps its rules.',
    ],
    ['日期已过', '请选择今天或之后的营业日:此前的决定沿用原规则。'],
  ),
  POLICY_NOT_SOUND: problem(
    422,
    [
      'Draft does not hold together',
      'Each entry of `errors` points to what has to be corrected before a second person sees it.',
    ],
    ['草稿存在问题', '`errors` 中每一项指出提交复核前必须更正之处。'],
  ),
  POLICY_NOT_EDITABLE: problem(
    422,
    [
      'Not edited in the studio',
      'This kind of policy, or a table written by hand, is changed by other means than the studio.',
    ],
    ['不在工作室编辑', '此类政策或手写的表不在产品与政策工作室中修改。'],
  ),
  POLICY_DRAFT_EXISTS: problem(
    409,
    [
      'A draft is open already',
      'Somebody works on a version of this policy. Open that draft, or discard it first.',
    ],
    ['已有草稿', '该政策已有在编辑或待复核的版本。请打开该草稿,或先将其删除。'],
  ),
  POLICY_IN_USE: problem(
    409,
    [
      'Nothing would govern in its place',
      'Products on offer need this policy and no other version would take over. Publish another version first.',
    ],
    ['停用后无版本可用', '在售产品需要该政策,且没有其他版本接替。请先发布另一版本。'],
  ),
};
