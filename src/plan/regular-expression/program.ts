import { type Node, UnsupportedError } from './syntax.ts';

/** One step of the machine in matcher.ts; numbers are positions in the program. */
export type Step =
  | { readonly do: 'read'; readonly accepts: (character: string) => boolean }
  /** Goes both ways; the first has priority. */
  | { readonly do: 'fork'; readonly first: number; readonly second: number }
  | { readonly do: 'jump'; readonly to: number }
  | { readonly do: 'save'; readonly slot: number }
  /** Forgets what groups held in the last round of a loop, as ECMAScript wants it. */
  | { readonly do: 'forget'; readonly groups: readonly number[] }
  | { readonly do: 'assert'; readonly test: '^' | '$' | '\\b' | '\\B' }
  | { readonly do: 'look'; readonly isBehind: boolean; readonly isNegative: boolean; readonly program: readonly Step[] }
  | { readonly do: 'match' };

/** Counted repetitions are written out, so `(x{99}){99}` would be long. A pattern for tags has some ten steps. */
const MAX_STEPS = 2_000;

type Emitter = { readonly steps: Step[]; readonly flags: string };

/** @throws {UnsupportedError} where the program would be too long. */
export function compileExpression(root: Node, flags: string): readonly Step[] {
  const emitter: Emitter = { steps: [], flags };
  emit(root, emitter);
  emitter.steps.push({ do: 'match' });
  return emitter.steps;
}

function emit(node: Node, emitter: Emitter): void {
  if (emitter.steps.length > MAX_STEPS) throw new UnsupportedError(`more than ${MAX_STEPS} steps`);
  const { steps, flags } = emitter;
  switch (node.kind) {
    case 'sequence':
      for (const item of node.items) emit(item, emitter);
      return;
    case 'choice':
      emitChoice(node.options, emitter);
      return;
    case 'character':
      steps.push({ do: 'read', accepts: makeTest(node.source, flags) });
      return;
    case 'group':
      steps.push({ do: 'save', slot: node.index * 2 });
      emit(node.body, emitter);
      steps.push({ do: 'save', slot: node.index * 2 + 1 });
      return;
    case 'repeat':
      emitRepeat(node, emitter);
      return;
    case 'assertion':
      steps.push({ do: 'assert', test: node.test });
      return;
    case 'look':
      steps.push({ do: 'look', isBehind: node.isBehind, isNegative: node.isNegative, program: compileExpression(node.body, flags) });
  }
}

function emitChoice([first, ...others]: readonly Node[], emitter: Emitter): void {
  if (first === undefined) return;
  const { steps } = emitter;
  const fork = steps.push({ do: 'match' }) - 1; // replaced as soon as its targets are known
  emit(first, emitter);
  const jump = steps.push({ do: 'match' }) - 1;
  steps[fork] = others.length === 0 ? { do: 'jump', to: fork + 1 } : { do: 'fork', first: fork + 1, second: steps.length };
  emitChoice(others, emitter);
  steps[jump] = { do: 'jump', to: steps.length };
}

type Repeat = Extract<Node, { kind: 'repeat' }>;

function emitRepeat(node: Repeat, emitter: Emitter): void {
  for (let round = 0; round < node.min; round += 1) emitRound(node, emitter);
  if (node.max === Number.POSITIVE_INFINITY) emitLoop(node, emitter);
  else emitOptional(node, emitter);
}

function emitOptional(node: Repeat, emitter: Emitter): void {
  const forks = Array.from({ length: Math.min(node.max - node.min, MAX_STEPS + 1) }, () => {
    const fork = emitter.steps.push({ do: 'match' }) - 1;
    emitRound(node, emitter);
    return fork;
  });
  for (const fork of forks) emitter.steps[fork] = makeFork(fork + 1, emitter.steps.length, node.isLazy);
}

function emitLoop(node: Repeat, emitter: Emitter): void {
  const { steps } = emitter;
  const fork = steps.push({ do: 'match' }) - 1;
  emitRound(node, emitter);
  steps.push({ do: 'jump', to: fork });
  steps[fork] = makeFork(fork + 1, steps.length, node.isLazy);
}

function emitRound({ groups, body }: Repeat, emitter: Emitter): void {
  if (groups.length > 0) emitter.steps.push({ do: 'forget', groups });
  emit(body, emitter);
}

function makeFork(inside: number, after: number, isLazy: boolean): Step {
  return isLazy ? { do: 'fork', first: after, second: inside } : { do: 'fork', first: inside, second: after };
}

/** The engine decides about one character, where it cannot be slow; answers are kept, since tags use few characters. */
function makeTest(source: string, flags: string): (character: string) => boolean {
  const expression = new RegExp(`^${/^[{}]/.test(source) ? `\\${source}` : source}$`, flags.replace(/[^isu]/g, ''));
  const known = new Map<string, boolean>();
  return (character) => {
    const answer = known.get(character) ?? expression.test(character);
    known.set(character, answer);
    return answer;
  };
}
