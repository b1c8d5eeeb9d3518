import fc from 'fast-check';
import { CLAIM_TYPES, CLAIM_TYPE_NAMES } from '../../src/domain/claim-types';
import { fromGlobalId, toGlobalId } from '../../src/domain/global-id';
import { parseTieId, tieKey } from '../../src/domain/tie-id';

const slug = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8})?$/);

describe('tieKey', () => {
  it('is one key for both ways of a type without direction, two for one with', () => {
    fc.assert(
      fc.property(fc.constantFrom(...CLAIM_TYPE_NAMES), slug, slug, (type, a, b) => {
        fc.pre(a !== b);
        expect(tieKey(type, a, b).id === tieKey(type, b, a).id).toBe(!CLAIM_TYPES[type].directed);
        expect(parseTieId(tieKey(type, a, b).id)).toEqual(tieKey(type, a, b));
      }),
    );
  });
});

describe('global ids', () => {
  it('come back as they went', () => {
    fc.assert(fc.property(fc.string({ minLength: 1 }), (id) => expect(fromGlobalId(toGlobalId('Claim', id))).toEqual({ type: 'Claim', id })));
  });

  it.each(['', 'irgc', 'National Guard', '🙂', Buffer.from('Nothing:x').toString('base64url'), Buffer.from('Actor:').toString('base64url')])('are not found in %p', (text) => {
    expect(fromGlobalId(text)).toBeNull();
  });
});
