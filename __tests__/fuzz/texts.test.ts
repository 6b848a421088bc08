import { expect, test } from '@jest/globals';
import { code, markdown, plain } from '../../src/plan/text/escape.ts';
import { describeProblem } from '../../src/plan/text/problem.ts';
import { foundSecrets, hideSecrets } from '../../src/plan/trust/known-secrets.ts';
import { holdsSecret, secretForms, whyNotMasked } from '../../src/plan/trust/secret-forms.ts';
import { foreignText, holds } from './fuzz.ts';

test('a text in the log is one line without commands', () => {
  holds(foreignText, (text) => {
    expect(plain(text)).not.toMatch(/::|##\[|[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/);
    expect(plain(describeProblem({ where: 'x', given: text, wrong: 'is wrong', accepted: 'y' }))).not.toContain('::');
  });
});

test('a text in the summary has no markup, no link and no second line', () => {
  holds(foreignText, (text) => {
    const sentence = markdown(text).replaceAll('@<!-- -->', '@');
    expect(sentence).not.toMatch(/[<>\n\r]|:\/\/|(?<!\\)[`*_[\]|]|\bwww\./i);
    expect(code(text)).toMatch(/^<code>[^<>|`*_[\]\n\r]*<\/code>$/);
  });
});

test('a secret is seen in itself, and its masks have neither line ends nor less than four characters', () => {
  holds(
    foreignText,
    (secret) => {
      const forms = secretForms(secret, 'ann');
      expect(forms.filter((form) => form.trim().length < 4 || /[\r\n]/.test(form))).toEqual([]);
      if (whyNotMasked(secret) === undefined && secret.trim() !== '') expect(holdsSecret(secret, secret)).toBe(true);
    },
    0.5,
  );
});

test('what is found to be secret in a text is hidden in it', () => {
  holds(foreignText, (text) => {
    const given = `https://ann:hunter2hunter2@r.test/ ${text} type=s3,secret_access_key=hunter3`;
    expect(hideSecrets(given, [])).not.toMatch(/hunter2|hunter3/);
    for (const { value } of foundSecrets(given)) expect(typeof value).toBe('string');
  });
});
