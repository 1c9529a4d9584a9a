import fc from 'fast-check';
import { maskAddress, maskCard, maskId, maskMail, maskName, maskPhone } from '../../../documents/mask';

describe('masks', () => {
  it.each([
    ['张三', '张*'],
    ['王小明', '王*'],
    ['欧阳修', '欧阳*'],
    ['司马相如', '司马*'],
    ['欧阳', '欧*'],
    ['阿卜杜拉·买买提', '阿*'],
    ['𠮷野', '𠮷*'],
    ['', '*'],
  ])('shows the family name of %s only', (name, masked) => {
    expect(maskName(name)).toBe(masked);
  });

  it.each([
    [maskId, '110101199003070011', '110101********0011'],
    [maskId, '91350100M000100Y43', '913501********0Y43'],
    [maskPhone, '13812345678', '138****5678'],
    [maskPhone, '138 1234 5678', '138****5678'],
    [maskCard, '6222021001123456789', '6222 **** **** 6789'],
    [maskCard, '6214 8301 0000 0008', '6214 **** **** 0008'],
    [maskMail, 'alice@example.com', 'a***@example.com'],
    [maskMail, 'not a mail', '***'],
  ])('%p hides the middle of %s', (mask, plain, masked) => {
    expect(mask(plain)).toBe(masked);
  });

  it.each([
    ['北京市东城区东长安街1号院2号楼', '北京市东城区***'],
    ['上海市浦东新区世纪大道100号', '上海市浦东新区***'],
    ['广东省深圳市南山区科技园路8号', '广东省深圳市南山区***'],
    ['浙江省杭州市西湖区', '浙江省杭州市西湖区'],
    ['新疆维吾尔自治区乌鲁木齐市天山区人民路3号', '新疆维吾尔自治区乌鲁木齐市天山区***'],
    ['江苏省苏州市昆山市前进路1号', '江苏省苏州市昆山市***'],
    ['湖南省湘西土家族苗族自治州吉首市某街5号', '湖南省湘西土家族苗族自治州吉首市***'],
    ['北京市通州区永顺镇2号', '北京市通州区***'],
    ['甘肃省兰州市城关区', '甘肃省兰州市城关区'],
    ['世纪大道100号', '***'],
  ])('shows %s to the district', (address, masked) => {
    expect(maskAddress(address)).toBe(masked);
  });

  it('never lets four hidden digits in a row through', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[1-9][0-9]{17}$/), (id) => {
        expect(maskId(id)).not.toContain(id.slice(6, 14));
        expect(maskId(id)).toHaveLength(18);
      }),
    );
  });

  it.each([maskId, maskPhone, maskCard])('%p hides a short value whole', (mask) => {
    expect(mask('12345')).toBe('*****');
  });
});
