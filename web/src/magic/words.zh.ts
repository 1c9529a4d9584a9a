/** Words about the values that make the sandbox behave in a special way. */
export const magicZh = {
  'magic.title': '虚构人员与特殊值',
  'magic.help':
    '外部机构均由沙箱扮演:同一号码结果总是相同,含特殊号段的号码触发相应情形。选择情形即可生成虚构人员,复制其号码填表。',
  'magic.person': '虚构人员',
  'magic.scenario': '情形',
  'magic.plain': '普通客户,一切正常',
  'magic.make': '换一位',
  'magic.fill': '填入虚构人员',
  'magic.fillHelp': '测试环境:选择情形后自动填写,均为虚构。',
  'magic.mark': '号段',
  'magic.party': '机构',
  'magic.effect': '结果',
  'magic.choose': '选用',
  'magic.notPerson': '不在个人号码上',
  'magic.cardNo': '银行卡号',
  'magic.specimens': '附上样本证照',
  'magic.specimensHelp': '测试环境:按上面填写的姓名生成图片,证照识别可以读取。',
  'magic.specimensNeed': '测试环境:请先填写姓名和身份证号,或填入虚构人员。',
} as const;
export type MagicKey = keyof typeof magicZh;
