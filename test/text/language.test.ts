/** Which language is spoken: what was asked for, else what the machine speaks, else Chinese. */
import { languageFrom } from '../../src/text/language.js';

test.each([
  ['Chinese where nothing says otherwise', undefined, {}, 'zh'],
  ['--lang', 'en', {}, 'en'],
  ['--lang before all else', 'en', { RESUME_CHECK_LANG: 'zh', LC_ALL: 'zh_CN.UTF-8', LANG: 'zh_CN.UTF-8' }, 'en'],
  ['RESUME_CHECK_LANG before the machine', undefined, { RESUME_CHECK_LANG: 'en', LC_ALL: 'zh_CN.UTF-8' }, 'en'],
  ['the machine where RESUME_CHECK_LANG is empty', undefined, { RESUME_CHECK_LANG: '', LANG: 'en_US.UTF-8' }, 'en'],
  ['LC_ALL before LC_MESSAGES', undefined, { LC_ALL: 'en_US.UTF-8', LC_MESSAGES: 'zh_CN.UTF-8' }, 'en'],
  ['LC_MESSAGES before LANG', undefined, { LC_MESSAGES: 'en_GB', LANG: 'zh_CN.UTF-8' }, 'en'],
  ['LANG', undefined, { LANG: 'en_US.UTF-8' }, 'en'],
  ['LANG where LC_ALL is neither language', undefined, { LC_ALL: 'C', LANG: 'en_US.UTF-8' }, 'en'],
  ['LANG where LC_ALL is empty', undefined, { LC_ALL: '', LANG: 'en_US.UTF-8' }, 'en'],
  ['Chinese where the machine speaks neither', undefined, { LC_ALL: 'C.UTF-8', LANG: 'fr_FR.UTF-8' }, 'zh'],
  ['Chinese where the machine speaks POSIX', undefined, { LANG: 'POSIX' }, 'zh'],
  ['a bare en', undefined, { LANG: 'en' }, 'en'],
  ['a hyphen', undefined, { LANG: 'en-GB' }, 'en'],
  ['capitals', undefined, { LANG: 'EN_US' }, 'en'],
  ['a script', undefined, { LC_ALL: 'zh-Hans-CN', LANG: 'en_US' }, 'zh'],
  ['no word that only begins like one', undefined, { LANG: 'enochian' }, 'zh'],
] as const)('%s', (_, option, environment, language) => {
  expect(languageFrom(option, environment)).toBe(language);
});

test.each([
  ['--lang', 'fr', {}],
  ['--lang in capitals', 'EN', {}],
  ['an empty --lang', '', {}],
  ['--lang with a country', 'zh-CN', {}],
  ['RESUME_CHECK_LANG', undefined, { RESUME_CHECK_LANG: 'de' }],
])('%s that names no language of the program is refused, not guessed', (_, option, environment) => {
  expect(languageFrom(option, environment)).toBeUndefined();
});
