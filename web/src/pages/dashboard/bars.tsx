import { useEffect, useRef } from 'react';

export interface BarSeries {
  name: string;
  values: readonly number[];
  colour: string;
}

interface BarsProps {
  label: string;
  names: readonly string[];
  series: readonly BarSeries[];
  lying: boolean;
  dark: boolean;
  large: boolean;
  said: (value: number) => string;
  /** As `said`, along the axis. */
  briefly: (value: number) => string;
  onPick: (index: number) => void;
}

/** Bars beside each other; a press on one opens its rows. For the eye: the same numbers stand in a table beneath. */
export function Bars({ label, names, series, lying, dark, large, said, briefly, onPick }: BarsProps) {
  const place = useRef<HTMLDivElement>(null);
  const latest = useRef(onPick);
  latest.current = onPick;
  const content = JSON.stringify([names, series, lying, dark, large]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: drawn again when what it shows differs, not when it is told anew
  useEffect(() => {
    let ended = false;
    let end: () => void = () => undefined;
    void import('./draw').then(({ init }) => {
      if (ended || place.current === null) return;
      const chart = init(place.current);
      const ink = dark ? '#d5d9e0' : '#3d434d';
      const line = dark ? '#3a3f48' : '#dfe3e8';
      const fontSize = large ? 16 : 12;
      const kinds = {
        type: 'category' as const,
        data: [...names],
        inverse: lying,
        axisLabel: { color: ink, fontSize },
        axisLine: { lineStyle: { color: line } },
        axisTick: { show: false },
      };
      const amounts = {
        type: 'value' as const,
        axisLabel: { color: ink, fontSize, formatter: briefly, hideOverlap: true },
        splitLine: { lineStyle: { color: line } },
        splitNumber: 3,
      };
      chart.setOption({
        animation: false,
        grid: { left: 8, right: 24, top: series.length > 1 ? 34 : 12, bottom: 4, containLabel: true },
        ...(series.length > 1 && { legend: { top: 0, textStyle: { color: ink, fontSize } } }),
        tooltip: {
          trigger: 'axis',
          axisPointer: { type: 'shadow' },
          valueFormatter: (value: unknown) => said(Number(value)),
        },
        xAxis: lying ? amounts : kinds,
        yAxis: lying ? kinds : amounts,
        series: series.map(({ name, values, colour }) => ({
          ...{ type: 'bar', name, data: [...values], itemStyle: { color: colour }, barMaxWidth: 28 },
        })),
      });
      chart.on('click', ({ dataIndex }) => latest.current(Number(dataIndex)));
      const fit = new ResizeObserver(() => chart.resize());
      fit.observe(place.current);
      end = () => {
        fit.disconnect();
        chart.dispose();
      };
    });
    return () => {
      ended = true;
      end();
    };
  }, [content]);
  return <div ref={place} role="img" aria-label={label} className="bars" />;
}
