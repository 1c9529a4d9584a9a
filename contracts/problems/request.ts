import { problem } from './entry';

/** Problems of the request itself: its form, size, path, media type and pace. */
export const REQUEST_PROBLEMS = {
  MALFORMED_REQUEST: problem(
    400,
    [
      'Malformed request',
      'The request is not valid HTTP or its path cannot be decoded. Check the client library.',
    ],
    ['请求格式错误', '请求不是合法的 HTTP 报文,或路径无法解码。请检查客户端。'],
  ),
  MALFORMED_JSON: problem(
    400,
    ['Malformed JSON', 'The body is not valid JSON. Send one JSON document in UTF-8.'],
    ['JSON 格式错误', '请求体不是合法的 JSON。请发送一个 UTF-8 编码的 JSON 文档。'],
  ),
  VALIDATION_FAILED: problem(
    400,
    [
      'Request does not match its schema',
      'Each entry of `errors` points to a field and says what is wrong with it. Correct the fields and send again.',
    ],
    ['请求不符合接口定义', '`errors` 中每一项指出一个字段及其问题。请改正后重新发送。'],
  ),
  API_VERSION_UNKNOWN: problem(
    400,
    [
      'API version is not served',
      'The header Loanflow-Version names no version that this server has. Leave it out, or name the version that answers name.',
    ],
    ['接口版本不受支持', '请求头 Loanflow-Version 所指版本不受支持。请去掉该请求头,或使用应答中给出的版本。'],
  ),
  CURSOR_INVALID: problem(
    400,
    [
      'Cursor is not valid',
      'Pass `nextCursor` of the former page unchanged, with the same filters, or start again without a cursor.',
    ],
    ['游标无效', '请原样传入上一页的 `nextCursor` 且筛选条件保持不变,或不带游标从头开始。'],
  ),
  NOT_FOUND: problem(
    404,
    ['Not found', 'No such object, or it is not yours to see. Check the id.'],
    ['未找到', '对象不存在,或您无权查看。请核对编号。'],
  ),
  ROUTE_NOT_FOUND: problem(
    404,
    ['No such path', 'The API has no such path. The reference page lists all paths.'],
    ['路径不存在', '接口没有这个路径。请查阅接口文档页。'],
  ),
  METHOD_NOT_ALLOWED: problem(
    405,
    ['Method not allowed', 'This path exists, but not with this method. The Allow header lists its methods.'],
    ['不支持的请求方法', '路径存在,但不支持该方法。可用方法见 Allow 响应头。'],
  ),
  NOT_ACCEPTABLE: problem(
    406,
    ['Not acceptable', 'The resource cannot be given in a media type of your Accept header.'],
    ['无法按所需格式返回', '资源无法以 Accept 请求头中的任何格式返回。'],
  ),
  REQUEST_TIMEOUT: problem(
    408,
    [
      'Request took too long to arrive',
      'Headers or body did not arrive in time. Send it again with the same Idempotency-Key.',
    ],
    ['请求接收超时', '请求头或请求体未能及时到达。请用相同的 Idempotency-Key 重新发送。'],
  ),
  EXPORT_NOT_READY: problem(
    409,
    [
      'The file cannot be fetched',
      'The export is still being made, failed, or its file was deleted after a day. Read its state, or ask for it again.',
    ],
    ['文件暂不可下载', '导出仍在生成、已失败,或文件已在一天后删除。请查看其状态,或重新导出。'],
  ),
  BODY_TOO_LARGE: problem(
    413,
    [
      'Body too large',
      'The body or file is larger than this path takes. The reference page states the limit.',
    ],
    ['请求体过大', '请求体或文件超过该路径的上限。上限见接口文档页。'],
  ),
  URI_TOO_LONG: problem(
    414,
    ['URI too long', 'A path segment is longer than any id. Check the id.'],
    ['地址过长', '路径中的某一段超过任何编号的长度。请核对编号。'],
  ),
  UNSUPPORTED_MEDIA_TYPE: problem(
    415,
    [
      'Unsupported media type',
      'Send the body as application/json, or as the media type that the reference page names.',
    ],
    ['不支持的内容类型', '请以 application/json 或接口文档页所列的类型发送请求体。'],
  ),
  VIEW_NAME_TAKEN: problem(
    409,
    [
      'Name is taken',
      'You keep another view of this list under this name. Overwrite that one, or choose another name.',
    ],
    ['名称已被使用', '您在此列表已有同名视图。请覆盖该视图,或换一个名称。'],
  ),
  VIEW_LIMIT_REACHED: problem(
    409,
    ['Too many views', 'A person keeps at most 60 views. Delete one that is no longer used.'],
    ['视图过多', '每人最多保存 60 个视图。请先删除不再使用的视图。'],
  ),
  RATE_LIMITED: problem(
    429,
    [
      'Too many requests',
      'Wait for the seconds in Retry-After, then go on more slowly. RateLimit headers show what is left.',
    ],
    ['请求过于频繁', '请等待 Retry-After 所示秒数后放慢速度。剩余额度见 RateLimit 响应头。'],
  ),
  HEADERS_TOO_LARGE: problem(
    431,
    ['Headers too large', 'The request headers exceed 16 KiB. Send fewer or shorter headers.'],
    ['请求头过大', '请求头超过 16 KiB。请减少或缩短请求头。'],
  ),
  INTERNAL_ERROR: problem(
    500,
    [
      'Internal error',
      'The fault is ours. Send the request again with the same Idempotency-Key; if it stays, report the traceId.',
    ],
    ['内部错误', '这是我们的问题。请用相同的 Idempotency-Key 重试;仍失败请提供 traceId。'],
  ),
  SERVER_BUSY: problem(
    503,
    [
      'Server busy',
      'The server sheds load at the moment. Send the request again after the seconds in Retry-After.',
    ],
    ['服务繁忙', '服务器正在限流减载。请在 Retry-After 所示秒数后重试。'],
  ),
  DEPENDENCY_UNAVAILABLE: problem(
    503,
    [
      'A needed service is unavailable',
      'The database or the workflow service does not answer. Nothing was lost; try again with the same Idempotency-Key.',
    ],
    ['依赖服务不可用', '数据库或流程服务无响应。数据没有丢失;请用相同的 Idempotency-Key 重试。'],
  ),
};
