import { TestEnvironment } from 'jest-environment-node';

/** Jest fails every test whose fixture (`beforeAll`) failed, with the same error. Here the first one fails with it, and the others are skipped. */
export default class OneFailureForAFixture extends TestEnvironment {
  handleTestEvent({ name, hook, describeBlock }) {
    if (name !== 'hook_failure' || hook.type !== 'beforeAll') return;
    for (const test of testsUnder(describeBlock).slice(1)) {
      test.errors = [];
      test.mode = 'skip';
    }
  }
}

function testsUnder({ children }) {
  return children.flatMap((child) => (child.type === 'describeBlock' ? testsUnder(child) : [child]));
}
