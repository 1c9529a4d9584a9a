import { Breaker } from '../../../providers/http/breaker';
import { CallMeter } from '../../../providers/http/call-meter';
import { ProviderError } from '../../../providers/provider-error';

describe('the meter of calls', () => {
  it('counts by party and minute, with classes of latency', () => {
    let now = 60_000;
    const meter = new CallMeter(() => now);
    meter.called('bureau', 90.4, null);
    meter.called('bureau', 2_999, 'TIMEOUT');
    meter.called('court', 5_000, 'BAD_ANSWER');
    now = 120_000;
    meter.called('bureau', 100, null);
    const counted = {
      calls: 2,
      failures: 1,
      timeouts: 1,
      withheld: 0,
      latencySumMs: 3_089,
      latencyMaxMs: 2_999,
    };
    expect(meter.take()).toEqual([
      { party: 'bureau', minuteMs: 60_000, ...counted, within: [1, 1, 1, 2] },
      expect.objectContaining({ party: 'court', failures: 1, timeouts: 0, within: [0, 0, 0, 0] }),
      expect.objectContaining({ party: 'bureau', minuteMs: 120_000, within: [1, 1, 1, 1] }),
    ]);
    expect(meter.idle).toBe(true);
  });

  it('loses nothing that could not be stored', () => {
    const meter = new CallMeter(() => 0);
    meter.called('bank', 10, null);
    const taken = meter.take();
    meter.called('bank', 400, 'UNAVAILABLE');
    meter.giveBack(taken);
    expect(meter.take()).toMatchObject([{ calls: 2, failures: 1, latencySumMs: 410, within: [1, 1, 2, 2] }]);
  });

  it('sees what a breaker lets through and what it keeps back', async () => {
    const meter = new CallMeter();
    const options = { failureShare: 0.5, window: 2, minimumCalls: 2, openMs: 60_000 };
    const breaker = new Breaker('bank', options, meter);
    const fail = () => breaker.run(async () => Promise.reject(new ProviderError('TIMEOUT', 'bank')));
    for (let calls = 0; calls < 4; calls++) await fail().catch(() => undefined);
    const [minute] = meter.take();
    expect(minute).toMatchObject({ party: 'bank', failures: minute?.calls, timeouts: minute?.calls });
    expect(minute?.withheld).toBe(4 - (minute?.calls ?? 0));
    expect(minute?.withheld).toBeGreaterThan(0);
  });
});
