import { type UsccScenario, usccMagic } from '../magic';
import { Chance } from './chance';
import { organisationCheckCharacter, usccCheckCharacter } from './check-digits';

/** An invented company whose unified social credit code passes both of its checks. */
export type Company = { readonly companyName: string; readonly uscc: string };

const DIVISIONS = ['110105', '310115', '440305', '330108', '320505', '510104'] as const;
const PLACES = ['北京', '上海', '深圳', '杭州', '苏州', '成都'] as const;
const BRANDS = ['恒远', '云启', '嘉禾', '鼎盛', '澄明', '瑞泽', '致和', '同创'] as const;
const TRADES = ['机电设备', '食品贸易', '包装材料', '物流服务', '信息技术', '医疗器械'] as const;

/** The n-th invented company, with the wanted scenario in characters 15–16 of its code. */
export function company(wanted: { n: number; scenario?: UsccScenario }): Company {
  const { n, scenario } = wanted;
  const chance = new Chance(`company/${n}`);
  const place = n % DIVISIONS.length;
  const mark = scenario ? usccMagic[scenario].mark : String(n % 100).padStart(2, '0');
  const organisation = `MA${String((n * 7919) % 10_000).padStart(4, '0')}${mark}`;
  const first17 = `91${DIVISIONS[place] ?? DIVISIONS[0]}${organisation}${organisationCheckCharacter(organisation)}`;
  return {
    companyName: `${PLACES[place] ?? PLACES[0]}${chance.pick(BRANDS)}${chance.pick(TRADES)}有限公司`,
    uscc: `${first17}${usccCheckCharacter(first17)}`,
  };
}
