import { parse } from '@handlebars/parser';
import { describe, expect, test } from '@jest/globals';
import moment from 'moment';
import { makeSearch } from '../../../src/facts/search.ts';
import { makeTemplate } from '../../../src/plan/naming/template.ts';

const values = { branch: 'feature/a&b', tag: '', sha: '1a2b3c4', is_default_branch: false, build: ['build', '5'], none: [] };
const scope = { values, now: '2024-02-29T22:30:05.678Z', commitTime: '2024-01-15T12:09:10Z' };
const make = (text: string) =>
  makeTemplate({ text, where: 'tags, line 1', names: Object.keys(values) }, { parseTemplate: parse, moment, search: makeSearch() });

// biome-ignore format: a table
test.each([
  // template                                                     text
  ['plain',                                                       'plain'],
  ['{{branch}}-{{ sha }}',                                        'feature/a&b-1a2b3c4'],
  ['{{{branch}}}',                                                'feature/a&b'],
  ['{{this.branch}} {{this/sha}} {{@root.sha}}',                  'feature/a&b 1a2b3c4 1a2b3c4'],
  ['a {{~sha~}} b',                                               'a1a2b3c4b'],
  ['{{! comment }}{{!-- }} --}}x',                                'x'],
  ['\\{{sha}}',                                                   '{{sha}}'],
  ['\\\\{{sha}}',                                                 '\\1a2b3c4'],
  ['{{is_default_branch}}',                                       'false'],
  ['{{#if tag}}t{{else if sha}}s{{else}}n{{/if}}',                's'],
  ['{{#unless is_default_branch}}u{{/unless}}',                   'u'],
  ['{{#if (is_default_branch)}}d{{else}}o{{/if}}',                'o'],
  ['{{#tag}}t{{/tag}}{{^tag}}n{{/tag}}',                          'n'],
  ['{{build}}',                                                   'build,5'],
  ['{{build.length}}{{#if none.length}}x{{/if}}',                 '2'],
  ['{{#each build}}_{{this}}{{../sha}}{{else}}none{{/each}}',     '_build1a2b3c4_51a2b3c4'],
  ['{{#each none}}_{{this}}{{else}}none{{/each}}',                'none'],
  ['{{#with sha}}{{this}}{{/with}}',                              '1a2b3c4'],
  ['{{lookup this "sha"}}{{"sha"}}',                              '1a2b3c41a2b3c4'],
  ["{{date 'YYYYMMDD'}}",                                         '20240229'],
  ["{{commit_date 'YYYYMMDD-HHmmss' tz='Asia/Tokyo'}}",           '20240115-210910'],
])('%s is rendered as %j', (text, rendered) => {
  expect(make(text).render(scope)).toBe(rendered);
});

// biome-ignore format: a table
test.each([
  ['{{branch',                    /has broken \{\{ \}\} syntax/],
  ['{{}}',                        /has broken \{\{ \}\} syntax/],
  ['{{#if sha}}x',                /has broken \{\{ \}\} syntax/],
  ['{{ .Values.x }}',             /has broken \{\{ \}\} syntax .*\\\{\{ for two braces/],
  ['{{brnch}}',                   /names \{\{brnch\}\}, which is not known here; did you mean branch\?/],
  ['{{#if brnch}}x{{/if}}',       /names \{\{brnch\}\}/],
  ['{{#if}}x{{/if}}',             /has \{\{#if\}\} with 0 arguments/],
  ['{{dat 1}}',                   /calls "dat" with arguments; did you mean date\?/],
  ['{{this}}',                    /prints \{\{this\}\}/],
  ['{{@index}}',                  /reaches for \{\{@index\}\}/],
  ['{{constructor}}',             /names \{\{constructor\}\}/],
  ['{{date}}',                    /calls date without a format in quotes/],
  ['{{date 20}}',                 /calls date without a format in quotes/],
  ["{{date 'Y' zone='UTC'}}",     /gives date the unknown option "zone"/],
  ["{{date 'Y' tz=UTC}}",         /has a time zone without quotes/],
  ["{{date 'Y' tz=''}}",          /has the unknown time zone ""/],
  ['{{> part}}',                  /uses a partial/],
])('%s is refused, rendered or not', (text, message) => {
  expect(() => make(text)).toThrow(message);
});

describe('what Handlebars takes although it gives nothing', () => {
  test.each(['{{null}}', '{{true}}', '{{../sha}}', '{{sha.foo}}', '{{#foo}}x{{/foo}}'])('%s gives nothing, and it is said', (text) => {
    const template = make(text);
    expect(template.render(scope)).toBe('');
    expect(template.notices).toHaveLength(1);
  });
});
