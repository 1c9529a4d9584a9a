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
} as const;
export type MagicKey = keyof typeof magicZh;
