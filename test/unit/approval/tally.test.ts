import fc from 'fast-check';
import { tally, type Vote, type VoteRule } from '../../../domain/approval/tally';

const one: VoteRule = { seats: 1, quorum: 1, votesNeeded: 1 };
const three: VoteRule = { seats: 3, quorum: 2, votesNeeded: 2 };
const votes = (text: string): Vote[] =>
  [...text].map((letter, at) => ({
    actorId: `u${at}`,
    decision: letter === 'a' ? 'approve' : letter === 'r' ? 'reject' : 'return',
  }));

describe('tally', () => {
  it.each([
    ['', 'open'],
    ['a', 'approved'],
    ['r', 'rejected'],
    ['b', 'returned'],
  ])('one officer: "%s" is %s', (text, state) => {
    expect(tally(votes(text), one).state).toBe(state);
  });

  it.each([
    ['', 'open'],
    ['a', 'open'],
    ['r', 'open'],
    ['ar', 'open'],
    ['aa', 'approved'],
    ['ara', 'approved'],
    ['rr', 'rejected'],
    ['arr', 'rejected'],
    ['bb', 'returned'],
    ['arb', 'rejected'],
    ['ab', 'open'],
  ])('a committee of three, two needed: "%s" is %s', (text, state) => {
    expect(tally(votes(text), three).state).toBe(state);
  });

  it('counts one vote per person, the first', () => {
    const twice: Vote[] = [
      { actorId: 'u1', decision: 'approve' },
      { actorId: 'u1', decision: 'approve' },
      { actorId: 'u1', decision: 'reject' },
    ];
    expect(tally(twice, three)).toEqual({ state: 'open', cast: 1, approvals: 1, rejections: 0, returns: 0 });
  });

  it('waits for the quorum even when enough have agreed', () => {
    const rule = { seats: 5, quorum: 4, votesNeeded: 2 };
    expect(tally(votes('aa'), rule).state).toBe('open');
    expect(tally(votes('aarr'), rule).state).toBe('approved');
  });

  it('always ends once every seat has voted, and never changes its mind before', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 7 }),
        fc.array(fc.constantFrom('a', 'r', 'b'), { minLength: 7, maxLength: 7 }),
        (seats, letters) => {
          const quorum = Math.ceil((seats * 2) / 3);
          const rule = { seats, quorum, votesNeeded: Math.floor(seats / 2) + 1 };
          let settled = 'open';
          for (let cast = 0; cast <= seats; cast++) {
            const { state } = tally(votes(letters.slice(0, cast).join('')), rule);
            if (settled !== 'open') expect(state).toBe(settled);
            settled = state;
          }
          expect(settled).not.toBe('open');
        },
      ),
    );
  });
});
