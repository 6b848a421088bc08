import fc from 'fast-check';
import { describeProblem, ProblemError } from '../../src/plan/text/problem.ts';

/**
 * How many texts each parser gets, and where the chance begins: the same ones each time, unless one asks for others
 * (`TAGBOAT_FUZZ_RUNS=100000 TAGBOAT_FUZZ_SEED=7 make fuzz`).
 */
const RUNS = Number(process.env.TAGBOAT_FUZZ_RUNS ?? 200);
const SEED = Number(process.env.TAGBOAT_FUZZ_SEED ?? 20_261_130);

/** What the languages of the inputs, of registries and of git are made of. */
const WORDS = (
  'type=release type=semver type=raw type=match type=schedule pattern= value= enable= prefix= suffix= latest=auto priority= v1.2.3 1.2.3-rc.1 2!1.0.post1 ' +
  'ghcr.io/octo/app localhost:5000/app octo/app:1.2.3 @sha256: [::1]:5000 linux/arm64/v8 100 MB 10 % 5s 1h heads/main refs/tags/v1 true false auto push ' +
  '{{version}} {{date YYYY}} {{#if is_default_branch}} {{/if}} {{ {{{ }} {{env.X}} {{meta.tags}} \\d+ (a+)+$ [a-z] (?=x) Bearer realm="https://r.test/token" ' +
  'Basic scope= service= error="x" https://r.test/v2/ //evil.test/ ?a=b# <http://r.test/next>; rel="next" file:///etc/passwd ../../etc 127.0.0.1 object tag ' +
  'type commit tagger -----BEGIN PGP SIGNATURE----- -----BEGIN SSH SIGNATURE----- ssh-ed25519 AAAA registry: username: password: - *a &a !a # | > __proto__ ' +
  'constructor toString ::error:: ##[error] ::add-mask:: <b> `x` [x](y) www.x.y a@b.c org.opencontainers.image.version index,manifest: key=value name=secret'
).split(' ');
const MARKS = [
  '\n',
  '\r\n',
  '\t',
  ' ',
  ',',
  ';',
  '=',
  ':',
  '/',
  '"',
  "'",
  '\\',
  '{',
  '}',
  '[',
  ']',
  '(',
  ')',
  '\0',
  '\u001b',
  '\u0085',
  '\u2028',
  '\u202e',
  '\ud800',
  '🚢',
];

const chunk = fc.oneof(
  { arbitrary: fc.constantFrom(...WORDS), weight: 5 },
  { arbitrary: fc.constantFrom(...MARKS), weight: 4 },
  fc.string({ maxLength: 8, unit: 'binary' }),
);

/** A text as somebody might write it who means harm: words of the languages, marks, and whatever else there is; now and then a very long one. */
export const foreignText: fc.Arbitrary<string> = fc.oneof(
  { arbitrary: fc.array(chunk, { maxLength: 12 }).map((chunks) => chunks.join('')), weight: 12 },
  { arbitrary: fc.array(chunk, { maxLength: 12 }).map((chunks) => chunks.join(' ')), weight: 4 },
  fc.tuple(chunk, fc.integer({ min: 100, max: 20_000 })).map(([each, times]) => each.repeat(times).slice(0, 40_000)),
);

/** JSON of any shape, with names that this program looks for. */
export function foreignJson(names: readonly string[]): fc.Arbitrary<unknown> {
  const { json } = fc.letrec<{ readonly json: unknown }>((tie) => ({
    json: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.oneof(foreignText, fc.integer(), fc.double(), fc.boolean(), fc.constant(null)),
      fc.array(tie('json'), { maxLength: 4 }),
      fc.dictionary(fc.oneof(fc.constantFrom(...names, '__proto__'), foreignText), tie('json'), { maxKeys: 5 }),
    ),
  }));
  return json;
}

/** Holds for every value, or says for which it does not. */
export function holds<Value>(values: fc.Arbitrary<Value>, check: (value: Value) => void, share = 1): void {
  fc.assert(
    fc.property(values, (value) => check(value)),
    { numRuns: Math.max(1, Math.round(RUNS * share)), seed: SEED },
  );
}

/** The same where the check has to wait. */
export async function holdsLater<Value>(values: fc.Arbitrary<Value>, check: (value: Value) => Promise<void>, share = 1): Promise<void> {
  await fc.assert(fc.asyncProperty(values, check), { numRuns: Math.max(1, Math.round(RUNS * share)), seed: SEED });
}

/** What a parser gives; undefined where it refuses in sentences. @throws what is no such refusal. */
export function parseOrRefuse<Value>(parse: () => Value): Value | undefined {
  try {
    return parse();
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    for (const problem of error.problems) if (describeProblem(problem).trim() === '') throw error;
    return undefined;
  }
}
