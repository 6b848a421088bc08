import type { Step } from './program.ts';

/** Positions in the text: slot 2n is where group n begins, 2n + 1 where it ends; group 0 is the whole match. */
export type Slots = readonly (number | undefined)[];

export type Subject = {
  readonly characters: readonly string[];
  readonly isMultiline: boolean;
  /** Only at the start (flag `y`). */
  readonly isSticky: boolean;
};

type Thread = { readonly at: number; readonly slots: Slots };
type Run = Subject & { readonly program: readonly Step[]; readonly looks: Map<Step, Map<number, boolean>> };

/**
 * The leftmost match, with ECMAScript's choice among those that begin there. All ways are followed at once, so the time is bounded by the
 * program's length times the text's, where a backtracking engine may need exponential time.
 * @see https://swtch.com/~rsc/regexp/regexp2.html#pike
 */
export function findMatch(program: readonly Step[], subject: Subject): Slots | undefined {
  return advance({ ...subject, program, looks: new Map() }, 0, { isAnchored: subject.isSticky });
}

/** How to search from a place: only there, or also later; and for a look-behind, only what ends at one place, however. */
type Search = { readonly isAnchored: boolean; readonly endsAt?: number };

function advance(run: Run, from: number, search: Search): Slots | undefined {
  const last = search.endsAt ?? run.characters.length;
  let best: Slots | undefined;
  let threads: readonly Thread[] = [];
  for (let position = from; position <= last; position += 1) {
    const mayBegin = best === undefined && (position === from || !search.isAnchored);
    const ready = follow(run, mayBegin ? [...threads, { at: 0, slots: [position] }] : threads, position);
    const won = findMatching(run, ready, { position, search });
    best = won === undefined ? best : closeMatch(won.slots, position);
    threads = step(run, won === undefined ? ready : ready.slice(0, ready.indexOf(won)), position);
    if (threads.length === 0 && (best !== undefined || search.isAnchored)) break;
  }
  return best;
}

/** The thread of highest priority that is through; those after it are of no interest any more. */
function findMatching(
  { program }: Run,
  ready: readonly Thread[],
  { position, search }: { readonly position: number; readonly search: Search },
): Thread | undefined {
  const isTooEarly = search.endsAt !== undefined && position < search.endsAt;
  return isTooEarly ? undefined : ready.find(({ at }) => program[at]?.do === 'match');
}

function closeMatch(slots: Slots, position: number): Slots {
  const closed = [...slots];
  closed[1] = position;
  return closed;
}

/** Follows every thread to the next step that reads a character (or matches), in order of priority, each step once. */
function follow(run: Run, threads: readonly Thread[], position: number): readonly Thread[] {
  const ready: Thread[] = [];
  const seen = new Set<number>();
  const waiting = threads.toReversed();
  for (let thread = waiting.pop(); thread !== undefined; thread = waiting.pop()) {
    if (seen.has(thread.at)) continue;
    seen.add(thread.at);
    const current = run.program[thread.at];
    if (current === undefined || current.do === 'read' || current.do === 'match') ready.push(thread);
    else waiting.push(...successors(run, thread, position).toReversed());
  }
  return ready;
}

function successors(run: Run, { at, slots }: Thread, position: number): readonly Thread[] {
  const current = run.program[at];
  const next = { at: at + 1, slots };
  switch (current?.do) {
    case 'fork':
      return [
        { at: current.first, slots },
        { at: current.second, slots },
      ];
    case 'jump':
      return [{ at: current.to, slots }];
    case 'save':
      return [{ at: at + 1, slots: withSlot(slots, current.slot, position) }];
    case 'forget':
      return [{ at: at + 1, slots: slots.map((slot, index) => (current.groups.includes(index >> 1) ? undefined : slot)) }];
    case 'assert':
      return holds(run, current.test, position) ? [next] : [];
    case 'look':
      return looks(run, current, position) ? [next] : [];
    case 'read':
    case 'match':
    case undefined:
      return [];
  }
}

function withSlot(slots: Slots, slot: number, position: number): Slots {
  const saved = [...slots];
  saved[slot] = position;
  return saved;
}

function step({ program, characters }: Run, ready: readonly Thread[], position: number): readonly Thread[] {
  const character = characters[position];
  if (character === undefined) return [];
  return ready.flatMap(({ at, slots }) => {
    const current = program[at];
    return current?.do === 'read' && current.accepts(character) ? [{ at: at + 1, slots }] : [];
  });
}

function holds({ characters, isMultiline }: Run, test: '^' | '$' | '\\b' | '\\B', position: number): boolean {
  const [before, after] = [characters[position - 1], characters[position]];
  const isBreak = (character: string | undefined) => isMultiline && character !== undefined && /[\n\r\u2028\u2029]/.test(character);
  if (test === '^') return before === undefined || isBreak(before);
  if (test === '$') return after === undefined || isBreak(after);
  const isWord = (character: string | undefined) => character !== undefined && /\w/.test(character);
  return (isWord(before) !== isWord(after)) === (test === '\\b');
}

/** The answer for a place is kept: it does not depend on how one came there. */
function looks(run: Run, look: Extract<Step, { do: 'look' }>, position: number): boolean {
  const answers = run.looks.get(look) ?? new Map<number, boolean>();
  run.looks.set(look, answers);
  const known = answers.get(position);
  if (known !== undefined) return known;
  const inner = { ...run, program: look.program };
  const found = look.isBehind ? advance(inner, 0, { isAnchored: false, endsAt: position }) : advance(inner, position, { isAnchored: true });
  const answer = (found === undefined) === look.isNegative;
  answers.set(position, answer);
  return answer;
}
