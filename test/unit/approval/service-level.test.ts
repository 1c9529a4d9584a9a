import { serviceLevel } from '../../../domain/approval/service-level';

const at = (text: string) => new Date(`2026-03-${text}:00Z`);
const TIER = { slaHours: 24, deputyAfterHours: 48 };

describe('the service level of a tier', () => {
  it('gives the first round all of its time', () => {
    expect(serviceLevel(at('02T08:00'), TIER, null)).toEqual({
      dueAt: at('03T08:00'),
      deputyAt: at('04T08:00'),
    });
  });

  it('goes on after a pause with what was left, for the deputy too', () => {
    const paused = { dueAt: at('03T08:00'), pausedAt: at('02T18:00') };
    expect(serviceLevel(at('06T09:00'), TIER, paused)).toEqual({
      dueAt: at('06T23:00'),
      deputyAt: at('07T23:00'),
    });
  });

  it('leaves a tier late that was late before the pause', () => {
    const paused = { dueAt: at('03T08:00'), pausedAt: at('03T10:00') };
    expect(serviceLevel(at('06T09:00'), TIER, paused)).toEqual({
      dueAt: at('06T07:00'),
      deputyAt: at('07T07:00'),
    });
  });

  it('never lets a deputy in before the one who is asked is late', () => {
    const { dueAt, deputyAt } = serviceLevel(at('02T08:00'), { slaHours: 24, deputyAfterHours: 8 }, null);
    expect(deputyAt).toEqual(dueAt);
  });
});
