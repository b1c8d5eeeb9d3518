import { foldName } from '../../src/domain/folding';

describe('foldName', () => {
  it.each([
    ['Albukamal', 'Al Bukamal', 'al-Bukamal', 'AL-BUKAMAL', 'Al‑Bukamal'],
    ['Abu Kamal', 'Abukamal', 'abu-kamal'],
    ['Deir ez-Zor', 'Deir-ez-Zor', 'deir ezzor', 'Deir Ezzor'],
    ['al-Ashara', 'Ashara', 'Al Ashara'],
    ['Busra al-Sham', 'Busra Al Sham', 'Busra Sham'],
    ['Hezbollah', 'Hezbolah', "Hezb'ollah"],
    ['البوكمال', 'اَلْبُوكَمَال', 'البوكمـال'],
    ['أبو كمال', 'ابو كمال', 'ابوكمال'],
    ['العشارة', 'العشاره'],
  ])('folds %s and its spellings alike', (first, ...spellings) => {
    for (const spelling of spellings) expect(foldName(spelling)).toBe(foldName(first));
  });

  it.each([
    ['Republican Guard', 'National Guard'],
    ['National Guard', 'National Defense'],
    ['Fifth Corps', 'Fifth Division'],
    ['Fifth Division', 'Fifteenth Division'],
    ['Syrian Hezbollah', 'Lebanese Hezbollah'],
    ['Aleppo', 'Leppo'],
  ])('keeps %s and %s apart', (one, other) => expect(foldName(one)).not.toBe(foldName(other)));
});
