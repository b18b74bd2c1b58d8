/** The last defence against personal data: numbers of people are replaced wherever they are, other numbers are not. */
import { redact } from '../../src/text/redact.js';

const ID = '999999199001011238';
const MASKED_ID = '*'.repeat(18);

describe('what is the number of a person is replaced by as many asterisks', () => {
  test.each([
    ['an identity number', ID, MASKED_ID],
    ['one with X as checksum', '99999919900101123X', MASKED_ID],
    ['one with x as checksum', '99999919900101123x', MASKED_ID],
    ['one between Chinese characters', `学员${ID}到训`, `学员${MASKED_ID}到训`],
    ['two of them', `${ID}、${ID}`, `${MASKED_ID}、${MASKED_ID}`],
    ['a mobile phone number', '13800000001', '*'.repeat(11)],
    ['one with the country code', '+8613800000001', '*'.repeat(14)],
    ['one with the country code without plus', '8613800000001', '*'.repeat(13)],
    ['one with a hyphen behind the country code', '+86-13800000001', '*'.repeat(15)],
    ['one with 0086', '008613800000001', '*'.repeat(15)],
    ['one with 0086 and blanks', '0086 138 0000 0001', '*'.repeat(18)],
    [
      'one in other groups',
      '1380 000 0001、1380 0000 001、13800 000001',
      `${'*'.repeat(13)}、${'*'.repeat(13)}、${'*'.repeat(12)}`,
    ],
    ['one in groups, with blanks', '电话 138 0000 0001。', `电话 ${'*'.repeat(13)}。`],
    ['one in groups, with hyphens', '138-0000-0001', '*'.repeat(13)],
    ['one inside brackets', '（13800000001）', `（${'*'.repeat(11)}）`],
    ['an identity number with letters beside it', `T${ID}x编号${ID}A`, `T${MASKED_ID}x编号${MASKED_ID}A`],
    ['an identity number in groups, with blanks', '999999 19990101 1238', '*'.repeat(20)],
    ['one in groups of four, full-width blanks between', '9999　9919　9901　0112　38', '*'.repeat(22)],
    ['one in groups, with hyphens', '999999-19990101-1238', '*'.repeat(20)],
    ['an identity number of 15 digits', '旧证999999990101123，', `旧证${'*'.repeat(15)}，`],
    ['a landline', '0772-2800000', '*'.repeat(12)],
    ['a landline without a hyphen', '07722800000', '*'.repeat(11)],
    ['one with brackets', '电话(0772) 280 0000', `电话${'*'.repeat(15)}`],
    ['one of Beijing, with an extension', '010-62800000转123', '*'.repeat(16)],
    [
      'one with the country code',
      '+86 772 2800000 0086-772-2800000'.replaceAll('772', '0772'),
      `${'*'.repeat(16)} ${'*'.repeat(17)}`,
    ],
    ['both in one line', `${ID},13800000001`, `${MASKED_ID},${'*'.repeat(11)}`],
  ])('%s', (_, text, expected) => {
    expect(redact(text)).toBe(expected);
  });
});

describe('what is none stays', () => {
  test.each([
    ['a text without numbers', '口罩不够'],
    ['a date', '2020-05-06'],
    ['a credit code', '52450200MJX0000000'],
    ['a permit number', '人社民4502020000001号'],
    ['18 digits without a date of birth', '123456789012345678'],
    ['18 digits with a month 13', '999999199013011238'],
    ['18 digits with a day 32', '999999199001321238'],
    ['18 digits with a month 00', '999999199000011238'],
    ['18 digits with a day 00', '999999199001001238'],
    ['a longer number that holds one', `1${ID}`],
    ['a longer number that begins with one', `${ID}1`],
    ['a digest that holds one', `a${ID}`.padEnd(32, '0')],
    ['a digest that holds one, of SHA-256', `${'b'.repeat(46)}${ID}`],
    ['dates one behind the other', '2020-05-06 2020-05-07 2020-05-08'],
    ['a phone number and a date in groups', '139 2020-05-06'],
    ['numbers with blanks between', '12 30 45 60 75 90 105 120 135'],
    ['the old number of a company', '450200000012345'],
    ['a number with a fraction', '0.07722800000'],
    ['11 digits that begin with 12', '12800000001'],
    ['11 digits that begin with 2', '23800000001'],
    ['10 digits', '1380000000'],
    ['12 digits', '138000000011'],
    ['a phone number inside a word', 'x13800000001'],
    ['a place in a file', 'profile.yaml:138:12'],
  ])('%s', (_, text) => {
    expect(redact(text)).toBe(text);
  });
});

describe('in full-width digits', () => {
  const wide = (text: string): string =>
    text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

  test.each([
    ['an identity number', wide(ID), MASKED_ID],
    ['a phone number among Chinese signs', `电话：${wide('13800000001')}，未接！`, `电话：${'*'.repeat(11)}，未接！`],
    ['a number of which one digit is wide', `1３800000001`, '*'.repeat(11)],
  ])('%s is masked, all else stays as it is', (_, text, expected) => {
    expect(redact(text)).toBe(expected);
  });

  test('a date stays', () => {
    expect(redact(wide('2020-05-06'))).toBe(wide('2020-05-06'));
  });
});
