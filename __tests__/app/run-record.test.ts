import { expect, test } from '@jest/globals';
import { describeFailure } from '../../src/app/run-record.ts';
import { Cancelled } from '../../src/host/cancellation.ts';
import { ProblemError } from '../../src/plan/text/problem.ts';

const problem = new ProblemError({ where: 'platforms', given: 'linux', wrong: 'is not a platform', accepted: 'write os/architecture' });
const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });

test.each([
  ['a mistake', problem, ['platforms: "linux" is not a platform; write os/architecture.']],
  ['a full disk', full, ['ENOSPC: no space left on device, write']],
  ['a cancellation', new Cancelled('cancelled by SIGINT'), ['cancelled by SIGINT']],
  ['several at once', new AggregateError([problem, full]), [expect.stringMatching(/^platforms/), expect.stringMatching(/^ENOSPC/)]],
])('%s is told in a line, without a stack', (_, error, messages) => {
  expect(describeFailure(error).map(({ message }) => message)).toEqual(messages);
});

test.each([new TypeError('a bug'), Object.assign(new TypeError('a bug'), { code: 'ERR_INVALID_ARG_TYPE' })])(
  'a bug of ours is told with its stack: %o',
  (error) => {
    expect(describeFailure(error)).toEqual([{ message: expect.stringMatching(/^TypeError: a bug\n\s+at /) }]);
  },
);
