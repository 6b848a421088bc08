/** Usage: node __tests__/faults/soak/main.ts [RELEASES] [LANES] [SEED]: releases under faults, and a line of figures. */
import { soak } from './soak.ts';

const [releases = 200, lanes = 4, seed = 1] = process.argv.slice(2).map(Number);
const { wrong, seconds, ...figures } = await soak({ releases, lanes, seed });
for (const line of wrong) process.stdout.write(`wrong: ${line}\n`);
process.stdout.write(`${JSON.stringify({ ...figures, seconds: Math.round(seconds), wrong: wrong.length })}\n`);
process.exitCode = wrong.length + figures.openUploads + figures.files > 0 || figures.releases < releases ? 1 : 0;
