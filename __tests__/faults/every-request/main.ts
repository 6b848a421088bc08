/** Usage: node __tests__/faults/every-request/main.ts [LANES] [ONE_IN]: one fault at every single request of a release, and a line of figures. */
import { attack } from './attack.ts';

const [lanes = 3, oneIn = 1] = process.argv.slice(2).map(Number);
const begun = performance.now();
const { wrong, ...figures } = await attack({ lanes, oneIn, onWrong: (line) => process.stdout.write(`wrong: ${line}\n`) });
const seconds = Math.round((performance.now() - begun) / 1000);
process.stdout.write(`${JSON.stringify({ ...figures, wrong: wrong.length, seconds })}\n`);
process.exitCode = wrong.length > 0 || figures.cases === 0 ? 1 : 0;
