import { createRetry, withRetry } from '../../src/registry/retry.ts';
import { clientOf } from './registry/images.ts';
import { CLOCK, writeReferrers } from './signed-image.ts';

/** `node write-referrers.ts HOST PATH DIGEST COUNT`: a process that signs an image so many times at once, and prints the digests. */
const [host = '', path = '', digest = '', count = '8'] = process.argv.slice(2);
// Patient, as a run is: distribution 2.8 answers 500 at the moment in which it writes a tag.
const { now, sleep } = CLOCK;
const retry = createRetry({ random: Math.random, now, sleep, timeScale: 10, signal: new AbortController().signal });
const client = withRetry(clientOf(host, { path }), retry);
const subject = await client.getManifest(digest);
if (subject === undefined) throw new Error(`${path}@${digest} is not there`);
console.log(JSON.stringify(await writeReferrers(client, subject, Number(count))));
process.exit(0);
