import type { MagicKey } from './words.zh';

export const magicEn: Readonly<Record<MagicKey, string>> = {
  'magic.title': 'Invented people and magic values',
  'magic.help':
    'The sandbox plays every outside party: the same number always gets the same answer, and some digits work magic. Choose what should happen to get an invented person, and copy the numbers into a form.',
  'magic.person': 'Invented person',
  'magic.scenario': 'What should happen',
  'magic.plain': 'Ordinary customer, all is well',
  'magic.make': 'Somebody else',
  'magic.fill': 'Fill in an invented person',
  'magic.fillHelp': 'Test mode: choose what should happen; all of it is invented.',
  'magic.mark': 'Digits',
  'magic.party': 'Party',
  'magic.effect': 'What happens',
  'magic.choose': 'Use',
  'magic.notPerson': 'not on numbers of a person',
  'magic.cardNo': 'Bank card',
  'magic.specimens': 'Attach specimen documents',
  'magic.specimensHelp': 'Test mode: pictures in the name typed above, which the document reader can read.',
  'magic.specimensNeed': 'Test mode: type name and identity number first, or fill in an invented person.',
};
