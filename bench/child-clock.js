// Loaded into the step before all else (JavaScript, so that Node has no types to strip): writes down how long each of its child
// processes ran, in milliseconds, and the beginning of its command line.
import { subscribe } from 'node:diagnostics_channel';
import { appendFileSync } from 'node:fs';

subscribe('child_process', ({ process: child }) => {
  let begun = performance.now();
  child.once('spawn', () => {
    begun = performance.now();
  });
  child.once('exit', () => {
    const line = `${performance.now() - begun} ${child.spawnargs.slice(0, 3).join(' ')}\n`;
    appendFileSync(process.env.TAGBOAT_BENCH_CLOCK, line);
  });
});
